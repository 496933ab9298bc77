package saved

import (
	"context"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/steady"
)

// FuzzExport: whatever the bytes, what comes is an article with a title, a text
// and clean lines, or an error in one line.
func FuzzExport(f *testing.F) {
	for _, e := range exports {
		f.Add(e.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, format := range [...]Format{Sniff(text), Table, Links, Objects} {
			check(t, format, text)
		}
	})
}

// TestEachWordOfAnExport: any of the words of an export can be one that nobody
// sees, or a sign.
func TestEachWordOfAnExport(t *testing.T) {
	for _, e := range exports {
		for text := range steady.Spoilt(e.text) {
			check(t, e.format, text)
		}
	}
}

func check(t *testing.T, f Format, text string) {
	t.Helper()
	for i := range Read(context.Background(), f, strings.NewReader(text)) {
		if i.Err != nil {
			if why := i.Err.Error(); why == "" || articles.CleanLine(why) != why {
				t.Errorf("%q: the error %q", text, why)
			}
			continue
		}
		if !articles.Shows(i.Title) || !articles.Shows(i.Markdown) || i.Origin == "" {
			t.Errorf("%q: %+v", text, i.Article)
		}
		for _, s := range append(i.Tags, i.Title, i.Author, i.Site, i.Dek, i.URL, i.Slug) {
			if articles.CleanLine(s) != s {
				t.Errorf("%q: %q is no clean line", text, s)
			}
		}
		if articles.Clean(i.Markdown) != i.Markdown {
			t.Errorf("%q: %q is not clean", text, i.Markdown)
		}
	}
}
