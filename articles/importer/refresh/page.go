package refresh

import (
	"cmp"
	"context"
	"sync"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/fetch"
)

// fetchPages puts the text of its page into each entry that is new or edited
// and of which the feed has only a summary. The page of one that cannot be had
// leaves the summary. Public says that the feed is one of the public web: then
// its pages may not lead into a private network.
func (r *Refresher) fetchPages(ctx context.Context, f articles.Feed, listed []articles.Entry, public bool) error {
	wanted, err := r.library.Wanted(ctx, f, listed)
	if err != nil {
		return &libraryError{err}
	}
	next := make(chan int, len(listed))
	for _, at := range newest(listed, f.Keep) {
		if wanted[at] && articles.IsWeb(listed[at].Link) && listed[at].Article.Excerpt {
			next <- at
		}
	}
	close(next)
	var wait sync.WaitGroup
	for range min(fetch.PerHost, len(next)) {
		wait.Go(func() {
			for at := range next {
				select {
				case r.pages <- struct{}{}:
				case <-ctx.Done():
					return
				}
				listed[at].Page = r.fetchPage(ctx, f, listed[at].Article, public)
				<-r.pages
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}

// fetchPage gives an article the text of its page, when that has more of it.
func (r *Refresher) fetchPage(ctx context.Context, f articles.Feed, a *articles.Article, public bool) articles.Page {
	h := importer.Hint{Public: public}
	if sameServer(a.URL, f.URL) {
		h.Access = f.Access
	}
	g, err := h.Web(ctx, r.client, a.URL)
	if err != nil || g.Article == nil {
		return articles.PageFailed
	}
	page := g.Finish()
	if page.Length.Total() <= a.Length.Total() {
		return articles.PageFailed
	}
	a.Markdown, a.Length, a.Links, a.Original = page.Markdown, page.Length, page.Links, page.Original
	a.Excerpt = false
	a.Notices, a.Epigraphs, a.Related = page.Notices, page.Epigraphs, page.Related
	a.Dek, a.Author, a.AuthorBio = cmp.Or(a.Dek, page.Dek), cmp.Or(a.Author, page.Author), cmp.Or(a.AuthorBio, page.AuthorBio)
	if a.Published.IsZero() {
		a.Published = page.Published
	}
	return articles.PageRead
}
