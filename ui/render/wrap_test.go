package render

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// wrapped is s set at a width, as the words of its lines.
func wrapped(s string, width int) []string {
	var t text
	t.add(s, ink{})
	return shownRows(t.wrap(width))
}

func shownRows(rows []row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.text)
	}
	return out
}

func TestBreaks(t *testing.T) {
	for _, test := range []struct {
		words string
		width int
		want  string // lines parted by bars
	}{
		{"see /usr/local", 6, "see|/usr/|local"},
		{"run it with --flag", 14, "run it with|--flag"},
		{"an e-mail", 5, "an|e-|mail"},
		{"his e-mail", 7, "his|e-mail"},
		{"more C++ and .NET", 7, "more|C++ and|.NET"},
		{"word — word", 7, "word —|word"},
		{"“Yes.” — Ada", 9, "“Yes.”|— Ada"},
		{"Vous dites « bon » !", 14, "Vous dites|« bon » !"},
		{"said “yes” (no)", 10, "said “yes”|(no)"},
		{"from 10-12 -5", 10, "from 10-12|-5"},
		{"pay 1,000.00 now", 9, "pay|1,000.00|now"},
		{"10\u00a0km and a\u2060b", 5, "10\u00a0km|and|a\u2060b"},
		{"extra\u00adordinary", 8, "extra-|ordinary"},
		{"extra\u00adordinary", 20, "extraordinary"},
		{"他说“你好”他走", 9, "他说“你|好”他走"},
		{"東京、大阪。", 4, "東|京、|大|阪。"},
		{"「東京」へ", 6, "「東|京」へ"},
		{"ちょっと", 4, "ちょ|っと"},
		{"https://e.org/some_long_name.html?key=value", 16, "https://e.org/|some_long_name.|html?key=value"},
		{"some_identifier_that_is_long", 12, "some_|identifier_|that_is_long"},
	} {
		if got := strings.Join(wrapped(test.words, test.width), "|"); got != test.want {
			t.Errorf("%q at %d: %q instead of %q", test.words, test.width, got, test.want)
		}
	}
}

// parts are what the random texts below are made of.
var parts = []string{
	" ", " ", " ", "a", "word", "unbreakable", "1,000.00", "-", "—", "/", ".", ",", "e\u0301", "\u00ad", "\u00a0", "\u2060", "\u200b",
	"東", "京", "、", "。", "」", "「", "（", "）", "ー", "っ", "コ", "“", "”", "！", "‘", "’", "https://e.org/a?b=c&d_e", "x_y.z",
	"👩🏽\u200d💻", "👨\u200d👩\u200d👧\u200d👦", "❤\ufe0f", "👍🏽", "🇩🇪", "1\ufe0f\u20e3", "한국어", "नमस्ते", "ไทย", "مرحبا", "\n",
}

func randomWords(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(40) {
		b.WriteString(parts[r.IntN(len(parts))])
	}
	return strings.Trim(b.String(), " \n")
}

var unblank = strings.NewReplacer(" ", "", "\n", "", "\u00ad", "")

// TestWrapLosesNothing: at every width the lines hold the words of the input
// and nothing else, none of them is too wide however a terminal counts, and no
// grapheme cluster is split that a line can hold.
func TestWrapLosesNothing(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		words := randomWords(r)
		width := 2 + r.IntN(60)
		var set text
		set.add(words, ink{})
		for name, rows := range map[string][]row{"wrap": set.wrap(width), "balance": set.balance(width)} {
			got := shownRows(rows)
			for _, line := range got {
				if w := max(ansi.GraphemeWidth.StringWidth(line), ansi.WcWidth.StringWidth(line)); w > width {
					t.Fatalf("%s %q at %d: a line of %d cells: %q", name, words, width, w, line)
				}
			}
			var joined strings.Builder
			for _, l := range linesOf(&set, name, width) {
				joined.WriteString(words[l.start:l.end])
				if n := len(words[:l.end]); width >= 8 && !isBorder(words, n) {
					t.Fatalf("%s %q at %d: a cluster is split at %d", name, words, width, n)
				}
			}
			if unblank.Replace(joined.String()) != unblank.Replace(words) {
				t.Fatalf("%s %q at %d: %q", name, words, width, got)
			}
		}
	}
}

func linesOf(t *text, name string, width int) []line {
	if pieces := t.pieces(); name == "balance" && widest(pieces) <= width {
		return even(pieces, width)
	}
	return fill(slices.Values(t.pieces()), string(t.words), width)
}

func widest(pieces []piece) int {
	most := 0
	for _, p := range pieces {
		most = max(most, p.width)
	}
	return most
}

func isBorder(s string, at int) bool {
	g := uniseg.NewGraphemes(s)
	for g.Next() {
		if from, to := g.Positions(); from < at && at < to {
			return false
		}
	}
	return true
}

// TestKinsoku: no line begins with a closing sign nor ends with an opening one,
// but where a row of signs is wider than the line.
func TestKinsoku(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	signs := []string{"東", "京", "大", "阪", "あ", "い", "コ", "、", "。", "」", "「", "（", "）", "ー", "っ", "ょ"}
	for range 2000 {
		var b strings.Builder
		b.WriteString("東")
		for range 30 {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		var set text
		set.add(b.String()+"京", ink{})
		pieces := set.pieces()
		for width := max(2, widest(pieces)); width < 70; width += 7 {
			got := wrapped(string(set.words), width)
			for i, line := range got {
				if i > 0 && isClosing(firstRune(line)) || i < len(got)-1 && strings.ContainsRune(opening, lastRune(line)) {
					t.Fatalf("width %d: line %d of %q", width, i, got)
				}
			}
		}
	}
}

// TestBalance: lines are even, as few as they can be, and none is a short word
// on its own.
func TestBalance(t *testing.T) {
	var set text
	set.add("Less is more, more or less. But more than enough is not always less than too much, as any editor will tell you.", ink{})
	for width := 20; width <= 120; width++ {
		full, got := set.wrap(width), set.balance(width)
		if len(got) != len(full) {
			t.Fatalf("width %d: %d lines instead of %d", width, len(got), len(full))
		}
		least, most := 1000, 0
		for _, r := range got {
			least, most = min(least, r.width), max(most, r.width)
		}
		if most-least > 10 {
			t.Errorf("width %d: from %d to %d cells: %q", width, least, most, shownRows(got))
		}
	}
}
