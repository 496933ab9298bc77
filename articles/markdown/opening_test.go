package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"lede/articles"
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

// Whatever the text, its opening words are a clean line of no more than their length.
func FuzzLede(f *testing.F) {
	for _, text := range []string{"# a\n\nb", "> [!NOTE]\n> x", "[^1]: a\n\n[^1]", "<div>a</div>\n", "|a|\n|-|\n|b|", "\xff", strings.Repeat("é ", 300)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = articles.Clean(text)
		got := Lede(text)
		if got != articles.CleanLine(got) || utf8.RuneCountInString(got) > ledeLength {
			t.Errorf("%q opens with %q", text, got)
		}
	})
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
