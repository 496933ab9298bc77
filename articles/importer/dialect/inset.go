package dialect

import "strings"

// inset is how far lines stand in for no other reason than that they are in a tag.
type inset struct {
	tag int // column of the tag
	cut int // columns that are taken off the lines
}

// outset takes the columns off a line by which it only shows in what tags it is: in
// MDX, no line is code for those. In an item of a list it stands where its tag does.
func (w *writer) outset(line string) string {
	text := strings.TrimSpace(line)
	if !w.is(MDX) || text == "" {
		return line
	}
	if w.fence == "" {
		w.inTags(line, text)
	}
	line, _ = cutIndent(line, w.cut())
	return line
}

func (w *writer) cut() int {
	if len(w.insets) == 0 {
		return 0
	}
	return w.insets[len(w.insets)-1].cut
}

// inTags notes how far a line stands in for its tags, and what tag it begins.
func (w *writer) inTags(line, text string) {
	indent := indentOf(line)
	for len(w.insets) > 0 && indent <= w.insets[len(w.insets)-1].tag {
		w.insets = w.insets[:len(w.insets)-1]
	}
	if w.opened && indent > w.tag {
		w.insets = append(w.insets, inset{w.tag, indent - (w.tag - w.cut())})
	}
	bare, _ := cutIndent(line, w.cut())
	w.leaveItems(indentOf(bare))
	if far := indentOf(bare) - w.column(); far >= 4 && w.blank {
		w.insets = append(w.insets, inset{indent - 1, w.cut() + far})
	}
	if text[0] == '<' {
		w.tag, w.unclosed = indent, !strings.Contains(text, ">")
	}
	ends := strings.HasSuffix(text, ">") && !strings.HasSuffix(text, "/>")
	w.opened = ends && (w.unclosed || text[0] == '<') && !strings.Contains(text, "</")
	w.unclosed = w.unclosed && !strings.HasSuffix(text, ">")
}
