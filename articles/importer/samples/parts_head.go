package samples

import (
	"strings"

	"lede/articles/importer/lexicon"
)

// titleParts are the title and who wrote the article.
func titleParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"title": func(w *writer) { w.titled(w.title) },
		"obituary-title": func(w *writer) {
			w.title = w.name()
			w.titled(w.title)
		},
		"kicker": func(w *writer) {
			w.leaf(pick(w, []string{"a", "div", "p", "span"}), Kicker, upperFirst(w.say("kicker"))).class = "kicker"
		},
		"dek": func(w *writer) {
			w.dek = upperFirst(w.say("dek"))
			if w.chance(40) {
				w.dek = strings.TrimSuffix(w.dek, ".")
			}
			w.leaf(pick(w, []string{"p", "p", "h2", "div"}), Dek, w.dek).says(func(a *Article) { a.Dek = w.dek }).class = "dek"
		},
		"author":      func(w *writer) { w.byline(pick(w, []string{"p", "div", "span"}), "by") },
		"author-role": func(w *writer) { w.byline(pick(w, []string{"p", "div"}), "by role", "by") },
		"author-pictures": func(w *writer) {
			w.byline(pick(w, []string{"p", "div"}), "by pictures", "by")
		},
		"author-picture": func(w *writer) {
			w.in("div", "author", func() {
				w.leaf("img", "", w.author).picture = true
				w.byline("div", "by")
			})
		},
		"double-author": func(w *writer) {
			w.in("div", "author", func() {
				w.leaf("img", "", w.author).picture = true
				w.byline("div", "just author")
				if w.chance(70) {
					w.byline("div", "just author")
				}
				if w.chance(60) {
					w.furniture("button", w.phrase("button word", lexicon.Button))
				}
			})
		},
	}
}

// authorParts are when and by whom, together or apart.
func authorParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"published":    func(w *writer) { w.dateLeaf("published")(pick(w, []string{"p", "div", "time"})) },
		"updated":      func(w *writer) { w.dateLeaf("updated")("p") },
		"dates":        func(w *writer) { w.row("dates", w.dateLeaf("published"), w.dateLeaf("updated")) },
		"dates-author": func(w *writer) { w.row("entry-meta", w.dateLeaf("published"), w.authorLeaf()) },
		"meta":         func(w *writer) { w.row("meta", w.authorLeaf(), w.dateLeaf("published"), w.factLeaf("read time")) },
		"posted": func(w *writer) {
			w.leaf(pick(w, []string{"p", "div"}), Byline, w.say("posted")).says(func(a *Article) {
				a.Author, a.Published = w.author, w.published
			})
		},
		"posted-foot": func(w *writer) {
			w.leaf("div", Byline, w.say("posted")).says(func(a *Article) { a.Author = w.author })
		},
		"readtime": func(w *writer) { w.factLeaf("read time")(pick(w, []string{"p", "div"})) },
		"views":    func(w *writer) { w.factLeaf("views")("div") },
		"counts": func(w *writer) {
			w.row("stats", w.factLeaf("counts"), w.factLeaf(pick(w, []string{"views", "read time", "counts"})))
		},
		"platform-facts": func(w *writer) { w.row("facts", w.factLeaf("read time"), w.dateLeaf("published")) },
		"thread-facts": func(w *writer) {
			w.in("div", "thread-info", func() {
				if w.chance(50) {
					w.byline("div", "thread by")
				}
				w.factLeaf("counts")("div")
				w.factLeaf("views")("div")
			})
		},
		"question-facts": func(w *writer) { w.row("stats", w.dateLeaf("published"), w.factLeaf("views")) },
		"recipe-facts":   func(w *writer) { w.factLeaf("rating")("div") },
		"price": func(w *writer) {
			w.leaf("div", Fact, pick(w, []string{"$", "€ ", "£"})+w.fill("{n2}.{n2}")).class = "price"
		},
		"rating": func(w *writer) { w.factLeaf("rating")("div") },
		"votes":  func(w *writer) { w.leaf("div", Fact, w.fill("{n2}")).class = "vote-count" },
	}
}

// factParts are numbers about the article, notices and the heads of mails and papers.
func factParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"notice": func(w *writer) {
			text := w.say("notice")
			w.leaf("p", Notice, text).says(func(a *Article) { a.Notices = append(a.Notices, text) }).class = "note"
		},
		"epigraph": func(w *writer) {
			w.quotation(Epigraph, "epigraph")
		},
		"mailhead": func(w *writer) {
			w.in("div", "", func() {
				w.at.together = false
				from := "From: " + w.author + " <post@" + strings.ToLower(w.fill("{n2}")) + ".example>"
				w.leaf("div", Byline, from).says(func(a *Article) { a.Author = w.author })
				w.furniture("div", "To: readers@list.example")
				w.leaf("div", Title, "Subject: "+w.title).says(func(a *Article) { a.Title = w.title })
				w.leaf("div", Date, "Date: "+w.published.Format("Mon, 02 Jan 2006 15:04:05 -0700")).says(func(a *Article) { a.Published = w.published })
			})
		},
		"press": func(w *writer) { w.leaf("p", Kicker, w.say("press")) },
		"paper-authors": func(w *writer) {
			names := w.author
			for range 1 + w.n(4) {
				names += ", " + w.name()
			}
			w.leaf("div", Byline, names).says(func(a *Article) { a.Author = names })
		},
		"affiliations": func(w *writer) {
			for range 1 + w.n(3) {
				text := w.say("affiliation")
				w.leaf("div", Bio, text)
			}
		},
		"handled": func(w *writer) { w.leaf("div", Date, w.say("handled")) },
	}
}

// titled writes the title; now and then it is a link to the article.
func (w *writer) titled(title string) {
	n := w.leaf(pick(w, []string{"h1", "h1", "h1", "h2", "div"}), Title, title)
	n.class, n.allLink = "entry-title", w.chance(10)
	n.says(func(a *Article) { a.Title = title })
}

func (w *writer) byline(tag string, lists ...string) {
	text := w.author
	if lists[0] != "just author" {
		text = w.say(lists...)
	}
	n := w.leaf(tag, Byline, text).says(func(a *Article) { a.Author = w.author })
	n.class, n.linked = "byline", w.n(3)
}

func (w *writer) authorLeaf() func(string) { return func(tag string) { w.byline(tag, "by") } }

func (w *writer) dateLeaf(list string) func(string) {
	return func(tag string) {
		w.leaf(tag, Date, w.say(list)).says(func(a *Article) {
			if list == "updated" {
				a.Updated = w.updated
			} else {
				a.Published = w.published
			}
		}).class = "date"
	}
}

func (w *writer) factLeaf(list string) func(string) {
	return func(tag string) {
		w.leaf(tag, Fact, w.say(list)).says(func(a *Article) {
			switch list {
			case "read time":
				a.Minutes = w.minutes
			case "views":
				a.Views = w.views
			}
		})
	}
}
