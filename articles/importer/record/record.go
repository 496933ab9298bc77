// Package record writes an article of a library as Markdown with front matter, and
// reads it again as it was.
package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/frontmatter"
)

// Record is an article as an export of a library holds it: Markdown, whose
// front matter says also what the reader did with it and where its original
// stands. Reading it gives the same article again, with the same ID.
type Record struct {
	*articles.Article
	State articles.State
	// Original is the path of the file of the article's Original, with slashes,
	// from the folder of the record; empty when it is not written.
	Original string
	// Images are the paths of the files of the article's Images, likewise.
	Images []string
}

// Bytes are the file of the record. They hold a sum of themselves, by which
// [IsIntact] knows a file that nobody changed.
func (r Record) Bytes() ([]byte, error) {
	f, place := frontOf(r.Article), r.State.Place
	f.Lede = &frontLede{
		ID: r.ID, Origin: prose(r.Origin), Added: frontTime(r.Added), FileTime: frontTime(r.FileTime), Bookmark: r.Bookmark,
		Read: r.State.Read, Starred: r.State.Starred, Archived: r.State.Archived, Progress: place.Progress,
		Tagged: mapped(r.Own.Add, escape[string]), Untagged: mapped(r.Own.Take, escape[string]),
		Views: r.State.Views, Opened: frontTime(r.State.Opened), Sum: noSum,
	}
	f.Aliases = r.Aliases
	f.Lede.Former = mapped(r.Former, func(s string) prose { return prose(s) })
	if a := place.Anchor; !a.IsZero() {
		f.Lede.Place = &frontPlace{a.Chunk, a.Letters, prose(a.Words)}
	}
	for i, file := range r.Images {
		f.Lede.Images = append(f.Lede.Images, frontImage{prose(r.Article.Images[i].Source), file})
	}
	if o := r.Article.Original; o != nil && r.Original != "" {
		f.Lede.Original = &frontOriginal{r.Original, prose(o.Name), prose(o.URL), prose(o.Charset), o.WholePage}
	}
	head, err := f.text()
	if err != nil {
		return nil, err
	}
	data := []byte(head + "\n" + r.Markdown)
	copy(data[sumAt(data):], sumOf(data))
	return data, nil
}

// The sum stands in for zeros while it is computed.
const (
	sumField = "\n    sum: \""
	sumSize  = 32 // hexadecimal digits
)

var noSum = strings.Repeat("0", sumSize)

// sumAt is where the digits of the sum stand in a record; -1 where it has none.
func sumAt(data []byte) int {
	end := bytes.Index(data, []byte("\n---\n"))
	at := bytes.LastIndex(data[:max(0, end)], []byte(sumField)) + len(sumField)
	if end < 0 || at < len(sumField) || at+sumSize > end {
		return -1
	}
	return at
}

// sumOf is the sum of a record that has zeros in its place.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:sumSize]
}

// IsIntact reports whether a file is the record of the article with an ID as
// lede wrote it.
func IsIntact(data []byte, id articles.ID) bool {
	at := sumAt(data)
	if at < 0 || ID(data) != id {
		return false
	}
	plain := bytes.Clone(data)
	copy(plain[at:], noSum)
	return sumOf(plain) == string(data[at:at+sumSize])
}

// ID is the ID of the article of which a file is the record, by the start
// of the file; empty when it is none, or does not say it there.
func ID(start []byte) articles.ID {
	if end := bytes.Index(start, []byte("\n---\n")); end >= 0 {
		start = start[:end+1]
	}
	_, after, _ := bytes.Cut(start, []byte("\nlede:\n    id: "))
	line, _, _ := bytes.Cut(after, []byte("\n"))
	if id := articles.ID(strings.Trim(string(line), `"`)); isID(id) {
		return id
	}
	return ""
}

func isID(id articles.ID) bool {
	return len(id) == len(articles.NewID("")) &&
		strings.Trim(string(id), "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// Is reports whether front matter is that of a [Record].
func Is(f frontmatter.Fields) bool {
	table, ok := f["lede"].Value.(frontmatter.Fields)
	return ok && isID(articles.ID(table.Line("id")))
}

// Read reads a record exactly: nothing is looked for that another writer might
// have meant. What it holds is not trusted for that: it is cleaned. What stands
// beside it is read from its folder; empty for none. It is intact when nobody
// changed it: then it is made of what it says, and is no original itself.
func Read(text, folder string) (a *articles.Article, intact bool, err error) {
	f := front{Lede: &frontLede{}}
	body, err := frontmatter.Exact(text, &f)
	if err != nil {
		return nil, false, err
	}
	a = f.article()
	a.Markdown = strings.TrimPrefix(body, "\n")
	a.Images = imagesBeside(folder, f.Lede.Images)
	if intact = IsIntact([]byte(text), a.ID); intact && f.Lede.Original != nil {
		a.Original = originalBeside(folder, f.Lede.Original)
	}
	return a, intact, nil
}

func (f *front) article() *articles.Article {
	a := &articles.Article{
		Title: f.line(f.Title), Dek: f.line(f.Dek), Author: f.line(f.Author), AuthorBio: unescape(f.AuthorBio),
		Site: f.line(f.Site), URL: articles.Clean(string(f.URL)),
		Published: frontmatter.ParseDate(f.Published), Updated: frontmatter.ParseDate(f.Updated),
		Series: f.line(f.Series), Part: f.Part, Parts: f.Parts,
		Tags: mapped(f.Tags, f.line), Notices: mapped(f.Notices, unescape),
		SourceViews: f.Views, Slug: articles.CleanLine(f.Slug),
		Aliases: mapped(f.Aliases, articles.CleanLine),
	}
	for _, q := range f.Epigraphs {
		a.Epigraphs = append(a.Epigraphs, articles.Quote{Text: articles.Clean(string(q.Text)), By: f.line(q.By)})
	}
	for _, l := range f.Related {
		a.Related = append(a.Related, articles.Link{Title: f.line(l.Title), Target: articles.Clean(string(l.URL))})
	}
	l := f.Lede
	a.Bookmark = l.Bookmark
	a.Own = articles.TagEdit{Add: mapped(l.Tagged, f.line), Take: mapped(l.Untagged, f.line)}
	a.ID, a.Origin, a.Added = articles.ID(f.line(string(l.ID))), articles.Clean(string(l.Origin)), frontmatter.ParseDate(l.Added)
	a.FileTime = frontmatter.ParseDate(l.FileTime)
	const mostFormer = 20
	a.Former = mapped(l.Former[:min(mostFormer, len(l.Former))], func(p prose) string { return articles.Clean(string(p)) })
	state := articles.State{
		Views: l.Views, Read: l.Read, Starred: l.Starred, Archived: l.Archived, Opened: frontmatter.ParseDate(l.Opened),
		Place: articles.Place{Progress: l.Progress},
	}
	if p := l.Place; p != nil {
		state.Place.Anchor = articles.Anchor{Chunk: p.Chunk, Letters: p.Letters, Words: articles.Clean(string(p.Words))}
	}
	if state != (articles.State{}) {
		a.Prior = &state
	}
	return a
}

func (*front) line(s string) string { return articles.CleanLine(html.UnescapeString(s)) }

func unescape(p prose) string { return articles.Clean(html.UnescapeString(string(p))) }

// originalBeside reads the original of a record. It is nil when it cannot be had: the
// article is there all the same. Nothing outside of the folder is read,
// whatever the record says.
func originalBeside(folder string, o *frontOriginal) *articles.Original {
	if folder == "" {
		return nil
	}
	data, err := disk.ReadInside(folder, filepath.FromSlash(o.File), disk.MaxSize)
	if err != nil {
		return nil
	}
	return &articles.Original{
		Name: articles.Clean(string(o.Name)), URL: articles.Clean(string(o.URL)), Charset: articles.Clean(string(o.Charset)),
		WholePage: o.WholePage, Data: data,
	}
}

// imagesBeside reads the images of a record, those that can be had, within the
// limits of an article.
func imagesBeside(folder string, all []frontImage) []articles.Image {
	var images []articles.Image
	left := articles.MaxImages
	for _, i := range all {
		if folder == "" || left <= 0 {
			break
		}
		data, err := disk.ReadInside(folder, filepath.FromSlash(i.File), min(left, articles.MaxImage))
		if err == nil {
			images = append(images, articles.Image{Source: articles.Clean(string(i.Source)), Data: []byte(data)})
			left -= len(data)
		}
	}
	return images
}
