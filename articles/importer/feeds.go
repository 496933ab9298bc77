package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/feed"
	"lede/articles/importer/filename"
)

// readFeed makes a bundle of a feed.
func readFeed(s source, data string) (*Bundle, error) {
	if len(data) > disk.MaxSize {
		return nil, disk.TooLarge(filename.Shown(s.name) + " is")
	}
	f, err := feed.Parse(feed.Source{Data: data, URL: s.hint.URL, Charset: s.hint.Charset})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filename.Shown(s.name), err)
	}
	b := &Bundle{
		Kind: FeedBundle, Title: f.Title, Link: f.Link, Description: f.Description, Language: f.Language,
		Items: make([]Entry, len(f.Items)), Left: f.Left,
	}
	origins := feedOrigins(f, nonEmpty(s.hint.URL, nonEmpty(f.Self, nonEmpty(f.Link, s.origin))))
	each(b.Items, func(at int, e *Entry) {
		it := &f.Items[at]
		r := f.Read(it)
		*e = Entry{Article: r.Article, GUID: it.GUID, Link: it.Link, Summary: r.Summary, Content: r.Content}
		e.Origin = origins[at]
		it.Summary, it.Content = feed.Text{}, feed.Text{}
	})
	b.finish(s)
	for _, e := range b.Items {
		e.Excerpt = isExcerpt(e)
	}
	return b, nil
}

// isExcerpt reports whether a feed has only a summary or the beginning of an
// article.
func isExcerpt(e Entry) bool {
	text := strings.TrimRight(e.Markdown, " \n*_])")
	return e.Content == "" || e.Length.Total() < articles.Whole ||
		strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...")
}

// feedOrigins are the origins of the items of a feed: the page of each, and
// where that is not its own, the feed with the item's name in it. An edited item
// keeps the one that it has.
func feedOrigins(f *feed.Feed, address string) []string {
	times := map[string]int{f.Link: 2, "": 2}
	for i := range f.Items {
		times[f.Items[i].Page()]++
	}
	out := make([]string, len(f.Items))
	for i := range f.Items {
		it := &f.Items[i]
		switch page := it.Page(); {
		case times[page] == 1:
			out[i] = page
		default:
			name := it.GUID
			if name == "" {
				sum := sha256.Sum256([]byte(it.Title + "\x00" + it.Published.String() + "\x00" + it.Content.HTML + it.Summary.HTML))
				name = hex.EncodeToString(sum[:8])
			}
			out[i] = articles.CleanLine("feed:" + address + "#" + name)
		}
	}
	return out
}
