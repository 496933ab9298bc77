package samples

import (
	"strings"

	"lede/articles/importer/lexicon"
)

// endParts stand after the text: what it is about and who wrote it.
func endParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"tags": func(w *writer) {
			w.in("div", "tags", func() {
				label := w.phrase("tags label", lexicon.TagsLabel)
				if w.chance(45) {
					w.tagLine(strings.TrimSpace(label + " "))
					return
				}
				w.furniture(pick(w, []string{"div", "h3", "span"}), label)
				if w.chance(50) {
					w.tagLine("")
					return
				}
				w.part("tags-bare")
			})
		},
		"tags-bare": func(w *writer) {
			w.in("ul", "tag-list", func() {
				for _, tag := range w.topics() {
					text := pick(w, []string{"", "", "", "#"}) + tag
					n := w.leaf("li", Tags, text).says(func(a *Article) { a.Tags = append(a.Tags, tag) })
					n.allLink = true
				}
			})
		},
		"categories": func(w *writer) { w.tagLine(w.phrase("tags label", lexicon.TagsLabel)) },
		"keywords":   func(w *writer) { w.tagLine(w.say("keywords label", "tags label")) },
		"bio": func(w *writer) {
			if w.chance(50) {
				w.furniture(pick(w, []string{"h3", "div"}), w.phrase("bio label", lexicon.AuthorLabel))
			}
			w.bioLine("p")
		},
		"biobox": func(w *writer) {
			w.in("div", "author-box", func() {
				w.furniture(pick(w, []string{"h3", "div"}), w.phrase("bio label", lexicon.AuthorLabel))
				w.leaf("img", "", w.author).picture = true
				w.bioLine("p")
				if w.chance(30) {
					w.buttons("follow", 1+w.n(2))
				}
			})
		},
	}
}

// leadParts lead on, or end the text.
func leadParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"biobox-line": func(w *writer) {
			w.furniture("div", pick(w, []string{"--", "* * *", "-- ", "____"}))
			w.bioLine("p")
		},
		"related":     func(w *writer) { w.cards("related label", lexicon.Related) },
		"recommended": func(w *writer) { w.cards("related label", lexicon.Related) },
		"comments": func(w *writer) {
			w.in("section", "comments", func() {
				w.furniture(pick(w, []string{"h2", "h3", "div"}), w.phrase("comments label", lexicon.Comments))
				w.someComments(w.n(5), true)
				if w.chance(50) {
					w.buttons("comment-form", 1+w.n(2))
				}
			})
		},
		"responses":  func(w *writer) { w.part("comments") },
		"discussion": func(w *writer) { w.part("comments") },
		"thanks": func(w *writer) {
			w.prose(w.say("thanks"))
		},
		"endmark": func(w *writer) { w.leaf("p", Prose, pick(w, []string{"■", "◆", "∎", "❖", "♦"})) },
		"license": func(w *writer) {
			w.heading(2, "License")
			w.prose(w.say("short"))
		},
		"survived": func(w *writer) { w.prose(w.sentence()) },
		"press-about": func(w *writer) {
			w.heading(2, w.site)
			w.prose(w.sentences(1 + w.n(3)))
		},
		"references": func(w *writer) {
			w.heading(2, w.say("references"))
			mark := pick(w, []string{"", "^ ", "[%] ", "↑ "})
			var items []string
			for i := range 2 + w.n(6) {
				items = append(items, strings.Replace(mark, "%", string(rune('1'+i)), 1)+w.say("reference"))
			}
			w.items("ol", items, false)
		},
	}
}

// topics returns what the article is about, in words.
func (w *writer) topics() []string {
	var out []string
	seen := map[string]bool{}
	for range 2 + w.n(4) {
		if topic := w.say("topic"); !seen[topic] {
			seen[topic] = true
			out = append(out, topic)
		}
	}
	return out
}

func (w *writer) tagLine(label string) {
	topics := w.topics()
	sign := pick(w, []string{", ", ", ", " ", " | ", " · ", "; "})
	if w.language.unspaced() && sign == ", " {
		sign = "、"
	}
	if label != "" {
		label = strings.TrimRight(label, ":： ") + pick(w, []string{": ", " ", ": "})
	}
	w.leaf("div", Tags, label+strings.Join(topics, sign)).says(func(a *Article) { a.Tags = append(a.Tags, topics...) }).class = "tags"
}

func (w *writer) bioLine(tag string) {
	text := w.say("bio")
	w.leaf(tag, Bio, text).says(func(a *Article) { a.Bio = strings.TrimSpace(a.Bio + " " + text) }).class = "bio"
}

// cards leads to other articles: titles, now and then with a day or a line
// about each.
func (w *writer) cards(list string, kind lexicon.Kind) {
	tag := pick(w, []string{"h3", "h4", "a", "li", "div", "p"})
	more := w.n(6)
	w.in("div", "cards", func() {
		w.furniture(pick(w, []string{"h2", "h3", "div", "p"}), w.phrase(list, kind))
		for range 2 + w.n(4) {
			title := w.newTitle()
			w.in("div", "card", func() {
				w.leaf("img", "", title).picture = true
				if more == 1 {
					w.furniture("div", upperFirst(w.say("topic")))
				}
				n := w.leaf(tag, Related, title).says(func(a *Article) { a.Related = append(a.Related, title) })
				n.allLink = true
				switch more {
				case 2:
					w.furniture("div", w.fill("{day2}"))
				case 3:
					w.furniture("p", short(w.say("dek"), 120))
				case 4:
					w.furniture("div", w.name())
					w.furniture("div", w.fill("{day2}"))
				}
			})
		}
	})
}

// someComments writes what readers say.
func (w *writer) someComments(n int, dated bool) {
	for range n {
		w.in("div", "comment", func() {
			w.leaf("div", Comment, w.say("comment says")).class = "comment-author"
			if dated {
				w.leaf("div", Comment, w.say("ago"))
			}
			for range 1 + w.n(2) {
				w.leaf(pick(w, []string{"p", "div"}), Comment, w.say("comment"))
			}
			for range w.n(3) {
				w.leaf("a", Comment, w.say("comment buttons"))
			}
		})
	}
}
