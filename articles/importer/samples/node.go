package samples

import (
	"slices"
	"strings"
)

// node is an element of a page. A leaf has a label and text; the others have
// elements within them.
type node struct {
	tag   string
	class string
	label Label
	text  string // of a leaf; \n stands for a line break, \v for one that a browser makes
	kids  []*node

	mark    string // an item's, such as "3."; "•" where it is not numbered
	linked  int    // which word of a leaf is a link, from 1; 0 is none
	allLink bool   // all of a leaf is a link
	unseen  bool   // a browser does not show it, and copies none of it
	picture bool   // an image, which is copied as nothing
	sign    string // the leaves within stand on one line, with this between them
	each    string // the element around each leaf within
}

var inlineTags = []string{"span", "a", "time", "button", "strong", "em", "cite", "small", "label", "sup"}

// margin returns how many line ends a browser sets before and after an element
// when it copies it. Firefox sets an empty line on both sides, beside lists and
// quotations too; the others set one below what has a margin there, and many
// sites give none to headings, some none to paragraphs.
func (w *writer) margin(n *node) (before, after int) {
	heading := len(n.tag) == 2 && n.tag[0] == 'h' && n.tag != "hr"
	switch {
	case w.form.firefox && (heading || slices.Contains([]string{"p", "ul", "ol", "blockquote", "pre", "dl"}, n.tag)):
		return 2, 2
	case !w.form.firefox && (heading && !w.closeHeadings || n.tag == "p" && !w.closeParagraphs):
		return 1, 2
	}
	return 1, 1
}

// leaf adds a leaf where the writer is.
func (w *writer) leaf(tag string, label Label, text string) *node {
	n := &node{tag: tag, label: label, text: strings.TrimSpace(text)}
	at := w.at
	if at.each != "" {
		at = &node{tag: at.each}
		w.at.kids = append(w.at.kids, at)
	}
	if at.sign != "" {
		if !slices.Contains(inlineTags, tag) {
			n.tag = "span"
		}
		if len(at.kids) > 0 {
			at.kids = append(at.kids, &node{tag: "span", text: at.sign})
		}
	}
	at.kids = append(at.kids, n)
	return n
}

// line writes a line of the file of layouts.
func (w *writer) line(s step, text string) {
	tag := pick(w, s.tags)
	label := Label(s.name)
	if label == Prose {
		w.prose(text)
		return
	}
	if tag == "" {
		tag = map[Label]string{Item: "li", Caption: "figcaption"}[label]
	}
	if tag == "" {
		tag = "div"
	}
	switch label {
	case Dek:
		if text = upperFirst(text); w.chance(40) {
			text = strings.TrimSuffix(text, ".")
		}
	case Kicker, Caption, Title:
		text = upperFirst(text)
	}
	n := w.leaf(tag, label, text)
	n.allLink, n.class = s.link, s.class
	if n.class == "" {
		n.class = map[Label]string{Title: "entry-title", Dek: "dek", Kicker: "kicker", Byline: "byline", Date: "date", Notice: "note", Tags: "tags", Bio: "bio"}[label]
	}
	switch label {
	case Title:
		n.allLink = w.chance(10)
	case Byline:
		n.linked = w.n(3)
	case Item:
		n.mark = "•"
	}
}

// in adds an element, and to it what do writes.
func (w *writer) in(tag, class string, do func()) {
	n := &node{tag: tag, class: class}
	old := w.at
	if tag == "div" && w.chance(w.deep) { // pages have elements that only hold others
		old.kids = append(old.kids, &node{tag: "div", class: class + "-wrapper", kids: []*node{n}})
	} else {
		old.kids = append(old.kids, n)
	}
	w.at = n
	do()
	w.at = old
}

// sideBySide writes short things that stand beside each other: on one line with
// signs between them, or each on its own.
func (w *writer) sideBySide(s step) {
	tag, class, _ := strings.Cut(s.name, ".")
	each, sign := pick(w, []string{"div", "div", "span", "li", "p"}), ""
	if w.chance(35) {
		each, sign = "", pick(w, []string{" · ", " | ", " • ", "  ", " — ", " / ", " ", "\u00a0\u00a0", "   ", "\t"})
	}
	w.in(tag, class, func() {
		switch w.at.sign = sign; each {
		case "span":
			w.at.each = "div"
		case "li":
			w.in("ul", "", func() {
				w.at.each = "li"
				w.write(s.within)
			})
			return
		default:
			w.at.each = each
		}
		w.write(s.within)
	})
}
