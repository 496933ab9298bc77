package dialect

import "strings"

// box is a part of a text that is set off from the rest, such as a notice. Its
// lines are written behind a sign.
type box struct {
	colons int    // of the signs that open and close it; 0 for what stands in
	indent int    // how far its lines stand in, in columns
	prefix string // before each of its lines
}

func (w *writer) prefix() string {
	s := ""
	for _, b := range w.boxes {
		s += b.prefix
	}
	return s
}

// inBoxes closes the boxes that a line is not in, and takes the blanks off it
// that say that it is in the others.
func (w *writer) inBoxes(line string) string {
	if strings.TrimSpace(line) == "" {
		return line
	}
	for i, b := range w.boxes {
		rest, ok := cutIndent(line, b.indent)
		if !ok && b.colons == 0 {
			w.close(i)
			break
		}
		line = rest
	}
	return line
}

// close ends the boxes from number i on.
func (w *writer) close(i int) {
	w.flush()
	w.boxes = w.boxes[:i]
	if w.out.Len() > 0 {
		w.put("\n")
	}
	w.fence, w.blank = "", true
}

// mostBoxes is how many may stand one in the other.
const mostBoxes = 16

// open begins a box under its label: a callout as every reader has it.
func (w *writer) open(b box, kind, title, fold string) {
	w.flush()
	w.put("\n")
	w.boxes = append(w.boxes, b)
	if kind != "" {
		w.put(strings.TrimRight("[!"+kind+"]"+fold+" "+title, " ") + "\n")
	} else if title != "" {
		w.put("**" + title + "**\n")
		w.put("\n")
	}
	w.blank = true
}

// cutIndent takes so many columns of blanks off a line; false when it has fewer.
func cutIndent(line string, columns int) (string, bool) {
	width := 0
	for i := range len(line) {
		switch {
		case width >= columns:
			return strings.Repeat(" ", width-columns) + line[i:], true
		case line[i] == ' ':
			width++
		case line[i] == '\t':
			width += 4 - width%4
		default:
			return line[i:], false
		}
	}
	return line, width >= columns
}

// indentOf is how far a line stands in, in columns.
func indentOf(line string) int {
	width := 0
	for i := range len(line) {
		switch line[i] {
		case ' ':
			width++
		case '\t':
			width += 4 - width%4
		default:
			return width
		}
	}
	return width
}

// colons is a line of ":::note[Title]" or "::: {.callout-note}", or one of colons
// alone, which closes it.
func (w *writer) colons(line, text string) bool {
	rest := strings.TrimLeft(text, ":")
	n := len(text) - len(rest)
	rest = strings.TrimSpace(rest)
	if rest == "" {
		for i := len(w.boxes) - 1; i >= 0; i-- {
			if w.boxes[i].colons > 0 && w.boxes[i].colons <= n {
				w.close(i)
				return true
			}
		}
		return false
	}
	label := rest
	if at := strings.LastIndexByte(rest, '{'); at > 0 && isAttributes(rest[at:]) {
		label = strings.TrimSpace(rest[:at])
	}
	kind, title, _ := cutBlank(label)
	if name, words, ok := strings.Cut(label, "["); ok && !strings.Contains(name, " ") {
		kind, title = name, strings.TrimSuffix(words, "]")
	}
	title = strings.TrimSpace(title)
	if bare := strings.TrimPrefix(kind, "callout-"); isNotice(bare) {
		kind = bare
	}
	if strings.HasPrefix(rest, "{") {
		if !isAttributes(rest) {
			return false
		}
		kind, title = calloutOf(rest), named(arguments(strings.Trim(rest, "{}")), "title")
	} else if strings.Trim(kind, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
		return false
	}
	if w.is(notices) && !w.is(MDX|Pandoc) && !isNotice(kind) || len(w.boxes) >= mostBoxes ||
		w.ahead(":::", func(s string) bool { return len(s) >= 3 && strings.Trim(s, ":") == "" }) < 0 {
		return false
	}
	b := box{colons: n, indent: indentOf(line)}
	if kind != "" {
		b.prefix = "> "
	}
	b.prefix = strings.Repeat(" ", b.indent) + b.prefix
	w.open(b, kind, title, "")
	return true
}

// calloutOf is the kind of notice that the classes of a part of a text name.
func calloutOf(attributes string) string {
	for class := range strings.FieldsSeq(strings.Trim(attributes, "{}")) {
		if kind, ok := strings.CutPrefix(class, ".callout-"); ok && isNotice(kind) {
			return kind
		}
		if kind := strings.TrimPrefix(class, "."); isNotice(kind) {
			return kind
		}
	}
	return ""
}

// admonition is a line of MkDocs, such as
//
//	!!! note "Its title"
//
// or, where a page folds it, with ??? or ???+. Its lines stand in by four columns.
func (w *writer) admonition(line, text string) bool {
	fold := ""
	rest, ok := strings.CutPrefix(text, "!!!")
	if !ok {
		rest, fold = strings.TrimPrefix(text, "???"), "-"
		if after, open := strings.CutPrefix(rest, "+"); open {
			rest, fold = after, "+"
		}
	}
	kinds, title, titled := strings.Cut(strings.TrimPrefix(rest, " "), `"`)
	kind, _, _ := cutBlank(kinds)
	if kind == "" || strings.Trim(kinds, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_- ") != "" || len(w.boxes) >= mostBoxes {
		return false
	}
	if titled {
		if title, ok = strings.CutSuffix(title, `"`); !ok {
			return false
		}
	}
	if indent := indentOf(line); w.standsIn(indent + 4) {
		w.open(box{indent: indent + 4, prefix: strings.Repeat(" ", indent) + "> "}, kind, title, fold)
		return true
	}
	return false
}

// tab is a line of MkDocs that begins one of several tabs: === "Its title".
func (w *writer) tab(line, text string) bool {
	title := strings.TrimSpace(strings.TrimLeft(text, "=!+ "))
	indent := indentOf(line)
	if len(title) < 3 || title[0] != '"' || title[len(title)-1] != '"' || len(w.boxes) >= mostBoxes || !w.standsIn(indent+4) {
		return false
	}
	w.open(box{indent: indent + 4, prefix: strings.Repeat(" ", indent)}, "", title[1:len(title)-1], "")
	return true
}

// standsIn reports whether the next line with words stands in so far.
func (w *writer) standsIn(columns int) bool {
	outer := 0
	for _, b := range w.boxes {
		outer += b.indent
	}
	for n := w.at; n < min(len(w.lines), w.at+2); n++ {
		if strings.TrimSpace(w.lines[n]) != "" {
			return indentOf(w.lines[n]) >= outer+columns
		}
	}
	return false
}

func isNotice(kind string) bool {
	switch strings.ToLower(kind) {
	case "note", "tip", "warning", "info", "important", "caution", "danger", "hint", "attention", "success", "details":
		return true
	}
	return false
}
