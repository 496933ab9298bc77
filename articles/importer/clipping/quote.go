package clipping

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// quote reads a quote at line i: what the model labels so, a short paragraph with
// a by-line under it, or lines that begin with ">". It returns the line after it,
// or i.
func (r *reader) quote(i int) (block, int) {
	l := &r.lines[i]
	if strings.HasPrefix(l.text, ">") {
		return r.marked(i)
	}
	if text, by, ok := inlineQuote(l.text); ok {
		return block{kind: quoteBlock, parts: []string{text}, by: by}, i + 1
	}
	b := block{kind: quoteBlock, front: l.label == epigraph}
	j := i
	if l.label == quoteBy && colon(l.text) && i+1 < len(r.lines) && r.lines[i+1].label != heading { // "ada said:"
		b.by, j = strings.TrimRight(l.text, ":： "), i+1
		r.lines[j].label = quote
	}
	for ; j < len(r.lines) && (r.lines[j].label == quote || r.lines[j].label == epigraph) && !r.lines[j].drawn; j++ {
		m := &r.lines[j]
		if n := len(b.parts); n > 0 && m.gap == 0 && m.weight <= longestVerse {
			b.parts[n-1] += "\n" + m.text
		} else {
			b.parts = append(b.parts, m.text)
		}
	}
	if len(b.parts) > 0 && r.whole && (j >= len(r.lines) || dashed(r.lines[j].text) == "") {
		return block{}, i // quotes are marked, or have a by-line
	}
	if len(b.parts) == 0 {
		if j = r.remark(i); j == i {
			return block{}, i
		}
		var said []string
		for k := i; k < j; k++ {
			said = append(said, r.lines[k].text)
		}
		b.parts = []string{strings.Join(said, "\n")}
	}
	if b.by == "" && j < len(r.lines) && r.lines[j].gap <= 1 {
		if m := &r.lines[j]; m.label == quoteBy && !colon(m.text) || dashed(m.text) != "" {
			if b.by = dashed(m.text); b.by == "" {
				b.by = m.text
			}
			j++
		}
	}
	return b, j
}

// remark reads a short paragraph, or a few lines of verse, over a by-line with a
// dash, and returns the line of the by-line; i stands for none.
func (r *reader) remark(i int) int {
	l := &r.lines[i]
	j := i + 1
	for j < len(r.lines) && j < i+8 && r.lines[j].gap == 0 && r.verseLine(j) && r.verseLine(i) {
		j++
	}
	if j >= len(r.lines) || l.label == heading || l.label == title || l.weight > mostQuote || words(l.text) < 2 || startsWithDash(l.text) || colon(l.text) {
		return i
	}
	m := &r.lines[j]
	said := quotedText(strings.TrimSpace(l.text + " " + r.lines[j-1].text))
	if m.label != quoteBy && dashed(m.text) == "" || colon(m.text) || m.gap > 1 || m.label == item || j > i+1 && m.gap > 0 && !said {
		return i
	}
	if strings.HasPrefix(m.text, "-") && !strings.HasPrefix(m.text, "--") && !r.loneDash(j) {
		return i
	}
	if j+1 < len(r.lines) && startsWithDash(r.lines[j+1].text) && r.lines[j+1].gap <= 1 && !said {
		return i // speech or a list
	}
	return j
}

// mostQuote is how heavy a paragraph over a by-line may be.
const mostQuote = 700

// verseLine reports whether line i could be one of a few that make a quote.
func (r *reader) verseLine(i int) bool {
	l := &r.lines[i]
	kind, _, _ := marker(l.text)
	return l.weight < leastProse && !l.prose() && kind == noMark && dashed(l.text) == "" && l.label != heading && !l.drawn
}

func startsWithDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—―", r)
}

// loneDash reports whether a by-line with a hyphen is no item of a list.
func (r *reader) loneDash(j int) bool {
	next := j+1 >= len(r.lines) || !startsWithDash(r.lines[j+1].text)
	said := r.lines[j-1].text
	return next && !startsWithDash(said) && !stops(r.lines[j].text) && (ends(said) || quotedText(said))
}

// quotedText reports whether s stands in quotation marks from end to end.
func quotedText(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, ".,"))
	return len(s) > n && strings.ContainsRune("“\"„«»『「‘'《”", first) && strings.ContainsRune("”\"“»«』」’'》", last)
}

// inlineQuote reads a quote with its by-line on one line: “Less is more.” — A.
func inlineQuote(s string) (text, by string, ok bool) {
	if len(s) > 1500 {
		return "", "", false
	}
	for _, dash := range []string{" — ", " – ", " -- ", " ― ", "——", " - "} {
		at := strings.LastIndex(s, dash)
		if at > 0 && quotedText(strings.TrimSpace(s[:at])) && words(s[at:]) <= 12 && words(s[:at]) >= 3 {
			if by = dashed("— " + strings.TrimSpace(s[at+len(dash):])); by != "" {
				return strings.TrimSpace(s[:at]), by, true
			}
		}
	}
	return "", "", false
}

// deepestQuote is how many quotes may stand one in the other.
const deepestQuote = 8

// marked reads the lines of a quote that begin with ">", and those in it that begin
// with more of them.
func (r *reader) marked(i int) (block, int) {
	b := block{kind: quoteBlock}
	var lines []string // of the paragraph that is open
	deep := 0          // how far it is quoted
	j := i
	endParagraph := func() {
		if len(lines) > 0 {
			b.parts, b.deep = append(b.parts, strings.Join(lines, "\n")), append(b.deep, deep)
			lines = nil
		}
	}
	for j < len(r.lines) && strings.HasPrefix(r.lines[j].text, ">") && (j == i || r.lines[j].gap == 0) {
		s := strings.TrimLeft(r.lines[j].text, "> ")
		signs := strings.Count(r.lines[j].text[:len(r.lines[j].text)-len(s)], ">")
		if signs = min(signs, deepestQuote); signs != deep {
			endParagraph()
			deep = signs
		}
		switch by := dashed(s); {
		case s == "":
			endParagraph()
		case by != "" && len(b.parts)+len(lines) > 0 && (j+1 >= len(r.lines) || !strings.HasPrefix(r.lines[j+1].text, ">") || r.lines[j+1].gap > 0):
			b.by = by
			endParagraph()
		default:
			lines = append(lines, s)
		}
		j++
	}
	endParagraph()
	if len(b.parts) == 0 {
		return block{}, i
	}
	if b.by == "" && j < len(r.lines) && r.lines[j].gap <= 1 {
		if by := dashed(r.lines[j].text); by != "" {
			b.by = by
			j++
		}
	}
	return b, j
}
