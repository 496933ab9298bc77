package layout

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// mark is how words of a text are set apart.
type mark struct {
	name string // of the element: "em", "strong", "code", "sup", "sub"; empty for none
	href string
}

// inline writes the words of a paragraph into an element, but the first ones and
// the first bytes of the word after those: the mark of an item.
func (w *writer) inline(to *html.Node, p *paragraph, skip, skipBytes int) *html.Node {
	s := &span{to: to}
	for i, l := range p.lines {
		for j := range l.words {
			word := &l.words[j]
			if i == 0 && j < skip {
				continue
			}
			switch {
			case j == 0 && i > 0 && p.breaks[i]:
				s.end()
				s.to.AppendChild(dom.New("br", ""))
			case j == 0 && i > 0:
				s.due = w.seam(p.lines[i-1].words, l.words)
				if above := p.lines[i-1]; s.due != "" {
					if url := w.linkAt(l.page, word); url != "" && url == w.linkAt(above.page, &above.words[len(above.words)-1]) && strings.Contains(url, word.Text) && strings.Contains(url, above.words[len(above.words)-1].Text) {
						s.due = "" // the address itself goes over two lines
					}
				}
			case !word.Joined && !(i == 0 && j == skip):
				s.due = " "
			}
			text := word.Text
			if i == 0 && j == skip {
				text = text[min(skipBytes, len(text)):]
			}
			if j == len(l.words)-1 && i+1 < len(p.lines) && !p.breaks[i+1] {
				text = withoutHyphen(word, w.mends(l.words, p.lines[i+1].words))
			} else if word.Hyphen {
				text += "-"
			}
			w.word(s, p, l, word, text)
		}
	}
	s.end()
	return to
}

// word writes one word as it is set.
func (w *writer) word(s *span, p *paragraph, l *line, word *Word, text string) {
	m := mark{href: w.linkAt(l.page, word)}
	switch {
	case l.isRaised(word):
		if label := w.label(l.page, word.Text); label != "" && isNoteMark(word.Text) {
			s.end()
			sup := dom.New("sup", text)
			dom.Set(sup, "data-note", label)
			s.to.AppendChild(sup)
			return
		}
		m.name = "sup"
	case l.isLowered(word):
		m.name = "sub"
	case p.kind == heading, p.kind == beside:
	case word.Font.Mono && !w.mono:
		m.name = "code"
	case word.Font.Bold && !w.bold && !p.isBold():
		m.name = "strong"
	case word.Font.Italic && !p.isItalic():
		m.name = "em"
	}
	s.put(m, text)
}

func (p *paragraph) isItalic() bool {
	for _, l := range p.lines {
		for i := range l.words {
			if !l.words[i].Font.Italic {
				return false
			}
		}
	}
	return true
}

// label is the label of the footnote that a mark on a page leads to; empty when
// there is none. Numbers that the whole document counts stay as they are.
func (w *writer) label(page int, mark string) string {
	key := noteKey(page, mark)
	if w.notes[key] == nil {
		return ""
	}
	if label := w.labels[key]; label != "" {
		return label
	}
	label := mark
	for n := len(w.noted) + 1; w.taken[label] || strings.Trim(label, "0123456789") != ""; n++ {
		label = strconv.Itoa(n)
	}
	w.labels[key], w.taken[label] = label, true
	w.noted = append(w.noted, key)
	return label
}

// linkAt is the address that the place of a word leads to.
func (w *writer) linkAt(page int, word *Word) string {
	x, y := word.middle(), (word.Bottom+word.Top)/2
	for _, l := range w.pages[page].Links {
		if x >= l.Left && x <= l.Right && y >= l.Bottom && y <= l.Top {
			return l.URL
		}
	}
	return ""
}

// span writes words that are set apart in one way as one element.
type span struct {
	to    *html.Node
	now   mark
	words strings.Builder
	due   string // blank before the next word
}

func (s *span) put(m mark, text string) {
	if text == "" {
		return
	}
	if m != s.now {
		s.flush()
		if s.due != "" {
			s.to.AppendChild(&html.Node{Type: html.TextNode, Data: s.due})
		}
		s.due, s.now = "", m
	}
	s.words.WriteString(s.due)
	s.words.WriteString(text)
	s.due = ""
}

// flush writes the words so far. Signs at the end of what is set apart that
// belong to the sentence around it stand behind it.
func (s *span) flush() {
	text := s.words.String()
	s.words.Reset()
	if text == "" {
		return
	}
	after := ""
	if s.now.name == "em" || s.now.name == "strong" || s.now.name == "code" {
		inner := strings.TrimRight(text, ",.;:")
		text, after = inner, text[len(inner):]
	}
	node := &html.Node{Type: html.TextNode, Data: text}
	if s.now.name != "" && strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPunct(r) }) {
		outer := dom.New(s.now.name, "")
		outer.AppendChild(node)
		node = outer
	}
	if s.now.href != "" {
		outer := dom.New("a", "")
		dom.Set(outer, "href", s.now.href)
		outer.AppendChild(node)
		node = outer
	}
	s.to.AppendChild(node)
	if after != "" {
		s.to.AppendChild(&html.Node{Type: html.TextNode, Data: after})
	}
}

func (s *span) end() {
	s.flush()
	if s.due != "" {
		s.to.AppendChild(&html.Node{Type: html.TextNode, Data: s.due})
	}
	s.due, s.now = "", mark{}
}

// hyphens are the signs at the end of a line that may part a word.
const hyphens = "-‐\u00ad"

// parts reports whether the words at the end of one line and the beginning of
// the next are one, parted by a hyphen.
func parts(above, below []Word) bool {
	last, next := &above[len(above)-1], &below[0]
	if last.Hyphen {
		return true
	}
	r, size := utf8.DecodeLastRuneInString(last.Text)
	before, _ := utf8.DecodeLastRuneInString(last.Text[:len(last.Text)-size])
	after, _ := utf8.DecodeRuneInString(next.Text)
	return strings.ContainsRune(hyphens, r) && unicode.IsLetter(before) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// mends reports whether the hyphen between two lines goes: the document has the
// word without it, or neither has it with one nor its halves alone.
func (t *text) mends(above, below []Word) bool {
	if !parts(above, below) {
		return false
	}
	last := strings.TrimRight(wordEnd(above), hyphens)
	first := below[0].Text
	if strings.HasSuffix(above[len(above)-1].Text, "\u00ad") {
		return true
	}
	a, b := bare(last), bare(first)
	if i := strings.LastIndexAny(a, hyphens); i >= 0 {
		return false // one of several
	}
	initial, _ := utf8.DecodeRuneInString(first)
	const short = 3
	switch {
	case t.words[a+b] > 0:
		return true
	case t.words[a+"-"+b] > 0, !unicode.IsLower(initial), a == "" || b == "":
		return false
	}
	return !(t.words[a] > 0 && t.words[b] > 0 && len(a) > short && len(b) > short)
}

// wordEnd is the last word of a line, of which parts may be set apart.
func wordEnd(words []Word) string {
	at := len(words) - 1
	for at > 0 && words[at].Joined {
		at--
	}
	out := ""
	for _, w := range words[at:] {
		out += w.Text
	}
	return out
}

// withoutHyphen is the text of the last word of a line.
func withoutHyphen(w *Word, mended bool) string {
	switch {
	case mended && !w.Hyphen:
		_, size := utf8.DecodeLastRuneInString(w.Text)
		return w.Text[:len(w.Text)-size]
	case !mended && w.Hyphen:
		return w.Text + "-"
	}
	return w.Text
}

// seam is what stands between the words of two lines: nothing within a word, and
// between the letters of scripts that have no blanks.
func (w *writer) seam(above, below []Word) string {
	if parts(above, below) || endsDashed(above[len(above)-1].Text) {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(above[len(above)-1].Text)
	next, _ := utf8.DecodeRuneInString(below[0].Text)
	if isSpaceless(last) && isSpaceless(next) {
		return ""
	}
	return " "
}

// endsDashed reports whether a word ends with a dash that stands close to it.
func endsDashed(s string) bool {
	bare := strings.TrimRight(s, "–—")
	return bare != s && bare != ""
}

func isSpaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}
