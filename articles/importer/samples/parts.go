package samples

import (
	"maps"

	"lede/articles/importer/lexicon"
)

// parts are the parts of pages by the names that layouts.txt has for them.
func parts() map[string]func(*writer) {
	all := map[string]func(*writer){}
	for _, group := range []map[string]func(*writer){
		pageParts(), pageBoxes(), pageEnds(), textParts(), insertParts(), postParts(), titleParts(), authorParts(), factParts(), endParts(), leadParts(),
	} {
		maps.Copy(all, group)
	}
	return all
}

// pageParts stand around the article, most of them before it: nothing of them
// is the article's.
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
	}
}

// pageBoxes stand beside the article and after it.
func pageBoxes() map[string]func(*writer) {
	return map[string]func(*writer){
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
	}
}

// pageEnds are those of blogs, of letters and of folders of programs.
func pageEnds() map[string]func(*writer) {
	return map[string]func(*writer){
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
			w.row("post-footer", w.factLeaf("counts"), w.factLeaf("views"))
			w.buttons("post-ufi", 1+w.n(3))
		},
	}
}
