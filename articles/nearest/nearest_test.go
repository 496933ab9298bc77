package nearest

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var commands = []string{"add", "list", "show", "extract", "export", "rm", "feeds", "folders", "refresh", "completion", "man", "version"}

func TestOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		word  string
		names []string
		want  string
	}{
		{"lst", commands, "list"},
		{"lits", commands, "list"},
		{"lsit", commands, "list"},
		{"LIST", commands, "list"},
		{"refesh", commands, "refresh"},
		{"refrehs", commands, "refresh"},
		{"refsh", commands, "refresh"},
		{"exprot", commands, "export"},
		{"ex", commands, "extract export"},
		{"feed", commands, "feeds"},
		{"ad", commands, "add"},
		{"completoin", commands, "completion"},
		{"m", commands, ""},
		{"", commands, ""},
		{"-", commands, ""},
		{"xm", commands, ""},
		{"cat", commands, ""},
		{"nonsense", commands, ""},
		{"line_width", []string{"line-width", "line-wdth"}, "line-width line-wdth"},
		{"Line width", []string{"line-width"}, "line-width"},
		{"größe", []string{"grösse", "große"}, "große grösse"},
		{strings.Repeat("list", 1<<18), commands, ""},
	} {
		if got := strings.Join(Of(test.word, test.names), " "); got != test.want {
			t.Errorf("nearest to %.20q: %q, want %q", test.word, got, test.want)
		}
	}
}

// TestEdits holds what a distance is, whatever the words: nothing for the same,
// the same both ways, never more than the longer word has characters, and one for
// any single mistake.
func TestEdits(t *testing.T) {
	t.Parallel()
	words := rapid.StringMatching(`[a-dä]{0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := []rune(words.Draw(t, "a")), []rune(words.Draw(t, "b"))
		n := edits(a, b)
		if n != edits(b, a) || n > max(len(a), len(b)) || (n == 0) != slices.Equal(a, b) {
			t.Errorf("%q to %q: %d one way, %d the other", string(a), string(b), n, edits(b, a))
		}
		if len(a) < 2 {
			return
		}
		i := rapid.IntRange(0, len(a)-2).Draw(t, "at")
		swapped := slices.Clone(a)
		swapped[i], swapped[i+1] = a[i+1], a[i]
		for _, wrong := range [][]rune{swapped, slices.Delete(slices.Clone(a), i, i+1), slices.Insert(slices.Clone(a), i, 'z')} {
			if n := edits(wrong, a); n > 1 {
				t.Errorf("%q for %q: %d mistakes", string(wrong), string(a), n)
			}
		}
	})
}
