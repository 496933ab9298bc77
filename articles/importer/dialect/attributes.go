package dialect

import "strings"

// attributing are the programs that read attributes in braces behind headings,
// links and paragraphs.
const attributing = Hugo | Zola | Jekyll | MkDocs | MdBook | Pandoc | MDX

// attributeLine is a line of attributes alone, as kramdown and others have it:
// {: .lead}, {:toc}, {#id .class}.
func (w *writer) attributeLine(_, text string) bool {
	if text[len(text)-1] != '}' || strings.IndexByte(text, '}') != len(text)-1 {
		return false
	}
	if _, ok := attributes(text); !ok && text != "{:toc}" {
		return false
	}
	if id, _ := attributes(text); id != "" {
		w.text = append(w.text, anchor(id)+"\n")
	}
	return true
}

func (w *writer) heading(line, _ string) bool {
	w.flush()
	w.text = append(w.text, namedHeading(line))
	return true
}

// namedHeading is a heading with the id that it has in braces as an anchor: "#
// Head {#id .class}" or, in MDX, "# Head {/* #id */}".
func namedHeading(line string) string {
	trimmed := strings.TrimRight(line, " \t\r\n")
	at := strings.LastIndexByte(trimmed, '{')
	if at <= 0 || trimmed[at-1] == '\\' || trimmed[at-1] == '{' {
		return line
	}
	id, ok := attributes(strings.NewReplacer("/*", "", "*/", "").Replace(trimmed[at:]))
	if !ok {
		return line
	}
	head := strings.TrimRight(trimmed[:at], " \t")
	if id != "" {
		head += " " + anchor(id)
	}
	return head + "\n"
}

// anchor is what a link to an id leads to.
func anchor(id string) string {
	return `<a id="` + strings.NewReplacer(`"`, "", "<", "", ">", "", "&", "").Replace(id) + `"></a>`
}

func isAttributes(s string) bool {
	_, ok := attributes(s)
	return ok
}

// attributes reports whether s is a list of attributes in braces, and the id
// in it: at least one, and nothing that could be words.
func attributes(s string) (id string, ok bool) {
	s, open := strings.CutPrefix(s, "{")
	s, closed := strings.CutSuffix(s, "}")
	if !open || !closed {
		return "", false
	}
	s = strings.TrimPrefix(s, ":")
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimLeft(s, " \t,") {
		n := attributeLength(s)
		switch {
		case n < 1, n < len(s) && strings.IndexByte(" \t,", s[n]) < 0:
			return "", false
		case s[0] == '#':
			id = s[1:n]
		}
		s, ok = s[n:], true
	}
	return id, ok
}

// attributeLength is the length of the attribute that s begins with: #id,
// .class, name=word, name="words", or the lone - of "unnumbered".
func attributeLength(s string) int {
	const name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:./"
	n := 0
	if s[0] == '#' || s[0] == '.' {
		n++
	}
	for n < len(s) && (s[n] >= 0x80 || strings.IndexByte(name, s[n]) >= 0) {
		n++
	}
	switch {
	case s[0] == '#' || s[0] == '.':
		if n == 1 {
			return 0
		}
		return n
	case n < len(s) && s[n] == '=' && n > 0:
		n++
		if n < len(s) && (s[n] == '"' || s[n] == '\'') {
			end := strings.IndexByte(s[n+1:], s[n])
			if end < 0 {
				return 0
			}
			return n + end + 2
		}
		return n + len(s[n:]) - len(strings.TrimLeft(s[n:], name+"%"))
	case s[:n] == "-":
		return n
	}
	return 0
}

// behind is the length of the attributes of what stands before them in a text,
// ![](a.png){: width="9"} or words {.lead}; 0 when s begins none.
func behind(text string, at int) int {
	s := text[at:min(len(text), at+longest)]
	end := strings.IndexByte(s, '}') + 1
	if end < 3 || at == 0 || !isAttributes(s[:end]) {
		return 0
	}
	rest, _, _ := strings.Cut(text[at+end:], "\n")
	colon, last := s[1] == ':', strings.TrimSpace(rest) == ""
	switch before := text[at-1]; {
	case before == ')', colon && strings.IndexByte("*_`]\"", before) >= 0, before == ' ' && last && (colon || s[1] == '.'):
		return end
	}
	return 0
}
