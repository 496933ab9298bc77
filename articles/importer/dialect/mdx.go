package dialect

import "strings"

// module leaves out what a text of MDX says to the program: what it imports and
// exports, and comments that go on over blank lines.
func (w *writer) module(line, text string) bool {
	if text == "" || line[0] == ' ' && w.depth == 0 {
		return false
	}
	if len(w.text) == 0 && (isImport(text) || isExport(text)) {
		for w.at < len(w.lines) && strings.TrimSpace(w.lines[w.at]) != "" {
			w.at++
		}
		return true
	}
	if strings.HasPrefix(text, "{/*") && !strings.Contains(text, "*/}") {
		return w.hide("*/}", func(s string) bool { return strings.HasSuffix(s, "*/}") })
	}
	return false
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
	alone := p.alone(at, at+n)
	if closing {
		p.depth = max(0, p.depth-1)
		return n, gap(alone)
	}
	if !strings.HasSuffix(s[:n], "/>") {
		p.depth++
	}
	return n, p.shown(name, s[1+len(name):n-1], alone)
}

// shown is what shows of the attributes of a component.
func (p *paragraph) shown(name, attributes string, alone bool) string {
	bare := strings.NewReplacer("={", "=", "\"}", "\"", "'}", "'", "`}", "`").Replace(strings.TrimRight(attributes, "/ \n"))
	args := arguments(bare)
	if source := named(args, "src", "img"); source != "" && isPicture(strings.ToLower(name)) && !strings.ContainsAny(source, "{}") {
		return picture(args)
	}
	words := strings.Join(wordsOf(args), " · ")
	switch {
	case words == "":
		return gap(alone)
	case alone:
		return "\n\n**" + strings.ReplaceAll(words, "*", "") + "**\n\n"
	}
	return " **" + strings.ReplaceAll(words, "*", "") + "** "
}

// gap parts what stands around a tag that stands on a line of its own.
func gap(alone bool) string {
	if alone {
		return "\n\n"
	}
	return ""
}

// alone reports whether a tag begins its line.
func (p *paragraph) alone(from, _ int) bool {
	line := p.text[strings.LastIndexByte(p.text[:from], '\n')+1 : from]
	return strings.TrimSpace(line) == ""
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
