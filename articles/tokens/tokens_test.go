package tokens

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var cases = []struct{ text, want string }{
	{"", ""},
	{"The Pager, that refused to DIE", "the pager that refused to die"},
	{"pull-quotes don't", "pull quotes don t"},
	{"Étude über Straße, Łódź Ærø", "etude uber strasse lodz aero"},
	{"co\u00adoperate e\u0301te", "cooperate ete"},
	{"ΣΊΣΥΦΟΣ й ё", "σισυφοσ и е"},
	{"ﬁne ２０２６", "fine 2026"},
	{"C++ and C# or F#, but a#b and c+++", "c++ and c# or f# but a b and c++"},
	{"東京都", "東京 京都 都"},
	{"猫", "猫"},
	{"GoとRust。速い", "go と rust 速い い"},
	{"서울에서", "서울 울에 에서 서"},
	{"ภาษาไทย", "ภา าษ ษา าไ ไท ทย ย"},
	{"हिन्दी", "हिन्दी"},
	{"snake_case 3.14 x86", "snake case 3 14 x86"},
	{strings.Repeat("a", 100), strings.Repeat("a", 64)},
	{"naïve\xff\xfetext", "naive text"},
}

func TestEach(t *testing.T) {
	for _, c := range cases {
		if got := strings.Join(Of(c.text), " "); got != c.want {
			t.Errorf("%q is %q, not %q", c.text, got, c.want)
		}
	}
}

func TestBegins(t *testing.T) {
	for token, want := range map[string]bool{"": false, "a": false, "東": true, "東京": false, "서": true, "ษา": false, "c++": false} {
		if Begins(token) != want {
			t.Errorf("%q begins another: %v", token, !want)
		}
	}
}

// FuzzEach: tokens stand where they are said to stand, in order, and the token of a
// token is itself.
func FuzzEach(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		Each(text, func(token string, from, to int) bool {
			if from < last || to <= from || to > len(text) {
				t.Fatalf("%q of %q stands at %d to %d after %d", token, text, from, to, last)
			}
			last = from
			if len(token) > longest || !utf8.ValidString(token) {
				t.Fatalf("%q of %q is no token", token, text)
			}
			if again := Fold(token); again != token && !strings.ContainsAny(token, "+#") && len(again) <= longest {
				t.Fatalf("%q of %q is folded to %q", token, text, again)
			}
			return true
		})
	})
}

func BenchmarkEach(b *testing.B) {
	text := strings.Repeat("The quick brown Fox jumps over the lazy dog, naïvely. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Each(text, func(string, int, int) bool { return true })
	}
}
