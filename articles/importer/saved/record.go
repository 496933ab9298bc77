package saved

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/webpage"
	"lede/articles/markdown"
)

// record is a thing that was saved, in the words of the export.
type record struct {
	url, title, author, site, dek string
	quote                         string   // that the reader marked
	note                          string   // that the reader wrote
	content                       string   // HTML
	text                          string   // the same in plain words, where there is no HTML
	marks                         string   // what the reader marked, in Markdown
	tags                          []string // names, as they are
	added, published, updated     time.Time
	read, starred                 bool
	archived                      bool    // it is read, and put away
	progress                      float64 // from 0 to 1
}

// errNoAddress says that a record leads nowhere.
var errNoAddress = errors.New("it has no web address")

// article is what a record becomes; nil for what nobody reads, such as a script
// that is kept as a bookmark.
func (r record) article() (*articles.Article, error) {
	u, err := r.address()
	if u == nil {
		if a := r.written(); a.Markdown != "" {
			return a, nil
		}
		return nil, err
	}
	at := u.String()
	a := &articles.Article{Added: r.added, Origin: at, URL: at}
	a.Markdown, a.Dek = r.body(at)
	a.Title = articles.CleanLine(r.title)
	if a.Title == "" || a.Title == strings.TrimSpace(r.url) {
		a.Title = cmp.Or(articles.CleanLine(strings.TrimPrefix(u.Host, "www.")+strings.TrimSuffix(u.Path, "/")), at)
	}
	r.about(a)
	if a.Bookmark = a.Markdown == ""; a.Bookmark {
		a.Markdown = "Only the address of this page was saved: follow its link to read it here, or press o for the browser; lede add fetches its text.\n\n<" + linked(at) + ">\n"
	}
	r.remarks(a)
	return a, nil
}

// address is the web address of a record; nil when it has none, with an error
// unless it is one of something else, such as a script.
func (r record) address() (*url.URL, error) {
	at := strings.TrimSpace(r.url)
	if scheme, _, ok := strings.Cut(at, ":"); ok && at != "" && !articles.IsWeb(at) && !strings.ContainsAny(scheme, "/. ") {
		return nil, nil
	}
	u, err := url.Parse(at)
	if err != nil || !articles.IsWeb(at) || len(at) > 8<<10 || articles.CleanLine(at) != at {
		return nil, errNoAddress
	}
	if u = articles.KeptURL(u); u.Hostname() == "" {
		return nil, errNoAddress
	}
	return u, nil
}

// body is the text of a record that stood at an address, and what the text has
// for a dek. Both can be empty.
func (r record) body(at string) (text, dek string) {
	if r.content != "" {
		// What cannot be read of it leaves a bookmark.
		if p, err := webpage.Parse(webpage.Source{Data: r.content, URL: at, WholePage: true}); err == nil {
			if text = seen(p.Markdown); text != "" {
				return text, p.Dek
			}
		}
	}
	return paragraphs(r.text), ""
}

// written is what the reader wrote there, or kept without its address. It may
// hold no text: what is there can be blanks and signs that no one sees.
func (r record) written() *articles.Article {
	words := r.text + r.content
	if words == "" { // remarks alone
		words = r.title + "\n" + r.quote + "\n" + r.note + "\n" + r.marks
	}
	sum := sha256.Sum256([]byte(r.added.String() + "\n" + words))
	a := &articles.Article{Added: r.added, Origin: "note:" + hex.EncodeToString(sum[:12])}
	a.Markdown, _ = r.body("")
	r.about(a)
	r.remarks(a)
	a.Markdown = strings.TrimPrefix(a.Markdown, "\n")
	if a.Title = articles.CleanLine(r.title); a.Title == "" {
		a.Title = cmp.Or(markdown.Opening(a.Markdown), "Untitled")
	}
	return a
}

// about gives an article what the export says of it.
func (r record) about(a *articles.Article) {
	a.Author, a.Site = articles.CleanLine(r.author), articles.CleanLine(r.site)
	if dek := articles.CleanLine(r.dek); dek != "" {
		a.Dek = dek
	}
	a.Published, a.Updated = r.published, r.updated
	for _, tag := range r.tags {
		tag = strings.TrimLeft(articles.CleanLine(tag), "# ")
		if tag != "" && len(tag) <= 100 && len(a.Tags) < 50 && !slices.Contains(a.Tags, tag) {
			a.Tags = append(a.Tags, tag)
		}
	}
}

// remarks puts what the reader marked and wrote behind the text.
func (r record) remarks(a *articles.Article) {
	a.Markdown += quoted(r.quote) + paragraph(r.note)
	if r.marks != "" {
		a.Markdown += "\n" + strings.TrimPrefix(r.marks, "\n")
	}
	a.Prior = r.prior()
}

// prior is what the reader did with it; nil when that is nothing.
func (r record) prior() *articles.State {
	s := articles.State{Read: r.read || r.archived, Starred: r.starred, Archived: r.archived}
	if 0 < r.progress && r.progress <= 1 {
		s.Place.Progress = r.progress
	}
	if s == (articles.State{}) {
		return nil
	}
	return &s
}
