package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLedeIsTheOpeningWords(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"a paragraph": {"The *first* words\nof [it](https://x.example).\n\nThe next ones.\n", "The first words of it. The next ones."},
		"headings":    {"## Part\n\nThe words.\n\n### Another\n\nMore.\n", "The words. More."},
		"a list":      {"- milk\n- [x] bread\n", "milk bread"},
		"code first":  {"```go\nfunc f()\n```\n\nIt calls f.\n", "It calls f."},
		"code alone":  {"```go\nfunc f()\n```\n", "func f()"},
		"a heading":   {"## Alone\n", "Alone"},
		"a picture":   {"![A bear](bear.png)\n", ""},
		"nothing":     {"", ""},
		"a quote":     {"> Less is more.\n>\n> — A reader\n", "Less is more. A reader"},
	} {
		if got := Lede(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestLedeEndsAtAWord(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("words, ", 2000), strings.Repeat("文字", 2000), strings.Repeat("a", 10_000)} {
		got := Lede(text)
		if n := utf8.RuneCountInString(got); n > ledeLength || n < ledeLength-10 || !strings.HasSuffix(got, "…") || strings.HasSuffix(got, ",…") {
			t.Errorf("%d characters: %q", n, got)
		}
		if strings.Contains(text, " ") && !strings.HasSuffix(got, "words…") {
			t.Errorf("%q is cut within a word", got)
		}
	}
}

func BenchmarkLede(b *testing.B) {
	text := strings.Repeat("Words of a *paragraph* that has [links](https://x.example) and `code` in it, as most have.\n\n", 100)
	for _, n := range []int{90, 300, 600, 2048} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Lede(text[:n])
			}
		})
	}
}
