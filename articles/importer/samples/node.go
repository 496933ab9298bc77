package samples

import "strings"

// node is an element of a page. A leaf has a label and text; the others have
// elements within them.
type node struct {
	tag   string
	class string
	label Label
	text  string // of a leaf; \n stands for a line break
	kids  []*node

	level    int            // of a heading, from 2
	mark     string         // an item's, such as "3."; "•" where it is not numbered
	linked   int            // which word of a leaf is a link, from 1; 0 is none
	allLink  bool           // all of a leaf is a link
	unseen   bool           // a browser does not show it, and copies none of it
	picture  bool           // an image, which is copied as nothing
	together bool           // the inline elements within stand on one line
	tell     func(*Article) // says what a reader of this leaf knows of the article
}

// inline reports whether a leaf stands in a line with its neighbours.
func (n *node) inline() bool {
	switch n.tag {
	case "span", "a", "time", "button", "strong", "em", "cite", "small", "label", "sup":
		return true
	}
	return false
}

// margin reports whether browsers set an empty line beside an element when they
// copy it: Firefox does so beside lists and quotations too.
func (n *node) margin(firefox bool) bool {
	switch n.tag {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	case "ul", "ol", "blockquote", "pre", "dl":
		return firefox
	}
	return false
}

// leaf adds a leaf where the writer is.
func (w *writer) leaf(tag string, label Label, text string) *node {
	n := &node{tag: tag, label: label, text: strings.TrimSpace(text)}
	w.at.kids = append(w.at.kids, n)
	return n
}

// says adds what a leaf tells of the article.
func (n *node) says(tell func(*Article)) *node {
	n.tell = tell
	return n
}

// in adds an element, and to it what do writes.
func (w *writer) in(tag, class string, do func()) *node {
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
	return n
}

// row writes short facts that stand beside each other: on one line with signs
// between them, or each on its own.
func (w *writer) row(class string, parts ...func(tag string)) {
	if w.chance(55) {
		tag := pick(w, []string{"div", "div", "p", "span"})
		w.in("div", class, func() {
			for _, part := range parts {
				if tag == "span" {
					w.in("div", "", func() { part("span") })
				} else {
					part(tag)
				}
			}
		})
		return
	}
	sign := pick(w, []string{" · ", " | ", " • ", "  ", " — ", " / ", " ", "\u00a0\u00a0"})
	w.in(pick(w, []string{"div", "p"}), class, func() {
		w.at.together = true
		for i, part := range parts {
			if i > 0 {
				w.leaf("span", "", "").text = sign
			}
			part(pick(w, []string{"span", "span", "a", "time"}))
		}
	})
}
