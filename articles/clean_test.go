package articles

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                               "",
		"plain\ttext\nof two lines":                      "plain\ttext\nof two lines",
		"red \x1b[31mletters\x1b[0m":                     "red letters",
		"title \x1b]0;evil\x07 set":                      "title  set",
		"unended \x1b]52;c;aGk=":                         "unended c;aGk=",
		"c1 \u009b31m, raw \x9b31m":                      "c1 , raw ",
		"dos\r\nlines\rmac":                              "dos\nlines\nmac",
		"over\u202eride\u2066isolate":                    "overrideisolate",
		"\ufeffmarked":                                   "marked",
		"page\fand\vcolumn":                              "page\nand\ncolumn",
		"line\u2028and\u2029paragraph":                   "line\nand\nparagraph",
		"tag \U000e0041 and kitty's \U0010eeee":          "tag  and kitty's ",
		"del\x7f bell\a back\b":                          "del bell back",
		"\x1b[33ma3d81ce\x1b[m (\x1b[1;36mHEAD\x1b[m)":   "a3d81ce (HEAD)",
		"\x1b]8;;https://e.org\x1b\\link\x1b]8;;\x07":    "link",
		"\x1bP1$r0m\x1b\\a\x1b_Gx;y\x1b\\b\x1b^p\u009cc": "abc",
		"\x1b(Ba\x1b)0b\x1b%Gc\x1b7d\x1b=e":              "abcde",
		"a\x1bM\r\x1bc\x1b[Hb \x1bMore \x1bD\n\x1bO":     "a\nb More D\nO",
		"\x1bPnothing ends it\nmore":                     "nothing ends it\nmore",
		"\x1b[31":                                        "",
		"\x1b[ text":                                     " text",
		"\x1b Words \x1bWords":                           " Words Words",
		"b\bbo\bol\bld\bd _\bx_\by é\bé N\b\bM a\b":      "bold xy é NM a",
		"x\b_ _\b_ +\bo \b":                              "x _ o ",
		"\u009b1;2Hx\u009d0;t\u009cy":                    "xy",
		"👩\u200d🚀 é soft\u00adhyphen 日本":                 "👩\u200d🚀 é soft\u00adhyphen 日本",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := CleanLine("  two\n\n lines\t\x1b and a tab "); got != "two lines and a tab" {
		t.Errorf("CleanLine gives %q", got)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[2J\u009bb\xff\u202ec\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Clean(%q) is not UTF-8: %q", s, got)
		}
		if again := Clean(got); again != got {
			t.Fatalf("Clean(%q) = %q, and cleaned again %q", s, got, again)
		}
		for _, r := range got {
			if r < 0x20 && r != '\t' && r != '\n' || 0x7f <= r && r <= 0x9f || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
				t.Fatalf("Clean(%q) leaves %q", s, r)
			}
		}
		if strings.ContainsAny(CleanLine(s), "\n\t") {
			t.Fatalf("CleanLine(%q) is %q", s, CleanLine(s))
		}
	})
}

func BenchmarkClean(b *testing.B) {
	clean := strings.Repeat("A line of ordinary text, “quoted” now and then.\n", 6000)
	for name, s := range map[string]string{"clean": clean, "unclean": strings.ReplaceAll(clean, "now", "\x1b[1mnow")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

func TestCleanLine(t *testing.T) {
	for s, want := range map[string]string{
		"": "", " ": "", "one line": "one line", " ends ": "ends", "two  spaces": "two spaces",
		"a\tb\nc": "a b c", "no\u00a0break": "no break", "\x1b[31mred\u009b": "red", "end ": "end",
		"\u200b \u00ad\u3164": "", "\x1b[0m\u2060": "", "👩\u200d🚀": "👩\u200d🚀", "\u00ada": "\u00ada", "\ue000": "\ue000", "\u0301": "\u0301",
	} {
		if got := CleanLine(s); got != want {
			t.Errorf("CleanLine(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestPlainKnowsEveryByte(t *testing.T) {
	t.Parallel()
	for c := range 256 {
		for d := range 256 {
			for at := range 7 {
				s := []byte("~ a~~\nz~")
				s[at], s[at+1] = byte(c), byte(d)
				want := 0
				for want < 8 && (s[want] == '\n' || ' ' <= s[want] && s[want] <= '~') {
					want++
				}
				if got := plain(string(s)); got != want {
					t.Fatalf("%q: %d are plain, want %d", s, got, want)
				}
			}
		}
	}
}

func TestCleanLongTexts(t *testing.T) {
	t.Parallel()
	words := strings.Repeat("né 東京 words\n", 200_000)
	if got := Clean(words); got != words {
		t.Fatal("a clean text was changed")
	}
	for _, at := range []int{0, len(words) / 4, len(words) / 2, len(words)} {
		for !utf8.RuneStart((words + " ")[at]) {
			at++
		}
		if got := Clean(words[:at] + "\x1b" + words[at:]); got != words {
			t.Fatalf("an escape at %d of %d: not the text without it", at, len(words))
		}
	}
}

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
