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
		lines := []string{a.Title, a.Dek, a.Author, a.AuthorBio, a.Site, a.URL, a.Slug}
		lines = append(append(append(lines, a.Tags...), a.Notices...), a.Links...)
		for _, l := range a.Related {
			lines = append(lines, l.Title, l.Target)
		}
		for _, s := range lines {
			if s != articles.CleanLine(s) {
				t.Errorf("%q is not a clean line", s)
			}
		}
		for _, q := range a.Epigraphs {
			lines = append(lines, q.Text, q.By)
		}
		for _, s := range append(lines, a.Markdown) {
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
