package query_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/query"
)

var noon = time.Date(2026, 3, 15, 12, 0, 0, 0, time.FixedZone("", 3600))

func subject() *query.Subject {
	return &query.Subject{
		Article: &articles.Article{
			Title: "Der Étude-Pager", Dek: "How it refused to die", Author: "Ada Quill and Sam Reed",
			Site: "The Review", URL: "https://blog.example.org/etude", Series: "Stones",
			Tags:      []string{"Unix", "go/tools", "machine-learning", "🎉"},
			Published: noon.AddDate(0, 0, -40), Added: noon.AddDate(0, 0, -8),
			Markdown: "It is C++, 東京都, and pull-quotes.\n\n```go\nx\n```\n", Length: articles.Length{Words: 2380},
			Links: []string{"x"}, Notices: []string{"Monologue"}, Epigraphs: []articles.Quote{{Text: "So it goes", By: "Ada, said"}},
		},
		State:   articles.State{Views: 3, Starred: true, Place: articles.Place{Progress: .5}, Opened: noon.Add(-5 * time.Hour)},
		Feeds:   []string{"Weekly Étude", "https://feeds.example.com/etude.xml"},
		Folders: []string{"News/Type Design", "/home/ada/notes"},
		Now:     noon,
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	found := `
		(nothing)
		etude; ETUDE pager; "etude pager"; "refused to"; pull-quotes; quo*; "der etu"*; c++; 東京; 京; quill; review; stones; mono*; "so it"; "ada said"
		title:pager; title:pag*; title:"der étude"; a or pager; -a; -(a b); --pager; pager (a or die)
		is:starred; is:reading; -is:unread; -is:read; -is:archived
		tag:unix; #UNIX; tag:go; tag:go/tools; tag:go/to*; tag:uni*; tag:"machine learning"; tag:machine*; tag:🎉
		author:quill; author:"sam reed"; author:"ada qu"*; site:review; site:example.org; site:blog.example.org
		feed:weekly; feed:feeds.example.com; series:stones
		folder:news; folder:"type design"; folder:"news/type design"; folder:notes; folder:ada/notes; folder:/home/ada; folder:/home/a*
		time:10; time:<=10; time:>9; words:2380; words:>=2k; views:3; views:<4
		date:2026; date:2026-02; date:2026-02-03; after:2026-02-03; before:2026-02-04; after:41d; before:39d; before:today; date:>2026-01; date:<=2026-02
		added:9d; added:2w; added:>7d; added:2026-03-07; added:<2026-03-08; added:>=2026-03; opened:6h; opened:today; opened:>4h; opened:1m; opened:1y
		has:code; has:quote; has:link; has:dek; has:author; has:date; has:tags
		sort:views`
	passed := `
		a; "pager etude"; quo; "der etu"; c; 京東; notes; home; 10; weekly; unix
		title:quill; title:die; pager a; -pager; -(pager); --a; -(pager or a)
		is:unread; is:read; is:archived; -is:starred
		tag:uni; tag:tools; tag:goo; tag:go/to; tag:learning
		author:qui; author:"quill ada"; site:example.com; site:ample.org; feed:etude.xmlx; series:stone
		folder:type; folder:home/notes; folder:/notes; folder:/ada; folder:no
		time:<10; time:>10; words:<2k; views:>3; views:0
		date:2025; date:2026-03; date:2026-02-02; after:2026-02-04; before:2026-02-03; after:40d -after:41d; before:41d
		added:7d; added:>9d; opened:4h; opened:yesterday; opened:>6h
		has:table; has:image`
	for want, list := range map[bool]string{true: found, false: passed} {
		for text := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == '\n' || r == ';' }) {
			text = strings.TrimPrefix(strings.TrimSpace(text), "(nothing)")
			q, err := query.Parse(text)
			if err != nil || query.Match(q, subject()) != want {
				t.Errorf("%q finds it: %v, %v", text, !want, err)
			}
		}
	}
}

// TestNever: what never happened is neither long ago nor lately.
func TestNever(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"opened:>1d", "opened:1d", "opened:<2026", "after:2000", "before:2100"} {
		q, err := query.Parse(text)
		if err != nil || query.Match(q, &query.Subject{Article: &articles.Article{}, Now: noon}) {
			t.Errorf("%s finds what never happened (%v)", text, err)
		}
	}
}

// TestSpan: a day begins and ends where the reader is, and months are of their length.
func TestSpan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, from, before string }{
		{"added:2026-02", "2026-02-01T00", "2026-03-01T00"},
		{"added:2024-02-29", "2024-02-29T00", "2024-03-01T00"},
		{"added:<=2025", "", "2026-01-01T00"},
		{"added:>2025", "2026-01-01T00", ""},
		{"added:yesterday", "2026-03-14T00", "2026-03-15T00"},
		{"added:12h", "2026-03-15T00", ""},
		{"added:2w", "2026-03-01T12", ""},
		{"added:>1m", "", "2026-02-15T12"},
		{"added:>1y", "", "2025-03-15T12"},
	} {
		q, err := query.Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		from, before := q.Where.(query.Time).Span(noon)
		for _, pair := range []struct {
			got  time.Time
			want string
		}{{from, tt.from}, {before, tt.before}} {
			got := ""
			if !pair.got.IsZero() {
				got = pair.got.In(noon.Location()).Format("2006-01-02T15")
			}
			if got != pair.want {
				t.Errorf("%s is from %s to %s", tt.text, from, before)
			}
		}
	}
}

func TestFeatures(t *testing.T) {
	t.Parallel()
	for markdown, want := range map[string]string{
		"plain - | text":                         "",
		"> said\n> so":                           "quote",
		"> [!NOTE]\n> so":                        "",
		"a\n\n  > b":                             "quote",
		"![a](b)":                                "image",
		"```\n![a](b)\n> c\n|-|\n```":            "code",
		"~~~~ go\n~~~\n> x\n~~~~\n\n> y":         "quote code",
		"| a | b |\n|---|:-:|\n| 1 | 2 |":        "table",
		"a\n---\n":                               "",
		"a[^1]\n\n[^1]: b":                       "notes",
		"a[^1] and [^x]\n> - [^long name]: b":    "notes",
		"    a[^1]":                              "",
		"```\n[^1]: b\n```":                      "code",
		"use ```x``` here":                       "",
		"- ```\n  x\n  ```\n- <img src=\"a\">\n": "image code",
	} {
		var got []string
		for _, has := range query.Features(&articles.Article{Markdown: markdown}) {
			got = append(got, string(has))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q has %q", markdown, got)
		}
	}
}

func TestWith(t *testing.T) {
	t.Parallel()
	read := func(text string) query.Query {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	for _, tt := range [][3]string{
		{"", "", ""},
		{"a sort:views", "", "a sort:views"},
		{"", "a or b", "a or b"},
		{"a or b sort:views", "c or d sort:title", "(a or b) (c or d) sort:title"},
		{"a b", "c", "a b c"},
	} {
		if got := read(tt[0]).With(read(tt[1])); got.String() != tt[2] {
			t.Errorf("%s with %s is %s", tt[0], tt[1], got)
		}
	}
	if got := query.OfShelf(articles.InProgress).With(read("#go")).String(); got != "is:reading tag:go" {
		t.Error(got)
	}
	for text, want := range map[string]string{
		"a": "-is:archived a", "is:archived": "is:archived", "a or (-is:archived b)": "a or -is:archived b", "is:read": "-is:archived is:read",
		"a is:starred": "a is:starred",
	} {
		if got := read(text).On(articles.All).String(); got != want {
			t.Errorf("%s on the shelf of all is %s", text, got)
		}
	}
	for text, is := range map[string]bool{
		"": false, "a": false, "a -b or c": false, `"a b" (c)`: false,
		"title:a": true, "a #b": true, "a or -(b is:read)": true, "sort:views": true,
	} {
		if read(text).HasConditions() != is {
			t.Errorf("%q has conditions: %v", text, !is)
		}
	}
	if a := read("a (b or c)"); !a.Equal(read("(a) (b | c)")) || a.Equal(read("a b or c")) || a.Equal(read("a (b or c) sort:views")) {
		t.Error("queries are not equal to what they are")
	}
	if !read("()").IsEmpty() || read("sort:views").IsEmpty() || read("-a").IsEmpty() {
		t.Error("queries are not as empty as they are")
	}
	var words []string
	for _, text := range read(`a -b (c* or -(d -title:e)) "a" a tag:x`).Texts() {
		words = append(words, text.Words)
	}
	if !slices.Equal(words, []string{"a", "c", "e", "a"}) {
		t.Error(words)
	}
}

func BenchmarkMatch(b *testing.B) {
	q, err := query.Parse("(tag:go or author:quill) -is:read etude added:9d")
	if err != nil {
		b.Fatal(err)
	}
	s := subject()
	for b.Loop() {
		if !query.Match(q, s) {
			b.Fatal("not found")
		}
	}
}

// TestRenameTag: what asks for a tag asks for it by its new name, and nothing else changes.
func TestRenameTag(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"tag:world": "tag:earth", "#World": "tag:earth", "-(a tag:WORLD) or x sort:title": "-(a tag:earth) or x sort:title",
		"tag:wor*": "", "tag:world/europe": "", "title:world": "", "world": "", "author:world": "", "": "",
	} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		before := q.String()
		renamed, asks := q.RenameTag("World", "earth")
		if asks != (want != "") || asks && renamed.String() != want || !asks && renamed.String() != before || q.String() != before {
			t.Errorf("%s: %s, %v", text, renamed, asks)
		}
	}
}
