package intake

import (
	"context"
	"errors"
	"iter"
	"net/url"
	"strings"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/fetch"
)

// Fetch reads what stands at a web address, to show it: what the library has of
// it is brought up to date there. From is the article that names the address; nil
// when the person does.
func (in *Intake) Fetch(ctx context.Context, address string, from *articles.Article) ([]Reading, error) {
	h := importer.Hint{Public: from != nil && leadsAway(from, address)}
	g, err := h.Web(ctx, in.web(), address)
	if err != nil {
		return nil, err
	}
	if g.Bundle == nil {
		g = importer.Glance{Article: g.Finish()}
		err = in.adopt(ctx, g.Article)
	}
	if err != nil {
		return nil, err
	}
	return in.Readings(ctx, address, g)
}

// leadsAway reports whether an article that is of the web leads to another host.
// What the person wrote, or a host that they named, may be in a private network.
func leadsAway(from *articles.Article, address string) bool {
	at := from.Origin
	if !articles.IsWeb(at) {
		at = from.URL
	}
	here, err := url.Parse(at)
	there, wrong := url.Parse(address)
	return articles.IsWeb(at) && (err != nil || wrong != nil || !strings.EqualFold(here.Hostname(), there.Hostname()))
}

// Kept is the article of the library at a web address; empty when there is none.
func (in *Intake) Kept(ctx context.Context, address string) (articles.ID, error) {
	return in.lib.Linked(ctx, []string{address, articles.KeptAddress(address), ""})
}

// adopt gives an article from the web the identity of the one that the library
// has from the same address, such as a feed's. A file that says where it came
// from is another thing, with a text of its own.
func (in *Intake) adopt(ctx context.Context, a *articles.Article) error {
	id, err := in.lib.Linked(ctx, []string{a.Origin, ""})
	if id == "" || id == a.ID || err != nil {
		return err
	}
	old, _, err := in.lib.Article(ctx, id)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(old.Origin, "file:") && !strings.HasPrefix(old.Origin, "text:") {
		a.ID, a.Origin = old.ID, old.Origin
	}
	return nil
}

// putFetched puts an article from the web into the library.
func (in *Intake) putFetched(ctx context.Context, c *articles.Change, a *articles.Article) (articles.Outcome, error) {
	if err := in.adopt(ctx, a); err != nil {
		return 0, err
	}
	outcome, err := in.lib.PutWithin(ctx, c, a)
	if err != nil || outcome == articles.Added {
		return outcome, err
	}
	return outcome, in.lib.Own(ctx, a.ID)
}

// fetchedAtOnce bounds how many pages are held while they wait to be kept.
const fetchedAtOnce = 8

// fetchAll fetches what stands at addresses, several at a time, and yields it in
// their order.
func (in *Intake) fetchAll(ctx context.Context, addresses []string, h importer.Hint) iter.Seq[importer.Item] {
	return func(yield func(importer.Item) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ahead := fetchedAtOnce
		if h.Images { // which are held too
			ahead = 1
		}
		queue := make(chan chan importer.Item, ahead)
		go func() {
			defer close(queue)
			for _, at := range addresses {
				result := make(chan importer.Item, 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				go func() {
					g, err := in.fetchMeant(ctx, h, at)
					result <- itemOf(at, g, err)
				}()
			}
		}()
		for result := range queue {
			if f := <-result; ctx.Err() != nil || !yield(f) {
				return
			}
		}
	}
}

// itemOf is what was read as something to add.
func itemOf(from string, g importer.Glance, err error) importer.Item {
	return importer.Item{Path: from, Article: g.Finish(), Bundle: g.Bundle, Lost: g.Lost, Err: err}
}

// fetchMeant reads what stands at an address, which may be a bare one.
func (in *Intake) fetchMeant(ctx context.Context, h importer.Hint, address string) (importer.Glance, error) {
	return eitherWay(address, func(address string) (importer.Glance, error) { return h.Web(ctx, in.web(), address) })
}

// eitherWay does something with a web address. Of one without a scheme it tries
// https, and http where the host takes no encrypted connection.
func eitherWay[T any](address string, do func(address string) (T, error)) (T, error) {
	if articles.IsWeb(address) {
		return do(address)
	}
	out, err := do("https://" + address)
	if refused, ok := errors.AsType[*fetch.Error](err); ok && refused.IsUnencrypted() {
		plain, err := do("http://" + address)
		if refused, ok := errors.AsType[*fetch.Error](err); !ok || refused.Status != 0 {
			return plain, err // the host answered
		}
	}
	return out, err
}
