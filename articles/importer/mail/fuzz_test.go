package mail

import (
	"context"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/steady"
)

var seeds = [...]string{
	page("List-Unsubscribe: <https://x.example/u>\n", "<p>Words.</p><a href='https://x.example/u'>Unsubscribe</a>"),
	plain(flowed, "> a \n> b\n-- \nx\n"),
	"Subject: =?utf-8?B?4oCU?=\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src=cid:x>\n--b\nContent-ID: <x>\n\n\x89PNG\r\n\x1a\n\n--b--",
	"From a 2026\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--\n",
}

// FuzzRead: whatever the bytes, an article of clean texts or an error comes.
func FuzzRead(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(checkAll)
}

func TestEachWordOfAMessage(t *testing.T) {
	t.Parallel()
	for _, text := range seeds {
		for spoilt := range steady.Spoilt(text) {
			checkAll(t, spoilt)
		}
	}
}

func checkAll(t *testing.T, text string) {
	t.Helper()
	for a, err := range Box(context.Background(), strings.NewReader(text)) {
		check(t, a, err)
	}
	a, err := Read(text)
	check(t, a, err)
	if page, err := ReadArchive(text); err == nil {
		_ = page.Images("![](cid:x)")
	}
}

func check(t *testing.T, a *articles.Article, err error) {
	t.Helper()
	if err != nil {
		return
	}
	for _, s := range append(append(a.Tags, a.Notices...), a.Title, a.Author, a.AuthorBio, a.Site, a.URL, a.Origin) {
		if s != articles.CleanLine(s) {
			t.Errorf("%q is no clean line", s)
		}
	}
	if a.Markdown != articles.Clean(a.Markdown) || !articles.Shows(a.Markdown) {
		t.Errorf("body %q", a.Markdown)
	}
}
