package layout

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

func noteKey(page int, mark string) string { return strconv.Itoa(page) + "/" + mark }

// look is what tells headings of one level from those of another.
type look struct {
	size float64
	bold bool
}

// level gives headings their levels: the largest stand highest. The title is 1.
// What looks as nothing else does stands as high as what is next in size.
func (t *text) level() {
	often := map[look]int{}
	for _, p := range t.all {
		if p.kind == heading {
			often[lookOf(p)]++
		}
	}
	var looks []look
	for l, n := range often {
		if n > 1 {
			looks = append(looks, l)
		}
	}
	if len(looks) == 0 {
		looks = slices.Collect(maps.Keys(often))
	}
	slices.SortFunc(looks, look.compare)
	for _, p := range t.all {
		if p.kind == heading {
			at, _ := slices.BinarySearchFunc(looks, lookOf(p), look.compare)
			p.level = min(2+at, 6)
		}
	}
}

// compare orders looks from the highest heading to the lowest.
func (l look) compare(o look) int {
	if l.size == o.size && l.bold != o.bold {
		if l.bold {
			return -1
		}
		return 1
	}
	return cmp.Compare(o.size, l.size)
}

// demoteRows makes text of headings that stand in a row and look alike: they
// have nothing under them.
func (t *text) demoteRows() {
	const row = 3
	for i := 0; i < len(t.all); {
		n := 1
		for i+n < len(t.all) && t.all[i].kind == heading && t.all[i+n].kind == heading && lookOf(t.all[i]) == lookOf(t.all[i+n]) {
			n++
		}
		if n >= row && t.all[i].first().size < 1.5*t.size {
			for _, p := range t.all[i : i+n] {
				p.demote()
			}
		}
		i += n
	}
}

// demote makes text of a heading.
func (p *paragraph) demote() {
	p.kind = prose
	if p.first().marker.kind != noMark {
		p.kind = item
	}
}

// demoteFront makes text of what stands in large letters on the first page above
// the text, such as who wrote it, and looks as no heading in the text does. The
// largest of it is the title, and stays.
func (t *text) demoteFront() {
	const long, sentence = 200, 80    // letters of a paragraph of the text
	looks, front := map[look]int{}, 0 // those of the headings in the text
	for i, p := range t.all {
		if p.kind == heading && front < i {
			looks[lookOf(p)]++
		}
		if front == i && p.first().page == 0 && (p.kind == heading || p.letters() < long && (p.letters() < sentence || !isTerminal(p.text()))) {
			front++
		}
	}
	if front == len(t.all) {
		return
	}
	largest := -1
	for i, p := range t.all[:front] {
		if p.kind == heading && (largest < 0 || p.first().size > t.all[largest].first().size) {
			largest = i
		}
	}
	for i, p := range t.all[:front] {
		if p.kind == heading && i != largest && i+1 < front && looks[lookOf(p)] == 0 {
			p.demote()
		}
	}
}

func lookOf(p *paragraph) look { return look{half(p.first().size), p.isBold()} }

// takeTitle takes the title out of the text: the paragraph near its beginning
// that says what the document calls itself, or else the largest heading there.
// Named is what it calls itself; empty when it does not.
func (t *text) takeTitle(named string) string {
	const near = 8 // paragraphs
	best := -1
	for i, p := range t.all[:min(near, len(t.all))] {
		if named != "" && Folded(p.text()) == Folded(named) {
			t.all = slices.Delete(t.all, i, i+1)
			return p.text()
		}
		if p.kind != heading || p.first().page > 0 || p.first().size < 1.1*t.size {
			continue
		}
		if best < 0 || p.first().size > 1.05*t.all[best].first().size {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	p := t.all[best]
	if named != "" && !sharesWords(named, p.text()) {
		return ""
	}
	t.all = slices.Delete(t.all, best, best+1)
	t.level()
	return p.text()
}

// Folded is the letters and digits of a text, in small letters.
func Folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// sharesWords reports whether half of the words of one title stand in another.
func sharesWords(a, b string) bool {
	has := map[string]bool{}
	for w := range strings.FieldsSeq(b) {
		has[bare(w)] = true
	}
	n, shared := 0, 0
	for w := range strings.FieldsSeq(a) {
		n++
		if has[bare(w)] {
			shared++
		}
	}
	return 2*shared >= n
}
