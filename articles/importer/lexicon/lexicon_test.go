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

func TestLinesAreFoldedAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Viewed 1,234 times", "viewed times"},
		{"Viewed 12.4k times", "viewed k times"},
		{"  Don’t miss — 3 stories ", "don't miss - stories"},
		{"Ещё от Анны", "еще от анны"},
		{"YAZI BOYUTU", "yazi boyutu"},
		{"yazı boyutu", "yazi boyutu"},
		{"コメント（3件）", "コメント( 件"},
		{"© 2026 Orm.", "© orm"},
	} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("%q is folded to %q; want %q", c[0], got, c[1])
		}
	}
}

func TestOpeningSaysWhereItEnds(t *testing.T) {
	t.Parallel()
	if _, lead := Opening("  Photo :  Dora"); lead != "  Photo :" {
		t.Errorf("the words it begins with: %q", lead)
	}
}

func TestCountOfViews(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]int64{"3 views": 3, "Aufrufe: 1.234": 1234, "12.4k views": 12400, "阅读：1.2万": 12000, "6 min read": 0, "views": 0, "1 of 2 views": 0} {
		if got, _ := CountOfViews(line); got != want {
			t.Errorf("%q counts %d; want %d", line, got, want)
		}
	}
}

func TestWhatStandsOverOthers(t *testing.T) {
	t.Parallel()
	if !IsRelated("Ähnliche Beiträge") || IsRelated("The lake") || !IsFurniture("12 Comments") || IsFurniture("Read next") {
		t.Error("a label of other articles or of comments is not told from a line of the text")
	}
	if !IsNotice("Editor's note: this was written in May.") || IsNotice("Note: the kiln is hot.") {
		t.Error("a remark of the editor is not told from one of the author")
	}
}
