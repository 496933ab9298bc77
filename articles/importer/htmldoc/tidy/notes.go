package tidy

import (
	"cmp"
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
	for n := range dom.Each(root) {
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
	tip := strings.Contains(class, "tooltip")
	margin := func(n *html.Node) bool { return isNote(dom.Classes(n)) && dom.Is(n, "span", "small", "aside") }
	switch {
	case dom.Holds(class, "sidenote-number", "margin-toggle", "sidenote__"):
		side := dom.Next(n)
		for side != nil && (dom.Is(side, "input") || strings.Contains(dom.Classes(side), "toggle")) {
			side = dom.Next(side)
		}
		if side != nil && margin(side) {
			c.mark(n, side)
		}
		return
	case !isNote(class) && !tip || c.labels[n] != "" || dom.Above(n, "li", "p", "td", "dd", "div", "blockquote") == nil:
		return
	case !tip && dom.Holds(class, "sidenote", "marginnote") && margin(n):
		mark := dom.New("span", "")
		n.Parent.InsertBefore(mark, n)
		c.mark(mark, n)
		return
	}
	hidden := dom.Find(n, func(d *html.Node) bool {
		return (dom.IsHidden(d) || dom.HasClass(d, "ltx_note_outer")) && dom.Outweighs(d, 2)
	})
	title := cmp.Or(dom.AttrOf(n, "data-footnote", "data-footnote-content", "data-content", "data-bs-content", "data-note-text"), dom.Attr(n, "title"))
	own := dom.Text(n)
	if hidden != nil {
		own = strings.Replace(own, dom.Text(hidden), "", 1)
	}
	const longest = 6 // bytes of a mark
	switch {
	case len(own) > longest || tip && strings.Trim(own, "0123456789*†‡[]() ") != "":
	case hidden != nil:
		note := dom.New("div", "")
		dom.Move(note, hidden)
		c.mark(n, note)
	case len(title) > longest && dom.Attr(n, "href") == "":
		c.mark(n, dom.New("div", title))
	}
}

func isNote(class string) bool {
	return dom.Holds(class, "footnote", "sidenote", "marginnote", "endnote", "note__")
}

// numbered joins marks that are no links to the notes of a list, by their
// numbers, when each note has its mark.
func (c *collector) numbered(root *html.Node) {
	list := dom.Find(root, func(n *html.Node) bool {
		return dom.Is(n, "div", "section", "aside", "ol", "footer") && dom.Holds(dom.Classes(n), "footnotes", "endnotes", "notes-list") && dom.Outweighs(n, 0)
	})
	if list == nil {
		return
	}
	var notes []*html.Node
	for _, n := range dom.Elements(list, "li", "p") {
		s := dom.First(n, "sup")
		if n.Data == "li" || s != nil && leads(s, n) && strings.Trim(dom.Text(s), "[]() .") == strconv.Itoa(len(notes)+1) && dom.Above(n, "li") == nil {
			notes = append(notes, n)
		}
	}
	marks, of := map[int]bool{}, map[*html.Node]int{}
	var all []*html.Node
	for _, s := range dom.Elements(root, "sup") {
		if number, err := strconv.Atoi(bare(s)); err == nil && 0 < number && number <= len(notes) && !dom.Within(s, list) && !dom.Has(s, "data-note") {
			marks[number], of[s] = true, number
			all = append(all, s)
		}
	}
	if len(marks) < len(notes) {
		return
	}
	for _, s := range all {
		c.mark(s, notes[of[s]-1])
	}
}
