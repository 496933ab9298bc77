package dialect

import (
	"strings"
	"unicode"
)

const (
	deepestPart = 3        // texts that may be embedded one in the other
	mostParts   = 100      // in one text
	mostOfParts = 64 << 10 // bytes, of one part
)

// part is the text that an embed names, or the part of one, acted out as well. In a
// row of a table there is no room for it.
func (p *paragraph) part(at int, target string) (string, bool) {
	if p.files == nil || p.deep >= deepestPart || *p.parts == 0 || strings.HasPrefix(strings.TrimSpace(p.lineBefore(at)), "|") {
		return "", false
	}
	*p.parts--
	page, name, parted := strings.Cut(target, "#")
	text := p.whole
	if page != "" {
		var ok bool
		if text, ok = p.files.Text(page); !ok {
			return "", false
		}
	}
	whole := text
	id, isBlock := strings.CutPrefix(name, "^")
	switch {
	case isBlock:
		text = blockOf(text, id)
	case parted:
		text = sectionOf(text, name)
	case p.isWithin(text):
		return "", false
	}
	if strings.TrimSpace(text) == "" || len(text) > mostOfParts {
		return "", false
	}
	w := newWriter(p.programs, text, p.files)
	w.whole, w.outer, w.deep, w.parts = whole, p.writer, p.deep+1, p.parts
	if w.is(Logseq) {
		w.takeProperties()
	}
	w.all()
	return strings.TrimSpace(w.out.String()), true
}

// isWithin reports whether what is read is text, or is embedded in it.
func (w *writer) isWithin(text string) bool {
	for ; w != nil; w = w.outer {
		if strings.TrimSpace(w.whole) == strings.TrimSpace(text) {
			return true
		}
	}
	return false
}

// lineBefore is what stands before a place on its line.
func (p *paragraph) lineBefore(at int) string {
	return p.text[strings.LastIndexByte(p.text[:at], '\n')+1 : at]
}

// setIn is a part in the place of the n bytes that embed it: as blocks of their
// own, in the quote or item that they stand in.
func (p *paragraph) setIn(at, n int, part string) string {
	before := p.lineBefore(at)
	lead := before[:len(before)-len(afterItem(strings.TrimLeft(before, "> \t")))]
	if lead == "" {
		return "\n\n" + part + "\n\n"
	}
	inside := strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, lead)
	empty := "\n" + strings.TrimRight(inside, " \t")
	part = strings.ReplaceAll(part, "\n", "\n"+inside)
	if lead != before {
		part = empty + "\n" + inside + part
	}
	after, next, _ := strings.Cut(p.text[at+n:], "\n")
	switch {
	case strings.TrimSpace(after) != "":
		part += empty + "\n" + inside
	case strings.TrimSpace(next) != "" && !beginsItem(next):
		part += empty
	}
	return part
}

// sectionOf is the section of a text under a heading, up to the next one that is
// as high.
func sectionOf(text, heading string) string {
	var out strings.Builder
	level, fence := 0, ""
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case fence != "":
			if closesFence(trimmed, fence) {
				fence = ""
			}
		case fenceOf(trimmed) != "":
			fence = fenceOf(trimmed)
		default:
			n := len(trimmed) - len(strings.TrimLeft(trimmed, "#"))
			switch {
			case n == 0 || n > 6 || !strings.HasPrefix(trimmed[n:], " "):
			case level > 0 && n <= level:
				return out.String()
			case level == 0 && sameWords(trimmed[n:], heading):
				level = n
			}
		}
		if level > 0 {
			out.WriteString(line)
		}
	}
	return out.String()
}

// sameWords compares as Obsidian does: signs do not count.
func sameWords(a, b string) bool {
	bare := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) && !unicode.IsMark(r) }), " ")
	}
	return bare(a) == bare(b)
}

// blockOf is the paragraph or item of a text that ends with the name of a block,
// or that stands above a line of it alone.
func blockOf(text, id string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		before, ok := strings.CutSuffix(strings.TrimRight(line, " \r\n"), "^"+id)
		if !ok || before != "" && !isBlank(before[len(before)-1]) {
			continue
		}
		from, to := i, i+1
		if strings.TrimSpace(before) == "" {
			for from > 0 && strings.TrimSpace(lines[from-1]) == "" {
				from--
			}
			to = from
		}
		for from > 0 && strings.TrimSpace(lines[from-1]) != "" && !(from < to && beginsItem(lines[from])) {
			from--
		}
		block := strings.Join(lines[from:to], "")
		return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(block), "^"+id))
	}
	return ""
}
