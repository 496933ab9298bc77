package format

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/markdown"
)

// quotesOf is every quote of the body.
func quotesOf(a *articles.Article) []articles.Quote {
	return markdown.Survey(a.Markdown).Quotes
}

// HTML writes a whole small page. Raw HTML of the body is shown as text,
// and addresses that run scripts are left out.
func HTML(w io.Writer, a *articles.Article) error {
	var body bytes.Buffer
	if err := markdown.Parse(a.Markdown).HTML(&body); err != nil {
		return err
	}
	var b strings.Builder
	element := func(open, text, end string) {
		if text != "" {
			b.WriteString(open + html.EscapeString(text) + end + "\n")
		}
	}
	b.WriteString("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n")
	element("<title>", a.Title, "</title>")
	element(`<meta name="description" content="`, a.Dek, `">`)
	element(`<meta name="author" content="`, a.Author, `">`)
	element(`<link rel="canonical" href="`, a.URL, `">`)
	b.WriteString("</head>\n<body>\n<article>\n<header>\n")
	element("<h1>", a.Title, "</h1>")
	element("<p>", a.Dek, "</p>")
	element("<address>", a.Author, "</address>")
	if !a.Published.IsZero() {
		fmt.Fprintf(&b, "<time datetime=\"%s\">%s</time>\n", a.Published.Format(time.RFC3339), articles.DateLabel(a.Published))
	}
	for _, notice := range a.Notices {
		element("<p><small>", notice, "</small></p>")
	}
	b.WriteString("</header>\n" + articles.Clean(body.String()))
	for _, q := range a.Epigraphs {
		b.WriteString("<blockquote>\n")
		element("<p>", q.Text, "</p>")
		element("<cite>", q.By, "</cite>")
		b.WriteString("</blockquote>\n")
	}
	element("<footer>", a.AuthorBio, "</footer>")
	b.WriteString("</article>\n</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
