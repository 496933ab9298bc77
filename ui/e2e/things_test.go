//go:build unix

package e2e

import (
	"bytes"
	"strings"
	"testing"

	"lede/ui/screentest"
)

const note = "# A Note\n\nIt was written a moment ago.\n"

func TestReadsAFile(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{}, "note.md")
	s.WaitFor("A Note", "It was written", "save")
	s.Key("s")
	s.WaitFor("save the article first")
	s.Key("a")
	s.WaitFor("Saved in the library")
	s.Key("q")
	left(t, s, 0)
	h.row(t, "A Note")
}

// Who takes back once more than there is to take back is in the library, not in the
// shell; from there on all is as in any run of it.
func TestEscLeadsToTheLibrary(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{}, "note.md", "note.md")
	s.WaitFor("A Note", "It was written")
	s.Key("/")
	s.Type("moment")
	s.Key("enter")
	s.WaitFor("1/1")
	s.Key("esc")
	s.WaitFor("% · ")
	s.Key("esc")
	s.WaitFor("All 4", "1/4", scrolling)
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	s.Key("J")
	s.WaitGone("Paper has an advantage")
	s.Key("q")
	s.WaitFor("All 4", "2/4")
	s.Key("q")
	left(t, s, 0)
}

func TestReadsStandardInput(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{"named": {"-"}, "piped": nil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			s := h.open(t, screentest.Program{Stdin: strings.NewReader(note)}, args...)
			s.WaitFor("A Note", "It was written")
			s.Key("?")
			s.WaitFor("Keys")
			s.Key("?", "q")
			left(t, s, 0)
		})
	}
}

// Where the output is no terminal, the article is printed once: no query and
// no style reaches anybody.
func TestPrintsIntoAPipe(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	var out bytes.Buffer
	s := h.open(t, screentest.Program{Stdout: &out}, "note.md")
	left(t, s, 0)
	if raw := s.Raw(); raw != "" {
		t.Errorf("the terminal got %q", raw)
	}
	if got := out.String(); !strings.Contains(got, "It was written a moment ago.") || strings.Contains(got, "\x1b") {
		t.Errorf("printed %q", got)
	}
}

func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{Env: append(h.env(), "TERM=dumb")}, "note.md")
	left(t, s, 0)
	if raw := s.Raw(); !strings.Contains(raw, "It was written") || strings.Contains(raw, "\x1b") {
		t.Errorf("a dumb terminal got %q", raw)
	}
}

func TestNoTerminal(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	if got := h.must(t, "list"); !strings.Contains(got, scrolling) || strings.Contains(got, "\x1b") {
		t.Errorf("lede list printed %q", got)
	}
	if got := h.must(t, "show", "scrolling"); !strings.Contains(got, "Paper has an advantage") || strings.Contains(got, "\x1b") {
		t.Errorf("lede show printed %q", got)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "library.txt", "This is no library.\n")
	tests := map[string]struct {
		args []string
		code int
		want string
	}{
		"no such file":   {[]string{"missing.md"}, 1, "missing.md"},
		"no library":     {[]string{"--library", "library.txt"}, 1, "library.txt"},
		"unknown flag":   {[]string{"--frobnicate"}, 2, "frobnicate"},
		"unknown theme":  {[]string{"--theme", "plaid"}, 2, "plaid"},
		"hostile name":   {[]string{"\x1b]0;pwned\a\u202e.md"}, 1, ".md"},
		"hostile option": {[]string{"--\x1b]0;pwned\a"}, 2, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: 200}, tt.args...)
			left(t, s, tt.code)
			if raw := s.Raw(); strings.Contains(raw, "\x1b") || !strings.HasPrefix(raw, "lede: ") || !strings.Contains(raw, tt.want) {
				t.Errorf("the terminal got %q", raw)
			}
			if lines := strings.Count(s.Raw(), "\n"); lines != 1 {
				t.Errorf("%d lines, want one:\n%s", lines, s.Raw())
			}
		})
	}
}
