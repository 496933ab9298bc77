package layout

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// outermost is how many lines at the top and at the foot of a page may be
// running heads or feet, with what printers write outside of the page.
const outermost = 6

// edge is a line at the top or the foot of a page, with what tells whether it
// stands on others too.
type edge struct {
	*line
	key     string // its words without the numbers
	numbers []int
	apart   bool // a wide space, or another size, parts it from the text
}

// dropFurniture takes out running heads, feet and the numbers of pages: lines at
// the edge of several pages that stand at the same height, say the same, and
// whose numbers count the pages or do not change.
func dropFurniture(pages [][]*line, body float64) [][]*line {
	pages = slices.Clone(pages)
	for range outermost { // under a running head there may be another
		groups := map[string][]edge{}
		for _, lines := range pages {
			for _, e := range edges(lines) {
				if e.size <= body*largest {
					groups[e.key] = append(groups[e.key], e)
				}
			}
		}
		proven := map[*line]bool{}
		for _, group := range groups {
			prove(group, proven)
		}
		if len(proven) == 0 {
			break
		}
		for i := range pages {
			pages[i] = slices.DeleteFunc(slices.Clone(pages[i]), func(l *line) bool { return proven[l] })
		}
	}
	return pages
}

// largest is how much larger than the text a running head may be.
const largest = 1.1

// edges are the outermost lines of a page.
func edges(lines []*line) []edge {
	heights := make([]float64, 0, len(lines))
	for _, l := range lines {
		if !l.turned {
			heights = append(heights, l.base)
		}
	}
	slices.Sort(heights)
	heights = slices.CompactFunc(heights, func(a, b float64) bool { return math.Abs(a-b) < 2 })
	if len(heights) == 0 {
		return nil
	}
	var out []edge
	for end, at := range [...]int{0, len(heights) - 1} {
		if end > 0 && at == 0 {
			break
		}
		outer, inner := atHeight(lines, heights[at]), []*line(nil)
		apart := len(heights) == 1
		if next := at + 1 - 2*end; next >= 0 && next < len(heights) {
			inner = atHeight(lines, heights[next])
			apart = math.Abs(heights[at]-heights[next]) > setOff*outer[0].size
		}
		if len(outer) > mostBeside {
			continue
		}
		for _, l := range outer {
			key, numbers := counted(l.text())
			e := edge{line: l, key: strconv.Itoa(end) + key, numbers: numbers, apart: apart}
			for _, next := range inner[:min(len(inner), mostBeside)] {
				e.apart = e.apart || math.Abs(next.size-l.size) > 0.4
			}
			out = append(out, e)
		}
	}
	return out
}

// mostBeside is how many pieces a running head may have.
const mostBeside = 8

// atHeight are the lines of a page at a height.
func atHeight(lines []*line, height float64) []*line {
	var out []*line
	for _, l := range lines {
		if !l.turned && math.Abs(l.base-height) < 2 {
			out = append(out, l)
		}
	}
	return out
}

// setOff is the space, in sizes, from which a line stands apart from the text.
const setOff = 1.7

// counted is a text with its numbers taken out, Roman ones too.
func counted(text string) (key string, numbers []int) {
	var b strings.Builder
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		for word != "" {
			digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
			if digits > 0 && digits < 7 {
				n, _ := strconv.Atoi(word[:digits]) // they are digits
				numbers = append(numbers, n)
				b.WriteByte('#')
				word = word[digits:]
				continue
			}
			bare := strings.Trim(word, ".()[]-–—")
			if n := roman(bare); n > 0 {
				numbers = append(numbers, n)
				b.WriteString(strings.Replace(word, bare, "#", 1))
				break
			}
			at := strings.IndexFunc(word[1:], unicode.IsDigit)
			if at < 0 {
				b.WriteString(word)
				break
			}
			b.WriteString(word[:at+1])
			word = word[at+1:]
		}
		b.WriteByte(' ')
	}
	return b.String(), numbers
}

// roman is the value of a small Roman number; 0 for what is none.
func roman(s string) int {
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	total, before := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if v < before {
			total -= v
		} else {
			total, before = total+v, v
		}
	}
	return total
}

// prove marks the lines of a group that stand at the same height on several
// pages, and whose numbers are the same or count as the pages do. What does not
// stand apart from the text must do so on more pages.
func prove(group []edge, proven map[*line]bool) {
	const (
		near  = 12 // pages
		twice = 2
		often = 4
	)
	for i, a := range group {
		same := []edge{a}
		for _, b := range group[i+1:] {
			if b.page-a.page > near {
				break
			}
			if a.page != b.page && math.Abs(a.base-b.base) < 3 && math.Abs(a.size-b.size) < 0.5 && counts(a, b) {
				same = append(same, b)
			}
		}
		apart := 0
		for _, e := range same {
			if e.apart {
				apart++
			}
		}
		if apart >= twice && 2*apart > len(same) || len(same) >= often && len(a.key) > often {
			for _, e := range same {
				proven[e.line] = true
			}
		}
	}
}

// counts reports whether each number of two lines is the same in both, or as far
// apart as their pages.
func counts(a, b edge) bool {
	if len(a.numbers) != len(b.numbers) {
		return false
	}
	for i := range a.numbers {
		if d := b.numbers[i] - a.numbers[i]; d != 0 && d != b.page-a.page {
			return false
		}
	}
	return true
}
