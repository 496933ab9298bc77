//go:build unix

package e2e

import (
	"testing"

	"lede/ui/screentest"
)

// Each set of keys is walked as one who knows the program that it is named after
// walks: in, about, out.
func TestPresets(t *testing.T) {
	t.Parallel()
	for preset, walk := range map[string]func(s *screentest.Session){
		"default": func(s *screentest.Session) {
			s.Key("G")
			s.WaitFor("4/4")
			s.Key("g", "enter")
			s.WaitFor("Paper has an advantage")
			s.Key("space")
			s.WaitGone("Paper has an advantage")
			s.Key("g", "q")
			s.WaitFor("1/4")
			s.Key("q")
		},
		"vim": func(s *screentest.Session) {
			s.Key("2", "j")
			s.WaitFor("3/4")
			s.Key("g", "g")
			s.WaitFor("1/4")
			s.Key("4", "G")
			s.WaitFor("4/4")
			s.Key("H")
			s.WaitFor("1/4")
			s.Key("L")
			s.WaitFor("4/4")
			s.Key("M")
			s.WaitFor("2/4")
			s.Key("3", "H")
			s.WaitFor("3/4")
			s.Key("2", "L")
			s.WaitFor("3/4")
			s.Key("1", "G", "enter")
			s.WaitFor("Paper has an advantage")
			s.Key("M")
			s.WaitFor("There is no cursor in an article: j and k move the text.")
			s.Key("m", "a")
			s.WaitFor("Marked with a.")
			s.Key("G")
			s.WaitGone("Paper has an advantage")
			s.Key("'", "a")
			s.WaitFor("Paper has an advantage")
			s.Key("/")
			s.Type("paper")
			s.Key("enter", "n", "N")
			s.WaitFor("/ paper")
			s.Key(":")
			s.Type("q")
			s.Key("enter")
		},
		"less": func(s *screentest.Session) {
			s.Key("enter")
			s.WaitFor("Paper has an advantage")
			s.Key("d")
			s.WaitGone("Paper has an advantage")
			s.Key("5", "0", "p")
			s.Key("1", "G")
			s.WaitFor("Paper has an advantage")
			s.Key("m", "a", "G")
			s.WaitGone("Paper has an advantage")
			s.Key("'", "a")
			s.WaitFor("Paper has an advantage")
			s.Key("z")
			s.WaitGone("Paper has an advantage")
			s.Key("w")
			s.WaitFor("Paper has an advantage")
			s.Key("F")
			s.WaitGone("Paper has an advantage")
			s.Key("?")
			s.Type("paper has an")
			s.WaitFor("? paper has an", "Paper has an advantage")
			s.Key("enter", "G", "n")
			s.WaitFor("Paper has an advantage", "1/1")
			s.Key("q")
			s.WaitFor("1/4", "h help")
			s.Key("enter")
			s.WaitFor("h help", "Paper has an advantage")
			s.Key("h")
			s.WaitFor("Keys in an article")
			s.Key("?", "Q")
		},
		"newsboat": func(s *screentest.Session) {
			s.Key("n")
			s.WaitFor("2/4")
			s.Key("p")
			s.WaitFor("1/4")
			s.Key("enter")
			s.WaitFor("Paper has an advantage")
			s.Key("q")
			s.WaitFor("1/4")
			s.Key("/")
			s.Type("zzz")
			s.WaitFor("0 matches")
			s.Key("enter")
			s.WaitFor("Nothing matches")
			s.Key("q")
			s.WaitFor("1/4")
			s.Key("A")
			s.WaitFor("Unread 0")
			s.Key("q")
		},
	} {
		t.Run(preset, func(t *testing.T) {
			t.Parallel()
			h := shelfHome(t)
			s := h.open(t, screentest.Program{}, "--keys", preset)
			s.WaitFor("All 4", "1/4")
			walk(s)
			left(t, s, 0)
		})
	}
}
