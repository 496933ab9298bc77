package find

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"lede/articles/markdown"
)

// found is the words of every match.
func found(x *Index, q *Query) []string {
	var out []string
	for i := range x.Len() {
		for _, m := range x.Matches(q, i) {
			s := x.text(i)[m.Start:]
			if m.Last == i {
				s = x.text(i)[m.Start:m.End]
			}
			for j := i + 1; j <= m.Last; j++ {
				more := x.text(j)
				gap := x.gap(j, s, more)
				if j == m.Last {
					more = more[:m.End]
				}
				s += gap + more
			}
			out = append(out, s)
		}
	}
	return out
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, src, query string
		want             []string
	}{
		{"emphasis", "The *quick* **fo**x.", "quick fox", []string{"quick fox"}},
		{"a line end", "The *quick* \nfox", "quick fox", []string{"quick fox"}},
		{"a hard line end", "The quick\\\nfox, quick  \nfox", "quick fox", []string{"quick fox", "quick fox"}},
		{"a quote's line end", "> the quick\n> fox", "quick fox", []string{"quick fox"}},
		{"a link", "The [quick](https://e.org/fox) fox and [do](x)gs", "quick fox", []string{"quick fox"}},
		{"within a word", "The [do](x)gs and d<kbd>o</kbd>gs", "dogs", []string{"dogs", "dogs"}},
		{"no address", "[quick](https://e.org/fox)", "e.org", nil},
		{"lower case finds all", "Fox fox FOX", "fox", []string{"Fox", "fox", "FOX"}},
		{"a capital finds its own", "Fox fox FOX", "Fox", []string{"Fox"}},
		{"other alphabets fold", "Ёлка ёлка ΣΊΣΥΦΟΣ Σίσυφος ſtraße", "ёлка", []string{"Ёлка", "ёлка"}},
		{"sigma", "ΟΔΟΣ οδος οδοσ", "οδος", []string{"ΟΔΟΣ", "οδος", "οδοσ"}},
		{"a long s", "Congreſs congress", "congress", []string{"Congreſs", "congress"}},
		{"Kelvin", "300 \u212a", "300 k", []string{"300 K"}},
		{"blanks are all the same", "a\u00a0b a  b `a  b`", "a b", []string{"a b", "a b", "a b"}},
		{"blanks of the query too", "a b", " a \t b ", []string{"a b"}},
		{"Chinese", "漢字を読む。漢字。", "漢字", []string{"漢字", "漢字"}},
		{"Chinese over a line end", "これは漢\n字です", "漢字", []string{"漢字"}},
		{"combining marks", "cafe\u0301 caf\u00e9", "café", []string{"café", "café"}},
		{"a typed combining mark", "caf\u00e9", "cafe\u0301", []string{"café"}},
		{"an accent matters", "café", "cafe", nil},
		{"soft hyphens", "un\u00adbe\u00adlievable un&shy;believable", "unbelievable", []string{"unbelievable", "unbelievable"}},
		{"entities", "caf&eacute; &amp; tea", "café & tea", []string{"café & tea"}},
		{"escapes", `2 \* 3`, "2 * 3", []string{"2 * 3"}},
		{"typed quotes", "“Don’t,” he said", `"don't,"`, []string{`"Don't,"`}},
		{"code", "```go\nfunc main() {\n\treturn\n}\n```", "main() { return", []string{"main() { return"}},
		{"a table", "| a | quick |\n|---|---|\n| fox | hen |", "quick fox", []string{"quick fox"}},
		{"none over another", "aaaaa", "aa", []string{"aa", "aa"}},
		{"signs alone", "wait... what?", "...", []string{"..."}},
		{"an address that is the words", "![](a/%7Aoo.png) and ![](b.png)", "zoo", []string{"zoo"}},
		{"letters of entities", "&#122;oo", "zoo", []string{"zoo"}},
		{"a caption", "![The *zoo*](a.png)", "the zoo", []string{"The zoo"}},
		{"a callout's label", "> [!TIP] A zoo\n> x", "a zoo x", []string{"A zoo x"}},
		{"nothing", "text", "  ", nil},
		{"a note's mark", "quick[^1] fox\n\n[^1]: note", "quick fox", []string{"quick fox"}},
	} {
		q := New(c.query)
		if q == nil {
			if c.want != nil {
				t.Errorf("%s: no query", c.name)
			}
			continue
		}
		if got := found(NewIndex(markdown.Parse(c.src)), q); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %q is %q, want %q", c.name, c.query, c.src, got, c.want)
		}
	}
}

// TestFindAtTheSeams looks for words on both sides of every border between
// chunks, and where a long block is parted.
func TestFindAtTheSeams(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"paragraphs":      strings.Repeat("One two three four five *six* seven.\n\n", 900),
		"one paragraph":   strings.Repeat("One two three four five *six*\nseven. ", 4000),
		"one long line":   strings.Repeat("One two three four five six seven. ", 4000),
		"code":            "```\n" + strings.Repeat("One two three four\nfive six seven.\n\n", 2000) + "```\n",
		"no blank at all": strings.Repeat("一二三四五六七。", 6000),
	} {
		d := markdown.Parse(src)
		if len(d.Chunks) < 3 {
			t.Fatalf("%s: %d chunks", name, len(d.Chunks))
		}
		x := NewIndex(d)
		words, want := "seven. one two", strings.Count(src, "seven.")-1
		if name == "no blank at all" {
			words, want = "七。一二", 5999
		}
		if got := len(found(x, New(words))); got != want {
			t.Errorf("%s: %q is found %d times, want %d", name, words, got, want)
		}
	}
}

func TestSeekGoesRound(t *testing.T) {
	t.Parallel()
	src := strings.Repeat("Some words, fox, and more of them.\n\n", 300) + "The hare.\n\n" + strings.Repeat("Some fox words.\n\n", 300)
	x := NewIndex(markdown.Parse(src))
	q, never := New("fox"), func() bool { return false }
	for _, back := range []bool{false, true} {
		for _, sums := range [][]int{nil, total(x.Count(q, 0, never))} {
			seen := map[Match]bool{}
			at := Place{Chunk: 1}
			for {
				m, ok := x.Seek(q, at, back, sums, never)
				if !ok || seen[m] {
					break
				}
				seen[m] = true
				at = Place{m.Chunk, m.Start}
				if !back {
					at.Offset++
				}
			}
			if len(seen) != 600 {
				t.Errorf("back %v: %d matches on the way round", back, len(seen))
			}
		}
	}
	for _, at := range []Place{{}, {Chunk: 2, Offset: 9}, {Chunk: x.Len()}} {
		for _, back := range []bool{false, true} {
			if m, ok := NewIndex(x.doc).Seek(New("HARE"), at, back, nil, never); ok {
				t.Errorf("no HARE, and found %v", m)
			}
			if _, ok := NewIndex(x.doc).Seek(New("hare"), at, back, nil, never); !ok {
				t.Errorf("the hare is not found from %v", at)
			}
		}
	}
}

func total(counts []int) []int {
	sums := []int{0}
	for _, n := range counts {
		sums = append(sums, sums[len(sums)-1]+n)
	}
	return sums
}

// FuzzFind holds the search to what strings.Index finds, and spots to their
// order.
func FuzzFind(f *testing.F) {
	f.Add("The *quick* \nfox", "quick fox")
	f.Add("ΟΔΟΣ ſtraße \u212a e\u0301 \u1100\u1161", "ος")
	f.Add("> “漢\n> 字”\n\n- a\n", "漢字")
	f.Fuzz(func(t *testing.T, src, typed string) {
		if len(src) > 5000 || len(typed) > 100 {
			return
		}
		q := New(typed)
		if q == nil {
			return
		}
		x := NewIndex(markdown.Parse(src))
		for i := range x.Len() {
			barred := x.isBarred(q, i)
			_ = x.text(i)
			all := x.Matches(q, i)
			if barred && len(all) > 0 {
				t.Errorf("%q is barred from %q", typed, x.text(i))
			}
			if text := normal(typed); len(all) == 0 && strings.Contains(x.text(i), text) {
				t.Errorf("%q is not found in %q", text, x.text(i))
			}
			marks := x.Marks(q, i)
			for k, m := range marks {
				if m.First > m.Until || k > 0 && m.Until < marks[k-1].Until {
					t.Errorf("marks out of order: %+v", marks)
				}
			}
			if plain := x.doc.Shown(i); letters(plain) != letters(x.text(i)) {
				t.Errorf("%q has other letters than %q", x.text(i), plain)
			}
		}
	})
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n
}
