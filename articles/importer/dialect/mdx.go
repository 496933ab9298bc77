package dialect

import "strings"

// module leaves out what a text of MDX says to the program: what it imports and
// exports, and comments that go on over blank lines.
func (w *writer) module(line, text string) bool {
	if len(w.text) == 0 && line[0] != ' ' && (isImport(text) || isExport(text)) {
		w.at = w.moduleEnd()
		return true
	}
	if strings.HasPrefix(text, "{/*") && !strings.Contains(text, "*/}") {
		return w.hide("*/}", func(s string) bool { return strings.HasSuffix(s, "*/}") })
	}
	return false
}

// moduleEnd is the number of the line behind the code that the line before the next
// begins: the first blank one where its brackets are closed. Where they never are,
// it is the first blank one.
func (w *writer) moduleEnd() int {
	const most = 400 // lines
	first, open := -1, 0
	for n := w.at - 1; n < min(len(w.lines), w.at+most); n++ {
		line := w.lines[n]
		if strings.TrimSpace(line) == "" {
			if open <= 0 {
				return n
			}
			if first < 0 {
				first = n
			}
		}
		for _, signs := range [...]string{"{}", "()", "[]"} {
			open += strings.Count(line, signs[:1]) - strings.Count(line, signs[1:])
		}
	}
	if first < 0 || open <= 0 && w.at+most > len(w.lines) {
		return min(len(w.lines), w.at+most)
	}
	return first
}

// isImport reports whether a paragraph that begins so names the components that
// a text uses, and no prose: "import x from 'y'" or a list in braces.
func isImport(text string) bool {
	rest, ok := strings.CutPrefix(strings.TrimRight(text, "; \r"), "import ")
	if !ok || rest == "" {
		return false
	}
	if strings.HasPrefix(rest, "{") {
		return !strings.Contains(rest, "}") || strings.Contains(rest, " from ")
	}
	quote := rest[len(rest)-1]
	from := strings.LastIndexByte(rest[:len(rest)-1], quote)
	return (quote == '"' || quote == '\'') && (from == 0 || from > 0 && strings.HasSuffix(rest[:from], " from "))
}

func isExport(text string) bool {
	for _, sign := range [...]string{"const ", "let ", "var ", "function ", "async function ", "default ", "{", "* from "} {
		if rest, ok := strings.CutPrefix(text, "export "+sign); ok {
			return strings.ContainsAny(rest, "=({};'\"")
		}
	}
	return false
}

// component is what shows of a tag that is none of HTML: a picture where it has an
// address, else its title, label and the like. What stands in it stays.
func (p *paragraph) component(at int) (took int, put string) {
	s := p.text[at:min(len(p.text), at+longest)]
	name := strings.TrimPrefix(s[1:min(len(s), 60)], "/")
	end := strings.IndexFunc(name, func(r rune) bool {
		return r != '.' && r != '_' && !('a' <= r && r <= 'z') && !('A' <= r && r <= 'Z') && !('0' <= r && r <= '9')
	})
	if end < 0 {
		return 0, ""
	}
	name = name[:end]
	closing := strings.HasPrefix(s, "</")
	n := tagLength(s)
	if n == 0 {
		return 0, ""
	}
	if strings.HasPrefix(s, "<>") || strings.HasPrefix(s, "</>") {
		return n, ""
	}
	if name == "" || name[0] < 'A' || 'Z' < name[0] {
		return 0, ""
	}
	around := p.gap(at)
	if closing {
		return n, around
	}
	return n, p.shown(name, s[1+len(name):n-1], around)
}

// shown is what shows of the attributes of a component, with what parts it from
// what stands around it.
func (p *paragraph) shown(name, attributes, around string) string {
	bare := strings.NewReplacer("={", "=", "\"}", "\"", "'}", "'", "`}", "`").Replace(strings.TrimRight(attributes, "/ \n"))
	args := arguments(bare)
	if source := named(args, "src", "img"); source != "" && isPicture(strings.ToLower(name)) && !strings.ContainsAny(source, "{}") {
		return picture(args)
	}
	words := strings.Join(wordsOf(args), " · ")
	switch {
	case words == "":
		return around
	case around != "":
		return around + "**" + strings.ReplaceAll(words, "*", "") + "**" + around
	}
	return " **" + strings.ReplaceAll(words, "*", "") + "** "
}

// gap parts what stands around a tag that begins its line, in the item that it
// stands in; empty for another.
func (p *paragraph) gap(at int) string {
	lead := p.lineBefore(at)
	if strings.TrimSpace(lead) != "" {
		return ""
	}
	return "\n\n" + lead
}

// tagLength is the length of the tag that s begins with, the braces and quotes in
// it closed; 0 when it does not end.
func tagLength(s string) int {
	braces, quote := 0, byte(0)
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case c == '{':
			braces++
		case c == '}':
			braces--
		case c == '>' && braces <= 0:
			return i + 1
		case c == '<' && braces <= 0:
			return 0
		}
	}
	return 0
}
