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

// quote reads a quote at line i: a short paragraph with a by-line under it, or
// lines that begin with ">". It returns the line after it, or i.
func (p *page) quote(i int) (block, int) {
	l := &p.lines[i]
	if strings.HasPrefix(l.text, ">") {
		return p.marked(i)
	}
	if text, by, ok := inlineQuote(l.text); ok {
		return block{kind: quoteBlock, parts: []string{text}, by: by}, i + 1
	}
	if p.bareByline(i + 1) {
		return block{kind: quoteBlock, parts: []string{l.text}, by: p.lines[i+1].text}, i + 2
	}
	parts := []string{l.text}
	j := i + 1
	for j < p.end && p.lines[j].gap == 0 && p.lines[j].class == text && p.verseLine(j) && p.verseLine(i) && j < i+8 {
		parts = append(parts, p.lines[j].text) // lines of verse
		j++
	}
	if j >= p.end || l.weight > 700 || words(l.text) < 2 || startsWithDash(l.text) || strings.HasSuffix(l.text, ":") {
		return block{}, i
	}
	m := &p.lines[j]
	by := dashed(m.text)
	if by == "" || m.gap > 1 || m.class.furniture() && m.class != fact {
		return block{}, i
	}
	if len(parts) > 1 && (m.gap > 0 || p.headingLike(&p.lines[i])) && !quotedText(strings.Join(parts, " ")) {
		return block{}, i
	}
	if strings.HasPrefix(m.text, "-") && !strings.HasPrefix(m.text, "--") && !p.loneDash(j) {
		return block{}, i
	}
	if j+1 < p.end && startsWithDash(p.lines[j+1].text) && p.lines[j+1].gap <= 1 && !quotedText(l.text) {
		return block{}, i // speech or a list
	}
	return block{kind: quoteBlock, parts: []string{strings.Join(parts, "\n")}, by: by}, j + 1
}

// verseLine reports whether line i could be one of a few that make a quote.
func (p *page) verseLine(i int) bool {
	l := &p.lines[i]
	return l.weight < 70 && !l.prose() && !isItem(l) && dashed(l.text) == ""
}

func startsWithDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—―", r)
}

// loneDash reports whether a by-line with a hyphen is no item of a list.
func (p *page) loneDash(j int) bool {
	next := j+1 >= p.end || !startsWithDash(p.lines[j+1].text)
	said := p.lines[j-1].text
	return next && !startsWithDash(said) && !stops(p.lines[j].text) && (ends(said) || quotedText(said))
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

// marked reads the lines of a quote that begin with ">".
func (p *page) marked(i int) (block, int) {
	b := block{kind: quoteBlock}
	var lines []string // of the paragraph that is open
	j := i
	endParagraph := func() {
		if len(lines) > 0 {
			b.parts = append(b.parts, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	for j < p.end && strings.HasPrefix(p.lines[j].text, ">") && (j == i || p.lines[j].gap == 0) {
		s := strings.TrimLeft(p.lines[j].text, "> ")
		switch by := dashed(s); {
		case s == "":
			endParagraph()
		case by != "" && len(b.parts)+len(lines) > 0 && (j+1 >= p.end || !strings.HasPrefix(p.lines[j+1].text, ">") || p.lines[j+1].gap > 0):
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
	if b.by == "" && j < p.end && p.lines[j].gap <= 1 {
		if by := dashed(p.lines[j].text); by != "" {
			b.by = by
			j++
		}
	}
	return b, j
}
