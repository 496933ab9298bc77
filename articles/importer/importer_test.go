package importer

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/foldertest"
	"lede/articles/importer/links"
)

func TestReadMarkdown(t *testing.T) {
	const src = "\ufeff---\r\n" + `title: "The Measure: a history"
subtitle: How wide a line may be
author:
  - name: "[[Ada Quill]]"
    bio: Ada Quill sets type.
site: The Terminal Review
url: https://example.org/measure
date: 2026-02-08 10:00:04 -0400
lastmod: 2026-03-01
tags: [type, "#Unix", unix]
tags: [Type, "#unix", unix]
views: 12.4k
notice: Written before the flood.
epigraph: {text: "All I ask is a line.", by: A printer}
related:
  - other-note
  - notes/third.md
  - Some Title
  - "[[Wiki Page|that page]]"
  - https://example.org/z
  - {title: Named, url: https://example.org/n}
colour: green
---

# The measure: a History

Hello [far](../b.md#part) and [[Target Note|words]].
`
	file := foldertest.Abs(t, "vault/blog/2026-02-07-measure.md")
	dir := "file:" + filepath.ToSlash(filepath.Dir(file))
	a, err := Read(file, src)
	if err != nil {
		t.Fatal(err)
	}
	want := &articles.Article{
		ID: articles.NewID(links.FileOrigin(file)), Slug: "measure", Origin: links.FileOrigin(file),
		Title: "The Measure: a history", Dek: "How wide a line may be",
		Author: "Ada Quill", AuthorBio: "Ada Quill sets type.",
		Site: "The Terminal Review", URL: "https://example.org/measure",
		Published: a.Published, Updated: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Notices: []string{"Written before the flood."}, Tags: []string{"Type", "unix"},
		Epigraphs: []articles.Quote{{Text: "All I ask is a line.", By: "A printer"}},
		Related: []articles.Link{
			{Target: "other-note"},
			{Target: dir + "/notes/third.md"},
			{Title: "Some Title"},
			{Title: "that page", Target: "wiki-page"},
			{Target: "https://example.org/z"},
			{Title: "Named", Target: "https://example.org/n"},
		},
		SourceViews: 12400,
		Markdown:    "Hello [far](../b.md#part) and [[Target Note|words]].\n",
		Length:      articles.Length{Words: 5},
		Links:       []string{"file:" + filepath.ToSlash(foldertest.Abs(t, "vault/b.md")), "target-note", dir + "/Target Note.md"},
		Original:    &articles.Original{Name: filepath.ToSlash(file), Data: src},
	}
	if !reflect.DeepEqual(a, want) {
		t.Errorf("got  %+v\nwant %+v", a, want)
	}
	if got := a.Published.UTC(); !got.Equal(time.Date(2026, 2, 8, 14, 0, 4, 0, time.UTC)) {
		t.Errorf("published %v", got)
	}
}

func TestTitleAndBody(t *testing.T) {
	tests := []struct{ name, file, src, title, body string }{
		{"first heading", "x.md", "# A *title*\n\nBody.\n", "A title", "Body.\n"},
		{"underlined", "x.md", "A title\n=====\n\nBody.\n", "A title", "Body.\n"},
		{"after a comment", "x.md", "<!-- draft -->\n\n# Title\nBody.\n", "Title", "<!-- draft -->\n\nBody.\n"},
		{"only one, after a badge", "x.md", "![b](b.svg)\n\n# Title\n\nBody.\n", "Title", "![b](b.svg)\n\nBody.\n"},
		{"a section below prose", "my note.md", strings.Repeat("Words of prose. ", 9) + "\n\n# Sources\n\nBody.\n", "my note", strings.Repeat("Words of prose. ", 9) + "\n\n# Sources\n\nBody.\n"},
		{"a section below another heading", "my note.md", "## One\n\n# Two\n", "my note", "## One\n\n# Two\n"},
		{"several are sections", "my_own-notes.md", "Hello.\n\n# One\n\n# Two\n", "my own notes", "Hello.\n\n# One\n\n# Two\n"},
		{"in code", "note.md", "```\n# no\n```\n", "note", "```\n# no\n```\n"},
		{"in a quote", "note.md", "> # no\n\nText.\n", "note", "> # no\n\nText.\n"},
		{"other heading stays", "x.md", "---\ntitle: One\n---\n# Two\n\nBody.\n", "One", "# Two\n\nBody.\n"},
		{"other signs stay", "x.md", "---\ntitle: C++\n---\n# C#\n\nBody.\n", "C++", "# C#\n\nBody.\n"},
		{"no letters", "x.md", "---\ntitle: \"?\"\n---\n# !\n\nBody.\n", "?", "# !\n\nBody.\n"},
		{"quotes alone", "x.md", "---\ntitle: ”\n---\n# —\n\nBody.\n", "”", "# —\n\nBody.\n"},
		{"other quotes and dashes go", "x.md", "---\ntitle: It's  an Étude - two\n---\n# It’s an etude—Two\n\nBody.\n", "It's an Étude - two", "Body.\n"},
		{"twice, with comments", "x.md", "<!-- a -->\n# Title\n<!-- b -->\n\n# Title\n\nBody.\n", "Title", "<!-- a -->\n<!-- b -->\n\n# Title\n\nBody.\n"},
		{"prose with a colon between rules", "x.md", "---\nNote: this is prose.\n\nMore of it.\n---\n\nText.\n", "x", "---\nNote: this is prose.\n\nMore of it.\n---\n\nText.\n"},
		{"name of the folder", "2026-01-02-the-trip/index.md", "Text.\n", "the trip", "Text.\n"},
		{"date of the name", "2026-01-02-the-trip.md", "Text.\n", "the trip", "Text.\n"},
		{"prose between rules", "x.md", "---\nHello there.\n---\n\nText.\n", "x", "---\nHello there.\n---\n\nText.\n"},
		{"a log from a pipe", "", "10:00:01.5 INFO lamp on\n10:00:02.5 INFO lamp off\n10:00:03.5 INFO end\n", "10:00:01.5 INFO lamp on", "```\n10:00:01.5 INFO lamp on\n10:00:02.5 INFO lamp off\n10:00:03.5 INFO end\n```\n"},
		{"a heading without words", "", "# ![](x.png)\n\nWords.\n", "Words.", "# ![](x.png)\n\nWords.\n"},
		{"a heading that nobody sees", "", "# \u200b\n\n> *Words* \\# here.\n", "Words # here.", "# \u200b\n\n> *Words* \\# here.\n"},
		{"a picture alone", "", "![](x.png)\n", "Untitled", "![](x.png)\n"},
		{"a rule", "x.md", "---\n\nText.\n", "x", "---\n\nText.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(tt.file, tt.src)
			if err != nil {
				t.Fatal(err)
			}
			if a.Title != tt.title || a.Markdown != tt.body {
				t.Errorf("got %q %q, want %q %q", a.Title, a.Markdown, tt.title, tt.body)
			}
		})
	}
}

// What many repetitions cost grows with them, not with their square.
func BenchmarkManyLinks(b *testing.B) {
	var text strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&text, "[x](https://example.org/%d)\n", i)
	}
	for b.Loop() {
		if _, err := Read("x.md", text.String()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRepeatedTitle(b *testing.B) {
	text := "<!-- draft -->\n" + strings.Repeat("# A title\n", 20_000) + strings.Repeat("Some words.\n", 40_000)
	for b.Loop() {
		if _, err := Read("x.md", text); err != nil {
			b.Fatal(err)
		}
	}
}

func TestRefused(t *testing.T) {
	tests := []struct{ name, file, src, want string }{
		{"empty", "a.md", "", "a.md is empty"},
		{"white space", "a.txt", " \n\t\n", "a.txt is empty"},
		{"signs that nobody sees", "a.txt", "\u200b\n\u00ad", "a.txt is empty"},
		{"image", "a.md", "\x89PNG\r\n\x1a\n\x00", "a.md is a PNG image, not text: lede reads web pages, feeds, EPUB books, PDF, mail, exports of other services, Markdown and plain text"},
		{"zero byte", "a.txt", "Hello\x00", "a.txt is binary data, not text: lede reads web pages, feeds, EPUB books, PDF, mail, exports of other services, Markdown and plain text"},
		{"web page", "", "<!DOCTYPE html><title>x</title><form></form>", "read input: the page has no article in it"},
		{"feed", "", "<?xml version='1.0'?><rss/>", "input holds 0 articles and not one: lede add puts them into the library"},
		{"XML", "", "<?xml version='1.0'?><svg/>", "input is XML: lede reads web pages, feeds, EPUB books, PDF, mail, exports of other services, Markdown and plain text"},
		{"long yaml", "n.md", "---\ntitle: a\n" + strings.Repeat("a: b\n", 2<<20) + "---\nx\n", "n.md:1: front matter: it is over the limit of 2 MB"},
		{"long json", "n.md", "{\"title\": \"" + strings.Repeat("a", 2<<20) + "\"}\nx\n", "n.md:1: front matter: it is over the limit of 2 MB"},
		{"hostile name", "a\x1b[31m.md", "", "a.md is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.file, tt.src)
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	tests := map[string]string{
		"UTF-8":        "# Caf\u00e9 \u201cx\u201d\n\nBody",
		"mark":         "\ufeff# Caf\u00e9 \u201cx\u201d\r\n\r\nBody",
		"windows-1252": "# Caf\xe9 \x93x\x94\n\nBody",
		"UTF-16 LE":    "\xff\xfe" + wide("# Caf\u00e9 \u201cx\u201d\n\nBody", 0),
		"UTF-16 BE":    "\xfe\xff" + wide("# Caf\u00e9 \u201cx\u201d\n\nBody", 1),
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			a, err := Read("", src)
			if err != nil {
				t.Fatal(err)
			}
			if a.Title != "Caf\u00e9 \u201cx\u201d" || a.Markdown != "Body\n" {
				t.Errorf("got %q %q", a.Title, a.Markdown)
			}
		})
	}
	a, err := Read("x.md", "# Caf\u00e9\n\nbad \xff byte")
	if err != nil || a.Markdown != "bad \ufffd byte\n" {
		t.Errorf("a bad byte: %+v %v", a, err)
	}
}

// wide writes s, which is of the basic plane, in UTF-16 with the low byte of
// each pair at place low.
func wide(s string, low int) string {
	var b []byte
	for _, r := range s {
		pair := [2]byte{byte(r), byte(r >> 8)}
		b = append(b, pair[low], pair[1-low])
	}
	return string(b)
}
