package importer

import (
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer/frontmatter"
	"lede/articles/importer/links"
	"lede/articles/importer/record"
	"lede/articles/steady"
)

var seeds = []string{
	"---\ntitle: \"a\\e[31mb\"\ntags: a, b\n---\n# a\n\nText\n",
	"+++\ntitle = \"\\u001b[31m\"\n+++\nText",
	"{\"title\": \"\\u009b\", \"related\": [{\"url\": \"x\"}]}\nText",
	"---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntags: *c\n---\nText",
	"Title\n\n5 min read\n\nText\u202e\n",
	"\xff\xfe#\x00 \x00x\x00",
	"# Caf\xe9\n\nText",
	"<!doctype html><title>a&#27;b</title><meta name=author content='x&#10;y'><article><p>Text<a href='/b'>c</a>",
	"---\ntitle: a b\nsubtitle: c\nauthors: [{name: d}, e]\ntags: ['#f', g]\nrelated: [{title: h, url: i}, '[[j|k]]', '[l](m)']\n" +
		"epigraph: {text: n, by: o}\nnotices: [p]\nslug: q\nurl: https://r.example/\ndate: 2026-02-08\naliases: [s]\n---\n# t\n\nu [v](w) #x\n",
	"<!-- x\n# y",
	"---\nauthors: [a, '[](b)', '[[ c ]]', '[[d|]]', '[e)']\nsource: '[ ](f)'\n---\n",
	"---\n---\n",
	"---\ntitle: T\nurl: a  b\nauthor_bio: \"a\\nb\"\nlede:\n    id: \"aaaaaaaaaa\\e\"\n    origin: x\n---\nx",
	"---\nauthor: [[[[[[[[[[[[x]]]]]]]]]]]]\nepigraph: \"\"\nrelated: [\"[[\", \"[](\", \"#\"]\n---\n",
}

// FuzzRead: whatever the bytes, there is an article whose every text is clean
// and that has a title, or one line that says why not.
func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add("x.md", s)
		f.Add("", s)
	}
	f.Fuzz(checkRead)
}

func TestEachWordOfAText(t *testing.T) {
	t.Parallel()
	for _, text := range seeds {
		for data := range steady.Spoilt(text) {
			checkRead(t, "x.md", data)
			checkRead(t, "", data)
		}
	}
}

func checkRead(t *testing.T, name, data string) {
	t.Helper()
	a, err := Read(name, data)
	if err != nil {
		// A name of blanks alone is quoted as it is.
		if text := strings.Join(strings.Fields(err.Error()), " "); text != articles.CleanLine(text) {
			t.Errorf("%q: error %q", data, text)
		}
		return
	}
	lines := append([]string{string(a.ID), a.Title, a.Dek, a.Author, a.Site, a.Slug}, a.Tags...)
	texts := append([]string{a.AuthorBio, a.URL}, a.Notices...)
	for _, l := range a.Related {
		lines, texts = append(lines, l.Title), append(texts, l.Target)
	}
	for _, link := range a.Links {
		// The path of a file beside one with an odd name is as odd, and is no text of it.
		if name == articles.CleanLine(name) || !strings.HasPrefix(link, "file:") {
			texts = append(texts, link)
		}
	}
	// A record has these as they were: an address with two blanks, a text of two lines.
	if front, _, _, _ := frontmatter.Split(decode(data, "")); !record.Is(front) {
		lines, texts = append(lines, texts...), nil
	}
	for _, s := range lines {
		if s != articles.CleanLine(s) {
			t.Errorf("%q: %q is not a clean line", data, s)
		}
	}
	texts = append(texts, a.Markdown)
	for _, q := range a.Epigraphs {
		texts = append(texts, q.Text, q.By)
	}
	for _, s := range append(texts, lines...) {
		if s != articles.Clean(s) {
			t.Errorf("%q: %q is not clean", data, s)
		}
	}
	if !articles.Shows(a.Title) || a.ID == "" {
		t.Errorf("%q: no title or ID: %+v", data, a)
	}
}

// FuzzFrontMatter: the body of a text is a piece of it, whatever its front
// matter, and a mistake lies within it.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = articles.Clean(text)
		front, body, flaw, err := frontmatter.Split(text)
		if err != nil {
			line := err.(*frontmatter.FieldError).Line //nolint:errorlint // it is what Split returns
			if line < 1 || line > strings.Count(text, "\n")+2 {
				t.Errorf("line %d of %d", line, strings.Count(text, "\n")+1)
			}
			return
		}
		if flaw != nil && (flaw.Line < 1 || flaw.Line > strings.Count(text, "\n")+2) {
			t.Errorf("line %d", flaw.Line)
		}
		if !strings.HasSuffix(text, body) {
			t.Errorf("body %q is no end of %q", body, text)
		}
		front.Fill(&articles.Article{}, links.From{Origin: "file:/x/y.md"})
	})
}
