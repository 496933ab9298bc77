// Package format writes articles, feeds and rows of the library as JSON, Markdown,
// HTML and lines.
package format

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/record"
	"lede/articles/markdown"
)

// bundleJSON is a file with several articles as show --format json prints it.
type bundleJSON struct {
	Kind        importer.BundleKind `json:"kind"`
	Title       string              `json:"title"`
	Link        string              `json:"link"`
	Author      string              `json:"author"`
	Description string              `json:"description"`
	Language    string              `json:"language"`
	Items       []entryJSON         `json:"items"`
	Left        int                 `json:"left"` // articles beyond the most that are read
}

// entryJSON is one of its articles, with what the file says of it beside. Its id
// is the one that the file has for it, as in a JSON Feed, where it has any; the
// library's follows from the origin. An article that says only when it was
// published was not changed since.
type entryJSON struct {
	articleJSON
	ID      string `json:"id"`
	GUID    string `json:"guid"`
	Link    string `json:"link"`
	Summary string `json:"summary"`
	Content string `json:"content"`
}

// Bundle writes all articles of a file in their order, in a format: json, md or
// html.
func Bundle(w io.Writer, b *importer.Bundle, format string) error {
	switch format {
	case "json":
		return bundleObject(w, b)
	case "md":
		return bundleMarkdown(w, b)
	case "html":
		return bundleHTML(w, b)
	}
	return fmt.Errorf("no format %q", format)
}

// Listed is an article's own list of related ones, for one that stands outside of
// the library.
func Listed(a *articles.Article) []articles.Related {
	var out []articles.Related
	for _, link := range a.Related {
		r := articles.Related{Title: link.Title, Reason: "listed here"}
		if articles.IsWeb(link.Target) {
			r.URL = link.Target
		}
		if r.Title == "" {
			r.Title = strings.TrimPrefix(link.Target, "file:")
		}
		out = append(out, r)
	}
	return out
}

func bundleObject(w io.Writer, b *importer.Bundle) error {
	out := bundleJSON{
		Kind: b.Kind, Title: b.Title, Link: b.Link, Author: b.Author,
		Description: b.Description, Language: b.Language, Items: []entryJSON{}, Left: b.Left,
	}
	for _, e := range b.Items {
		one := entryJSON{
			articleOf(Item{Article: e.Article, Related: Listed(e.Article)}),
			cmp.Or(e.GUID, string(e.ID)), e.GUID, e.Link, e.Summary, e.Content,
		}
		if one.Updated == nil {
			one.Updated = one.Published
		}
		out.Items = append(out.Items, one)
	}
	return Encode(w, out, "  ")
}

// bundleMarkdown writes the articles as the sections of one text.
func bundleMarkdown(w io.Writer, b *importer.Bundle) error {
	head, err := record.FrontMatter(&articles.Article{
		Title: b.Title, Dek: b.Description, Author: b.Author, Site: b.Site, URL: b.Link, Published: b.Published,
	})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	plain := strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, `[`, `\[`, "`", "\\`", `<`, `\<`)
	for _, e := range b.Items {
		out := "\n# " + plain.Replace(e.Title) + "\n\n"
		for _, line := range beside(b, e) {
			out += "*" + plain.Replace(line) + "*\n\n"
		}
		if _, err := io.WriteString(w, out+e.Markdown); err != nil {
			return err
		}
	}
	return nil
}

// beside is what a file says of one of its articles and its text does not, a line
// each: the dek; who wrote it, when, and its tags; notices; the words about the
// author. Of a chapter that is the book's.
func beside(b *importer.Bundle, e importer.Entry) []string {
	if b.Kind == importer.BookBundle {
		return nil
	}
	var facts []string
	if e.Author != "" {
		facts = append(facts, e.Author)
	}
	if !e.Published.IsZero() {
		facts = append(facts, e.Published.Format(time.DateOnly))
	}
	for _, tag := range e.Tags {
		facts = append(facts, "#"+tag)
	}
	lines := append([]string{e.Dek, strings.Join(facts, " · ")}, append(slices.Clone(e.Notices), e.AuthorBio)...)
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

func bundleHTML(w io.Writer, b *importer.Bundle) error {
	var out strings.Builder
	text := html.EscapeString
	out.WriteString("<!DOCTYPE html>\n<html" + langOf(b.Language) + ">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
		text(cmp.Or(b.Title, "Articles")) + "</title>\n</head>\n<body>\n")
	for _, e := range b.Items {
		var body bytes.Buffer
		if err := markdown.Parse(e.Markdown).HTML(&body); err != nil {
			return err
		}
		out.WriteString("<article>\n<h1>" + text(e.Title) + "</h1>\n")
		for _, line := range beside(b, e) {
			out.WriteString("<p><em>" + text(line) + "</em></p>\n")
		}
		out.WriteString(articles.Clean(body.String()) + "</article>\n")
		if _, err := io.WriteString(w, out.String()); err != nil {
			return err
		}
		out.Reset()
	}
	_, err := io.WriteString(w, out.String()+"</body>\n</html>\n")
	return err
}

func langOf(language string) string {
	if language == "" {
		return ""
	}
	return ` lang="` + html.EscapeString(language) + `"`
}
