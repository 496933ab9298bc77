package ui

import (
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/intake"
	"lede/articles/rules"
)

// Rules are asked of what was only opened, when it is saved, and what they do is told.
// They keep nothing out that their reader puts in.
func TestRulesAreAskedOfWhatIsSaved(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 0)
	for _, text := range []string{"paper -> mute", "author:writer -> star, tag mine"} {
		r, err := rules.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		err = lib.EditRules(t.Context(), &articles.Change{Kind: articles.SettingRules}, func(all []rules.Rule) ([]rules.Rule, string) {
			return append(all, r), text
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	paper := essay("paper", 2)
	o := options(t, lib)
	o.Readings = []Reading{{Article: paper}}
	o.Sources = feedSources{intake.New(lib, func() *fetch.Client { return fetch.New(fetch.Options{Timeout: time.Second}) })}
	d := driveWith(t, lib, o)
	d.press("a")
	d.sees("Saved in the library · 1 tagged, 1 starred.", "#mine")
	a, state, err := lib.Article(t.Context(), paper.ID)
	if err != nil || !state.Starred || len(a.Tags) != 1 || a.Tags[0] != "mine" {
		t.Errorf("it is %+v, with tags %q, %v", state, a.Tags, err)
	}
	if !d.a.reader.State.Starred {
		t.Error("the screen knows of no star")
	}
	d.press("U")
	d.sees("Undone: added: On paper")
	if _, _, err := lib.Article(t.Context(), paper.ID); err == nil {
		t.Error("it is still there")
	}
}
