package clipping

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
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
	if digits == 0 || digits > 3 || digits > 1 && s[0] == '0' { // a list would not have the zero
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

// level is a list that is open.
type level struct {
	list   *html.Node
	kind   mark
	indent int32
	number int // of its latest item
}

// marks reports whether s begins with the mark of an item.
func marks(s string) bool {
	kind, _, _ := marker(s)
	return kind != noMark
}

// list reads the list that begins at line i: loose or tight, nested by its
// indentation. It returns the line after it, or i when there is none.
func (r *reader) list(i int) (*html.Node, int) {
	if !r.opensList(i) {
		return nil, i
	}
	var open []level
	j := i
	for ; j < len(r.lines); j++ {
		l := &r.lines[j]
		kind, number, rest := marker(l.text)
		if kind == noMark {
			if l.gap > 0 || len(open) == 0 || l.indent <= open[len(open)-1].indent || l.indent < 2 || looksLikeCode(l.raw) || l.drawn {
				break
			}
			open[len(open)-1].list.LastChild.AppendChild(element("span", " "+l.text))
			continue
		}
		for len(open) > 1 && l.indent < open[len(open)-1].indent-1 {
			open = open[:len(open)-1]
		}
		top := len(open) - 1
		switch {
		case top < 0, l.indent > open[top].indent+1:
			open = append(open, newLevel(open, kind, number))
			top++
		case (kind == numberMark) != (open[top].kind == numberMark), kind == numberMark && number != open[top].number+1:
			if top == 0 {
				return open[0].list, j
			}
			open = append(open[:top], newLevel(open[:top], kind, number))
		}
		open[top].indent, open[top].number = l.indent, number
		if rest == "" && j+1 < len(r.lines) { // the mark on a line of its own
			j++
			rest = r.lines[j].text
		} else if rest == "" {
			rest = l.text
		}
		open[top].list.AppendChild(element("li", rest))
	}
	return open[0].list, j
}

// newLevel is a new list in the last item of those that are open.
func newLevel(in []level, kind mark, number int) level {
	l := level{list: dom.New("ul", ""), kind: kind}
	if kind == numberMark {
		l.list = dom.New("ol", "")
		dom.Set(l.list, "start", strconv.Itoa(number))
	}
	if len(in) > 0 {
		in[len(in)-1].list.LastChild.AppendChild(l.list)
	}
	return l
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
	return false
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
	if !startsWithDash(next.text) {
		return after && next.gap > 0 || !long
	}
	return !long || after || !ends(l.text) && !ends(next.text)
}

// implied reads the items that a browser copied without their marks, as the
// model labels them, or as lines that begin small under a paragraph with a colon at
// its end. Two at the least make a list.
func (r *reader) implied(i int) (*html.Node, int) {
	b := dom.New("ul", "")
	least, most := r.lines[i].weight, int32(0)
	j := i
	announced := i > 0 && colon(r.lines[i-1].text)
	for ; j < len(r.lines) && (j == i || r.lines[j].gap <= 1); j++ {
		l := &r.lines[j]
		under := announced && r.lines[i-1].prose() && startsLower(l.text) && l.weight < longest && (j == i || l.gap == 0)
		if l.label != item && !under || marks(l.text) || l.drawn || drawnLine(l.text) || strings.Contains(l.text, "\t") || looksLikeCode(l.raw) {
			break
		}
		b.AppendChild(element("li", l.text))
		least, most = min(least, l.weight), max(most, l.weight)
	}
	// Items that differ much in length are the questions and answers of a text.
	uneven := most > 8*least+80
	if j-i < 2 || r.whole && !announced && (r.note || j-i < 3) || !announced && uneven {
		return nil, i
	}
	return b, j
}
