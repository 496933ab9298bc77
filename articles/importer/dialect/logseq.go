package dialect

import "strings"

// beginsWithProperty reports whether the first line is a property that Logseq has
// of its own: "Caveat:: it is cold" may stand in anybody's text.
func beginsWithProperty(text string) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(text[:min(len(text), 400)], "\n"), "\n")
	name, _ := propertyOf(line)
	return isOwn(name)
}

// isOwn reports whether a property is one that Logseq has of its own.
func isOwn(name string) bool {
	switch name {
	case "title", "tags", "alias", "type", "icon", "public", "id", "collapsed", "template", "filters", "created-at", "updated-at", "exclude-from-graph-view":
		return true
	}
	return false
}

// propertyOf is the name and the value of a line such as "collapsed:: true".
func propertyOf(text string) (name, value string) {
	name, value, ok := strings.Cut(strings.TrimSpace(text), "::")
	if !ok || name == "" || value != "" && value[0] != ' ' ||
		strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./") != "" {
		return "", ""
	}
	return strings.ToLower(name), strings.TrimSpace(value)
}

// takeProperties takes those at the head of a page.
func (w *writer) takeProperties() {
	for ; w.at < len(w.lines); w.at++ {
		name, value := propertyOf(w.lines[w.at])
		switch {
		case name != "":
			if w.properties == nil {
				w.properties = make(map[string]string)
			}
			w.properties[name] = value
		case strings.TrimSpace(w.lines[w.at]) != "":
			return
		}
	}
}

// property leaves out the properties of a block, and what it was worked on. What
// stands in one alone, in words, is what its author wrote.
func (w *writer) property(line, text string) bool {
	item, first := strings.CutPrefix(text, "- ")
	if name, value := propertyOf(item); name != "" {
		if first && !isOwn(name) && strings.Contains(value, " ") {
			return false
		}
		for first && w.at < len(w.lines) && isSetIn(w.lines[w.at], line) {
			if name, _ := propertyOf(w.lines[w.at]); name == "" { // the block begins here
				w.lines[w.at] = line[:strings.IndexByte(line, '-')] + "- " + strings.TrimLeft(w.lines[w.at], " \t")
				break
			}
			w.at++
		}
		return true
	}
	if text == ":LOGBOOK:" || text == ":PROPERTIES:" {
		return w.hide(":END:", func(s string) bool { return s == ":END:" })
	}
	return false
}

// isSetIn reports whether a line belongs to the block that the line above begins.
func isSetIn(line, above string) bool {
	return strings.TrimSpace(line) != "" && !beginsItem(line) && indentOf(line) > indentOf(above)
}

// findBlocks notes the texts of the blocks that have an id, which stands below.
func (w *writer) findBlocks() {
	w.blocks = make(map[string]string)
	text := ""
	for _, line := range w.lines {
		switch name, id := propertyOf(line); {
		case name == "id" && text != "":
			w.blocks[id] = text
		case name == "":
			text = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		}
	}
}

// blockLink is ((the id of a block)): its text is shown.
func (p *paragraph) blockLink(at int) (took int, put string) {
	id, n := p.between(at, "((", "))")
	if text := p.blocks[id]; n > 0 && text != "" && !strings.Contains(text, "((") {
		return n, text
	}
	return 0, ""
}

// tagLink is #[[a tag of several words]].
func (p *paragraph) tagLink(at int) (took int, put string) {
	tag, n := p.between(at, "#[[", "]]")
	if n == 0 || strings.ContainsAny(tag, "[\n") {
		return 0, ""
	}
	return n, "[#" + escaped(tag) + "](" + bracketed(tag) + ")"
}
