package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"lede/articles/importer/htmldoc/dom"
)

// drawWord is a word of a page that anything may stand on.
func drawWord(t *rapid.T) Word {
	text := rapid.OneOf(
		rapid.SampledFrom([]string{"the", "lamp", "quay", "Lamps", "3.", "4.", "•", "–", "1", "2", "(a)", "well-", "known", "*", "iv", "Page", "....", "END.", "水", "שלום", "\u00ad", "- ", "_x_", "<b>", "|"}),
		rapid.StringN(1, 8, 20),
	).Draw(t, "text")
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	size := rapid.SampledFrom([]float64{7, 9, 11, 11, 11, 14, 20, 40}).Draw(t, "size")
	left := float64(rapid.IntRange(0, 60).Draw(t, "left") * 10)
	base := float64(rapid.IntRange(0, 80).Draw(t, "base") * 10)
	return Word{
		Text: text, Size: size, Base: base,
		Box:    Box{left, left + size*float64(len(text))/2, base - size/4, base + size},
		Font:   Font{Bold: rapid.Bool().Draw(t, "bold"), Mono: rapid.IntRange(0, 5).Draw(t, "mono") == 0, Italic: rapid.Bool().Draw(t, "italic")},
		Joined: rapid.IntRange(0, 9).Draw(t, "joined") == 0,
		Turned: rapid.IntRange(0, 30).Draw(t, "turned") == 0,
		Hyphen: rapid.IntRange(0, 15).Draw(t, "hyphen") == 0,
	}
}

// drawPages are pages of words that stand anywhere, or on lines as a text does.
func drawPages(t *rapid.T) []Page {
	var pages []Page
	for range rapid.IntRange(1, 4).Draw(t, "pages") {
		p := Page{Width: 600, Height: 800, Links: []Link{{Box{0, 300, 0, 800}, "https://quay.example/"}}}
		words := rapid.SliceOfN(rapid.Custom(drawWord), 0, 60).Draw(t, "words")
		if rapid.Bool().Draw(t, "set") {
			set(words, rapid.IntRange(150, 500).Draw(t, "measure"))
		}
		p.Words = words
		pages = append(pages, p)
	}
	return pages
}

// set puts words on lines of a width, from the top of a page down.
func set(words []Word, measure int) {
	x, y := 60.0, 740.0
	for i := range words {
		w := &words[i]
		width := w.width()
		if x+width > 60+float64(measure) {
			x, y = 60, y-13
		}
		w.Size, w.Turned = min(w.Size, 14), false
		w.Box, w.Base = Box{x, x + width, y - 3, y + 8}, y
		x += width + 3
	}
}

// letters counts the letters, and the digits that are not in the mark of a note.
func letterCounts(texts ...string) map[rune]int {
	out := map[rune]int{}
	for _, s := range texts {
		for _, r := range s {
			if unicode.IsLetter(r) {
				out[r]++
			}
		}
	}
	return out
}

func treeText(n *html.Node) string {
	var b strings.Builder
	for c := range dom.Below(n) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestNoWordIsLost shows that each letter of the pages stands in the text once,
// but those of lines that stand at the edge of several pages.
func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := drawPages(t)
		lines := make([][]*line, len(pages))
		for i, p := range pages {
			lines[i] = linesOf(p, i, evenFonts(pages))
		}
		kept := dropFurniture(lines, measure(lines).size)
		if 2*letters(kept) <= letters(lines) {
			kept = lines
		}
		want := map[rune]int{}
		for _, page := range kept {
			for _, l := range page {
				for r, n := range letterCounts(l.text()) {
					want[r] += n
				}
			}
		}
		d := Read(pages, rapid.SampledFrom([]string{"", "the lamp", "Lamps"}).Draw(t, "named"))
		texts := []string{d.Title, treeText(d.Body)}
		for _, n := range d.Notes {
			texts = append(texts, treeText(n))
		}
		got := letterCounts(texts...)
		for r, n := range want {
			if got[r] != n {
				t.Fatalf("%q stands %d times in the text, and %d times on the pages:\n%s", r, got[r], n, strings.Join(texts, "\n"))
			}
		}
		for r, n := range got {
			if want[r] != n {
				t.Fatalf("%q stands %d times in the text, and not on the pages", r, n)
			}
		}
		proveDropped(t, lines, kept)
	})
}

// proveDropped fails when a line was dropped that stands on no other page.
func proveDropped(t *rapid.T, lines, kept [][]*line) {
	still := map[*line]bool{}
	for _, page := range kept {
		for _, l := range page {
			still[l] = true
		}
	}
	for _, page := range lines {
		for _, l := range page {
			if still[l] {
				continue
			}
			key, _ := counted(l.text())
			again := false
			for _, other := range lines {
				for _, o := range other {
					k, _ := counted(o.text())
					again = again || o.page != l.page && k == key && math.Abs(o.base-l.base) < 3
				}
			}
			if !again {
				t.Fatalf("%q stands on one page, and is not in the text", l.text())
			}
		}
	}
}

// TestHostilePages shows that many words in odd places take no long time.
func TestHostilePages(t *testing.T) {
	const many = 30_000
	word := func(i int, left, base float64) Word {
		return Word{Text: fmt.Sprint("w", i), Size: 10, Base: base, Box: Box{left, left + 20, base, base + 9}}
	}
	shapes := map[string]func(i int) Word{
		"one place":  func(i int) Word { return word(i, 100, 100) },
		"one line":   func(i int) Word { return word(i, float64(i)*30, 100) },
		"diagonal":   func(i int) Word { return word(i, float64(i), float64(-i)) },
		"scattered":  func(i int) Word { return word(i, float64(i*7919%600), float64(i*104729%800)) },
		"not finite": func(i int) Word { return word(i, math.NaN(), math.Inf(i%2*2-1)) },
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			p := Page{Width: 600, Height: 800}
			for i := range many {
				p.Words = append(p.Words, shape(i))
			}
			d := Read([]Page{p, p}, "")
			if n := len(strings.FieldsFunc(treeText(d.Body), func(r rune) bool { return r == 'w' })); n < many {
				t.Errorf("%d words of %d are left", n, 2*many)
			}
		})
	}
}
