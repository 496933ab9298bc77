package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// plainBody is the lines of a text alone, without masthead, margins and
// styles.
func plainBody(t *testing.T, src string, width int) []string {
	t.Helper()
	o := options(t, width, "dark")
	o.Related = nil
	var out []string
	for _, line := range lines(t, render.New(&articles.Article{Title: "T", Markdown: src}, o)) {
		out = append(out, strings.TrimSpace(ansi.Strip(line)))
	}
	rule := slices.IndexFunc(out, func(s string) bool { return strings.HasPrefix(s, "──") })
	return out[min(rule+2, len(out)):]
}

func TestHardBreaksAndLooseItemsKeepTheirLines(t *testing.T) {
	for width := 20; width <= 200; width++ {
		got := plainBody(t, "one\\\ntwo  \nthree<br>four\nfive\n\n- a\n\n  b\n\n- c", width)
		want := []string{"one", "two", "three", "four five", "", "• a", "", "b", "", "• c"}
		if !slices.Equal(got, want) {
			t.Fatalf("width %d: %q", width, got)
		}
	}
}

func TestNoBlankFollowsABreak(t *testing.T) {
	o := options(t, 40, "mono")
	o.Related = nil
	var indents []int
	for _, line := range lines(t, render.New(&articles.Article{Title: "T", Markdown: "one <br> one<br/>\none"}, o)) {
		if before, _, ok := strings.Cut(ansi.Strip(line), "one"); ok {
			indents = append(indents, len(before))
		}
	}
	if len(indents) != 3 || indents[1] != indents[0] || indents[2] != indents[0] {
		t.Errorf("the lines are indented by %v", indents)
	}
}

func TestTabsAreWide(t *testing.T) {
	for width := 20; width <= 200; width++ {
		got := plainBody(t, "```\n\ta\nab\tc\n```", width)
		if got[1] != "a" || got[2] != "ab  c" {
			t.Fatalf("width %d: %q", width, got)
		}
	}
}

func TestLongCodeGoesOnBehindAMark(t *testing.T) {
	code := strings.Repeat("abcdefghi ", 30)
	for width := 20; width <= 200; width++ {
		var joined strings.Builder
		for i, line := range plainBody(t, "```\n"+code+"\n```", width) {
			rest, marked := strings.CutPrefix(line, "↪ ")
			if text := strings.Trim(line, "─") != ""; text && marked == (i == 1) {
				t.Fatalf("width %d: line %d is %q", width, i, line)
			}
			joined.WriteString(strings.Trim(rest, "─"))
		}
		if sequence(joined.String()) != sequence(code) {
			t.Fatalf("width %d: %q", width, joined.String())
		}
	}
}

// TestLatinInsideCJK: a Latin word stays on the line of its neighbours when it
// fits there, and is not cut.
func TestLatinInsideCJK(t *testing.T) {
	src := strings.Repeat("漢字の文章にHelloという単語がある。", 8)
	for width := 20; width <= 200; width++ {
		got := plainBody(t, src, width)
		for i, line := range got {
			if line == "Hello" {
				t.Fatalf("width %d: a word alone on line %d", width, i)
			}
		}
		if n := strings.Count(strings.Join(got, "\n"), "Hello"); n != 8 {
			t.Fatalf("width %d: %d of 8 words are whole", width, n)
		}
		for _, line := range got {
			if strings.HasPrefix(line, "。") {
				t.Fatalf("width %d: a line begins with a full stop", width)
			}
		}
	}
}

// TestKoreanWordsStayWhole: they have blanks between them, unlike those of
// Chinese and Japanese.
func TestKoreanWordsStayWhole(t *testing.T) {
	words := strings.Fields(strings.Repeat("한국어 문장은 띄어쓰기가 있으며 줄바꿈은 어절 단위로 하는 것이 좋습니다. ", 3))
	for width := 20; width <= 200; width++ {
		if got := strings.Fields(strings.Join(plainBody(t, strings.Join(words, " "), width), " ")); !slices.Equal(got, words) {
			t.Fatalf("width %d: %q", width, got)
		}
	}
	if got := plainBody(t, strings.Repeat("아주긴합성어도있을수있습니다", 5), 22); len(got) != 7 {
		t.Errorf("a word that is longer than the line stands in %d lines: %q", len(got), got)
	}
}

func TestCodeFollowsTheTheme(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "```go\nfunc main() {}\n```"}
	dark := render.New(a, options(t, 60, "dark"))
	before := shown(t, dark)
	light := dark.With(options(t, 60, "light"))
	if shown(t, light) != shown(t, render.New(a, options(t, 60, "light"))) {
		t.Error("colours of the old theme stay")
	}
	if shown(t, light.With(options(t, 60, "dark"))) != before {
		t.Error("a theme does not come back as it was")
	}
}

func TestFootnotes(t *testing.T) {
	src := "b[^b] a[^a] again[^b] none[^c]\n\n[^a]: Note A.\n\n" + strings.Repeat("Filler. ", 900) + "\n\n[^b]: Note B,\n    lazily.\n"
	got := plainBody(t, src, 60)
	if got[0] != "b[1] a[2] again[1] none[^c]" {
		t.Errorf("marks: %q", got[0])
	}
	at := slices.Index(got, "Notes")
	if at < 0 || !slices.Equal(got[at+2:], []string{"1. Note B, lazily.", "2. Note A."}) {
		t.Errorf("notes: %q", got[max(at, 0):])
	}
}

// TestFootnotesInCode: an example of a footnote takes no number, and a fence
// that only seems open takes none away.
func TestFootnotesInCode(t *testing.T) {
	for src, want := range map[string][]string{
		"a[^a]\n\n```markdown\nx[^x]\n\n[^x]: Example.\n```\n\nb[^b]\n\n[^a]: A.\n[^b]: B.":         {"1. A.", "2. B."},
		"> ~~~\n> x[^x] ``` y\n\nb[^b] ~~~ ``` and `[^x]`\n\n[^b]: B.\n[^x]: X.":                    {"1. X.", "2. B."},
		"- ~~~~\n  x[^b]\n  ~~~\n  [^x]: no\n  ~~~~\n\na[^a] b[^b]\n\n[^b]: B.\n[^a]: A.\n[^x]: X.": {"1. A.", "2. B.", "3. X."},
	} {
		got := plainBody(t, src, 60)
		at := slices.Index(got, "Notes")
		if at < 0 || !slices.Equal(got[at+2:], want) {
			t.Errorf("%q: %q", src, got[max(at, 0):])
		}
	}
}

func TestFewBytesPerLine(t *testing.T) {
	l := render.New(sampler(t), options(t, 100, "dark"))
	total, n := 0, 0
	for _, line := range lines(t, l) {
		total += len(line)
		n++
	}
	if total/n > 160 {
		t.Errorf("%d bytes a line", total/n)
	}
}

func TestInlineHTML(t *testing.T) {
	for src, want := range map[string]string{
		"x<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>":               "x², H₂O, 1st",
		"<q>said</q> <b>bold</b> vector<T> <!-- no --><span>s</span>": "“said” bold vector<T> s",
		"a<img alt=\"the alt\" src=x>b":                               "a ▣ the altb",
		"press <kbd>Ctrl</kbd>-<kbd>C</kbd>":                          "press Ctrl-C",
	} {
		if got := plainBody(t, src, 80); got[0] != want {
			t.Errorf("%q: %q instead of %q", src, got[0], want)
		}
	}
}
