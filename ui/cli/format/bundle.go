package cli

import (
	"bytes"
	"cmp"
	"context"
	"html"
	"io"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer"
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

// writeBundle prints all articles of a file in their order.
func (p *program) writeBundle(ctx context.Context, w io.Writer, b *importer.Bundle, s showing) error {
	for _, err := range b.Failed {
		p.complain(err)
	}
	if err := ctx.Err(); err != nil { // which is then what failed
		return err
	}
	var err error
	switch s.format {
	case "json":
		err = writeBundleJSON(w, b)
	case "md":
		err = writeBundleMarkdown(w, b)
	case "html":
		err = writeBundleHTML(w, b)
	default:
		for i, e := range b.Items {
			if err := ctx.Err(); err != nil {
				return err
			}
			if i > 0 {
				if _, err := io.WriteString(w, "\n\n"); err != nil {
					return err
				}
			}
			if err := p.typeset(w, printed(b, e, s), s); err != nil {
				return err
			}
		}
	}
	if err == nil && len(b.Failed) > 0 {
		return errReported
	}
	return err
}

// printed is an article of a file as it stands between the others. A chapter has
// its title above it, which in the text of a book is of the book's own words.
func printed(b *importer.Bundle, e importer.Entry, s showing) *thing {
	t := &thing{Article: e.Article, related: listed(e.Article), chapter: b.Kind == importer.BookBundle}
	if t.chapter && e.Named && s.format == "text" {
		a := *e.Article
		a.Title = ""
		t.Article = &a
	}
	return t
}

func writeBundleJSON(w io.Writer, b *importer.Bundle) error {
	out := bundleJSON{
		Kind: b.Kind, Title: b.Title, Link: b.Link, Author: b.Author,
		Description: b.Description, Language: b.Language, Items: []entryJSON{}, Left: b.Left,
	}
	for _, e := range b.Items {
		one := entryJSON{
			articleOf(&thing{Article: e.Article, related: listed(e.Article)}),
			cmp.Or(e.GUID, string(e.ID)), e.GUID, e.Link, e.Summary, e.Content,
		}
		if one.Updated == nil {
			one.Updated = one.Published
		}
		out.Items = append(out.Items, one)
	}
	return encode(w, out, "  ")
}

// writeBundleMarkdown writes the articles as the sections of one text.
func writeBundleMarkdown(w io.Writer, b *importer.Bundle) error {
	head, err := importer.FrontMatter(&articles.Article{
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

func writeBundleHTML(w io.Writer, b *importer.Bundle) error {
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
