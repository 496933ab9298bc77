package cli

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"lede/articles"
	"lede/articles/markdown"
)

// front is the front matter that lede writes, in the order it writes it.
// Reading it back gives the same article.
type front struct {
	Title     string       `yaml:"title"`
	Dek       string       `yaml:"dek,omitempty"`
	Author    string       `yaml:"author,omitempty"`
	AuthorBio string       `yaml:"author_bio,omitempty"`
	Site      string       `yaml:"site,omitempty"`
	URL       string       `yaml:"url,omitempty"`
	Published string       `yaml:"published,omitempty"`
	Updated   string       `yaml:"updated,omitempty"`
	Tags      []string     `yaml:"tags,omitempty,flow"`
	Series    string       `yaml:"series,omitempty"`
	Part      int          `yaml:"part,omitempty"`
	Parts     int          `yaml:"parts,omitempty"`
	Notices   []string     `yaml:"notices,omitempty"`
	Views     int64        `yaml:"views,omitempty"`
	Slug      string       `yaml:"slug,omitempty"`
	Epigraphs []frontQuote `yaml:"epigraphs,omitempty"`
	Related   []frontLink  `yaml:"related,omitempty"`
}

type frontQuote struct {
	Text string `yaml:"text"`
	By   string `yaml:"by,omitempty"`
}

type frontLink struct {
	Title string `yaml:"title,omitempty"`
	URL   string `yaml:"url,omitempty"`
}

func writeMarkdown(w io.Writer, a *articles.Article) error {
	f := front{
		Title: escape(a.Title), Dek: escape(a.Dek),
		Author: escape(a.Author), AuthorBio: escape(a.AuthorBio), Site: escape(a.Site), URL: a.URL,
		Published: frontDate(a.Published), Updated: frontDate(a.Updated),
		Tags: escapeAll(a.Tags), Series: escape(a.Series), Part: a.Part, Parts: a.Parts, Notices: escapeAll(a.Notices), Views: a.SourceViews, Slug: a.Slug,
	}
	for _, q := range a.Epigraphs {
		f.Epigraphs = append(f.Epigraphs, frontQuote{q.Text, escape(q.By)})
	}
	for _, l := range a.Related {
		f.Related = append(f.Related, frontLink{escape(l.Title), l.Target})
	}
	head, err := yaml.Marshal(f)
	if err != nil {
		return fmt.Errorf("write front matter: %w", err)
	}
	_, err = fmt.Fprintf(w, "---\n%s---\n\n%s", articles.Clean(string(head)), a.Markdown)
	return err
}

// escape keeps what looks like an entity, "&lt;", from being read as one.
func escape(s string) string {
	if html.UnescapeString(s) == s {
		return s
	}
	return strings.ReplaceAll(s, "&", "&amp;")
}

func escapeAll(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = escape(s)
	}
	return out
}

// frontDate is a date as people write it when it has no clock.
func frontDate(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.UTC().Truncate(24 * time.Hour)):
		return t.UTC().Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// quotesOf is every quote of the body.
func quotesOf(a *articles.Article) []articles.Quote {
	return markdown.Survey(a.Title, a.Markdown).Quotes
}

// writeHTML writes a whole small page. Raw HTML of the body is shown as text,
// and addresses that run scripts are left out.
func writeHTML(w io.Writer, a *articles.Article) error {
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
