package mail

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lede/articles"
)

// line is a line of a plain text, without the marks of quoting before it.
type line struct {
	depth int // of quotes
	text  string
	// escaped says that it begins with ">From ".
	escaped bool
}

// unflowed are the lines of a text, of which soft ends are undone where it is
// written so (RFC 3676).
func unflowed(text string, flowed, delsp bool) []line {
	var out []line
	soft := false
	for raw := range strings.SplitSeq(text, "\n") {
		l := quoted(strings.TrimSuffix(raw, "\r"))
		if !flowed {
			l.text = strings.TrimRight(l.text, " \t")
			out = append(out, l)
			continue
		}
		l.text = strings.TrimPrefix(l.text, " ")
		ends := strings.HasSuffix(l.text, " ") && l.text != sigMark
		if ends && delsp {
			l.text = strings.TrimSuffix(l.text, " ")
		}
		if last := len(out) - 1; soft && out[last].depth == l.depth && l.text != sigMark {
			out[last].text += l.text
		} else {
			out = append(out, l)
		}
		soft = ends
	}
	for i := range out { // as a box writes a line that begins so, and no quote
		around := out[max(0, i-1):min(len(out), i+2)]
		if l := &out[i]; l.escaped && !slices.ContainsFunc(around, func(o line) bool { return o.depth > 0 && !o.escaped }) {
			l.depth = 0
		}
	}
	if flowed {
		for i := range out {
			if out[i].text != sigMark {
				out[i].text = strings.TrimRight(out[i].text, " \t")
			}
		}
	}
	return out
}

// deepestQuote is how deep quotes are shown in quotes.
const deepestQuote = 10

// quoted is a line with how deep it is quoted. A blank may stand between the
// marks, and one after them. A mark that is followed by a letter is one too:
// programs write none other.
func quoted(s string) line {
	l := line{text: s, escaped: strings.HasPrefix(s, ">From ")}
	for strings.HasPrefix(l.text, ">") && !isFromLine(l.text[1:]) {
		l.depth++
		l.text = l.text[1:]
		if rest := strings.TrimPrefix(l.text, " "); strings.HasPrefix(rest, ">") {
			l.text = rest
		}
	}
	if l.depth > 0 {
		l.text = strings.TrimPrefix(l.text, " ")
	}
	l.depth = min(l.depth, deepestQuote)
	return l
}

// sigMark stands before the signature, which mail programs add.
const sigMark = "-- "

// cutSignature takes off the signature: a few short lines behind the mark, which
// say who wrote. More than that is text.
func cutSignature(lines []line) (rest []line, signature string) {
	const mostLines, mostLetters = 8, 400
	end := len(lines)
	for end > 0 && strings.TrimSpace(lines[end-1].text) == "" {
		end--
	}
	for at := end - 1; at >= max(0, end-1-mostLines); at-- {
		if lines[at].depth > 0 || strings.TrimRight(lines[at].text, " ") != "--" {
			continue
		}
		var words []string
		n, foot := 0, at+1
		for ; foot < end && !strings.HasPrefix(lines[foot].text, "____"); foot++ { // a list adds its own below
			l := lines[foot]
			if s := strings.TrimSpace(l.text); s != "" {
				words = append(words, s)
				n += len(s)
			}
			if l.depth > 0 {
				return lines, ""
			}
		}
		if n > mostLetters || furnitureIn(strings.Join(words, " ")) {
			return lines, ""
		}
		return slices.Concat(lines[:at], lines[foot:]), strings.Join(words, " · ")
	}
	return lines, ""
}

// unarmoured leaves out the lines that PGP puts around a text that is signed.
func unarmoured(lines []line) []line {
	out := make([]line, 0, len(lines))
	skip := 0 // 1: to a blank line, 2: to the end of a signature
	signed := false
	for _, l := range lines {
		text := strings.TrimSpace(l.text)
		switch {
		case text == "-----BEGIN PGP SIGNED MESSAGE-----":
			skip, signed = 1, true
		case text == "-----BEGIN PGP SIGNATURE-----":
			skip, signed = 2, false
		case skip == 1 && text == "", skip == 2 && text == "-----END PGP SIGNATURE-----":
			skip = 0
		case skip == 0:
			if signed { // a dash at the start was set off (RFC 9580, 7.2)
				l.text = strings.TrimPrefix(l.text, "- ")
			}
			out = append(out, l)
		}
	}
	if skip == 2 { // it has no end: it was text
		return lines
	}
	return out
}

// isArmoured reports whether a text is one that PGP encrypted, and nothing else.
func isArmoured(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "-----BEGIN PGP MESSAGE-----") && strings.HasSuffix(text, "-----END PGP MESSAGE-----")
}

// unencoded leaves out the files that stand in a text as uuencode writes them, and
// notes their names.
func (b *body) unencoded(lines []line) []line {
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		if name, n := uuencoded(lines[i:]); n > 0 {
			b.attached = append(b.attached, name)
			i += n - 1
			continue
		}
		out = append(out, lines[i])
	}
	return out
}

// uuencoded is the name of the file that lines begin with, and how many lines it
// takes; 0 where there is none. The first letter of each says how long it is.
func uuencoded(lines []line) (name string, n int) {
	mode, ok := strings.CutPrefix(lines[0].text, "begin ")
	mode, name, named := strings.Cut(mode, " ")
	if !ok || !named || len(mode) < 3 || strings.Trim(mode, "01234567") != "" {
		return "", 0
	}
	for n = 1; n < len(lines); n++ {
		s := lines[n].text
		if s == "end" {
			return articles.CleanLine(name), n + 1
		}
		size := 0
		if s != "" {
			size = int(s[0]-' ') & 63
		}
		if len(s) > 1+(size+2)/3*4+2 || size > 45 {
			return "", 0
		}
	}
	return "", 0
}

// paragraph is lines of a text with no blank one between them.
type paragraph struct {
	depth int
	lines []string
	asIs  bool // its lines and blanks stand as they are
	gap   int  // blank lines before it
}

// paragraphs parts the lines at blank ones, where the depth of quotes changes, and
// at rules, each of which stands alone unless it underlines a heading.
func paragraphs(lines []line) []paragraph {
	var out []paragraph
	gap := 0
	open := false
	for _, l := range lines {
		if strings.TrimSpace(l.text) == "" {
			open = false
			gap++
			continue
		}
		last := len(out) - 1
		rule := isRuleLine(l.text) && !strings.HasPrefix(l.text, "    ")
		open = open && out[last].depth == l.depth
		if open && (!rule || underlines(l.text, out[last].lines)) {
			out[last].lines = append(out[last].lines, l.text)
			open = !rule
			continue
		}
		out = append(out, paragraph{depth: l.depth, lines: []string{l.text}, gap: gap})
		open, gap = !rule, 0
	}
	markPatches(out)
	return out
}

// markPatches has what a patch is made of stand as it is, up to the end of the
// message or of the quote that it stands in.
func markPatches(all []paragraph) {
	in := false
	for i := range all {
		first := all[i].lines[0]
		in = in && all[i].depth == all[i-1].depth
		if strings.HasPrefix(first, "diff --git ") || strings.HasPrefix(first, "Index: ") || strings.HasPrefix(first, "@@ -") {
			in = true
		}
		all[i].asIs = in || isTable(all[i].lines)
	}
}

// isTable reports whether lines have columns, or are set in as code is.
func isTable(lines []string) bool {
	const gap = "   "
	set, columns := 0, 0
	for _, l := range lines {
		if strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t") {
			set++
		}
		if strings.Contains(strings.TrimSpace(l), gap) || strings.Contains(strings.TrimSpace(l), "\t") {
			columns++
		}
	}
	return set == len(lines) || len(lines) > 1 && columns == len(lines)
}

// unit is a paragraph as what it may be left out by.
func (p paragraph) unit() unit {
	text := strings.Join(p.lines, " ")
	u := unit{text: text, written: p.lines}
	if len(text) > longUnit*utf8.UTFMax { // it is prose, whatever it leads to
		return u
	}
	for _, m := range webAddress.Get().FindAllString(text, 20) {
		u.links = append(u.links, link{text, bareAddress(m)})
	}
	for _, m := range mailAddress.Get().FindAllString(text, 20) {
		u.links = append(u.links, link{text, "mailto:" + bareAddress(m)})
	}
	return u
}

// cleanText takes out of a text what programs put into it.
func (b *body) cleanText(all []paragraph) []paragraph {
	us := make([]unit, len(all))
	for i, p := range all {
		us[i] = p.unit()
		if p.depth > 0 {
			us[i] = unit{text: strings.Repeat("x", longUnit+1), quoted: true} // a quote is no furniture
		}
	}
	out := all[:0:0]
	for i, gone := range b.furniture(us) {
		if !gone {
			out = append(out, all[i])
		}
	}
	// A rule beside what is gone stands at nothing.
	for len(out) > 0 && isRule(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && isRule(out[0]) {
		out = out[1:]
	}
	return out
}
