package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
	"lede/ui"
)

// sources is what the screens get articles from that the library does not have.
type sources struct {
	*program
	lib   *store.Store
	ahead *ahead
}

// Fetch implements [ui.Sources].
func (s sources) Fetch(ctx context.Context, address string, from *articles.Article) ([]ui.Reading, error) {
	if come, ok := s.ahead.take(address); ok {
		return come(ctx)
	}
	return s.fetch(ctx, address, importer.Hint{Public: from != nil && leadsAway(from, address)})
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

func (s sources) fetch(ctx context.Context, address string, h importer.Hint) ([]ui.Reading, error) {
	g, err := h.Web(ctx, s.web(), address)
	if err != nil {
		return nil, err
	}
	if g.Bundle == nil {
		g = importer.Glance{Article: g.Finish()}
		err = adopt(ctx, s.lib, g.Article)
	}
	if err != nil {
		return nil, err
	}
	return glanced(ctx, s.lib, address, g)
}

// Add implements [ui.Sources].
func (s sources) Add(ctx context.Context, thing string) (string, error) {
	thing = atHome(thing)
	words := strings.Fields(thing)
	switch {
	case thing == "-":
		return "", errors.New("the standard input is the keyboard here: give an address or a path, or use lede add -")
	case len(words) > 1 && articles.IsWeb(words[0]) && articles.IsWeb(words[1]):
		return "", errors.New("these are several addresses: add one at a time, or all with lede add")
	}
	if articles.IsWeb(thing) || isBare(thing) {
		return s.addPage(ctx, thing)
	}
	if isList(thing) {
		return s.addList(ctx, thing)
	}
	return s.addFiles(ctx, thing)
}

// addFiles is Add of a file or a folder.
func (s sources) addFiles(ctx context.Context, thing string) (string, error) {
	var t tally
	var last *articles.Article
	var failed error
	fail := func(err error) {
		failed = cmp.Or(failed, err)
		t.failed++
	}
	h := importer.Hint{Reader: thisProgram()}
	if isFolder(thing) {
		h = knownTo(ctx, s.lib)
	}
	passed, flaws := passedOver{}, warnings{}
	h.Passed, h.Warn = passed.count, flaws.add
	known := func() { t.outcomes[articles.Unchanged]++ }
	err := s.lib.PutAll(ctx, s.articlesAt(ctx, []string{thing}, h, known, fail), func(a *articles.Article, outcome articles.Outcome, err error) {
		if err != nil {
			fail(err)
			return
		}
		last = a
		t.outcomes[outcome]++
	})
	if err == nil && isFolder(thing) {
		err = remember(ctx, s.lib, []string{thing})
	}
	added := 0
	for _, n := range t.outcomes {
		added += n
	}
	switch {
	case err != nil:
		return "", err
	case added == 0 && failed != nil:
		return "", failed
	case added == 0 && len(passed) > 0:
		return "", fmt.Errorf("%s: nothing to read in it; %s", thing, passed)
	case added == 0:
		return "", nothingIn(thing)
	case added == 1 && failed == nil && last != nil && len(passed) == 0:
		for outcome, n := range t.outcomes {
			if n > 0 {
				return withWarnings(became(last, articles.Outcome(outcome)), &flaws), nil
			}
		}
	}
	said := t.sentence(failed)
	if len(passed) > 0 {
		said += " " + passed.String() + "."
	}
	return withWarnings(said, &flaws), nil
}

func (s sources) addPage(ctx context.Context, at string) (string, error) {
	g, err := s.fetchMeant(ctx, importer.Hint{}, at)
	if err != nil {
		return "", err
	}
	if isFeed(g.Bundle) {
		said, err := s.subscribeHere(ctx, s.lib, g.Bundle)
		if rest, ok := strings.CutPrefix(said, "subscribed"); ok {
			said = "Subscribed" + rest
		}
		return said, err
	}
	var t tally
	var last string
	for a := range g.Articles() {
		outcome, err := putFetched(ctx, s.lib, a)
		if err != nil {
			return "", err
		}
		t.outcomes[outcome]++
		last = became(a, outcome)
	}
	if g.Bundle != nil {
		last = nameOf(g.Bundle.Title) + ": " + t.String()
	}
	return last, nil
}

// addList subscribes to the feeds of a list.
func (s sources) addList(ctx context.Context, path string) (string, error) {
	said, refused, err := s.takeList(ctx, s.lib, path)
	if len(refused) > 0 {
		said += "; " + refused[0].String()
	}
	return strings.Replace(said, "lede refresh reads them", "r reads them", 1), err
}

// became says what became of an article: "Added: The Measure".
func became(a *articles.Article, outcome articles.Outcome) string {
	word := outcome.String()
	return strings.ToUpper(word[:1]) + word[1:] + ": " + a.Title
}

// withWarnings is what became of a thing, after what is wrong in its files: a
// screen may have no room for all of the line.
func withWarnings(said string, w *warnings) string {
	if w := w.String(); w != "" {
		return w + " · " + said
	}
	return said
}

// atHome is a path that begins with ~, as in a shell, from the root.
func atHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}
