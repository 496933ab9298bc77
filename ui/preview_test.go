package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/ui/preview"
)

// beside is what the preview shows: all right of the rule beside the rows.
func (d *driver) beside() string {
	d.Helper()
	var b strings.Builder
	for line := range strings.Lines(d.screen()) {
		if _, pane, ok := strings.Cut(line, "│"); ok {
			b.WriteString(strings.TrimSpace(pane) + "\n")
		}
	}
	return strings.TrimSpace(b.String())
}

// The preview comes once the cursor rests, for the article that it rests on, and at once
// where that was next to the one before.
func TestPreviewShowsWhatTheCursorRestsOn(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 300))
	d.resize(160, 30)
	title := func() string { return d.a.list.Current().Title }
	is := func(what string) {
		t.Helper()
		if got := d.beside(); !strings.Contains(got, what) || what == "" && got != "" {
			t.Errorf("the preview has not %q but %q", what, got)
		}
	}
	is("")
	d.pass(preview.Rest)
	is(title())
	first := d.beside()
	d.press("j")
	is(title())
	d.press("j j j")
	if got := d.beside(); got != "" {
		t.Errorf("before the cursor rests there is %q", got)
	}
	d.pass(preview.Rest)
	is(title())
	d.press("g")
	if got := d.beside(); got != first {
		t.Errorf("back at the first: %q\nit was %q", got, first)
	}

	d.press("enter")
	d.pass(preview.Rest)
	d.press("q")
	is(title())
	d.press("G")
	d.pass(preview.Rest)
	is(title())
	d.sees("┬", "┴")
}

// What comes for a row that the cursor has left, or for a window of another size, is not
// shown.
func TestPreviewOfBeforeIsDropped(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 300))
	d.resize(160, 30)
	late := d.timers
	d.timers = nil
	d.press("d d d")
	for _, timer := range late {
		if timer.after == preview.Rest {
			d.take(timer.due(time.Now()))
		}
	}
	if got := d.beside(); got != "" {
		t.Errorf("a row that was left shows %q", got)
	}
	d.pass(preview.Rest)
	d.resize(200, 40)
	d.pass(preview.Rest)
	for line := range strings.Lines(d.beside()) {
		if len([]rune(line)) > 81 {
			t.Errorf("%q is wider than the pane", line)
		}
	}
}

// The key shows and hides the preview, which is remembered and undone; in a window that
// is too narrow it says so.
func TestPreviewIsToggled(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 30)
	d := drive(t, lib)
	d.press(`\`)
	d.sees("The preview needs a list of 140 columns: this one has 80.")
	d.resize(140, 30)
	d.pass(preview.Rest)
	d.sees("│")
	d.press(`\`)
	d.seesNot("│")
	again := drive(t, lib)
	again.resize(140, 30)
	again.seesNot("│")
	again.press(`\`)
	again.sees("│")
	again.press("U")
	again.sees("Undone: the preview is hidden again.")
	again.seesNot("│")
	d.press("U")
	d.sees("Undone: the preview shows again.", "│")
}

// Of a text of any length no more is set than the pane shows, and what is written to
// the library is seen.
func TestPreviewOfAHugeArticle(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 1)
	huge := &articles.Article{
		ID: articles.NewID("huge"), Origin: "huge", Title: "Huge", AuthorBio: "Never seen here.", Published: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Markdown: "The first words.\n\n" + strings.Repeat("Words of a paragraph that goes on for a while, as they do.\n\n", 170_000),
	}
	put := func(a *articles.Article) {
		t.Helper()
		if _, err := lib.Put(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	put(huge)
	d := drive(t, lib)
	d.resize(160, 60)
	d.pass(preview.Rest)
	got := d.beside()
	if !strings.Contains(got, "The first words.") || strings.Contains(got, "Never seen") || strings.Count(got, "\n") < 50 {
		t.Errorf("the preview is %q", got)
	}
	d.press("s")
	d.pass(preview.Rest)
	if got := d.beside(); !strings.Contains(got, "★") {
		t.Errorf("the star is not in the preview: %q", got)
	}
}
