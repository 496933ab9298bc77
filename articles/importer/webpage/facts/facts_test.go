package facts_test

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/samples"
	"lede/articles/importer/webpage/facts"
)

const prose = "<p>The kiln stood at the end of the yard, and nobody had lit it for nine years, so that the swallows came to think of it as theirs.</p>"

func read(t *testing.T, page, address string) *articles.Article {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	base, _ := url.Parse(address)
	f := facts.Read(root, base)
	f.Seen(dom.First(root, "body"))
	return f.Article
}

// TestPagesOfManyMakers reads pages as programs of many kinds make them, in many
// languages. Each begins with a line "== name address" and has lines
// "fact: value" before its HTML; a fact that is not told there may be anything,
// an empty one must not be found. [prose] stands for the text.
func TestPagesOfManyMakers(t *testing.T) {
	t.Parallel()
	var data []byte
	for _, name := range [...]string{"pages.txt", "kinds.txt", "others.txt"} {
		more, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, more...)
	}
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		name, address, _ := strings.Cut(head, " ")
		told, html, _ := strings.Cut(rest, "\n<")
		a := read(t, strings.ReplaceAll("<"+html, "[prose]", strings.Repeat(prose, 4)), address)
		got := map[string]string{"title": a.Title, "author": a.Author, "site": a.Site}
		if !a.Published.IsZero() {
			got["date"] = a.Published.Format(time.DateOnly)
		}
		for line := range strings.Lines(told) {
			if fact, want, ok := strings.Cut(line, ":"); ok && got[fact] != strings.TrimSpace(want) {
				t.Errorf("%s: the %s is %q; want %q", name, fact, got[fact], strings.TrimSpace(want))
			}
		}
	}
}

// TestMadePages reads pages of which all is known, in many layouts.
func TestMadePages(t *testing.T) {
	t.Parallel()
	const pages, few = 150, 24 // mails and forums show no by-line as pages do, and some made by-lines have a link on one word
	wrong := 0
	for _, p := range samples.Pages(pages, 11) {
		a := read(t, p.HTML, "")
		if a.Title != p.Title || p.Author != "" && a.Author != p.Author || !p.Published.IsZero() && a.Published.Format(time.DateOnly) != p.Published.Format(time.DateOnly) {
			t.Logf("%s: %q by %q of %v; want %q by %q of %v", p.Layout, a.Title, a.Author, a.Published, p.Title, p.Author, p.Published)
			wrong++
		}
	}
	if wrong > few {
		t.Errorf("the facts of %d pages of %d are wrong", wrong, pages)
	}
}

func page(head, above, below string) string {
	return fmt.Sprintf("<html><head>%s</head><body><article><h1>The cold kiln</h1>%s<div class='text'>%s%s%s</div></article></body></html>", head, above, prose, prose, below)
}

func TestTitleIsWhatPageAndWindowAgreeOn(t *testing.T) {
	t.Parallel()
	for _, head := range []string{
		"<title>The cold kiln</title>",
		"<title>The cold kiln | Pots | The Yard</title>",
		"<title>The Yard: The cold kiln</title><meta property='og:site_name' content='The Yard'>",
		"<title>The cold kiln-人民网</title>",
		"<title>The cold kiln（写真） | 庭</title>",
		"<title>The cold kilnEverything on clay</title>",
		"<title>The cold kiln Recept</title>",
		"<title>Pots › The cold kiln › The Yard</title>",
		"<title>The cold kiln :: The Yard Weekly</title><meta property='og:title' content='The cold kiln :: The Yard Weekly'>",
		"<meta property='og:title' content='The cold kiln'><title>Home</title>",
		`<title>The cold kiln - Pedia</title><script type="application/ld+json">{"@type":"Article","name":"The cold kiln","headline":"oven for pots"}</script>`,
	} {
		if a := read(t, page(head, "", ""), "https://yard.example/kiln"); a.Title != "The cold kiln" {
			t.Errorf("%s is called %q", head, a.Title)
		}
	}
}

func TestHeadingWithTheNameOfTheSiteIsNoTitle(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		"<title>The Yard: The cold kiln</title><h1>The Yard</h1><h2 class='entry-title'>The cold kiln</h2>",
		"<title>The cold kiln — The Yard</title><h1><a href='/'>The Yard</a></h1><h2>The cold kiln</h2>",
		"<title>The cold kiln — The Yard</title><meta property='og:site_name' content='The Yard'><h1>The Yard</h1>",
	} {
		if a := read(t, body+prose, "https://pots.example/kiln"); a.Title != "The cold kiln" {
			t.Errorf("%s is called %q", body, a.Title)
		}
	}
}

func TestTitleIsNeverLost(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"Facebook lays off 300 people", "Today", "May 5, 2024", "By the lake", "Share", "12"} {
		a := read(t, "<title>"+title+"</title><h1>"+title+"</h1><p>By Ann Lee</p><p>May 6, 2024</p>"+prose, "https://yard.example/x")
		if a.Title != title || a.Author != "Ann Lee" || a.Published.Format(time.DateOnly) != "2024-05-06" {
			t.Errorf("%q is read as %q by %q of %v", title, a.Title, a.Author, a.Published)
		}
	}
}

// A title that is cut is not cut amid a letter.
func TestLongTitle(t *testing.T) {
	t.Parallel()
	for _, lead := range []string{"", "x", "xx"} {
		if a := read(t, "<title>"+lead+strings.Repeat("窯", 1000)+"</title>"+prose, "https://yard.example/x"); !strings.HasSuffix(a.Title, "窯") {
			t.Errorf("it ends in %q", a.Title[max(0, len(a.Title)-9):])
		}
	}
}

func TestByLinesOfPages(t *testing.T) {
	t.Parallel()
	const author = "Mara Quill"
	for _, c := range []struct{ head, above, below string }{
		{"", "<p>By Mara Quill</p>", ""},
		{"", "<div><span>Written by: <a href='/authors/mara-quill'>Mara Quill, </a></span><span>Potter</span></div>", ""},
		{"", "<div><img alt='Mara Quill' src='m.jpg'><div><p>Mara Quill</p><p>9 May 2024</p></div></div>", ""},
		{"", "<div><a href='https://yard.example/author/mara'>Mara Quill</a></div>", ""},
		{"<meta name='twitter:label1' content='Écrit par'><meta name='twitter:data1' content='Mara Quill'>", "", ""},
		{"", "", "<p>Tekst: Mara Quill</p>"},
		{"", "<div><h4>Författare</h4><p>Mara Quill</p></div>", ""},
		{"", "<p><b>Une chronique de Mara Quill</b></p>", ""},
		{"", "<div>3. Mai 2024 – Redaktion: Mara Quill (Presse)</div>", ""},
		{"<meta name='author' content='The Yard'><meta property='og:site_name' content='The Yard'>", "<p>Por Mara Quill</p>", ""},
		{"<meta name='author' content='staff'>", "<p>Di Mara Quill</p>", ""},
		{"", "<span class='author'>Posted on</span> <span class='author vcard'><a rel='author' href='/u'>Mara Quill</a></span>", ""},
		{"", "<p>来源：海滨日报 作者：Mara Quill 2024年5月3日</p>", ""},
		{"", "<p class='byline'>Erstellt von Mara Quill am 3. Mai 2024</p>", "<a rel='author' href='/u'>Zeige alle Beiträge von Mara Quill →</a>"},
	} {
		if a := read(t, page(c.head, c.above, c.below), "https://yard.example/kiln"); a.Author != author {
			t.Errorf("%s %s %s is by %q", c.head, c.above, c.below, a.Author)
		}
	}
	if a := read(t, page("", "", "<p>QUAY TOWN, May 3, 2024 – The yard today named a new head, its first in ten years.</p>"), ""); a.Author != "" {
		t.Errorf("a place is the author: %q", a.Author)
	}
	const words = "<p>Some words of the text, which says what it has to say, and then some more of them so that it is one.</p>"
	if a := read(t, "<title>T</title><article><h1>T</h1>"+words+"<blockquote>Some words that are quoted here by somebody.<footer>By Ann Smith</footer></blockquote>"+words+"</article>", ""); a.Author != "" {
		t.Errorf("who is quoted is the author: %q", a.Author)
	}
	for _, none := range []string{"Posted on", "View archive", "No Author", "admin", "Alle Beiträge anzeigen"} {
		if a := read(t, page("<meta name='author' content='"+none+"'>", "<a rel='author' href='/x'>"+none+"</a>", ""), ""); a.Author != "" && none != "Alle Beiträge anzeigen" {
			t.Errorf("%q is the author", a.Author)
		}
	}
}

func TestDaysOfPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, above, below string }{
		{"", "<abbr class='published' title='2024-05-03T10:00:00Z'>Friday</abbr>", ""},
		{"<div>3 May 2024</div>", "", ""},
		{"", "<p>Communiqué de presse du 3 mai 2024 | Lyon</p>", ""},
		{"", "<p>Опубликовано: 3 мая 2024</p>", ""},
		{"", "<p>Updated 9 May 2024</p><p>Published 3 May 2024</p>", ""},
		{"", "<time datetime='1714730400'>then</time>", ""},
		{"", "<time datetime='2024-05-03'>then</time>", "<div class='comments'><time datetime='2024-05-04'>now</time></div>"},
	} {
		a := read(t, "<body>"+c.before+page("", c.above, c.below), "")
		if got := a.Published.Format(time.DateOnly); got != "2024-05-03" {
			t.Errorf("%s %s %s is of %s", c.before, c.above, c.below, got)
		}
	}
}

func TestTextOfScripts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ page, want string }{
		"an attribute": {
			`<div data-store='[{"gid":1,"body":"[p]The boat left at six, as it had on every morning of the year, with [b]four[/b] of them on board.[/p][video=x][/video]"}]'></div>`,
			"<p>The boat left at six, as it had on every morning of the year, with <b>four</b> of them on board.</p>",
		},
		"a script": {
			`<script type="application/json">{"props":{"post":{"title":"Boats","content":"<p>The boat left at six, as it had on every morning of the year, with four [sic] of them.</p>"}}}</script>`,
			"<p>The boat left at six, as it had on every morning of the year, with four [sic] of them.</p>",
		},
		"a page with a text of its own": {
			"<p>" + strings.Repeat("The clock beside it has stopped. ", 5) + `</p><script type="application/json">{"content":"` + strings.Repeat("Another story of boats. ", 9) + `"}</script>`,
			"",
		},
		"no JSON": {`<script type="application/json">{"content":</script>`, ""},
	} {
		root, err := html.Parse(strings.NewReader("<title>Boats</title><body>" + c.page))
		if err != nil {
			t.Fatal(err)
		}
		if got := facts.Read(root, nil).Body; got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}
