package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
)

// tally counts what became of the things to add.
type tally struct {
	outcomes [articles.Unchanged + 1]int
	bare     int // without an original
	failed   int
	lost     int // images that cannot be had
	feeds    int // or lists of them, which were told at once
}

func (t *tally) String() string {
	var parts []string
	for outcome, n := range t.outcomes {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, articles.Outcome(outcome)))
		}
	}
	if t.bare > 0 {
		parts = append(parts, fmt.Sprintf("%d without an original", t.bare))
	}
	if t.failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed", t.failed))
	}
	if t.lost == 1 {
		parts = append(parts, "1 image lost")
	} else if t.lost > 1 {
		parts = append(parts, fmt.Sprintf("%d images lost", t.lost))
	}
	return strings.Join(parts, ", ")
}

// sentence is the tally as a line of its own, with the first that failed, if any
// did.
func (t *tally) sentence(failed error) string {
	if failed != nil {
		return t.String() + ": " + failed.Error()
	}
	return t.String() + "."
}

// intake is one run of adding.
type intake struct {
	*program
	tally
	ctx  context.Context
	stop context.CancelCauseFunc
	lib  *store.Store
	bar  *progress

	warnings warnings
}

// warnings are of files that are read all the same, several at a time: they are
// told at the end.
type warnings struct {
	mu   sync.Mutex
	said []string
}

func (w *warnings) add(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.said = append(w.said, err.Error())
}

// all are in the same order however many processors there are.
func (w *warnings) all() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Sorted(slices.Values(w.said))
}

// String is the first and how many more there are, as a line for a screen; empty
// for none.
func (w *warnings) String() string {
	all := w.all()
	switch len(all) {
	case 0:
		return ""
	case 1:
		return all[0]
	case 2:
		return all[0] + ", and 1 more warning"
	}
	return fmt.Sprintf("%s, and %d more warnings", all[0], len(all)-1)
}

func (in *intake) tellWarnings() {
	for _, w := range in.warnings.all() {
		in.complain(errors.New(w))
	}
}

// fail tells why something is not added.
func (in *intake) fail(err error) {
	if in.ctx.Err() != nil {
		return // told once, at the end
	}
	in.failed++
	in.tell(err)
	in.bar.step()
}

func (in *intake) tell(err error) {
	in.bar.clear()
	in.complain(err)
}

// subscribed tells what became of a feed or of a list of them.
func (in *intake) subscribed(said string, err error) {
	if err != nil {
		in.fail(err)
		return
	}
	in.tally.feeds++
	in.bar.clear()
	_, _ = fmt.Fprintln(in.stdout(), said) // Run flushes, and reports what fails
	in.bar.step()
}

// done counts what became of an article.
func (in *intake) done(_ *articles.Article, outcome articles.Outcome, err error) {
	switch {
	case err == nil:
		in.outcomes[outcome]++
		in.bar.step()
	case isFatal(err):
		in.stop(err) // the next would fail in the same way
	default:
		in.fail(err)
	}
}

// known counts what need not be read.
func (in *intake) known() {
	in.outcomes[articles.Unchanged]++
	in.bar.step()
}

// put puts in what came from a slow source: each article as it comes.
func (in *intake) put(item importer.Item) {
	hand(item, in.fail, func(a *articles.Article) bool {
		outcome, err := putFetched(in.ctx, in.lib, a)
		in.done(a, outcome, err)
		return in.ctx.Err() == nil
	})
	for _, err := range item.Lost {
		in.lost++
		in.tell(err)
	}
}
