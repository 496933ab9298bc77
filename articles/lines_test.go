package articles

import (
	"reflect"
	"testing"
)

func TestCleanLines(t *testing.T) {
	a := Article{
		Title: " a\x1b[1m  title\n", AuthorBio: "b\nc", URL: "\u200b", Tags: []string{"\x00", "d", "\u00ad"}, Notices: []string{"\u200d"},
		Epigraphs: []Quote{{Text: "\u200b", By: "\x00"}, {Text: "f\ng", By: "\x00"}}, Related: []Link{{Title: "\x00"}, {Title: "\x00", Target: "h"}},
		Markdown: "i\n\nj\n",
	}
	a.CleanLines()
	want := Article{
		Title: "a title", AuthorBio: "b c", Tags: []string{"d"}, Notices: []string{},
		Epigraphs: []Quote{{Text: "f g"}}, Related: []Link{{Target: "h"}},
		Markdown: "i\n\nj\n",
	}
	if !reflect.DeepEqual(a, want) {
		t.Errorf("got  %+v\nwant %+v", a, want)
	}
}
