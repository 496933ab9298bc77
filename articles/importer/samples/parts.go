package samples

import (
	"fmt"
	"maps"
	"strings"

	"lede/articles/importer/lexicon"
)

// parts are the parts of pages by the names that layouts.txt has for them.
func parts() map[string]func(*writer) {
	all := map[string]func(*writer){}
	for _, group := range []map[string]func(*writer){headParts(), bodyParts(), endParts(), pageParts()} {
		maps.Copy(all, group)
	}
	return all
}

// Parts of the page around the article: nothing of them is the article's.
func pageParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"skip":    func(w *writer) { w.leaf("a", Furniture, w.say("reading")).allLink = true },
		"cookies": (*writer).cookies,
		"menu":    func(w *writer) { w.menu("nav", "main-nav", 3+w.n(8), "menu word", lexicon.Menu) },
		"appmenu": func(w *writer) { w.menu("div", "app-bar", 2+w.n(3), "menu word", lexicon.Menu) },
		"login":   func(w *writer) { w.menu("div", "login", 1+w.n(2), "menu word", lexicon.Menu) },
		"sitename": func(w *writer) {
			w.leaf(pick(w, []string{"a", "div", "p", "h2"}), Site, w.site).says(func(a *Article) { a.Site = w.site }).allLink = true
		},
		"sitename-line": func(w *writer) {
			w.leaf("p", Site, w.site).says(func(a *Article) { a.Site = w.site })
		},
		"sitename-dek": func(w *writer) {
			w.part("sitename")
			w.furniture("p", short(w.say("dek"), 70))
		},
		"crumbs": func(w *writer) {
			sign := pick(w, []string{" › ", " » ", " / ", " > "})
			crumbs := w.say("menu word") + sign + upperFirst(w.say("topic"))
			if w.chance(30) {
				crumbs += sign + w.title
			}
			w.furniture("div", crumbs).class = "breadcrumb"
		},
		"share":          func(w *writer) { w.buttons("share", 1+w.n(5)) },
		"buttons":        func(w *writer) { w.buttons("actions", 2+w.n(3)) },
		"letter-buttons": func(w *writer) { w.buttons("topbar", 1+w.n(2)) },
		"recipe-buttons": func(w *writer) { w.buttons("recipe", 1+w.n(3)) },
		"qa-buttons":     func(w *writer) { w.buttons("post-menu", 2+w.n(2)) },
		"sharedaddy": func(w *writer) {
			w.in("div", "sharedaddy", func() {
				w.furniture("h3", pick(w, []string{w.phrase("button word", lexicon.Button) + ":", w.phrase("button word", lexicon.Button)}))
				w.buttons("sd-content", 2+w.n(4))
			})
		},
		"ad": func(w *writer) { w.furniture(pick(w, []string{"div", "p"}), w.phrase("ad", lexicon.Ad)).class = "ad" },
		"letterbox": func(w *writer) {
			w.in("div", "newsletter-signup", func() {
				for range 1 + w.n(4) {
					w.furniture(pick(w, []string{"p", "div", "button"}), w.say("letter box"))
				}
			})
		},
		"popular": func(w *writer) {
			w.in("div", "most-read", func() {
				w.furniture(pick(w, []string{"h2", "h3", "div"}), w.phrase("aside label", lexicon.Aside))
				w.list(2+w.n(4), func() string { return w.newTitle() }, Furniture)
			})
		},
		"footer":   (*writer).footer,
		"mailfoot": (*writer).footer,
		"pages": func(w *writer) {
			w.in("div", "pagination", func() {
				for range 1 + w.n(3) {
					w.furniture(pick(w, []string{"a", "div"}), w.say("pages")).allLink = true
				}
			})
		},
		"docs-menu": func(w *writer) {
			w.furniture("span", pick(w, []string{"v3.2", "⌘K", "GitHub", "1.x", "stable"}))
			w.part("menu")
		},
		"side-menu": func(w *writer) {
			for range 1 + w.n(3) {
				w.furniture("div", w.phrase("menu word", lexicon.Menu))
				w.list(1+w.n(5), func() string { return w.cased(w.say("heading"), w.headingCase) }, Furniture)
			}
		},
		"contents":  (*writer).contents,
		"page-note": func(w *writer) { w.some("page note", 1+w.n(4)) },
		"wiki-menu": func(w *writer) {
			w.part("skip")
			w.part("menu")
			w.part("sitename")
			w.part("login")
		},
		"wiki-tabs": func(w *writer) { w.menu("div", "tabs", 2+w.n(5), "button word", lexicon.Menu) },
		"wiki-from": func(w *writer) { w.furniture("div", w.say("wiki from", "footer")) },
		"wiki-foot": func(w *writer) {
			w.furniture("div", w.say("updated"))
			w.footer()
		},
		"hashes": func(w *writer) { w.furniture("p", pick(w, []string{"###", "# # #", "-30-", "– END –"})) },
		"contact": func(w *writer) {
			w.in("div", "contact", func() {
				for range 2 + w.n(3) {
					w.furniture(pick(w, []string{"p", "div"}), w.say("contact"))
				}
			})
		},
		"paper-menu": func(w *writer) { w.menu("div", "journal", 2+w.n(6), "menu word", lexicon.Menu) },
		"blogger-foot": func(w *writer) {
			w.part("posted-foot")
			w.buttons("post-share-buttons", 1+w.n(4))
			w.part("tags")
		},
		"blogger-pages": func(w *writer) { w.part("pages") },
		"blogger-archive": func(w *writer) {
			w.furniture("h2", w.phrase("aside label", lexicon.Aside))
			for y := range 2 + w.n(4) {
				w.furniture("div", pick(w, []string{"► ", "▼ ", ""})+w.fill("{y} ")+"("+string(rune('1'+y))+")")
			}
		},
		"wp-foot":   func(w *writer) { w.furniture("div", w.say("posted")+". "+w.say("tags label")+" "+w.say("topic")+".") },
		"repo-menu": func(w *writer) { w.menu("div", "repo", 3+w.n(5), "menu word", lexicon.Menu) },
		"repo-foot": func(w *writer) { w.some("footer", 1+w.n(4)) },
		"badges": func(w *writer) {
			for range 1 + w.n(3) {
				w.furniture("div", w.say("thing")+" "+pick(w, []string{"passing", "v1.2.3", "MIT", "87%"}))
			}
		},
		"webversion": func(w *writer) { w.furniture("p", w.say("web version")) },
		"banner": func(w *writer) {
			rule := pick(w, []string{"=", "-", "*", "~"})
			for range 30 + w.n(5) {
				rule += rule[:1]
			}
			w.furniture("div", rule)
			w.leaf("div", Site, w.site).says(func(a *Article) { a.Site = w.site })
			w.furniture("div", rule)
		},
		"mail-link":   func(w *writer) { w.furniture("p", w.fill("<https://{thing}.example/{n2}>")) },
		"qa-comments": func(w *writer) { w.someComments(1+w.n(2), false) },
		"follow-box": func(w *writer) {
			w.in("div", "author-card", func() {
				w.furniture("div", w.say("bio label"))
				w.bioLine("div")
				w.buttons("follow", 1+w.n(2))
			})
		},
		"letter-end": func(w *writer) {
			w.row("post-footer", w.factLeaf("counts"), w.factLeaf("counts"))
			w.buttons("post-ufi", 1+w.n(3))
		},
	}
}

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
