package tidy

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// footnotes takes the notes out of the page and leaves a mark where each is
// pointed to. A note is what the text points to with a short mark, and that
// points back, or stands in a list of notes; what stands hidden in its mark; or
// what a list of notes has under the number of a mark that is no link.
func footnotes(root *html.Node) map[string]*html.Node {
	c := collector{notes: map[string]*html.Node{}, labels: map[*html.Node]string{}, marks: map[*html.Node]string{}}
	named := map[string]*html.Node{}
	for _, n := range dom.Elements(root) {
		for _, name := range [...]string{dom.Attr(n, "id"), dom.Attr(n, "name")} {
			if name != "" && named[name] == nil {
				named[name] = n
			}
		}
	}
	for _, a := range dom.Elements(root, "a", "span") {
		if n := noteAt(named, a); n != nil {
			c.mark(a, n)
		}
	}
	for _, n := range dom.Elements(root, "span", "sup", "small", "a", "label", "button", "aside") {
		if dom.Within(n, root) {
			c.inline(n)
		}
	}
	c.numbered(root)
	for name, n := range c.notes {
		list := n.Parent
		c.notes[name] = definition(n, c.marks[n])
		if list != nil && list.Parent != nil && !dom.Outweighs(list, 0) {
			dropList(list)
		}
	}
	return c.notes
}

type collector struct {
	notes  map[string]*html.Node
	labels map[*html.Node]string
	marks  map[*html.Node]string // as the page writes them
}

// mark puts the mark of note in the place of a, and of what holds it alone.
func (c *collector) mark(a, note *html.Node) {
	if c.labels[note] == "" {
		c.labels[note] = strconv.Itoa(len(c.notes) + 1)
		c.notes[c.labels[note]] = note
	}
	mark := dom.New("sup", c.labels[note])
	dom.Set(mark, "data-note", c.labels[note])
	whole := a
	c.marks[note] = bare(a)
	for p := a.Parent; dom.Is(p, "sup", "span") && bare(p) == bare(a); p = p.Parent {
		whole = p
	}
	dom.Replace(whole, mark)
}

// bare is a mark without the brackets around it.
func bare(n *html.Node) string { return strings.Trim(dom.Text(n), "[](){} ") }

// inline finds a note that stands at its mark: in it and hidden, in what it says
// when it is pointed at, or right behind it in the margin.
func (c *collector) inline(n *html.Node) {
	class := dom.Classes(n)
	if dom.Holds(class, "sidenote-number", "margin-toggle", "sidenote__") {
		side := next(n)
		for side != nil && (dom.Is(side, "input") || strings.Contains(dom.Classes(side), "toggle")) {
			side = next(side)
		}
		if side != nil && isNote(dom.Classes(side)) && dom.Is(side, "span", "small", "aside") {
			dom.Rename(side, "div")
			c.mark(n, side)
		}
		return
	}
	if !isNote(class) && !strings.Contains(class, "tooltip") {
		return
	}
	if !strings.Contains(class, "tooltip") && dom.Holds(class, "sidenote", "marginnote") && dom.Is(n, "span", "small", "aside") && dom.Above(n, "p", "li") != nil {
		mark := dom.New("span", "")
		n.Parent.InsertBefore(mark, n)
		dom.Rename(n, "div")
		c.mark(mark, n)
		return
	}
	hidden := dom.Find(n, func(d *html.Node) bool {
		return (dom.IsHidden(d) || dom.HasClass(d, "ltx_note_outer")) && dom.Outweighs(d, 2)
	})
	own := dom.Weight(n)
	if hidden != nil {
		own -= dom.Weight(hidden)
	}
	title := dom.AttrOf(n, "data-footnote", "data-footnote-content", "data-content", "data-bs-content", "data-note-text")
	if title == "" {
		title = dom.Attr(n, "title")
	}
	const longest = 6 // bytes of a mark
	switch {
	case own > longest || dom.Above(n, "li", "p", "td", "dd", "div", "blockquote") == nil || strings.Contains(class, "tooltip") && strings.Trim(own0(n, hidden), "0123456789*†‡[]() ") != "":
	case hidden != nil:
		note := dom.New("div", "")
		dom.Move(note, hidden)
		c.mark(n, note)
	case len(title) > longest && dom.Attr(n, "href") == "":
		c.mark(n, dom.New("div", title))
	}
}

// own0 is the words of n but for those of hidden.
func own0(n, hidden *html.Node) string {
	if hidden == nil {
		return dom.Text(n)
	}
	return strings.Replace(dom.Text(n), dom.Text(hidden), "", 1)
}

func isNote(class string) bool {
	return dom.Holds(class, "footnote", "sidenote", "marginnote", "endnote", "note__")
}

// numbered joins marks that are no links to the notes of a list, by their
// numbers, when each note has its mark.
func (c *collector) numbered(root *html.Node) {
	var list *html.Node
	for _, n := range dom.Elements(root, "div", "section", "aside", "ol", "footer") {
		if dom.Holds(dom.Classes(n), "footnotes", "endnotes", "notes-list") && dom.Outweighs(n, 0) {
			list = n
			break
		}
	}
	if list == nil {
		return
	}
	notes := map[string]*html.Node{}
	for _, n := range dom.Elements(list, "li", "p") {
		number := strconv.Itoa(len(notes) + 1)
		if s := dom.First(n, "sup"); n.Data == "p" && (s == nil || !leads(s, n) || strings.Trim(dom.Text(s), "[]() .") != number) || dom.Above(n, "li") != nil {
			continue
		}
		notes[number] = n
	}
	marks := map[string][]*html.Node{}
	for _, s := range dom.Elements(root, "sup") {
		if number := strings.Trim(dom.Text(s), "[]() "); notes[number] != nil && !dom.Within(s, list) && !dom.Has(s, "data-note") {
			marks[number] = append(marks[number], s)
		}
	}
	if len(marks) == 0 || len(marks) < len(notes) {
		return
	}
	for i := range len(notes) {
		number := strconv.Itoa(i + 1)
		for _, s := range marks[number] {
			c.mark(s, notes[number])
		}
	}
}
