package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// line writes inlines: runs of white space become one blank, as a browser has
// it, and none stands inside the marks of emphasis.
type line struct {
	w       *writer
	single  bool     // no line breaks
	heading bool     // single, with the pictures that have words
	cell    bool     // of a table: all blocks are lines of it
	items   *counted // of the list in a cell; nil for one with bullets

	all   []piece
	size  int // of the texts in them, in bytes
	marks []entered
	due   int // what parts the next word from the one before
}

// What may be due before a word.
const (
	nothing = iota
	blank
	lineEnd
	paragraphEnd
)

// entered is a mark that was entered and not left yet.
type entered struct {
	mark *mark
	at   int  // its piece; -1 before a word stands in it
	idle bool // the same mark stands around it already
}

// enter begins a mark at the next word.
func (l *line) enter(m *mark) {
	idle := false
	for _, e := range l.marks {
		idle = idle || e.mark.head == m.head && (m.sign != "" || m.head == "<mark>")
	}
	l.marks = append(l.marks, entered{m, -1, idle})
}

// leave ends the mark that was entered last, at the last word.
func (l *line) leave() {
	last := len(l.marks) - 1
	l.shut(last)
	l.marks = l.marks[:last]
}

func (l *line) shut(i int) {
	if e := &l.marks[i]; e.at >= 0 {
		l.all[e.at].mate = len(l.all)
		l.all = append(l.all, piece{kind: shut, mark: e.mark, mate: e.at})
		e.at = -1
	}
}

// within writes the children of n within a mark.
func (l *line) within(m *mark, n *html.Node) {
	l.enter(m)
	l.children(n)
	l.leave()
}

// put writes a piece, behind what is due and the marks that begin at it.
func (l *line) put(p piece) {
	if len(l.all) > 0 && l.due > nothing {
		if l.due == paragraphEnd {
			for i := len(l.marks) - 1; i >= 0; i-- {
				if head := l.marks[i].mark.head; head[0] == '<' || head[0] == '[' {
					l.shut(i)
				}
			}
		}
		l.all = append(l.all, piece{kind: gap, text: l.parting()})
	}
	for i := range l.marks {
		e := &l.marks[i]
		if e.at >= 0 || e.idle {
			continue
		}
		if last := len(l.all) - 1; last >= 0 && l.all[last].kind == shut && l.all[last].mark == e.mark && e.mark.sign != "" {
			e.at = l.all[last].mate // it goes on
			l.all = l.all[:last]
			continue
		}
		e.at = len(l.all)
		l.all = append(l.all, piece{kind: open, mark: e.mark})
	}
	l.due = nothing
	l.all = append(l.all, p)
	l.size += len(p.text)
}

func (l *line) parting() string {
	switch {
	case l.due == blank || l.single:
		return " "
	case l.cell:
		return "<br>"
	case l.due == paragraphEnd:
		return "\n\n"
	}
	return "\\\n"
}

func (l *line) part(due int) { l.due = max(l.due, due) }

// text is the line as Markdown.
func (l *line) text() string {
	for len(l.marks) > 0 {
		l.leave()
	}
	together(l.all)
	settle(l.all, l.cell)
	var b strings.Builder
	b.Grow(l.size + len(l.all))
	linked := false
	for i := 0; i < len(l.all); i++ {
		p := &l.all[i]
		before, from := ' ', i
		if i > 0 {
			before = l.all[i-1].last()
		}
		switch p.kind {
		case words:
			for i+1 < len(l.all) && l.all[i+1].kind == words {
				i++
			}
			after := ' '
			if i+1 < len(l.all) {
				after = l.all[i+1].first()
			}
			b.WriteString(escaped(l.all[from].text, before, after, l.cell, linked))
		case codeWords:
			b.WriteString(codeSpan(p, before, l.cell, linked))
		case texWords:
			sign := "$"
			if i+1 < len(l.all) && unicode.IsDigit(l.all[i+1].first()) {
				sign = "$$"
			}
			b.WriteString(sign + p.text + sign)
		case open, shut:
			if p.mark.head == "[" {
				linked = p.kind == open
			}
			b.WriteString(p.ends(p.kind == open))
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// together gives the first and the last of the words that nothing parts the text
// of all of them, so that each end of it knows what stands at the other.
func together(all []piece) {
	for i := 0; i < len(all); i++ {
		from := i
		for i < len(all) && all[i].kind == words {
			i++
		}
		if i > from+1 {
			var b strings.Builder
			for _, p := range all[from:i] {
				b.WriteString(p.text)
			}
			all[from].text, all[i-1].text = b.String(), b.String()
		}
	}
}

func (l *line) children(n *html.Node) {
	for c := range n.ChildNodes() {
		l.inline(c)
	}
}

// skips reports whether nothing in n is words of a text.
func skips(n *html.Node) bool {
	return dom.Is(n, "rp", "script", "style", "template", "noscript", "noembed", "noframes", "svg", "math", "canvas", "select", "input", "title", "head", "datalist", "iframe", "video", "audio", "embed")
}

func (l *line) inline(n *html.Node) {
	if n.Type == html.TextNode {
		l.words(n.Data)
		return
	}
	if n.Type != html.ElementNode || skips(n) {
		return
	}
	if label := dom.Attr(n, "data-note"); label != "" {
		l.note(label)
		return
	}
	switch n.Data {
	case "br":
		l.due = min(max(l.due, blank)+1, paragraphEnd)
	case "code", "kbd", "samp", "tt":
		l.code(n)
	case "a":
		l.link(n)
	case "img":
		l.image(n)
	case "q":
		l.quotation(n)
	case "sup", "sub":
		l.raised(n)
	default:
		if m := marks[n.Data]; m != nil {
			l.within(m, n)
			return
		}
		if !dom.IsBlock(n) {
			l.children(n)
			return
		}
		l.part(l.around(n))
		if l.cell && dom.Is(n, "li", "ol", "ul") {
			l.item(n)
		} else {
			l.children(n)
		}
		l.part(l.around(n))
	}
}

// around is what parts a block in a line from its neighbours.
func (l *line) around(n *html.Node) int {
	if l.cell && !dom.Is(n, "td", "th", "tr") {
		return lineEnd
	}
	return blank
}

// words writes a text.
func (l *line) words(s string) {
	s = strings.ReplaceAll(s, "\u200b", "")
	first, _ := utf8.DecodeRuneInString(s)
	if isBlank(first) {
		l.part(blank)
	}
	if text := oneLine(s); text != "" {
		l.put(piece{kind: words, text: text})
	}
	if last, _ := utf8.DecodeLastRuneInString(s); isBlank(last) {
		l.part(blank)
	}
}

// oneLine is s without blanks at its ends, and with one for each run of them.
func oneLine(s string) string {
	s = strings.TrimFunc(s, isBlank)
	blank := false
	for _, r := range s {
		if isBlank(r) && (blank || r != ' ') {
			return strings.Join(strings.FieldsFunc(s, isBlank), " ")
		}
		blank = r == ' '
	}
	return s // as most are
}

// isBlank reports whether no more than one blank is made of many of r.
func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\f' || r == '\u00a0' }

func (l *line) quotation(n *html.Node) {
	first, _ := utf8.DecodeRuneInString(dom.Text(n))
	if strings.ContainsRune("“\"'„«「\ufffd", first) {
		l.children(n) // it has its own
		return
	}
	l.within(&mark{"", "“", "”"}, n)
}

func (l *line) note(label string) {
	if !l.w.noted[label] {
		l.w.noted[label] = true
		l.w.notes = append(l.w.notes, label)
	}
	l.due = nothing // a mark stands at its word
	l.put(piece{kind: atom, text: "[^" + label + "]"})
}
