package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/webpage/dom"
)

// line writes inlines: runs of white space become one blank, as a browser has
// it, and none stands inside the marks of emphasis.
type line struct {
	w      *writer
	b      []byte
	single bool // no line breaks
	inLink bool
	nested bool   // within emphasis or a link
	styles string // the marks around it: "*" and "**"

	lead   bool   // it began with a blank
	space  bool   // a blank is due before the next word
	breaks int    // line breaks that are due
	closed string // the mark that b ends with, of emphasis
	linked bool   // it has a link
}

func (l *line) text() string { return string(l.b) }

// put writes words without white space at their ends.
func (l *line) put(s string) {
	if s == "" {
		return
	}
	switch {
	case len(l.b) == 0:
		l.lead = l.lead || l.space
	case l.breaks > 1 && !l.nested:
		l.b = append(l.b, "\n\n"...)
	case l.breaks > 0:
		l.b = append(l.b, "\\\n"...)
	case l.space:
		l.b = append(l.b, ' ')
	}
	l.space, l.breaks, l.closed = false, 0, ""
	l.b = append(l.b, s...)
}

func (l *line) children(n *html.Node) {
	for c := range n.ChildNodes() {
		l.inline(c)
	}
}

func (l *line) inline(n *html.Node) {
	if n.Type == html.TextNode {
		l.words(n)
		return
	}
	if n.Type != html.ElementNode {
		return
	}
	if label := dom.Attr(n, "data-note"); label != "" {
		l.note(label)
		return
	}
	switch n.Data {
	case "br":
		l.lineBreak()
	case "em", "i", "cite", "dfn", "var":
		l.emphasis(n, "*")
	case "strong", "b":
		l.emphasis(n, "**")
	case "del", "s", "strike":
		l.emphasis(n, "~~")
	case "mark":
		l.mark(n)
	case "code", "kbd", "samp", "tt":
		l.code(n)
	case "a":
		l.link(n)
	case "img":
		l.image(n)
	case "q":
		l.quoted(n)
	case "sup", "sub":
		l.raised(n)
	case "rt":
		l.put("(")
		l.children(n)
		l.space = false
		l.put(")")
	case "rp", "script", "style", "template", "noscript", "svg", "math", "canvas", "button", "select", "textarea", "input", "title", "head", "datalist":
	default:
		block := dom.IsBlock(n)
		l.space = l.space || block
		l.children(n)
		l.space = l.space || block
	}
}

// words writes a text.
func (l *line) words(n *html.Node) {
	s := articles.Clean(n.Data)
	if l.w.cell {
		s = strings.ReplaceAll(s, "|", "\\|")
	}
	first, _ := utf8.DecodeRuneInString(s)
	blank := isBlank(first)
	for word := range strings.FieldsFuncSeq(s, isBlank) {
		l.space = l.space || blank
		blank = true
		l.put(escaped(word, l.w.cell))
	}
	if last, _ := utf8.DecodeLastRuneInString(s); isBlank(last) {
		l.space = true
	}
}

// isBlank reports whether HTML makes no more than one blank of many of r; those
// that do not break are words.
func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\f' || r == '\u00a0' || r == '\u200b'
}

func (l *line) lineBreak() {
	if l.single || l.w.cell || l.nested && l.breaks > 0 {
		l.space = true
		return
	}
	if len(l.b) > 0 {
		l.space = false
		l.breaks++
	}
}

// inner is what n holds, written apart; it takes over the blanks at its ends.
func (l *line) inner(n *html.Node, style string, link bool) string {
	in := &line{w: l.w, single: l.single, nested: true, inLink: l.inLink || link, styles: l.styles + " " + style + " "}
	in.children(n)
	l.space = l.space || in.lead
	l.linked = l.linked || in.linked
	return in.text()
}

// endsBlank reports whether what n holds ends with a blank.
func endsBlank(n *html.Node) bool {
	for n != nil && n.Type == html.ElementNode {
		n = n.LastChild
	}
	if n == nil || n.Type != html.TextNode {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(n.Data)
	return isBlank(r)
}

// emphasis sets n between marks, where they will be read as marks: a mark with
// a sign on its inner side and a letter on its outer is none (CommonMark,
// "Emphasis and strong emphasis").
func (l *line) emphasis(n *html.Node, mark string) {
	s := l.inner(n, mark, false)
	defer func() { l.space = l.space || endsBlank(n) }()
	if s == "" {
		return
	}
	if strings.Contains(l.styles, " "+mark+" ") || strings.Contains(s, "\n\n") || !l.opens(s) || !closes(s, n) {
		l.put(s)
		return
	}
	if l.closed == mark && !l.space && l.breaks == 0 {
		l.b = append(l.b[:len(l.b)-len(mark)], s...)
		l.b = append(l.b, mark...)
		return
	}
	l.put(mark + s + mark)
	l.closed = mark
}

func (l *line) opens(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	before, _ := utf8.DecodeLastRune(l.b)
	return l.space || l.breaks > 0 || len(l.b) == 0 || isWord(first) || !isWord(before)
}

func closes(s string, n *html.Node) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return isWord(last) || endsBlank(n) || !isWord(follower(n))
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// follower is the character behind n on its line.
func follower(n *html.Node) rune {
	for n != nil && n.NextSibling == nil && n.Parent != nil && !dom.IsBlock(n.Parent) {
		n = n.Parent
	}
	for n = n.NextSibling; n != nil && n.Type == html.ElementNode; n = n.FirstChild {
		if dom.IsBlock(n) || dom.Is(n, "br") {
			return ' '
		}
	}
	if n == nil || n.Type != html.TextNode {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(n.Data)
	return r
}

// mark sets n as package articles/markdown reads what is marked.
func (l *line) mark(n *html.Node) {
	s := l.inner(n, "==", false)
	if s != "" && !strings.ContainsAny(s, "`*{<=\n") && !strings.Contains(l.styles, "**") && l.opens(s) && closes(s, n) {
		s = "==" + s + "=="
	}
	l.put(s)
	l.space = l.space || endsBlank(n)
}

func (l *line) quoted(n *html.Node) {
	s := l.inner(n, "", false)
	if s != "" && !strings.ContainsAny(s[:1], "\"'“„«") && !strings.HasPrefix(s, "“") {
		s = "“" + s + "”"
	}
	l.put(s)
}

func (l *line) note(label string) {
	if !l.w.noted[label] {
		l.w.noted[label] = true
		l.w.marks = append(l.w.marks, label)
	}
	l.space = false // a mark stands at its word
	l.put("[^" + label + "]")
}
