package strip

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A window shows what of a row stands in it: a half of a wide character is a blank,
// and marks stand where more is hidden.
func TestWindow(t *testing.T) {
	t.Parallel()
	s := New("key \x1b[1mabc\x1b[m漢字 and more", 4, 8, &Reach{})
	if got := ansi.Strip(s.Pinned()); got != "key " || s.Width() != 12 {
		t.Errorf("%q stays, in %d cells", got, s.Width())
	}
	for shift, want := range []string{"key abc漢字›", "key ‹c漢字 ›", "key ‹漢字 a›", "key ‹ 字 an›"} {
		if got := ansi.Strip(s.Window(s.Pinned(), shift, "").Text); got != want {
			t.Errorf("shifted by %d: %q instead of %q", shift, got, want)
		}
	}
	if got := s.Reach(0); got != 8 {
		t.Errorf("it can be shifted by %d", got)
	}
	if got := ansi.Strip(s.Window(s.Pinned(), 99, "").Text); got != "key ‹nd more" {
		t.Errorf("the end is %q", got)
	}
}

// What is looked for shows, and what is shown already moves nothing.
func TestReveal(t *testing.T) {
	t.Parallel()
	s := New("key abc漢字 and more", 4, 8, &Reach{})
	s.At = 2
	for _, test := range []struct{ column, width, shift, want int }{
		{3, 2, 5, 5}, // it stands in what stays
		{7, 2, 0, 0},
		{18, 4, 0, 8},
		{7, 2, 8, 0},
	} {
		if got := s.Reveal(test.column, test.width, test.shift); got != test.want {
			t.Errorf("%+v: shifted by %d", test, got)
		}
	}
}
