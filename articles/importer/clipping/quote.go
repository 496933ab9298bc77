package clipping

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// mostByline is how heavy the by-line of a quote may be.
const mostByline = 110

// dashed is the by-line that a line with a dash at its start holds: "— Ada
// Quill, printer". It is empty for speech, for items and for running text.
func dashed(s string) string {
	rest := strings.TrimLeft(s, "–—―-─⸺")
	lead := s[:len(s)-len(rest)]
	if lead == "" || len(lead) > 9 || rest == "" || weigh(s) > mostByline {
		return ""
	}
	spaced := rest[0] == ' '
	rest = strings.TrimSpace(rest)
	if lead == "-" && !spaced || strings.HasPrefix(lead, "--") && len(lead) > 3 {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if lead == "--" && !spaced && unicode.IsLower(r) {
		return "" // an option of a command
	}
	if !unicode.IsLetter(r) && !strings.ContainsRune("“\"«„『「《@(", r) {
		return ""
	}
	if last, _ := utf8.DecodeLastRuneInString(rest); strings.ContainsRune("!?:;…。！？,、", last) {
		return ""
	}
	if strings.HasSuffix(rest, ".") && words(rest) > 4 && !strings.HasSuffix(rest, "etc.") {
		return ""
	}
	return rest
}

// quoted is a quote of paragraphs, and who said it.
func quoted(by string, paragraphs ...*html.Node) *html.Node {
	q := dom.New("blockquote", "")
	for _, p := range paragraphs {
		q.AppendChild(p)
	}
	if by != "" {
		q.AppendChild(element("cite", by))
	}
	return q
}

// quote reads a quote at line i: what the model labels so, a short paragraph with
// a by-line under it, or lines that begin with ">". It returns the line after it,
// or i.
func (r *reader) quote(i int) (*html.Node, int) {
	l := &r.lines[i]
	if strings.HasPrefix(l.text, ">") {
		return r.marked(i)
	}
	by, j := "", i
	if l.label == quoteBy && colon(l.text) && i+1 < len(r.lines) && r.lines[i+1].label != heading { // "ada said:"
		by, j = strings.TrimRight(l.text, ":： "), i+1
		r.lines[j].label = quote
	}
	var said []*html.Node
	for ; j < len(r.lines) && (r.lines[j].label == quote || r.lines[j].label == epigraph) && !r.lines[j].drawn; j++ {
		m := &r.lines[j]
		if n := len(said); n > 0 && m.gap == 0 && m.weight <= longestVerse {
			breakLine(said[n-1], m.text)
		} else {
			said = append(said, element("p", m.text))
		}
	}
	if len(said) > 0 && r.whole && r.byLine(j) == "" {
		return nil, i // quotes are marked, or have a by-line
	}
	if len(said) == 0 {
		if j = r.remark(i); j == i {
			return nil, i
		}
		said = append(said, r.paragraph(i, j))
	}
	if by == "" {
		if by = r.byLine(j); by != "" {
			j++
		}
	}
	b := quoted(by, said...)
	dom.Set(b, "class", LabelNames[l.label])
	return b, j
}

// byLine is who said what stands above line j, which names them behind a dash or
// by its label; empty for other lines.
func (r *reader) byLine(j int) string {
	if j < 1 || j >= len(r.lines) || r.lines[j].gap > 1 || r.lines[j].label == item {
		return ""
	}
	m, said := &r.lines[j], r.lines[j-1].text
	by := dashed(m.text)
	if by == "" && m.label == quoteBy && !colon(m.text) {
		return m.text
	}
	if next := j + 1; next < len(r.lines) && startsWithDash(r.lines[next].text) && r.lines[next].gap <= 1 && !quotedText(said) {
		return "" // speech or a list
	}
	if strings.HasPrefix(m.text, "-") && !strings.HasPrefix(m.text, "--") && (startsWithDash(said) || stops(m.text) || !ends(said) && !quotedText(said)) {
		return "" // an item
	}
	return by
}

// remark reads a short paragraph, or a few lines of verse, over a by-line with a
// dash, and returns the line of the by-line; i stands for none.
func (r *reader) remark(i int) int {
	l := &r.lines[i]
	j := i + 1
	for l.weight < leastProse && j < min(len(r.lines), i+mostSaid) && r.lines[j].gap == 0 && r.lines[j].weight < leastProse && !marks(r.lines[j].text) && r.byLine(j) == "" {
		j++
	}
	if l.label == heading || l.label == title || l.weight > mostQuote || words(l.text) < 2 || startsWithDash(l.text) || colon(l.text) || r.byLine(j) == "" {
		return i
	}
	if j > i+1 && r.lines[j].gap > 0 && !quotedText(strings.TrimSpace(l.text+" "+r.lines[j-1].text)) {
		return i
	}
	return j
}

// mostQuote is how heavy a paragraph over a by-line may be, mostSaid how many
// lines.
const (
	mostQuote = 700
	mostSaid  = 8
)

func startsWithDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—―", r)
}

// quotedText reports whether s stands in quotation marks from end to end.
func quotedText(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, ".,"))
	return len(s) > n && strings.ContainsRune("“\"„«»『「‘'《”", first) && strings.ContainsRune("”\"“»«』」’'》", last)
}

// deepestQuote is how many quotes may stand one in the other.
const deepestQuote = 8

// marked reads the lines of a quote that begin with ">", and those in it that begin
// with more of them.
func (r *reader) marked(i int) (*html.Node, int) {
	in := []*html.Node{quoted("")} // the quotes that are open
	var p *html.Node               // the paragraph that is
	by, j := "", i
	goesOn := func(j int) bool {
		return j < len(r.lines) && strings.HasPrefix(r.lines[j].text, ">") && r.lines[j].gap == 0
	}
	for ; j == i || goesOn(j); j++ {
		s := strings.TrimLeft(r.lines[j].text, "> ")
		signs := min(strings.Count(r.lines[j].text[:len(r.lines[j].text)-len(s)], ">"), deepestQuote)
		if s == "" || signs != len(in) {
			p = nil
		}
		for in = in[:min(signs, len(in))]; len(in) < signs; {
			inner := quoted("")
			in[len(in)-1].AppendChild(inner)
			in = append(in, inner)
		}
		switch {
		case s == "":
		case in[0].FirstChild != nil && !goesOn(j+1) && dashed(s) != "":
			by = dashed(s)
		case p != nil:
			breakLine(p, s)
		default:
			p = element("p", s)
			in[len(in)-1].AppendChild(p)
		}
	}
	if in[0].FirstChild == nil {
		return nil, i
	}
	if by == "" {
		if by = r.byLine(j); by != "" {
			j++
		}
	}
	if by != "" {
		in[len(in)-1].AppendChild(element("cite", by))
	}
	return in[0], j
}

// takeEpigraphs takes a quote that stands at the very start or the very end
// of the body out of it.
func (p *page) takeEpigraphs(blocks []*html.Node) []*html.Node {
	take := func(b *html.Node) bool {
		by := b.LastChild
		if b.Data != "blockquote" || len(blocks) <= 2 || by.Data != "cite" && !dom.HasClass(b, LabelNames[epigraph]) || dom.HasClass(b, LabelNames[quoteBy]) {
			return false
		}
		q := articles.Quote{}
		if by.Data == "cite" {
			q.By = dom.Text(by)
			dom.Remove(by)
		}
		q.Text = dom.Text(b)
		p.out.Epigraphs = append(p.out.Epigraphs, q)
		return true
	}
	if len(blocks) > 0 && take(blocks[0]) {
		blocks = blocks[1:]
	}
	if n := len(blocks); n > 0 && take(blocks[n-1]) {
		blocks = blocks[:n-1]
	}
	return blocks
}
