package dialect

import "strings"

// longest is, in bytes, how far the end of what begins within a paragraph is
// looked for.
const longest = 2 << 10

// paragraph is prose that is read sign by sign.
type paragraph struct {
	*writer
	text string
	ends map[string]int // where what ends a tag stands next, as far as was looked
	out  strings.Builder
}

// inline acts on what stands within prose, but for spans of code.
func (w *writer) inline(text string) string {
	signs := "`\\"
	for _, s := range [...]struct {
		programs Programs
		signs    string
	}{
		{Hugo | Jekyll | Zola | MDX | attributing, "{"},
		{Obsidian, "%^[!"},
		{Logseq, "[!({#"},
		{beside, "[!"},
		{MDX, "<"},
	} {
		if w.is(s.programs) {
			signs += s.signs
		}
	}
	if !strings.ContainsAny(text, signs[2:]) {
		return text
	}
	p := paragraph{writer: w, text: text, ends: make(map[string]int)}
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], signs)
		if n < 0 {
			p.out.WriteString(text[at:])
			break
		}
		p.out.WriteString(text[at : at+n])
		at += n
		took, put := p.sign(at)
		if took == 0 {
			took, put = 1, text[at:at+1]
		}
		p.out.WriteString(put)
		at += took
	}
	return p.out.String()
}

// next is where a sign stands from a place on, in bytes from there; -1 when it is
// too far. No stretch of the text is searched twice for the same.
func (p *paragraph) next(sign string, from int) int {
	at, known := p.ends[sign]
	if !known || at < from {
		if at = strings.Index(p.text[from:], sign); at < 0 {
			at = len(p.text)
		} else {
			at += from
		}
		p.ends[sign] = at
	}
	if at == len(p.text) || at-from > longest {
		return -1
	}
	return at - from
}

// between is what stands between two signs, the first of which begins at a place,
// and how long all of it is; 0 when it is none.
func (p *paragraph) between(at int, open, end string) (inner string, length int) {
	if !strings.HasPrefix(p.text[at:], open) {
		return "", 0
	}
	from := at + len(open)
	n := p.next(end, from)
	if n < 0 {
		return "", 0
	}
	return p.text[from : from+n], len(open) + n + len(end)
}

// sign is how many bytes of the text, from at, are replaced by put; 0 for none.
func (p *paragraph) sign(at int) (took int, put string) {
	switch s := p.text[at:]; s[0] {
	case '\\':
		took = min(2, len(s))
		return took, s[:took]
	case '`':
		took = codeLength(s)
		return took, s[:took]
	case '{':
		return p.braces(at)
	case '<':
		return p.component(at)
	case '%':
		return p.comment(at)
	case '^':
		return p.blockName(at)
	case '[', '!':
		return p.wikilink(at)
	case '(':
		return p.blockLink(at)
	case '#':
		return p.tagLink(at)
	}
	return 0, ""
}

// braces is sign for a brace.
func (p *paragraph) braces(at int) (took int, put string) {
	if p.is(Hugo) {
		for _, pair := range [...][2]string{{"{{<", ">}}"}, {"{{%", "%}}"}} {
			if inner, n := p.between(at, pair[0], pair[1]); n > 0 && !strings.Contains(inner, "{{") {
				return n, p.shortcode(inner, pair, at)
			}
		}
	}
	if p.is(Jekyll | Zola) {
		if inner, n := p.between(at, "{%", "%}"); n > 0 && !strings.Contains(inner, "{%") {
			return p.liquid(inner, at, n)
		}
		if inner, n := p.between(at, "{{", "}}"); n > 0 {
			return p.output(inner, at, n)
		}
	}
	if p.is(MDX) {
		if _, n := p.between(at, "{/*", "*/}"); n > 0 {
			return n, " "
		}
		if inner, n := p.between(at, "{\"", "\"}"); n > 0 && strings.TrimSpace(inner) == "" {
			return n, inner
		}
	}
	if p.is(Logseq) {
		if inner, n := p.between(at, "{{embed ", "}}"); n > 0 {
			inner = strings.TrimSpace(inner)
			if id, whole := strings.CutPrefix(inner, "(("); whole && p.blocks[strings.TrimSuffix(id, "))")] != "" {
				inner = p.blocks[strings.TrimSuffix(id, "))")]
			}
			if part, ok := p.part(at, strings.Trim(inner, "[]")); ok && strings.HasPrefix(inner, "[[") {
				return n, p.setIn(at, n, part)
			}
			return n, inner
		}
		if inner, n := p.between(at, "{:", "}"); n > 0 && at > 0 && p.text[at-1] == ')' &&
			strings.Trim(strings.NewReplacer("height", "", "width", "").Replace(inner), " :,.0123456789") == "" {
			return n, "" // of a picture
		}
		return 0, ""
	}
	if p.is(MdBook) {
		if _, n := p.between(at, "{{#title ", "}}"); n > 0 {
			return n, ""
		}
	}
	if p.is(attributing) {
		return behind(p.text, at), ""
	}
	return 0, ""
}

// codeLength is the length of the code span that s begins with, or of the
// backticks alone when nothing closes them.
func codeLength(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	limit := min(len(s), 8*longest)
	for at := n; at < limit; {
		next := strings.IndexByte(s[at:limit], '`')
		if next < 0 {
			return n
		}
		at += next
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		if at += run; run == n {
			return at
		}
	}
	return n
}
