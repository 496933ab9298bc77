package importer

import (
	"strings"
	"testing"

	"lede/articles"
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
	"<!-- x\n# y",
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
	f.Fuzz(func(t *testing.T, name, data string) {
		a, err := Read(name, data)
		if err != nil {
			// A name of blanks alone is quoted as it is.
			if text := strings.Join(strings.Fields(err.Error()), " "); text != articles.CleanLine(text) {
				t.Errorf("error %q", text)
			}
			return
		}
		lines := append([]string{string(a.ID), a.Title, a.Dek, a.Author, a.Site, a.Slug}, a.Tags...)
		texts := append([]string{a.AuthorBio, a.URL}, a.Notices...)
		for _, l := range a.Related {
			lines, texts = append(lines, l.Title), append(texts, l.Target)
		}
		texts = append(texts, a.Links...)
		// A record has these as they were: an address with two blanks, a text of two lines.
		if front, _, _, _ := splitFront(decode(data, "")); !isRecord(front) {
			lines, texts = append(lines, texts...), nil
		}
		for _, s := range lines {
			if s != articles.CleanLine(s) {
				t.Errorf("%q is not a clean line", s)
			}
		}
		texts = append(texts, a.Markdown)
		for _, q := range a.Epigraphs {
			texts = append(texts, q.Text, q.By)
		}
		for _, s := range append(texts, lines...) {
			if s != articles.Clean(s) {
				t.Errorf("%q is not clean", s)
			}
		}
		if !articles.Shows(a.Title) || a.ID == "" {
			t.Errorf("no title or ID: %+v", a)
		}
	})
}

// FuzzFrontMatter: the body of a text is a piece of it, whatever its front
// matter, and a mistake lies within it.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = articles.Clean(text)
		front, body, flaw, err := splitFront(text)
		if err != nil {
			line := err.(*fieldError).line //nolint:errorlint // it is what splitFront returns
			if line < 1 || line > strings.Count(text, "\n")+2 {
				t.Errorf("line %d of %d", line, strings.Count(text, "\n")+1)
			}
			return
		}
		if flaw != nil && (flaw.line < 1 || flaw.line > strings.Count(text, "\n")+2) {
			t.Errorf("line %d", flaw.line)
		}
		if !strings.HasSuffix(text, body) {
			t.Errorf("body %q is no end of %q", body, text)
		}
		front.fill(&articles.Article{}, source{origin: "file:/x/y.md"})
	})
}
