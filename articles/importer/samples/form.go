package samples

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// form is a way in which a page becomes text.
type form struct {
	name    string
	firefox bool
	width   int // where lines are broken, in characters; 0 is nowhere
	// indent stands before prose; within is what lists and quotations have more.
	indent, within string
	bullets        []string
	numbers        []string // 1 stands for the number
	spread         bool     // an empty line between all blocks
	links          bool     // [1] before links, their addresses at the end
	quote          string   // before a line of a quotation
	plain          bool     // headings may be underlined or set in capitals
	centred        bool     // the head of the article stands in the middle
}

// forms are all of them. Browsers other than Firefox copy no bullets.
func forms() []form {
	none := []string{""}
	typed := []string{"* ", "- ", "• ", "– ", "o ", "+ ", "▢ ", "☐ ", "· ", "–\u00a0"}
	counted := []string{"1. ", "1) ", "(1) ", "1 ", "1.\t"}
	return []form{
		{name: "chrome", bullets: none, numbers: none},
		{name: "firefox", firefox: true, bullets: []string{"    • ", "  • "}, numbers: []string{"    1. ", "  1. "}},
		{name: "reader", spread: true, bullets: typed, numbers: counted},
		{name: "word", spread: true, bullets: []string{"\t•\t", "•\t", "\to\t", "\t◦\t", "·\t"}, numbers: []string{"\t1.\t", "1.\t"}},
		{name: "mail", width: 72, spread: true, bullets: typed, numbers: counted, quote: "> ", plain: true},
		{name: "typed", width: 76, spread: true, within: "  ", bullets: typed, numbers: counted, plain: true},
		{name: "w3m", width: 78, spread: true, links: true, within: "  ", bullets: []string{"  • ", "  * "}, numbers: []string{"  1. "}},
		{name: "lynx", width: 75, spread: true, links: true, indent: "   ", within: "  ", bullets: []string{"  * ", "  + "}, numbers: []string{" 1. "}},
		{name: "indented", width: 72, spread: true, indent: "    ", within: "  ", bullets: typed, numbers: counted},
		{name: "centred", width: 72, spread: true, bullets: typed, numbers: counted, plain: true, centred: true},
	}
}

// formNamed finds one; a test finds those of all layouts.
func formNamed(name string) form {
	for _, f := range forms() {
		if f.name == name {
			return f
		}
	}
	panic("no form is named " + name)
}

// setter sets blocks as lines.
type setter struct {
	*writer
	lines []Line
	links []string
	under string // what stands under headings
	upper bool   // headings in capitals
	twice bool   // two empty lines where others have one
}

func (w *writer) lines(blocks []block) []Line {
	s := &setter{writer: w, twice: w.chance(6)}
	if w.form.plain {
		s.upper = w.chance(35)
		if w.chance(35) {
			s.under = pick(w, []string{"-", "=", "~"})
		}
	}
	for i, b := range blocks {
		s.between(blocks, i)
		s.set(b)
	}
	if len(s.links) > 0 {
		s.empty()
		s.line(Line{Text: pick(w, []string{"References", "References:", "Visible links"}), Label: Furniture})
		s.empty()
		for i, at := range s.links {
			s.line(Line{Text: fmt.Sprintf(pick(w, []string{"[%d] %s", "   %d. %s"}), i+1, at), Label: Furniture})
		}
	}
	return s.lines
}

// line adds a line; an empty one, as programs have them, says nothing.
func (s *setter) line(l Line) {
	if strings.TrimSpace(l.Text) == "" {
		l = Line{}
	}
	s.lines = append(s.lines, l)
}

func (s *setter) empty() {
	s.line(Line{})
	if s.twice {
		s.line(Line{})
	}
}

// between sets the empty line before a block, where one belongs.
func (s *setter) between(blocks []block, i int) {
	if i == 0 {
		return
	}
	gap := blocks[i].gap
	label, before := blocks[i].first().label, blocks[i-1].first().label
	if s.form.spread && (label != before || label == Prose || label == Heading || label == Quote) && (gap > 1 || label != Item && label != QuoteBy) {
		small := strings.Contains("byline date fact furniture tags related", string(label)) &&
			strings.Contains("title byline date fact furniture tags related", string(before))
		if !small || gap > 1 {
			gap = 2
		}
	}
	if s.form.centred && label == Prose && before == Prose {
		gap = 1 // the first line is indented instead
	}
	if gap > 1 && !s.tight {
		s.empty()
	}
	if s.form.links && label != before && before == Furniture && s.chance(20) {
		s.line(Line{Text: strings.Repeat(pick(s.writer, []string{"━", "_", "─"}), s.form.width-4), Label: Furniture})
		s.empty()
	}
}

// set sets one block.
func (s *setter) set(b block) {
	n := b.first()
	text := s.withLinks(b)
	first, rest := s.form.indent, s.form.indent
	switch {
	case n.label == Item && n.mark != "":
		mark := s.bullet
		if n.mark != "•" {
			mark = strings.Replace(s.number, "1", n.mark, 1)
		}
		first += mark
		rest += strings.Repeat(" ", utf8.RuneCountInString(mark))
	case n.label == Quote || n.label == QuoteBy && s.form.quote != "":
		first += s.form.quote + s.form.within
		rest = first
	case n.label == Heading && s.form.links:
		first, rest = "", ""
	case n.label == Prose && s.form.centred:
		first = "  "
	}
	if n.label == Heading && s.upper {
		text = strings.ToUpper(text)
	}
	if s.solid && len(text) < 40 && n.label != Code && n.label != Table {
		text = strings.ReplaceAll(text, " ", "\u00a0")
	}
	line := Line{Label: n.label}
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "\v", "\n"), "\n") {
		for _, piece := range s.wrap(part, n, utf8.RuneCountInString(rest)) {
			line.Text = strings.TrimRight(first+piece, " ")
			if s.form.centred && isHead(n.label) {
				line.Text = centre(piece, s.form.width)
			}
			s.line(line)
			first = rest
		}
	}
	if n.label == Title && (s.form.centred || s.under != "") || n.label == Heading && s.under != "" {
		width := utf8.RuneCountInString(text)
		rule := strings.Repeat(map[bool]string{true: "=", false: s.under}[n.label == Title], min(width, 72))
		line.Text = rest + rule
		if s.form.centred && isHead(n.label) {
			line.Text = centre(rule, s.form.width)
		}
		s.line(line)
	}
}

func isHead(l Label) bool {
	return l == Title || l == Byline || l == Date || l == Dek || l == Site || l == Kicker
}

func centre(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))/2) + s
}

// withLinks returns the text of a block with the marks that dumps set at links.
func (s *setter) withLinks(b block) string {
	text := b.text
	if !s.form.links {
		return text
	}
	for _, n := range b.nodes {
		with := n.text
		if n.tag == "button" {
			with = "[" + n.text + "]"
		}
		if words := strings.Split(n.text, " "); n.allLink || n.linked > 0 && n.linked <= len(words) {
			s.links = append(s.links, fmt.Sprintf("https://%s.example/%d", "page", s.n(1000)))
			at := max(0, n.linked-1)
			words[at] = fmt.Sprintf("[%d]%s", len(s.links), words[at])
			with = strings.Join(words, " ")
		}
		text = strings.Replace(text, n.text, with, 1)
	}
	return text
}

// wrap breaks a line where the form does.
func (s *setter) wrap(text string, n *node, indent int) []string {
	if s.form.width == 0 || n.label == Code || n.label == Table {
		return []string{text}
	}
	width := s.form.width - indent
	if s.language.unspaced() {
		var out []string
		runes := []rune(text)
		for len(runes) > width/2 {
			out, runes = append(out, string(runes[:width/2])), runes[width/2:]
		}
		return append(out, string(runes))
	}
	var out []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			out, line = append(out, line), word
		default:
			line += " " + word
		}
	}
	return append(out, line)
}
