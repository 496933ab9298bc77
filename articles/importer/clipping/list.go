package clipping

import (
	"strings"
	"unicode/utf8"
)

// mark is how a line begins that could be an item of a list.
type mark uint8

const (
	noMark mark = iota
	bulletMark
	dashMark // a dash, which may open a by-line or a speech as well
	numberMark
)

const bullets = "•·◦‣▪▫■□●○◆◇▸▹►▶➢➤✓✔✅⁃∙*+・-–—−"

// marker reads the mark of a list item: its kind, its number, and the text
// after it.
func marker(s string) (mark, int, string) {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		rest := s[n:]
		kind := bulletMark
		if strings.ContainsRune("-–—−", r) {
			kind = dashMark
		}
		if rest == "" && kind == bulletMark && r != '·' && r != '*' && r != '+' {
			return bulletMark, 0, ""
		}
		body := strings.TrimLeft(rest, " \t\u00a0\ufe0e\ufe0f")
		if body == "" || body == rest && !strings.ContainsRune("•◦▪●・", r) {
			return noMark, 0, s
		}
		return kind, 0, body
	}
	digits, value := 0, 0
	for digits < len(s) && digits < 4 && s[digits] >= '0' && s[digits] <= '9' {
		value = value*10 + int(s[digits]-'0')
		digits++
	}
	if digits == 0 || digits > 3 {
		return noMark, 0, s
	}
	for _, stop := range []string{".", ")", "、", "．", "）"} {
		rest, ok := strings.CutPrefix(s[digits:], stop)
		if !ok {
			continue
		}
		body := strings.TrimLeft(rest, " \t\u00a0")
		if body == rest && len(stop) == 1 && rest != "" {
			return noMark, 0, s
		}
		return numberMark, value, body
	}
	return noMark, 0, s
}

// list reads the list that begins at line i: loose or tight, nested by its
// indentation. It returns the line after it, or i when there is none.
func (p *page) list(i int) (block, int) {
	kind, number, _ := marker(p.lines[i].text)
	if kind == noMark || kind == numberMark && !p.numbered(i, number) || kind == dashMark && !p.dashes(i) {
		return block{}, i
	}
	b := block{kind: listBlock, ordered: kind == numberMark, start: number}
	var levels []int32
	j := i
	for j < p.end {
		l := &p.lines[j]
		if p.drop(j) {
			if l.class == ad || l.class == more || l.class == credit {
				break
			}
			j++
			continue
		}
		k, n, rest := marker(l.text)
		if p.whole && k == numberMark && rest == "" {
			k = noMark // the end of a sentence, which a number may be
		}
		if rest == "" && k != noMark && j+1 < p.end && p.lines[j+1].class == text { // the mark on a line of its own
			j++
			rest = p.lines[j].text
		}
		if k == noMark {
			if l.gap == 0 && len(b.items) > 0 && l.indent > levels[len(levels)-1] && l.indent >= 2 && !looksLikeCode(l.raw) {
				b.items[len(b.items)-1].text += " " + l.text
				j++
				continue
			}
			break
		}
		for len(levels) > 0 && l.indent < levels[len(levels)-1]-1 {
			levels = levels[:len(levels)-1]
		}
		hollow := strings.HasPrefix(l.text, "◦") || strings.HasPrefix(l.text, "○") || strings.HasPrefix(l.text, "▪")
		if len(levels) == 0 || l.indent > levels[len(levels)-1]+1 {
			levels = append(levels, l.indent)
		}
		depth := len(levels) - 1
		if hollow && depth == 0 && len(b.items) > 0 && !strings.HasPrefix(p.lines[i].text, string([]rune(l.text)[0])) {
			depth = 1
		}
		if depth == 0 && len(b.items) > 0 && ((k == numberMark) != b.ordered || b.ordered && (n <= lastNumber(b.items, b.start) || p.whole && n != lastNumber(b.items, b.start)+1)) {
			break
		}
		if depth == 0 && k == dashMark && kind != dashMark && dashed(l.text) != "" && l.gap > 0 {
			break
		}
		b.items = append(b.items, item{text: rest, depth: depth, ordered: k == numberMark, number: n})
		j++
	}
	return b, j
}

func lastNumber(items []item, start int) int {
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].depth == 0 {
			return items[i].number
		}
	}
	return start
}

// numbered reports whether the number at line i opens a list: the next number
// follows, and not a whole section that the number heads.
func (p *page) numbered(i, number int) bool {
	if number > 1 && !p.afterNumber(i) {
		return false
	}
	for j := i + 1; j < p.end && j < i+8; j++ {
		if p.drop(j) {
			continue
		}
		l := &p.lines[j]
		k, n, _ := marker(l.text)
		if k == numberMark && n == number+1 {
			return true
		}
		if k == noMark && (l.gap > 0 && l.indent == 0 || l.prose() && l.indent <= p.lines[i].indent) {
			break
		}
	}
	return number == 1 && ends(p.lines[i].text) && p.lines[i].indent > 0
}

// afterNumber reports whether the text before line i leads to a list that
// starts elsewhere than at one: it ends with a colon.
func (p *page) afterNumber(i int) bool {
	return i > 0 && (strings.HasSuffix(p.lines[i-1].text, ":") || p.lines[i].indent > 0)
}

// dashes reports whether the dash at line i opens a list and not a by-line or
// a speech: another follows, and the two look like items.
func (p *page) dashes(i int) bool {
	l := &p.lines[i]
	var next *line
	for j := i + 1; j < p.end && next == nil; j++ {
		if !p.drop(j) {
			next = &p.lines[j]
		}
	}
	colon := i > 0 && (strings.HasSuffix(p.lines[i-1].text, ":") || strings.HasSuffix(p.lines[i-1].text, "："))
	long := strings.HasPrefix(l.text, "—") || strings.HasPrefix(l.text, "–")
	if next == nil {
		return colon || !long
	}
	k, _, _ := marker(next.text)
	if k != dashMark {
		return colon && next.gap > 0 || !long
	}
	if long && !colon {
		return !ends(l.text) && !ends(next.text)
	}
	return true
}

// implied reads the items that a browser copied without their marks: after a
// line that ends with a colon, the lines that follow one another without a
// gap. It returns the line after the last item.
func (p *page) implied(i int) (block, int) {
	if i == p.body || i+1 >= p.end {
		return block{}, i
	}
	before := p.lines[i-1].text
	colon := strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：")
	items := p.items(i)
	if items.last > i {
		return block{}, i
	}
	run, j := p.lines[i:items.end], items.end
	if looksLikeCode(run[0].raw) || run[0].class != text || dashed(before) != "" || strings.Contains(run[0].text, "\t") {
		return block{}, i
	}
	if colon {
		return p.afterColon(run, i)
	}
	if len(run) < 3 || items.long > i || !p.couldBeItem(&run[0]) {
		return block{}, i
	}
	n := len(run)
	if !p.couldBeItem(&run[n-1]) {
		n--
	}
	if n < 3 || n == len(run) && j < p.end && p.lines[j].prose() && p.lines[j].gap == 0 {
		return block{}, i
	}
	if n < len(run) && !run[n].prose() {
		return block{}, i
	}
	if n < len(run) && p.headingLike(&run[n-1]) && startsUpper(run[n-1].text) && n == 3 || items.isVerse(p, i) {
		return block{}, i
	}
	return itemsOf(run[:n]), i + n
}

// afterColon reads the run of lines under a paragraph that ends with a colon.
// The last of them may be the paragraph after the list.
func (p *page) afterColon(run []line, i int) (block, int) {
	n := len(run)
	if n < 2 || run[0].weight > 300 {
		return block{}, i
	}
	heaviest := int32(0)
	for k := range run[:n-1] {
		heaviest = max(heaviest, run[k].weight)
	}
	tail := &run[n-1]
	if n > 2 && ends(tail.text) && tail.weight > heaviest*13/10+10 || n > 2 && ends(tail.text) && !stops(run[0].text) && startsUpper(tail.text) ||
		n == 2 && ends(tail.text) && tail.weight > 2*heaviest && tail.weight > 120 {
		n--
	}
	if n > 1 && startsUpper(run[n-1].text) && startsLower(run[0].text) && n < len(run) && p.headingLike(&run[n-1]) {
		n--
	}
	if n < 2 && len(run) < 3 {
		return block{}, i
	}
	return itemsOf(run[:n]), i + n
}

// itemsOf makes each line an item, but for one that goes on with the item
// before it.
func itemsOf(run []line) block {
	b := block{kind: listBlock}
	for k := range run {
		if k > 0 && startsLower(run[k].text) && !startsLower(run[0].text) && run[k-1].weight >= 40 && !ends(run[k-1].text) {
			b.items[len(b.items)-1].text += " " + run[k].text
			continue
		}
		b.items = append(b.items, item{text: run[k].text})
	}
	return b
}
