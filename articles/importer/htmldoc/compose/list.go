package compose

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/markdown/htmltag"
)

// list is a bulleted or a numbered list.
func (w *writer) list(out []block, n *html.Node) []block {
	if w.depth >= deepest {
		return w.flow(out, n)
	}
	l := list{sep: "\n", kind: bullets}
	var items counted
	if n.Data == "ol" {
		if items = count(n); items.inMarkdown() {
			l.kind = numbers
		}
	}
	w.depth++
	w.lists++
	for c := range n.ChildNodes() {
		switch {
		case dom.Is(c, "ul", "ol") && len(l.items) > 0: // a list that should stand in the item before
			if inner := w.list(nil, c); len(inner) > 0 {
				if !tight(append([]block{{kind: prose}}, inner...)) {
					l.sep = "\n\n"
				}
				l.items[len(l.items)-1] += l.sep + indented(l.indent, l.indent, joined(inner, "\n\n"))
			}
		case dom.Is(c, "li"):
			number := items.next()
			inner := w.flow(nil, c)
			if l.kind == bullets && n.Data == "ol" {
				inner = lettered(inner, htmltag.Counter(items.kind, number))
			}
			if l.kind == numbers && number != l.number && len(inner) > 0 {
				out = l.end(out)
				l.number = number
			}
			l.add(inner, task(c))
		case n.Data == "ol": // it has no number
			if inner := w.alone(c); len(inner) > 0 {
				out = append(l.end(out), inner...)
			}
		default:
			l.add(w.alone(c), "")
		}
	}
	w.depth--
	w.lists--
	return l.end(out)
}

// counted is the numbers of the items of an ordered list.
type counted struct {
	kind    string // of the list: "a" for letters
	numbers []int
}

func count(list *html.Node) counted {
	var values []string
	for c := range list.ChildNodes() {
		if dom.Is(c, "li") {
			values = append(values, dom.Attr(c, "value"))
		}
	}
	return counted{
		htmltag.ListType(dom.Attr(list, "type"), dom.Attr(list, "style")),
		htmltag.Ordinals(dom.Attr(list, "start"), dom.Has(list, "reversed"), values),
	}
}

// inMarkdown reports whether Markdown can write all of them.
func (c *counted) inMarkdown() bool {
	return !slices.ContainsFunc(c.numbers, func(n int) bool { return !htmltag.Counts(c.kind, n) })
}

func (c *counted) next() int {
	if len(c.numbers) == 0 {
		return 0
	}
	n := c.numbers[0]
	c.numbers = c.numbers[1:]
	return n
}

// lettered is the blocks of an item behind the letter that stands before them.
func lettered(inner []block, letter string) []block {
	switch {
	case len(inner) == 0:
	case inner[0].kind == prose:
		inner[0].text = letter + ". " + inner[0].text
	default:
		inner = append([]block{{letter + ".", prose}}, inner...)
	}
	return inner
}

type list struct {
	kind   kind
	items  []string
	sep    string // of the items: a blank line where one of them has more than a line
	number int    // of the next item
	indent string // of what stands in the last item
}

// end puts the list behind out; what follows begins another.
func (l *list) end(out []block) []block {
	if len(l.items) > 0 {
		out = append(out, block{strings.Join(l.items, l.sep), l.kind})
	}
	l.items, l.sep = nil, "\n"
	return out
}

func (l *list) add(inner []block, box string) {
	if len(inner) == 0 {
		return
	}
	mark := "- "
	if l.kind == numbers {
		mark = strconv.Itoa(l.number) + ". "
		l.number++
	}
	l.indent = strings.Repeat(" ", len(mark))
	within := "\n"
	if !tight(inner) {
		within, l.sep = "\n\n", "\n\n"
	}
	// A link of one letter is no box of a task.
	if first := &inner[0].text; strings.HasPrefix(*first, "[x]") || strings.HasPrefix(*first, "[X]") {
		*first = "[&#" + strconv.Itoa(int((*first)[1])) + ";]" + (*first)[3:]
	}
	l.items = append(l.items, indented(mark+box, l.indent, joined(inner, within)))
}

// alone is the blocks of a node.
func (w *writer) alone(c *html.Node) []block {
	if c.Type == html.ElementNode && (w.apart[c] || dom.IsBlock(c) || isFormula(c)) {
		return w.block(nil, c)
	}
	return w.paragraphs(nil, []*html.Node{c})
}

// tight reports whether the blocks of an item are one paragraph and then lists
// that can begin right under it.
func tight(inner []block) bool {
	for _, b := range inner[1:] {
		if b.kind != bullets && (b.kind != numbers || !strings.HasPrefix(b.text, "1. ")) {
			return false
		}
	}
	return inner[0].kind != other
}

// task is the box of a task in a list.
func task(item *html.Node) string {
	box := dom.Find(item, func(c *html.Node) bool { return dom.Is(c, "input") && dom.Attr(c, "type") == "checkbox" })
	switch {
	case box == nil || dom.Above(box, "li") != item:
		return ""
	case dom.Has(box, "checked"):
		return "[x] "
	}
	return "[ ] "
}

// meanings is a list of definitions. A meaning of one line stands under its
// term, but in a list, where Markdown has no definitions; what is longer follows
// as blocks.
func (w *writer) meanings(out []block, n *html.Node) []block {
	before := len(out)
	for c := range n.ChildNodes() {
		var inner []block
		switch {
		case dom.Is(c, "dt", "dd"):
			inner = w.flow(nil, c)
		case dom.Is(c, "div"):
			out = w.meanings(out, c)
			continue
		default:
			inner = w.alone(c)
		}
		simple := len(inner) == 1 && inner[0].kind == prose && !strings.Contains(inner[0].text, "\n")
		last := len(out) - 1
		switch {
		case dom.Is(c, "dt") && simple && w.lists == 0:
			inner[0].kind = term
		case dom.Is(c, "dd") && simple && last >= before && out[last].kind == term:
			out[last].text += "\n: " + inner[0].text
			continue
		}
		out = append(out, inner...)
	}
	return out
}

// item writes a list in a cell, or an item of it behind its mark.
func (l *line) item(n *html.Node) {
	if n.Data != "li" {
		before := l.items
		if l.items = nil; n.Data == "ol" {
			items := count(n)
			l.items = &items
		}
		l.children(n)
		l.items = before
		return
	}
	mark := "•"
	if l.items != nil && len(l.items.numbers) > 0 {
		mark = htmltag.Counter(l.items.kind, l.items.next()) + "."
	}
	l.put(piece{kind: words, text: mark})
	l.due = blank
	l.children(n)
}
