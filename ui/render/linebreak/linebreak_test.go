package linebreak

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"lede/ui/render/cells"
)

// filled is words set at a width, as the text of their lines.
func filled(words string, width int) []string {
	return shown(words, Fill(Pieces(words), words, width))
}

func shown(words string, lines []Line) []string {
	var out []string
	for _, l := range lines {
		line := strings.ReplaceAll(words[l.Start:l.End], cells.SoftHyphen, "")
		if l.Hyphen {
			line += "-"
		}
		out = append(out, line)
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
		if got := strings.Join(filled(test.words, test.width), "|"); got != test.want {
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

// TestNothingIsLost: at every width the lines hold the words of the input
// and nothing else, none of them is too wide however a terminal counts, and no
// grapheme cluster is split that a line can hold.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		words := randomWords(r)
		width := 2 + r.IntN(60)
		for name, lines := range map[string][]Line{"fill": Fill(Pieces(words), words, width), "balance": Balance(words, width)} {
			got := shown(words, lines)
			for _, line := range got {
				if w := max(ansi.GraphemeWidth.StringWidth(line), ansi.WcWidth.StringWidth(line)); w > width {
					t.Fatalf("%s %q at %d: a line of %d cells: %q", name, words, width, w, line)
				}
			}
			var joined strings.Builder
			for _, l := range lines {
				joined.WriteString(words[l.Start:l.End])
				if n := len(words[:l.End]); width >= 8 && !isBorder(words, n) {
					t.Fatalf("%s %q at %d: a cluster is split at %d", name, words, width, n)
				}
			}
			if unblank.Replace(joined.String()) != unblank.Replace(words) {
				t.Fatalf("%s %q at %d: %q", name, words, width, got)
			}
		}
	}
}

func widest(pieces []Piece) int {
	most := 0
	for _, p := range pieces {
		most = max(most, p.Width)
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
		words := b.String() + "京"
		for width := max(2, widest(slices.Collect(Pieces(words)))); width < 70; width += 7 {
			got := filled(words, width)
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
	const words = "Less is more, more or less. But more than enough is not always less than too much, as any editor will tell you."
	for width := 20; width <= 120; width++ {
		full, got := filled(words, width), shown(words, Balance(words, width))
		if len(got) != len(full) {
			t.Fatalf("width %d: %d lines instead of %d", width, len(got), len(full))
		}
		least, most := 1000, 0
		for _, line := range got {
			least, most = min(least, cells.Of(line)), max(most, cells.Of(line))
		}
		if most-least > 10 {
			t.Errorf("width %d: from %d to %d cells: %q", width, least, most, got)
		}
	}
}
