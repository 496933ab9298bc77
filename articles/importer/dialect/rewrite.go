package dialect

import "strings"

// Files are the other texts of the folder that a text stands in.
type Files interface {
	// Text is the Markdown of the file that a link leads to, without its front
	// matter; false when it leads to none.
	Text(link string) (string, bool)
	// Place is the path of a file that is embedded, from the folder of the text: what
	// it is called, where it is not found.
	Place(link string) string
	// Has reports whether a link leads to a file that is there.
	Has(link string) bool
}

// Result is a text that was acted out.
type Result struct {
	Markdown string
	// Properties are those that Logseq writes at the head of a page, by their
	// names in small letters.
	Properties map[string]string
}

// Rewrite acts out what the programs in p would have made of text. Code stays as
// it is, and so does every word of prose. The files may be nil.
func Rewrite(p Programs, text string, files Files) Result {
	r := Result{Markdown: text}
	if files != nil && strings.Contains(text, "[[") {
		p |= beside
	}
	if p != 0 {
		parts := mostParts
		w := newWriter(p, text, files)
		w.parts = &parts
		if p&Logseq != 0 {
			w.takeProperties()
		}
		w.all()
		r.Markdown, r.Properties = w.out.String(), w.properties
	}
	r.Markdown = inlineNotes(r.Markdown)
	return r
}

// writer reads a text line by line and writes what becomes of it.
type writer struct {
	programs   Programs
	files      Files
	whole      string   // text that what is read is a part of
	outer      *writer  // of the text that this one is embedded in
	deep       int      // texts that this one is embedded in
	parts      *int     // that may still be embedded
	lines      []string // of the source, with their ends
	at         int      // the next of them
	out        strings.Builder
	text       []string // lines of prose that are not yet written
	fence      string   // that closes the open code
	boxes      []box
	blank      bool            // the line before is
	missing    map[string]bool // ends that no later line has
	properties map[string]string
	blocks     map[string]string // texts of the blocks of Logseq, by their id
	items      []int             // columns where the words of the open items begin
	insets     []inset           // of the open tags of MDX
	tag        int               // column of the latest tag that begins a line
	opened     bool              // the line before ends that tag, and it has an end below
	unclosed   bool              // its attributes go on
}

func newWriter(p Programs, text string, files Files) *writer {
	w := &writer{programs: p, files: files, whole: text, lines: strings.SplitAfter(text, "\n"), missing: make(map[string]bool), blank: true}
	w.out.Grow(len(text) + len(text)/16)
	if n := len(w.lines); w.lines[n-1] == "" {
		w.lines = w.lines[:n-1]
	}
	return w
}

func (w *writer) is(p Programs) bool { return w.programs&p != 0 }

func (w *writer) all() {
	if w.is(Logseq) {
		w.findBlocks()
	}
	for w.at < len(w.lines) {
		line := w.lines[w.at]
		w.at++
		w.line(line)
	}
	w.flush()
}

// line takes the next line of the source.
func (w *writer) line(line string) {
	line = w.outset(w.inBoxes(line))
	text := strings.TrimSpace(line)
	switch prose := w.isProse(line); {
	case text == "":
		w.flush()
		w.put("\n")
	case !prose:
		w.flush()
		w.put(line)
	case !w.block(line, text):
		w.text = append(w.text, line)
	}
}

// isProse reports whether the next line is neither blank nor code.
func (w *writer) isProse(line string) bool {
	text := strings.TrimSpace(line)
	bare := strings.TrimLeft(text, "> ")
	blank := w.blank
	w.blank = text == ""
	switch {
	case text == "":
		return false
	case w.fence != "":
		if closesFence(bare, w.fence) {
			w.fence = ""
		}
		return false
	case blank && w.isCode(line) && !w.is(MDX|Logseq):
		w.blank = true // code goes on
		return false
	}
	w.inItem(line, text)
	w.fence = fenceOf(afterItem(bare))
	return w.fence == ""
}

// isCode reports whether a line below a blank one stands in so far that it is
// code, seen from the item that it is in. It closes the items that it is not in.
func (w *writer) isCode(line string) bool {
	indent := indentOf(line)
	w.leaveItems(indent)
	return indent-w.column() >= 4 && (len(w.items) > 0 || !beginsItem(line))
}

// column is where the words of the innermost item begin.
func (w *writer) column() int {
	if len(w.items) == 0 {
		return 0
	}
	return w.items[len(w.items)-1]
}

// inItem notes the items that a line begins, and closes those that it ends: what
// goes on with prose may stand out.
func (w *writer) inItem(line, text string) {
	begins := beginsItem(line)
	if !begins && strings.IndexByte("#>`~<|:!{%=-*_", text[0]) < 0 {
		return
	}
	indent := indentOf(line)
	w.leaveItems(indent)
	if text = strings.TrimLeft(line, " \t"); begins {
		w.items = append(w.items, indent+len(text)-len(afterItem(text)))
	}
}

// leaveItems closes the items whose words begin further in than so many columns.
func (w *writer) leaveItems(indent int) {
	for len(w.items) > 0 && w.items[len(w.items)-1] > indent {
		w.items = w.items[:len(w.items)-1]
	}
}

// block acts on a line that is something by itself; false when it is none.
func (w *writer) block(line, text string) bool {
	for _, act := range [...]struct {
		programs Programs
		sign     string // that the line begins with
		do       func(line, text string) bool
	}{
		{notices | MDX | Pandoc, ":::", w.colons},
		{notices | MkDocs, "!!!", w.admonition},
		{notices | MkDocs, "???", w.admonition},
		{MkDocs, "===", w.tab},
		{attributing, "{", w.attributeLine},
		{attributing, "#", w.heading},
		{Hugo | Jekyll, "{", w.tagLine},
		{MDX, "", w.module},
		{Obsidian, "%%", w.hidden},
		{Logseq, "", w.property},
		{Logseq, "", w.orgBlock},
	} {
		if w.is(act.programs) && strings.HasPrefix(text, act.sign) && act.do(line, text) {
			return true
		}
	}
	return false
}

// hide leaves out the lines up to one that ends what is hidden; nothing when no
// line does.
func (w *writer) hide(sign string, ends func(text string) bool) bool {
	n := w.ahead(sign, ends)
	if n < 0 {
		return false
	}
	w.flush()
	w.at = n + 1
	return true
}

// ahead is the number of the next line that ends something; -1 when none does. A
// search in vain is made once.
func (w *writer) ahead(sign string, ends func(text string) bool) int {
	if w.missing[sign] {
		return -1
	}
	for n := w.at; n < len(w.lines); n++ {
		if ends(strings.TrimSpace(w.lines[n])) {
			return n
		}
	}
	w.missing[sign] = true
	return -1
}

// put writes a line behind the signs of the boxes that are open.
func (w *writer) put(line string) {
	prefix := w.prefix()
	if strings.TrimSpace(line) == "" {
		prefix = strings.TrimRight(prefix, " ")
	}
	w.out.WriteString(prefix)
	w.out.WriteString(line)
}

// flush writes the prose that was read, acted out.
func (w *writer) flush() {
	if len(w.text) == 0 {
		return
	}
	text := strings.Join(w.text, "")
	w.text = w.text[:0]
	for line := range strings.Lines(w.inline(text)) {
		w.put(line)
	}
}

// beginsItem reports whether a line is an item of a list, however far it stands in.
func beginsItem(line string) bool { return markLength(strings.TrimLeft(line, " \t")) > 0 }

// markLength is the length of the mark of an item that text begins with, with the
// blank behind it.
func markLength(text string) int {
	digits := 0
	for digits < min(len(text), 9) && '0' <= text[digits] && text[digits] <= '9' {
		digits++
	}
	signs := "-*+"
	if digits > 0 {
		signs = ".)"
	}
	if n := digits + 1; n < len(text) && strings.IndexByte(signs, text[digits]) >= 0 && (text[n] == ' ' || text[n] == '\t') {
		return n + 1
	}
	return 0
}

// afterItem is a line behind the signs of the items that it begins.
func afterItem(text string) string {
	for n := markLength(text); n > 0; n = markLength(text) {
		text = strings.TrimLeft(text[n:], " \t")
	}
	return text
}

// fenceOf is the run of signs that opens code in text.
func fenceOf(text string) string {
	for _, sign := range [...]string{"`", "~"} {
		n := len(text) - len(strings.TrimLeft(text, sign))
		if n >= 3 && (sign == "~" || !strings.Contains(text[n:], "`")) {
			return text[:n]
		}
	}
	return ""
}

func closesFence(text, fence string) bool {
	return strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == ""
}
