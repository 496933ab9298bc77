package lexicon

import "testing"

func TestWhatLinesAre(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]Kind{
		"Share":                      Button,
		"  SHARE:":                   Button,
		"© 2026 The Orm Press":       Footer,
		"Photograph: Dora Winkel":    Credit,
		"Correction (8 March): text": Notice,
		"Lesen Sie auch":             Related,
		"関連記事":                       Related,
	} {
		if !Of(line).Has(want) {
			t.Errorf("%q is no %v: %b", line, want, Of(line))
		}
	}
	for line, not := range map[string]Kind{
		"Sharecropping in Orm":     Button,
		"Photographs are patient.": Credit,
		"Notes on a scandal":       Notice,
	} {
		if Of(line).Has(not) {
			t.Errorf("%q is a %v", line, not)
		}
	}
}

func TestOpeningSaysWhereItEnds(t *testing.T) {
	t.Parallel()
	if _, lead := Opening("  Photo :  Dora"); lead != "  Photo :" {
		t.Errorf("the words it begins with: %q", lead)
	}
}
