package mail

import "lede/articles/importer/htmldoc/dom"

// alternative takes in one of the forms that a text comes in: the page before
// the plain text, unless it has no words.
func (b *body) alternative(p *part, depth int) error {
	var plain, best *part
	for _, c := range p.parts {
		if found := c.first("text/html"); found != nil && hasWords(found.text()) {
			best = c
		} else if c.first("text/plain") != nil && plain == nil {
			plain = c
		}
	}
	if best != nil && plain != nil {
		if isPoor(best.first("text/html").text(), plain.first("text/plain").text()) {
			best, plain = plain, best
		} else {
			b.viewIn(plain.first("text/plain").text())
		}
	}
	if best == nil {
		best = plain
	}
	if best == nil && len(p.parts) > 0 {
		best = p.parts[len(p.parts)-1]
	}
	for _, c := range p.parts { // some hang the files in here
		if c != best && c.isAttached() {
			b.attach(c)
		}
	}
	if best == nil {
		return nil
	}
	return b.add(best, depth)
}

// isPoor reports whether a page says so little beside the plain text that it only
// sends there. The addresses in the text do not count.
func isPoor(page, text string) bool {
	const few, times = 300, 4 // letters, and how many times them is rich
	root, err := tree(page)
	if err != nil {
		return true
	}
	n := len(folded(dom.Text(root)))
	return n < few && dom.First(root, "img") == nil && len(folded(webAddress.Get().ReplaceAllString(text, ""))) > max(few, times*n)
}

// viewIn notes the address of the web version that a plain text opens with.
func (b *body) viewIn(text string) {
	const most = 3 // paragraphs
	all := paragraphs(unflowed(text[:min(len(text), 2000)], false, false))
	for _, p := range all[:min(most, len(all))] {
		if u := p.unit(); len(u.links) == 1 && b.roleOf(u) == view {
			b.noteView(u)
		}
	}
}
