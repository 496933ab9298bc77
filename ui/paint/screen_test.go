package paint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"lede/ui/screentest"
)

// words, styles and links are what the rows of the property tests are made of:
// narrow, wide, joined, marked and broken text; styles that end and that do not;
// two reds that look the same.
var (
	words = []string{
		"a", "the", "window", " ", "  ", "        ", "café", "e\u0301", "─│░▓", "—…", "世界", "言", "한국", "ｆ",
		"👍", "👍🏽", "👨‍👩‍👧", "🇩🇪", "❤️", "☺", "\u0915\u093f", "ﷺ", "\U0010EEEE\u0305\u030D",
	}
	styles = []string{
		"", "\x1b[m", "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[22m", "\x1b[3;4m", "\x1b[4:3m", "\x1b[24m", "\x1b[7m", "\x1b[9m", "\x1b[29m",
		"\x1b[31m", "\x1b[38;5;1m", "\x1b[38;2;128;0;0m", "\x1b[38;2;200;100;0m", "\x1b[39m", "\x1b[44m", "\x1b[48;2;20;30;40m", "\x1b[49m", "\x1b[58;5;3m",
	}
	links = []string{"", "\x1b]8;;\x1b\\", "\x1b]8;;https://example.org/a\x1b\\", "\x1b]8;id=1;https://example.org/b?c;d\a"}
	// others move the cursor or change the terminal: no view may have them.
	others = []string{"\x1b[2J", "\x1b[5A", "\x1bc", "\x1b]2;title\a", "\t", "\b", "\x07"}
)

func lineOf(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(0, 12).Draw(t, "pieces") {
		b.WriteString(rapid.SampledFrom(styles).Draw(t, "style"))
		if rapid.IntRange(0, 5).Draw(t, "linked") == 0 {
			b.WriteString(rapid.SampledFrom(links).Draw(t, "link"))
		}
		if rapid.IntRange(0, 20).Draw(t, "other") == 0 {
			b.WriteString(rapid.SampledFrom(others).Draw(t, "sequence"))
		}
		b.WriteString(rapid.SampledFrom(words).Draw(t, "word"))
	}
	if rapid.Bool().Draw(t, "closed") {
		b.WriteString("\x1b[m\x1b]8;;\x1b\\")
	}
	return b.String()
}

func screenOf(t *rapid.T, height int) []string {
	return rapid.SliceOfN(rapid.Custom(lineOf), 0, height+2).Draw(t, "lines")
}

// changed is a screen that comes after another: some of its lines moved, some
// changed, a header and a footer perhaps not.
func changed(t *rapid.T, lines []string, height int) []string {
	next := append([]string(nil), lines...)
	for range rapid.IntRange(0, 3).Draw(t, "changes") {
		if len(next) == 0 {
			return screenOf(t, height)
		}
		at := rapid.IntRange(0, len(next)-1).Draw(t, "at")
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			next[at] = lineOf(t)
		case 1: // what is below moves up
			to := min(len(next), at+rapid.IntRange(1, 3).Draw(t, "gone"))
			next = append(next[:at:at], next[to:]...)
		case 2: // and down
			next = append(next[:at:at], append([]string{lineOf(t), lineOf(t)}, next[at:]...)...)
		case 3: // a letter of it
			next[at] = strings.Replace(next[at], "a", "o", 1)
		}
	}
	return next
}

// Whatever a terminal shows, painting another screen over it shows what painting
// that screen alone does, which is what its text means.
func TestPaintOver(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 30).Draw(t, "width"), rapid.IntRange(1, 12).Draw(t, "height")
		graphemes := rapid.Bool().Draw(t, "graphemes")
		s, terminal := onTerminal(width, height, graphemes)
		lines := screenOf(t, height)
		for range rapid.IntRange(1, 4).Draw(t, "screens") {
			paintOn(s, terminal, lines)
			fresh, alone := onTerminal(width, height, graphemes)
			paintOn(fresh, alone, lines)
			if got, want := terminal.Styled(), alone.Styled(); got != want {
				t.Fatalf("painted over the screen before:\n%s\nalone:\n%s\nof %q", got, want, lines)
			}
			if got, want := look(terminal), meant(lines, width, height); graphemes && got != want {
				t.Fatalf("painted:\n%s\nmeant:\n%s\nof %q", got, want, lines)
			}
			for _, left := range terminal.Residue() {
				if left != "mode 2027 is set" {
					t.Fatalf("after a painting %s", left)
				}
			}
			if unknown := terminal.Unknown(); len(unknown) > 0 {
				t.Fatalf("the terminal got %q", unknown)
			}
			lines = changed(t, lines, height)
		}
	})
}

func onTerminal(width, height int, graphemes bool) (*screen, *screentest.Screen) {
	s, terminal := newScreen(width, height, colorprofile.TrueColor), screentest.New(width, height, screentest.Terminal{})
	if graphemes {
		s.measure(ansi.GraphemeWidth)
		fmt.Fprint(terminal, ansi.SetModeUnicodeCore)
	}
	return s, terminal
}

func paintOn(s *screen, terminal *screentest.Screen, lines []string) {
	s.out = s.out[:0]
	s.paint(strings.Join(lines, "\n"))
	_, _ = terminal.Write(s.out)
}

// look is what a terminal shows, cell by cell, and meant what the library that
// Bubble Tea's renderer stands on makes of a text, for a terminal that takes
// graphemes as a whole: any other makes several cells of some. The colour of a blank cannot be
// seen.
func look(terminal *screentest.Screen) string {
	width, height := terminal.Size()
	return cells(width, height, terminal.Cell)
}

func meant(lines []string, width, height int) string {
	buffer := uv.NewScreenBuffer(width, height)
	buffer.Method = ansi.GraphemeWidth
	uv.NewStyledString(strings.Join(lines, "\n")).Draw(buffer, buffer.Bounds())
	return cells(width, height, buffer.CellAt)
}

func cells(width, height int, at func(x, y int) *uv.Cell) string {
	var b strings.Builder
	for y := range height {
		for x := range width {
			c := at(x, y)
			if p := (&pen{c.Style, c.Link}); c.Content == " " && !p.marks() {
				b.WriteString("_|")
				continue
			}
			fmt.Fprintf(&b, "%s%+v%+v|", c.Content, c.Style, c.Link)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
