package webpage

import (
	"errors"
	"os"
	"testing"

	"lede/articles"
	"lede/articles/steady"
)

// stated is a page that says much of itself.
const stated = `<!doctype html><html lang=en><title>One - Two</title><meta property=og:title content="One"><meta name=description content="Three">
<meta name=author content="Ann Four"><meta property=og:site_name content=Two><meta name=keywords content="five,six"><link rel=canonical href=https://a.example/one>
<script type=application/ld+json>{"@type":"Article","headline":"One","author":{"name":"Ann Four"},"datePublished":"2024-05-06","publisher":{"name":"Two"}}</script>
<header><a href=/>Two</a></header><article><h1>One</h1><p class=dek>Three</p><p class=byline>By <a rel=author href=/ann>Ann Four</a> <time datetime=2024-05-06>May 6, 2024</time></p>
<figure><img src=x.png alt=seven><figcaption>eight</figcaption></figure><p>nine <a href=/b>ten</a></p><blockquote>eleven<cite>twelve</cite></blockquote></article>`

// FuzzParse: whatever the bytes, what a page says of itself is clean lines, and
// its text is clean.
func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/ferry.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data), "https://a.example/b", "")
	f.Add("<table><td><pre>x</pre><sup><a href=#a>1</a></sup><p id=a>y<math><mi>z", "x:", "shift_jis")
	f.Add(stated, "https://a.example/one", "")
	f.Fuzz(check)
}

func TestEachWordOfAPage(t *testing.T) {
	t.Parallel()
	for data := range steady.Spoilt(stated) {
		check(t, data, "https://a.example/one", "")
	}
}

func check(t *testing.T, data, address, charset string) {
	t.Helper()
	for _, whole := range []bool{false, true} {
		p, err := Parse(Source{Data: data, URL: address, Charset: charset, WholePage: whole})
		if err != nil && !errors.Is(err, ErrNoArticle) {
			return
		}
		for _, s := range append(p.Tags, p.Title, p.Dek, p.Author, p.Site, p.URL) {
			if articles.CleanLine(s) != s {
				t.Errorf("%q: %q is no clean line", data, s)
			}
		}
		if articles.Clean(p.Markdown) != p.Markdown || err == nil && !articles.Shows(p.Markdown) {
			t.Errorf("%q: %q is not clean", data, p.Markdown)
		}
	}
}
