package cli

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"strings"

	"golang.org/x/text/language"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/address"
	"lede/articles/importer/fetch"
	"lede/store"
)

// web is what addresses are fetched with, made when the first is.
func (p *program) web() *fetch.Client {
	p.client.once.Do(func() {
		p.client.Client = fetch.New(fetch.Options{Version: version(), Language: p.languages(), Timeout: p.settings().Timeout})
	})
	return p.client.Client
}

// languages are those of the reader, as the setting or else the environment names
// them, in the form of an Accept-Language.
func (p *program) languages() string {
	if set := p.settings().Language; set != "" {
		return set
	}
	locale, _, _ := strings.Cut(cmp.Or(p.getenv("LC_ALL"), p.getenv("LC_MESSAGES"), p.getenv("LANG")), ".")
	locale, _, _ = strings.Cut(strings.ReplaceAll(locale, "_", "-"), "@")
	tag, err := language.Parse(locale)
	if err != nil || locale == "C" || locale == "POSIX" {
		return "en;q=0.8,*;q=0.5"
	}
	whole, base := tag.String(), ""
	if b, _ := tag.Base(); b.String() != whole {
		base = "," + b.String() + ";q=0.9"
	}
	if strings.HasPrefix(whole, "en") {
		return whole + base + ",*;q=0.5"
	}
	return whole + base + ",en;q=0.7,*;q=0.5"
}

// lookWeb finds the article at a web address: in the library, which is not made
// for it, or else on the web.
func (p *program) lookWeb(ctx context.Context, ref string, h importer.Hint) (*thing, error) {
	if p.hasLibrary() && !h.WholePage {
		s, err := p.open(ctx)
		if err != nil {
			return nil, err
		}
		t, err := kept(ctx, s, ref)
		if err := errors.Join(err, s.Close()); t != nil || err != nil {
			return t, err
		}
	}
	g, err := h.Web(ctx, p.web(), ref)
	if err != nil {
		return nil, err
	}
	return glimpsed(g), nil
}

// kept is the article of the library at a web address; nil when there is none.
func kept(ctx context.Context, s *store.Store, ref string) (*thing, error) {
	id, err := s.Linked(ctx, []string{ref, address.Kept(ref), ""})
	if id == "" || err != nil {
		return nil, err
	}
	return inLibrary(ctx, s, string(id))
}

// adopt gives an article from the web the identity of the one that the library
// has from the same address, such as a feed's. A file that says where it came
// from is another thing, with a text of its own.
func adopt(ctx context.Context, s *store.Store, a *articles.Article) error {
	id, err := s.Linked(ctx, []string{a.Origin, ""})
	if id == "" || id == a.ID || err != nil {
		return err
	}
	old, _, err := s.Article(ctx, id)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(old.Origin, "file:") && !strings.HasPrefix(old.Origin, "text:") {
		a.ID, a.Origin = old.ID, old.Origin
	}
	return nil
}

// fetchedAtOnce bounds how many pages are held while they wait to be kept.
const fetchedAtOnce = 8

// fetchAll fetches what stands at addresses, several at a time, and yields it in
// their order.
func (p *program) fetchAll(ctx context.Context, addresses []string, h importer.Hint) iter.Seq[importer.Item] {
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
					g, err := p.fetchMeant(ctx, h, at)
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

// putFetched puts an article from the web into the library.
func putFetched(ctx context.Context, s *store.Store, a *articles.Article) (articles.Outcome, error) {
	if err := adopt(ctx, s, a); err != nil {
		return 0, err
	}
	outcome, err := s.Put(ctx, a)
	if err != nil || outcome == articles.Added {
		return outcome, err
	}
	return outcome, s.Own(ctx, a.ID)
}
