package refresh

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/feed"
	"lede/articles/importer/fetch"
	"lede/articles/rules"
)

// check asks one feed and keeps what came. What is wrong with the feed is a
// failure; the error is the library's or the end of ctx, and is a failure too.
func (t *turn) check(ctx context.Context, f articles.Feed) (articles.News, *articles.Failure, error) {
	answer, err := t.client.Get(ctx, fetch.Request{URL: f.URL, ETag: f.ETag, LastModified: f.LastModified, Access: f.Access, Kind: fetch.Feed})
	var news articles.News
	if err == nil {
		news, err = t.takeIn(ctx, f, answer)
	}
	failed, isLibrary := errors.AsType[*libraryError](err)
	switch {
	case err == nil:
		return news, nil, nil
	case ctx.Err() != nil:
		return news, nil, context.Cause(ctx)
	case isLibrary:
		return news, &articles.Failure{Of: f.Label(), Why: articles.CleanLine(err.Error())}, failed.error
	}
	if refused, ok := isFetch(err); ok && refused.IsOffline() {
		// That is no fault of the feed, which is not to be waited for.
		return news, &articles.Failure{Of: f.Label(), Why: whyOf(refused) + "; asked again by the next refresh"}, nil
	}
	note(&f, err)
	_, err = t.library.RefreshedWithin(ctx, &t.change, f, nil)
	failure := f.Failed()
	return news, &failure, err
}

// libraryError is one that is no fault of the feed.
type libraryError struct{ error }

// note notes at a feed why its check failed.
func note(f *articles.Feed, err error) {
	refused, ok := isFetch(err)
	switch {
	case !ok:
		f.Fail(time.Now(), err.Error(), 0)
	case refused.IsGone():
		f.End(time.Now(), whyOf(refused))
	default:
		f.Fail(time.Now(), whyOf(refused), refused.RetryAfter)
	}
}

// whyOf is why an address cannot be had, without the address.
func whyOf(refused *fetch.Error) string { return strings.TrimPrefix(refused.Error(), refused.URL+" ") }

// takeIn keeps what a feed answered, but what rules keep out of it.
func (t *turn) takeIn(ctx context.Context, f articles.Feed, answer *fetch.Response) (articles.News, error) {
	var listed []articles.Entry
	if !answer.NotModified {
		err := t.compute(ctx, func() (err error) {
			listed, err = read(&f, answer)
			return err
		})
		if err != nil {
			return articles.News{}, err
		}
		if f.FullText {
			if err := t.fetchPages(ctx, f, listed, !answer.Private); err != nil {
				return articles.News{}, err
			}
		}
	}
	ask := rules.Ask(t.rules, rules.Source{Feed: &f})
	for _, e := range listed {
		e.Article.Rule = ask
	}
	f.URL = moved(f.URL, answer.Moved)
	f.ETag, f.LastModified = answer.ETag, answer.LastModified
	f.Succeed(time.Now())
	var news articles.News
	err := t.compute(ctx, func() (err error) {
		news, err = t.library.RefreshedWithin(ctx, &t.change, f, listed)
		return err
	})
	if err != nil {
		err = &libraryError{err}
	}
	return news, err
}

// moved is the address of a feed that may have moved for good. One with
// credentials stays: they are not for whoever it leads to.
func moved(from, to string) string {
	if u, err := url.Parse(from); to == "" || err != nil || u.User != nil {
		return from
	}
	return to
}

// errNoFeed says that what came is no feed.
var errNoFeed = errors.New("has no feed in it: check its address in the browser")

// read makes entries of what a feed answered, and brings up to date what the
// feed says of itself.
func read(f *articles.Feed, answer *fetch.Response) ([]articles.Entry, error) {
	data := string(answer.Body)
	if !feed.Is(data) {
		return nil, errNoFeed
	}
	g, err := importer.Hint{URL: answer.URL, Charset: answer.Charset}.Read("", data)
	if err != nil || g.Bundle == nil {
		return nil, errNoFeed
	}
	b := g.Bundle
	f.Title = cmp.Or(b.Title, f.Title)
	f.Site = cmp.Or(b.Link, f.Site)
	listed := make([]articles.Entry, 0, len(b.Items))
	for _, item := range b.Items {
		if item.Markdown == "" && item.URL == "" {
			continue
		}
		e := articles.Entry{GUID: item.GUID, Link: articles.KeptAddress(item.URL), Article: item.Article}
		e.Seal()
		item.Site = cmp.Or(item.Site, f.Name, f.Title)
		listed = append(listed, e)
	}
	return f.Identify(listed), nil
}

// newest is the places of the n newest entries, or of all when n is 0.
func newest(listed []articles.Entry, n int) []int {
	places := make([]int, len(listed))
	for i := range places {
		places[i] = i
	}
	if n <= 0 || n >= len(places) {
		return places
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return listed[b].Article.Published.Compare(listed[a].Article.Published)
	})
	return places[:n]
}
