package feed

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"lede/articles"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/tidy"
)

// Reading is an item as an article, with its texts in Markdown.
type Reading struct {
	Article *articles.Article // without an origin
	Summary string
	Content string
}

// Read makes an article of an item of f. Its text is the content, or where the
// feed has none the summary.
func (f *Feed) Read(it *Item) Reading {
	summary, content := it.Summary.read(), it.Content.read()
	a := &articles.Article{
		Title: it.Title, Site: f.Title, URL: it.url(),
		Published: it.Published, Updated: it.Updated, Tags: it.Tags, Author: byLines(it.Authors),
	}
	if a.Author == "" {
		a.Author = byLines(f.Authors)
	}
	body := content
	if len(body.Markdown)*2 < len(summary.Markdown) {
		body = summary
	}
	if body == content && !repeats(content.Plain, summary.Plain) && !same(summary.Plain, it.Title) {
		a.Dek = dek(summary.Plain)
	}
	a.Markdown = shown(it.Pictures, body.Markdown, f.Image) + body.Markdown + attached(it.Enclosures, body.Markdown)
	if a.Title == "" {
		a.Title = nonEmpty(articles.Opening(body.Plain), named(it))
	}
	r := Reading{a, summary.Markdown, content.Markdown}
	if r.Summary == "" && len(content.Markdown) <= longestDek {
		r.Summary = content.Markdown // as short as one
	}
	return r
}

// Page is the address of an item's own page in the form that lede keeps; empty
// when it has none.
func (it *Item) Page() string {
	if u := it.url(); u != "" {
		return articles.CleanLine(articles.KeptAddress(u))
	}
	return ""
}

// url is the address of an item's page without what counts readers.
func (it *Item) url() string {
	return articles.CleanLine(tidy.Whole(nil, nonEmpty(it.Origin, it.Link)))
}

// read is the text in Markdown; empty for one that no reader could take in.
func (t Text) read() htmldoc.Text {
	if strings.TrimSpace(t.HTML) == "" {
		return htmldoc.Text{}
	}
	text, err := htmldoc.Fragment(opened(t.HTML), t.base)
	if err != nil {
		line := stripped(t.HTML)
		return htmldoc.Text{Markdown: line + "\n", Plain: line}
	}
	return text
}

func byLines(all []Author) string {
	var names []string
	for _, a := range all {
		if s := a.String(); s != "" {
			names = append(names, s)
		}
	}
	return strings.Join(names, ", ")
}

// longestDek is how long a summary may be, in bytes, to stand under the title.
const longestDek = 700

// dek is a summary as it stands under the title: one that is no more than the
// beginning of something ends there, and a long one is no dek.
func dek(summary string) string {
	if len(summary) > longestDek {
		return ""
	}
	return summary
}

// repeats reports whether a summary says no more than a text does at its head.
func repeats(text, summary string) bool {
	for _, end := range [...]string{"[…]", "[...]", "…", "...", "Continue reading", "Read more"} {
		if at := strings.LastIndex(summary, end); at > len(summary)/2 {
			summary = summary[:at]
		}
	}
	s := letters(summary)
	if s == "" {
		return true
	}
	head := text[:min(len(text), 4*len(summary)+1000)]
	return strings.Contains(letters(head), s)
}

// same reports whether two lines have the same letters.
func same(a, b string) bool { return letters(a) == letters(b) }

// letters is what of s is letters and digits, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// named is what an item without a word is called.
func named(it *Item) string {
	for _, e := range it.Enclosures {
		if e.Title != "" {
			return e.Title
		}
	}
	link := it.Link
	if link == "" && len(it.Enclosures) > 0 {
		link = it.Enclosures[0].URL
	}
	return fileName(link)
}

// fileName is the last part of an address, or its host.
func fileName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if name := articles.CleanLine(path.Base(u.Path)); name != "" && name != "." && name != "/" {
		return name
	}
	return articles.CleanLine(u.Host)
}

func isPicture(address string) bool {
	switch strings.ToLower(path.Ext(fileName(address))) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg":
		return true
	}
	return false
}

// mostAttached is how many files of an item its text has links to.
const mostAttached = 5

// attached are the recordings, films and papers of an item as links, for those
// that the text does not lead to.
func attached(all []Enclosure, body string) string {
	var b strings.Builder
	played := map[string]bool{} // the others of a kind are the same in other qualities
	for i, e := range all {
		kind, _, _ := strings.Cut(e.Type, "/")
		if i >= mostAttached {
			break
		}
		if kind == "audio" || kind == "video" {
			if played[kind] {
				continue
			}
			played[kind] = true
		}
		if kind == "image" || isPicture(e.URL) || strings.Contains(e.Type, "flash") || strings.Contains(body, e.URL) || !articles.IsWeb(e.URL) {
			continue
		}
		name := nonEmpty(e.Title, fileName(e.URL))
		switch kind {
		case "audio", "video":
			name = strings.ToUpper(kind[:1]) + kind[1:] + ": " + name
		}
		if b.Len() > 0 || body != "" {
			b.WriteByte('\n')
		}
		b.WriteString("[" + inLink.Replace(name) + "](" + inTarget.Replace(e.URL) + ")\n")
	}
	return b.String()
}
