package refresh

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/webpage"
)

// Found is a feed that was found at an address.
type Found struct {
	Feed   articles.Feed
	Others []string // addresses of other feeds that the page names

	answer *fetch.Response
}

// usual is where sites have their feeds that do not say where.
var usual = [...]string{"feed", "feed.xml", "rss.xml", "atom.xml", "index.xml", "rss", "feed.json"}

// Find finds the feed at an address: what stands there, or the main one that
// the page there names, or else one at a usual address of its site. Access is
// for the server of the address: a feed of another one does not get it.
func (r *Refresher) Find(ctx context.Context, address string, access articles.Access) (*Found, error) {
	answer, err := r.client.Get(ctx, fetch.Request{URL: address, Kind: fetch.Feed, Access: access})
	if err != nil {
		return nil, err
	}
	if found, err := r.FoundAt(ctx, address, answer); err == nil {
		found.Feed.Access = access
		return found, nil
	}
	var named []webpage.Feed
	if err := r.compute(ctx, func() error {
		named = mainFirst(webpage.Feeds(webpage.Source{Data: string(answer.Body), URL: answer.URL, Charset: answer.Charset}))
		return nil
	}); err != nil {
		return nil, err
	}
	for i, feed := range named {
		found, err := r.at(ctx, feed.URL, answer, access)
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err != nil {
			continue
		}
		for j, other := range named {
			if j != i {
				found.Others = append(found.Others, other.URL)
			}
		}
		return found, nil
	}
	for _, guess := range guesses(answer.URL) {
		if found, err := r.at(ctx, guess, answer, access); err == nil {
			return found, nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
	}
	return nil, fmt.Errorf("%s has no feed, and names none: give the address of the feed itself", answer.URL)
}

// at is the feed at an address that a page or its site is said to have.
func (r *Refresher) at(ctx context.Context, address string, page *fetch.Response, access articles.Access) (*Found, error) {
	if !sameServer(address, page.URL) {
		access = articles.Access{}
	}
	answer, err := r.client.Get(ctx, fetch.Request{URL: address, Kind: fetch.Feed, Public: !page.Private, Access: access})
	if err != nil {
		return nil, err
	}
	found, err := r.FoundAt(ctx, address, answer)
	if err == nil {
		found.Feed.Access = access
	}
	return found, err
}

// FoundAt is the feed that an address answered with.
func (r *Refresher) FoundAt(ctx context.Context, address string, answer *fetch.Response) (*Found, error) {
	f := articles.Feed{URL: moved(address, answer.Moved)}
	err := r.compute(ctx, func() error {
		_, err := read(&f, answer)
		return err
	})
	return &Found{Feed: f, answer: answer}, err
}

// TakeIn keeps what the feed listed when it was found. It is in the library by
// now.
func (r *Refresher) TakeIn(ctx context.Context, found *Found) (articles.News, error) {
	all, err := r.rules(ctx)
	if err != nil {
		return articles.News{}, err
	}
	t := turn{Refresher: r, rules: all, change: articles.Change{Kind: articles.Refreshing}}
	return t.takeIn(ctx, found.Feed, found.answer)
}

// sameServer reports whether two addresses are asked of one server.
func sameServer(a, b string) bool {
	one, err := url.Parse(a)
	other, err2 := url.Parse(b)
	return err == nil && err2 == nil && one.Scheme == other.Scheme && one.Host == other.Host
}

// mainFirst sorts the feeds that a page names: comments come last, and else
// they stand in the order of the page.
func mainFirst(all []webpage.Feed) []webpage.Feed {
	var main, comments []webpage.Feed
	for _, f := range all {
		if strings.Contains(strings.ToLower(f.URL+" "+f.Title), "comment") {
			comments = append(comments, f)
		} else {
			main = append(main, f)
		}
	}
	return append(main, comments...)
}

// guesses are the usual addresses beside a page and at the root of its site.
func guesses(page string) []string {
	u, err := url.Parse(page)
	if err != nil {
		return nil
	}
	u.RawQuery, u.Fragment = "", ""
	var out []string
	seen := map[string]bool{}
	directory := u.Path[:strings.LastIndexByte(u.Path, '/')+1]
	if name := u.Path[len(directory):]; name != "" && !strings.Contains(name, ".") {
		directory += name + "/"
	}
	for _, directory := range []string{directory, "/"} {
		for _, name := range usual {
			u.Path = directory + name
			if address := u.String(); !seen[address] {
				seen[address] = true
				out = append(out, address)
			}
		}
	}
	return out
}
