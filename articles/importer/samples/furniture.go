package samples

import (
	"fmt"
	"strings"

	"lede/articles/importer/lexicon"
)

func (w *writer) furniture(tag, text string) *node { return w.leaf(tag, Furniture, text) }

// some writes some lines of a list, each at most once.
func (w *writer) some(list string, n int) {
	seen := map[string]bool{}
	for range n {
		if text := w.say(list); !seen[text] {
			seen[text] = true
			w.furniture(pick(w, []string{"div", "p", "span", "a"}), text)
		}
	}
}

// menu writes words to go elsewhere: in a list, one a line, or all on one line.
func (w *writer) menu(tag, class string, n int, list string, kind lexicon.Kind) {
	words := make([]string, n)
	for i := range words {
		words[i] = w.phrase(list, kind)
	}
	w.in(tag, class, func() {
		switch w.n(4) {
		case 0:
			sign := pick(w, []string{" ", "   ", " | ", " · ", "\t"})
			line := w.in("div", "", func() {
				for i, word := range words {
					if i > 0 {
						w.leaf("span", "", "").text = sign
					}
					w.furniture("a", word).allLink = true
				}
			})
			line.together = true
		case 1:
			for _, word := range words {
				w.furniture("div", word).allLink = true
			}
		default:
			w.in("ul", "", func() {
				for _, word := range words {
					n := w.furniture("li", word)
					n.allLink = true
				}
			})
		}
	})
}

// buttons writes words to press.
func (w *writer) buttons(class string, n int) {
	tag := pick(w, []string{"button", "button", "a", "li"})
	w.in("div", class, func() {
		w.at.together = tag != "li" && w.chance(25)
		for i := range n {
			if i > 0 && w.at.together {
				w.leaf("span", "", "").text = pick(w, []string{" ", "  "})
			}
			w.furniture(tag, w.phrase("button word", lexicon.Button))
		}
	})
}

func (w *writer) cookies() {
	w.in("div", "cookie-consent", func() {
		for range 1 + w.n(3) {
			w.furniture(pick(w, []string{"p", "div", "h2"}), w.say("cookie"))
		}
		for range 1 + w.n(3) {
			w.furniture("button", w.say("cookie button"))
		}
	})
	if w.chance(20) { // what a browser does not show is in the HTML all the same
		w.furniture("div", w.say("cookie")).unseen = true
	}
}

func (w *writer) footer() {
	w.in("div", "footer-inner", func() {
		if w.chance(50) {
			w.menu("div", "footer-links", 2+w.n(6), "menu word", lexicon.Menu)
		}
		w.some("footer", 1+w.n(5))
	})
}

// contents lists the headings of the text below it, which are thought of here.
func (w *writer) contents() {
	if len(w.plan) == 0 {
		w.plan = w.sectionHeadings(2 + w.n(w.layout.sections))
	}
	w.furniture(pick(w, []string{"h2", "div", "p"}), w.phrase("contents label", lexicon.Contents))
	apart := w.layout.heading == "wiki"
	number := [4]int{}
	w.in("ul", "toc", func() {
		for _, h := range w.plan {
			number[h.Level]++
			if h.Level == 2 {
				number[3] = 0
			}
			if apart {
				w.furniture("div", strings.TrimSuffix(fmt.Sprintf("%d.%d", number[2], number[3]), ".0"))
			}
			w.furniture("li", h.Text).allLink = true
		}
	})
}
