package screentest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// fill3 is a screen of three rows to edit.
const fill3 = "abcdef\r\n123456\r\nuvwxyz"

func TestScreen(t *testing.T) {
	tests := []struct {
		name, in, want string
		x, y           int
	}{
		{"text", "ab\r\ncd", "ab|cd|", 2, 1},
		{"wrap", "abcdefgh", "abcdef|gh|", 2, 1},
		{"the last column waits", "abcdef", "abcdef||", 5, 0},
		{"carriage return in the last column", "abcdef\rX", "Xbcdef||", 1, 0},
		{"no wrap", "\x1b[?7labcdefgh", "abcdeh||", 5, 0},
		{"scroll", "1\r\n2\r\n3\r\n4", "2|3|4", 1, 2},
		{"backspace and tab", "ab\bX\tY", "aX   Y||", 5, 0},
		{"wide", "a世b", "a世b||", 4, 0},
		{"wide does not fit", "abcde世", "abcde|世|", 2, 1},
		{"half of a wide cell is overwritten", "世界\x1b[1;2Hx", " x界||", 2, 0},
		{"a wide cell over two halves", "a世界\x1b[1;3H世", "a 世||", 4, 0},
		{"combining", "e\u0301a", "e\u0301a||", 2, 0},
		{"clusters off: a family is three people", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧||", 5, 0},
		{"clusters on: a family is one", "\x1b[?2027h👨\u200d👩\u200d👧x", "👨\u200d👩\u200d👧x||", 3, 0},
		{"clusters on: a selector widens", "\x1b[?2027h☁\ufe0fx", "☁\ufe0fx||", 3, 0},
		{"clusters on: a flag", "\x1b[?2027h🇩🇪x", "🇩🇪x||", 3, 0},
		{"CUP", "\x1b[2;3Hx", "|  x|", 3, 1},
		{"CUP out of the screen", "\x1b[99;99Hx", "||     x", 5, 2},
		{"CUU CUD CUF CUB", "\x1b[2B\x1b[3C\x1b[A\x1b[Dx", "|  x|", 3, 1},
		{"CNL CPL", "ab\x1b[Ecd\x1b[Fx", "xb|cd|", 1, 0},
		{"CHA HPA VPA", "\x1b[3Ga\x1b[5`b\x1b[2dc", "  a b|     c|", 5, 1},
		{"HPR VPR", "\x1b[2a\x1b[1ex", "|  x|", 3, 1},
		{"CHT CBT", "\x1b[Ix\x1b[Zy", "y    x||", 1, 0},
		{"EL", fill3 + "\x1b[2;3H\x1b[K\x1b[1;3H\x1b[1K\x1b[3;1H\x1b[2K", "   def|12|", 0, 2},
		{"ED below", fill3 + "\x1b[2;3H\x1b[J", "abcdef|12|", 2, 1},
		{"ED above", fill3 + "\x1b[2;3H\x1b[1J", "|   456|uvwxyz", 2, 1},
		{"ED all", fill3 + "\x1b[2J", "||", 5, 2},
		{"ECH", fill3 + "\x1b[2;3H\x1b[2X", "abcdef|12  56|uvwxyz", 2, 1},
		{"REP", "a\x1b[4bx", "aaaaax||", 5, 0},
		{"REP of a wide cell", "世\x1b[1bx", "世世x||", 5, 0},
		{"ICH", fill3 + "\x1b[2;3H\x1b[2@", "abcdef|12  34|uvwxyz", 2, 1},
		{"ICH cuts a wide cell", "1234世\x1b[1;1H\x1b[@", " 1234||", 0, 0},
		{"DCH", fill3 + "\x1b[2;3H\x1b[2P", "abcdef|1256|uvwxyz", 2, 1},
		{"DCH keeps wide cells", "1世界\x1b[1;1H\x1b[P", "世界||", 0, 0},
		{"DCH cuts a wide cell", "世界\x1b[1;1H\x1b[P", " 界||", 0, 0},
		{"IL", fill3 + "\x1b[2;3H\x1b[L", "abcdef||123456", 0, 1},
		{"DL", fill3 + "\x1b[2;3H\x1b[M", "abcdef|uvwxyz|", 0, 1},
		{"SU", fill3 + "\x1b[2S", "uvwxyz||", 5, 2},
		{"SD", fill3 + "\x1b[T", "|abcdef|123456", 5, 2},
		{"DECSTBM: line feed", fill3 + "\x1b[1;2r\x1b[2;1H\n", "123456||uvwxyz", 0, 1},
		{"DECSTBM: reverse index", fill3 + "\x1b[2;3r\x1b[2;1H\x1bM", "abcdef||123456", 0, 1},
		{"DECSTBM: SU", fill3 + "\x1b[2;3r\x1b[S", "abcdef|uvwxyz|", 0, 0},
		{"DECSTBM: IL outside", fill3 + "\x1b[1;2r\x1b[3;1H\x1b[L", "abcdef|123456|uvwxyz", 0, 2},
		{"DECSTBM: cursor up stays in", fill3 + "\x1b[2;3r\x1b[3;1H\x1b[9A", "abcdef|123456|uvwxyz", 0, 1},
		{"DECSC DECRC", "ab\x1b7\x1b[3;3Hx\x1b8y", "aby||  x", 3, 0},
		{"SCOSC SCORC", "ab\x1b[s\x1b[3;3Hx\x1b[uy", "aby||  x", 3, 0},
		{"alternate screen", "ab\x1b[?1049h\x1b[Hxyz", "xyz||", 3, 0},
		{"alternate screen left", "ab\x1b[?1049h\x1b[Hxyz\x1b[?1049l", "ab||", 2, 0},
		{"alternate screen starts blank", "\x1b[?1049hx\x1b[?1049l\x1b[?1049h", "||", 0, 0},
		{"RIS", fill3 + "\x1bc", "||", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(6, 3, Terminal{})
			fmt.Fprint(s, tt.in)
			if got := strings.ReplaceAll(s.String(), "\n", "|"); got != tt.want {
				t.Errorf("screen\n got %q\nwant %q", got, tt.want)
			}
			if x, y, _ := s.Cursor(); x != tt.x || y != tt.y {
				t.Errorf("cursor at %d,%d, want %d,%d", x, y, tt.x, tt.y)
			}
			if len(s.Unknown()) > 0 {
				t.Errorf("unknown: %q", s.Unknown())
			}
		})
	}
}

func TestStyled(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "ab  ", "ab"},
		{"bold", "a\x1b[1mb\x1b[mc", "a⟦bold⟧b⟦⟧c"},
		{"attributes", "\x1b[2;3;7;9mx", "⟦faint italic reverse strike⟧x⟦⟧"},
		{"colours", "\x1b[31;102mx\x1b[38;5;200mx\x1b[38;2;1;2;255;49mx", "⟦c1 on c10⟧x⟦c200 on c10⟧x⟦#0102ff⟧x⟦⟧"},
		{"underline", "\x1b[4mx\x1b[4:3;58;5;9mx", "⟦underline⟧x⟦underline=curly under c9⟧x⟦⟧"},
		{"link", "\x1b]8;id=1;https://example.org/a;b\x1b\\x\x1b]8;;\x1b\\y", "⟦→https://example.org/a;b⟧x⟦⟧y"},
		{"erased with the pen's background", "\x1b[44m\x1b[2X", "⟦on c4⟧  ⟦⟧"},
		{"wide", "\x1b[1m世\x1b[mx", "⟦bold⟧世⟦⟧x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(20, 1, Terminal{})
			fmt.Fprint(s, tt.in)
			if got := s.Styled(); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestResidue(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "text\x1b[1mbold\x1b[m", ""},
		{"set and reset", "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[>1u\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?2004l", ""},
		{"a kitty setting of the alternate screen goes with it", "\x1b[?1049h\x1b[>1u\x1b[?1049l", ""},
		{"alternate screen", "\x1b[?1049h", "the alternate screen shows"},
		{"cursor", "\x1b[?25l", "the cursor is hidden"},
		{"mouse", "\x1b[?1002;1006h", "mode 1002 is set; mode 1006 is set"},
		{"bracketed paste", "\x1b[?2004h", "mode 2004 is set"},
		{"synchronized output", "\x1b[?2026h", "mode 2026 is set"},
		{"kitty keys", "\x1b[>1u", "kitty's keyboard flags are 1; 1 keyboard settings are left on the stack"},
		{"modifyOtherKeys", "\x1b[>4;2m", "modifyOtherKeys is 2"},
		{"style", "\x1b[1m", `text is styled "\x1b[1m"`},
		{"link", "\x1b]8;;u\a", "text is linked to u"},
		{"region", "\x1b[2;3r", "only rows 2 to 3 scroll"},
		{"background", "\x1b]11;#ff0000\a", "colour 11 is #ff0000"},
		{"cursor style", "\x1b[6 q", "the cursor has style 6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(10, 3, Terminal{})
			fmt.Fprint(s, tt.in)
			got := strings.Join(s.Residue(), "; ")
			if got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestReply(t *testing.T) {
	tests := []struct {
		name, in string
		terminal Terminal
		want     string
	}{
		{"DA1", ansi.RequestPrimaryDeviceAttributes, Terminal{}, "\x1b[?62;22c"},
		{"CPR", "ab\r\nc" + ansi.RequestCursorPositionReport, Terminal{}, "\x1b[2;2R"},
		{"DECXCPR", "\x1b[?6n", Terminal{}, "\x1b[?1;1;1R"},
		{"DSR", "\x1b[5n", Terminal{}, "\x1b[0n"},
		{"synchronized output", ansi.RequestModeSynchronizedOutput, Terminal{}, "\x1b[?2026;2$y"},
		{"synchronized output in use", "\x1b[?2026h" + ansi.RequestModeSynchronizedOutput, Terminal{}, "\x1b[?2026;1$y"},
		{"synchronized output unknown", ansi.RequestModeSynchronizedOutput, Terminal{Old: true}, "\x1b[?2026;0$y"},
		{"kitty keys", "\x1b[>5u" + ansi.RequestKittyKeyboard, Terminal{}, "\x1b[?5u"},
		{"kitty keys unknown", "\x1b[>5u" + ansi.RequestKittyKeyboard, Terminal{Old: true}, ""},
		{"dark", ansi.RequestBackgroundColor, Terminal{}, "\x1b]11;rgb:1616/1818/1d1d\x1b\\"},
		{"light", ansi.RequestBackgroundColor, Terminal{Light: true}, "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"},
		{"foreground", ansi.RequestForegroundColor, Terminal{}, "\x1b]10;rgb:d7d7/dada/e0e0\x1b\\"},
		{"scheme", "\x1b[?996n", Terminal{Light: true}, "\x1b[?997;2n"},
		{"XTVERSION", ansi.RequestNameVersion, Terminal{}, "\x1bP>|screentest 1\x1b\\"},
		{"size", "\x1b[18t", Terminal{}, "\x1b[8;3;10t"},
		{"clipboard is private", ansi.RequestSystemClipboard, Terminal{}, ""},
		{"mute", ansi.RequestPrimaryDeviceAttributes + ansi.RequestBackgroundColor, Terminal{Mute: true}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(10, 3, tt.terminal)
			fmt.Fprint(s, tt.in)
			if got := string(s.Reply()); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if len(s.Asked()) == 0 {
				t.Error("the query was not kept")
			}
			if again := s.Reply(); len(again) > 0 {
				t.Errorf("answered twice: %q", again)
			}
		})
	}
}

func TestKept(t *testing.T) {
	s := New(10, 2, Terminal{})
	fmt.Fprint(s, "one\r\ntwo\r\nthree\x1b]2;first\a\x1b]0;second\x1b\\\x1b]52;c;aGk=\a")
	fmt.Fprint(s, "\x1b]9;notice\a\x1b[5i\u009bm\x1b_Gi=1\x1b\\\x1b[?1034h")
	if got := s.Scrollback(); got != "one" {
		t.Errorf("scrollback %q", got)
	}
	if got := s.Titles(); !slices.Equal(got, []string{"first", "second"}) || s.Title() != "second" {
		t.Errorf("titles %q", got)
	}
	if got := s.Clipboard(); !slices.Equal(got, []string{"hi"}) {
		t.Errorf("clipboard %q", got)
	}
	want := []string{`OSC "9;notice"`, "CSI i [5]", "character U+009B", `APC "Gi=1"`, "mode 1034 set=true"}
	if got := s.Unknown(); !slices.Equal(got, want) {
		t.Errorf("unknown\n got %q\nwant %q", got, want)
	}
}

func TestResize(t *testing.T) {
	s := New(6, 3, Terminal{})
	fmt.Fprint(s, "世界世\r\n2\r\n3")
	s.Resize(5, 2)
	if got, want := s.String(), "2\n3"; got != want {
		t.Errorf("lower: got %q, want %q", got, want)
	}
	s.Resize(3, 4)
	fmt.Fprint(s, "\r\n4\r\n5")
	if got, want := s.String(), "2\n3\n4\n5"; got != want {
		t.Errorf("higher: got %q, want %q", got, want)
	}
	if w, h := s.Size(); w != 3 || h != 4 {
		t.Errorf("size %d×%d", w, h)
	}
}

// FuzzScreen states what holds for any bytes: the screen keeps its shape, and
// no wide cell is ever cut in two.
func FuzzScreen(f *testing.F) {
	f.Add([]byte("世\x1b[1;2H\x1b[P\x1b[2@界"))
	f.Add([]byte("\x1b[2;3r\x1b[9S\x1b[?1049h\x1b[99999b"))
	f.Add([]byte("\x1b[?2027h👨\u200d👩\x1b[?7l\x1b[<9u\x1b[=3;3u"))
	f.Fuzz(func(t *testing.T, in []byte) {
		s := New(7, 4, Terminal{})
		_, _ = s.Write(in)
		s.Resize(5, 3)
		_, _ = s.Write(in)
		for y := range 3 {
			line, x := s.page.Line(y), 0
			for x < len(line) && line[x].Width > 0 {
				x += line[x].Width
			}
			if len(line) != 5 || x != 5 {
				t.Fatalf("row %d is broken: %#v", y, line)
			}
		}
		if x, y, _ := s.Cursor(); x < 0 || x >= 5 || y < 0 || y >= 3 {
			t.Fatalf("cursor at %d,%d", x, y)
		}
	})
}
