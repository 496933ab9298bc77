package screen

import (
	"context"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui"
	"lede/ui/cli/lookup"
)

// readings looks up what a word of the command line names: one article, or all
// those of a file. What is in the library already is read there, with its state,
// and its text is brought up to date.
func (p *program) readings(ctx context.Context, s *store.Store, from sources, ref string, look looker) ([]ui.Reading, error) {
	if articles.IsWeb(ref) {
		if t, err := lookup.Kept(ctx, from.Intake, s, ref); t != nil || err != nil {
			return saved(t), err
		}
		return from.Fetch(ctx, ref, nil)
	}
	g, stamp, err := look(ref)
	if err != nil {
		return nil, err
	}
	if g.Article == nil && g.Bundle == nil {
		t, err := lookup.InLibrary(ctx, s, ref)
		return saved(t), err
	}
	all, err := from.Readings(ctx, ref, g)
	if err == nil && g.Article != nil && !stamp.IsZero() {
		all[0].File, all[0].Stamp = intake.Absolute(ref), stamp
	}
	return inReader(all), err
}

// saved is a thing of the library as the reader takes it.
func saved(t *lookup.Thing) []ui.Reading {
	if t == nil {
		return nil
	}
	return []ui.Reading{{Article: t.Article, State: t.State, Saved: true}}
}

// lastOpened is the index of the reading that was on the screen last: a book
// goes on where it was left.
func lastOpened(all []ui.Reading) int {
	at := 0
	for i, r := range all {
		if r.State.Opened.After(all[at].State.Opened) {
			at = i
		}
	}
	return at
}
