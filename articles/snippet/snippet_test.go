package snippet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lede/articles/query"
)

// marked shows the marks of a snippet in brackets.
func marked(s Snippet) string {
	out, last := "", 0
	for _, m := range s.Marks {
		out += s.Text[last:m.From] + "[" + s.Text[m.From:m.To] + "]"
		last = m.To
	}
	return out + s.Text[last:]
}

func TestOf(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Nothing of it stands here. ", 20) + "But the *Étude* of pagers does, and " + strings.Repeat("more comes. ", 20)
	for _, c := range []struct{ text, asked, want string }{
		{"One [pager](https://pager.example) is enough.", "pager", "One [pager] is enough."},
		{"First a pager.\n\nThen a pager that scrolls.", "pager scroll*", "Then a [pager] that [scrolls]."},
		{long, "etude", "…of it stands here. But the [Étude] of pagers does, and more…"},
		{"The words are apart here, and the phrase is here: the words.", `"the words"`, "[The words] are apart here, and the phrase is here: [the words]."},
		{"我住在東京都です。", "東京都", "我住在[東京都]です。"},
		{"Nothing.", "pager", ""},
		{"Nothing.", "is:read", ""},
		{"Not this one.", "-one this", "Not [this] one."},
	} {
		q, err := query.Parse(c.asked)
		if err != nil {
			t.Fatal(err)
		}
		if got := marked(Of(c.text, q.Texts(), 60)); got != c.want {
			t.Errorf("%s: %q, not %q", c.asked, got, c.want)
		}
	}
}

// FuzzOf: a snippet is a line of about the length that was asked for, and its marks
// stand in it.
func FuzzOf(f *testing.F) {
	f.Add("One pager is enough.", "pager")
	f.Add("東京都", "京都")
	f.Fuzz(func(t *testing.T, source, asked string) {
		q, err := query.Parse(asked)
		if err != nil {
			t.Skip()
		}
		s := Of(source, q.Texts(), 60)
		if n := utf8.RuneCountInString(s.Text); n > 62 || strings.ContainsAny(s.Text, "\n\x1b") {
			t.Fatalf("%q has %d letters", s.Text, n)
		}
		last := 0
		for _, m := range s.Marks {
			if m.From < last || m.To <= m.From || m.To > len(s.Text) {
				t.Fatalf("%q has the marks %v", s.Text, s.Marks)
			}
			last = m.To
		}
	})
}
