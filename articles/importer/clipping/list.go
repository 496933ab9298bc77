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
	letterMark // "a.", which stays: the text may name it
)

const bullets = "•·◦‣▪▫■□●○◆◇▸▹►▶➢➤✓✔✅⁃∙*+・▢☐☑☒❖➔→-–—−"

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
		if body == "" || body == rest && !strings.ContainsRune("•◦▪●・▢☐", r) {
			return noMark, 0, s
		}
		return kind, 0, body
	}
	if n == 1 && 'a' <= r && r <= 'z' && len(s) > 3 && (s[1] == '.' || s[1] == ')') && s[2] == ' ' {
		return letterMark, int(r-'a') + 1, s
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
func (r *reader) list(i int) (block, int) {
	if !r.opensList(i) {
		return block{}, i
	}
	first, _, _ := marker(r.lines[i].text)
	b := block{kind: listBlock, ordered: first == numberMark}
	var levels []int32
	last, j := 0, i // last is the number of the latest outer item
	for ; j < len(r.lines); j++ {
		l := &r.lines[j]
		kind, number, rest := marker(l.text)
		if r.whole && kind == numberMark && rest == "" {
			kind = noMark // the end of a sentence, which a number may be
		}
		if kind == noMark {
			if l.gap == 0 && j > i && l.indent > levels[len(levels)-1] && l.indent >= 2 && !looksLikeCode(l.raw) && !l.drawn {
				b.items[len(b.items)-1].text += " " + l.text
				continue
			}
			break
		}
		if kind == dashMark && first != dashMark && (l.label == quoteBy || dashed(l.text) != "" && l.gap > 0) {
			break
		}
		for len(levels) > 0 && l.indent < levels[len(levels)-1]-1 {
			levels = levels[:len(levels)-1]
		}
		if len(levels) == 0 || l.indent > levels[len(levels)-1]+1 {
			levels = append(levels, l.indent)
		}
		depth := len(levels) - 1
		if depth == 0 && hollow(l.text) && !hollow(r.lines[i].text) {
			depth = 1
		}
		if depth == 0 && j > i && ((kind == numberMark) != b.ordered || b.ordered && (number <= last || r.whole && number != last+1)) {
			break
		}
		if depth == 0 {
			last = number
		}
		if rest == "" && j+1 < len(r.lines) { // the mark on a line of its own
			j++
			rest = r.lines[j].text
		}
		b.items = append(b.items, entry{text: rest, depth: depth, ordered: kind == numberMark, number: number})
	}
	return b, j
}

// hollow reports whether an item has a mark of those within other items.
func hollow(s string) bool {
	mark, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("◦○▪", mark)
}

// opensList reports whether line i is the first item of a list: the model or
// its neighbours say so.
func (r *reader) opensList(i int) bool {
	l := &r.lines[i]
	kind, number, _ := marker(l.text)
	labelled := !r.whole && l.label == item
	switch kind {
	case bulletMark:
		return true
	case letterMark:
		return number == 1 && r.numbered(i, number)
	case numberMark:
		return labelled || (r.whole || l.label != heading) && r.numbered(i, number)
	case dashMark:
		return labelled || l.label != quoteBy && r.dashes(i)
	}
	return false
}

// numbered reports whether the number at line i opens a list: the next number
// follows, and not a whole section that the number heads.
func (r *reader) numbered(i, number int) bool {
	l := &r.lines[i]
	if number > 1 && l.indent == 0 && (i == 0 || !colon(r.lines[i-1].text)) {
		return false
	}
	for j := i + 1; j < len(r.lines) && j < i+8; j++ {
		m := &r.lines[j]
		kind, n, _ := marker(m.text)
		if own, _, _ := marker(l.text); kind == own && n == number+1 {
			return true
		}
		if kind == noMark && (m.gap > 0 && m.indent == 0 || m.prose() && m.indent <= l.indent) {
			break
		}
	}
	return number == 1 && ends(l.text) && l.indent > 0
}

// dashes reports whether the dash at line i opens a list and not a by-line or
// a speech: another follows, and the two look like items.
func (r *reader) dashes(i int) bool {
	l := &r.lines[i]
	after := i > 0 && colon(r.lines[i-1].text)
	long := strings.HasPrefix(l.text, "—") || strings.HasPrefix(l.text, "–")
	if i+1 >= len(r.lines) {
		return after || !long
	}
	next := &r.lines[i+1]
	if kind, _, _ := marker(next.text); kind != dashMark {
		return after && next.gap > 0 || !long
	}
	return !long || after || !ends(l.text) && !ends(next.text)
}

// implied reads the items that a browser copied without their marks, as the
// model labels them. Two at the least make a list.
func (r *reader) implied(i int) (block, int) {
	b := block{kind: listBlock}
	j := i
	announced := i > 0 && colon(r.lines[i-1].text)
	for ; j < len(r.lines) && (j == i || r.lines[j].gap <= 1); j++ {
		l := &r.lines[j]
		under := announced && l.gap == 0 && l.indent > r.lines[i-1].indent && l.weight <= 60
		if l.label != item && !under {
			break
		}
		if kind, _, _ := marker(l.text); kind != noMark || l.drawn || drawnLine(l.text) || strings.Contains(l.text, "\t") || r.whole && looksLikeCode(l.raw) {
			break
		}
		b.items = append(b.items, entry{text: l.text})
	}
	if len(b.items) < 2 || r.whole && !announced && (r.note || len(b.items) < 3) || !announced && uneven(b.items) {
		return block{}, i
	}
	return b, j
}

// uneven reports whether the items of a list differ so much in length that they
// are the questions and answers, or the headings and paragraphs, of a text.
func uneven(items []entry) bool {
	least, most := weigh(items[0].text), int32(0)
	for _, it := range items {
		least, most = min(least, weigh(it.text)), max(most, weigh(it.text))
	}
	return most > 8*least+80
}
