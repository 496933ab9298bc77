package samples

import (
	"fmt"
	"strings"

	"lede/articles/importer/lexicon"
)

// textParts are the text of an article and what stands between its paragraphs.
func textParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"body":       (*writer).body,
		"wiki-body":  (*writer).body,
		"short-body": func(w *writer) { w.paragraphs(1+w.n(3), w.layout.inserts) },
		"intro":      func(w *writer) { w.paragraphs(1+w.n(2), nil) },
		"greeting":   func(w *writer) { w.prose(w.say("greeting")) },
		"dropcap": func(w *writer) {
			text := []rune(w.sentences(2 + w.n(4)))
			w.prose(string(text[:1]) + "\v" + string(text[1:]))
		},
		"dateline": func(w *writer) {
			w.prose(strings.ToUpper(w.say("place")) + ", " + w.fill("{day}") + pick(w, []string{" — ", " – ", " -- "}) + w.sentences(1+w.n(3)))
		},
		"figure": func(w *writer) { w.figure() },
		"hint-figure": func(w *writer) {
			w.furniture("div", w.phrase("image hint", lexicon.Image))
			w.figure()
		},
		"quote": func(w *writer) { w.quotation(Quote, "") },
		"pull": func(w *writer) {
			text := w.sentence()
			if len(w.spoken) > 0 {
				text = pick(w, w.spoken)
			}
			w.leaf(pick(w, []string{"blockquote", "aside", "p"}), Quote, text).says(func(a *Article) {
				a.Quotes = append(a.Quotes, Quotation{Text: text})
			}).class = "pullquote"
		},
		"said": func(w *writer) {
			by, text := w.say("said"), w.sentences(1+w.n(2))
			w.in("blockquote", "bbCodeBlock", func() {
				w.leaf("div", QuoteBy, by)
				w.leaf("div", Quote, text).says(func(a *Article) { a.Quotes = append(a.Quotes, Quotation{text, by}) })
			})
		},
		"list":       func(w *writer) { w.leadIn(); w.someItems("ul", "item", 2+w.n(6)) },
		"steps":      func(w *writer) { w.leadIn(); w.someItems("ol", "step", 2+w.n(5)) },
		"word-items": func(w *writer) { w.someItems("ul", "item", 2+w.n(4)) },
		"check-list": func(w *writer) { w.leadIn(); w.someItems("ul", "ingredient", 3+w.n(6)) },
	}
}

// insertParts are lists and tables, and texts of a manner of their own.
func insertParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"fault-list": func(w *writer) {
			w.finals = pick(w, []string{";", ";", ","})
			w.leadIn()
			w.someItems("ul", "item", 3+w.n(4))
		},
		"table": func(w *writer) { w.table(2+w.n(3), 2+w.n(4), func() string { return w.say("noun phrase") }) },
		"score": func(w *writer) {
			w.table(3+w.n(3), 3+w.n(4), func() string { return w.fill(pick(w, []string{"{n}", "{n2}", "{family}"})) })
		},
		"code":    (*writer).code,
		"more":    func(w *writer) { w.furniture(pick(w, []string{"p", "div", "a"}), w.say("more")).allLink = true },
		"note":    func(w *writer) { w.prose(w.say("note label", "hard") + " " + w.sentence()) },
		"formula": (*writer).formula,
		"separator": func(w *writer) {
			w.leaf("p", Prose, pick(w, []string{"* * *", "***", "⁂", "—", "…", "~", "---", "•••", "§"}))
		},
		"stanzas": func(w *writer) {
			for range 2 + w.n(4) {
				var verses []string
				for range 2 + w.n(5) {
					verses = append(verses, upperFirst(short(w.say("noun phrase", "subject")+w.blank()+w.say("predicate"), 60))+pick(w, []string{"", "", ",", "."}))
				}
				w.prose(strings.Join(verses, "\n"))
			}
		},
		"initials-body": func(w *writer) {
			w.paragraphs(1+w.n(2), nil)
			first, second := w.initials(w.author), w.initials(w.name())
			if w.chance(25) {
				first, second = "Q: ", "A: "
			}
			for range 3 + w.n(6) {
				w.prose(first + upperFirst(w.say("question")))
				w.prose(second + w.sentences(1+w.n(w.layout.long)))
			}
		},
		"speech-body": func(w *writer) {
			names := []string{w.name(), w.author, w.say("given")}
			for range 4 + w.n(8) {
				w.prose(pick(w, names) + ": " + w.sentences(1+w.n(w.layout.long)))
			}
		},
	}
}

// postParts are those of threads, recipes, reviews and papers.
func postParts() map[string]func(*writer) {
	return map[string]func(*writer){
		"post-first": func(w *writer) { w.post(w.author, true) },
		"post-reply": func(w *writer) { w.post(w.say("user"), false) },
		"asked": func(w *writer) {
			w.leaf("div", Date, w.say("published"))
			w.leaf("div", Byline, w.say("user"))
		},
		"answers-label": func(w *writer) { w.leaf("h2", Fact, w.say("answers", "counts")) },
		"recipe": func(w *writer) {
			for range 1 + w.n(3) {
				w.leaf("div", Fact, w.say("recipe facts"))
			}
			heads := w.language.lists["recipe heads"]
			if len(heads) < 2 {
				heads = []string{w.newHeading(), w.newHeading()}
			}
			w.heading(2, heads[0])
			w.someItems("ul", "ingredient", 4+w.n(6))
			w.heading(2, heads[1])
			w.someItems("ol", "step", 3+w.n(4))
		},
		"verdict": func(w *writer) {
			w.heading(2, w.say("verdict"))
			w.prose(w.sentences(1 + w.n(3)))
			if w.chance(50) {
				w.heading(3, w.say("verdict"))
				w.someItems("ul", "item", 2+w.n(3))
			}
		},
		"abstract": func(w *writer) {
			w.heading(2, w.say("abstract"))
			w.prose(w.sentences(3 + w.n(5)))
		},
	}
}

// body writes an opening and sections.
func (w *writer) body() {
	w.paragraphs(1+w.n(3), w.layout.inserts[:min(1, len(w.layout.inserts))])
	if len(w.plan) == 0 && w.layout.heading == "plain" && w.chance(12) {
		w.paragraphs(2+w.n(5), w.layout.inserts) // no headings at all
		return
	}
	if len(w.plan) == 0 {
		w.plan = w.sectionHeadings(1 + w.n(w.layout.sections))
	}
	wrapped := w.chance(20)
	for _, h := range w.plan {
		section := func() {
			w.heading(h.Level, h.Text)
			w.paragraphs(1+w.n(4), w.layout.inserts)
		}
		if wrapped {
			w.in("section", "section", func() { w.in("div", "container", section) })
		} else {
			section()
		}
	}
}

// sectionHeadings returns the headings of n sections.
func (w *writer) sectionHeadings(n int) []SectionHeading {
	deeper := w.chance(25)
	out := make([]SectionHeading, n)
	for i := range out {
		out[i] = SectionHeading{Level: 2, Text: w.newHeading()}
		if deeper && i > 0 && w.chance(40) {
			out[i].Level = 3
		}
	}
	return out
}

// newHeading returns a heading in the manner of the layout, without its number.
func (w *writer) newHeading() string {
	if w.layout.heading == "question" {
		return upperFirst(w.say("question"))
	}
	form := w.headingCase
	if w.layout.heading == "lower" {
		form = 'l'
	}
	return w.cased(short(w.say("heading"), 90), form)
}

// heading writes a heading, with what the layout sets around it.
func (w *writer) heading(level int, text string) {
	told := text
	for len(w.depth) < level-1 {
		w.depth = append(w.depth, 0)
	}
	w.depth = w.depth[:level-1]
	w.depth[level-2]++
	tag := fmt.Sprintf("h%d", level)
	switch w.layout.heading {
	case "number":
		if level > 2 {
			text = fmt.Sprintf("%d.%d ", w.depth[0], w.depth[1]) + text
		} else {
			text = fmt.Sprintf("%d%s ", w.depth[0], pick(w, []string{".", ""})) + text
		}
		told = text
	case "number-item":
		text = fmt.Sprintf("%d. ", w.depth[0]) + text
		told = text
	case "wiki":
		text += pick(w, []string{"[", "["}) + w.say("edit") + "]"
	case "question":
		if w.chance(40) {
			tag = "p"
		}
	}
	n := w.leaf(tag, Heading, text).says(func(a *Article) { a.Headings = append(a.Headings, SectionHeading{level, told}) })
	n.level = level
}

// paragraphs writes some, and between them some of what may stand there.
func (w *writer) paragraphs(n int, inserts []step) {
	for i := range n {
		w.prose(w.newParagraph())
		if i < len(inserts) && n > 1 || i == n-1 && len(inserts) > 0 {
			w.write([]step{pick(w, inserts)})
		}
	}
}

// newParagraph returns a paragraph: now and then a short one, or somebody's words.
func (w *writer) newParagraph() string {
	switch w.n(12) {
	case 0:
		return upperFirst(w.say("speech"))
	case 1:
		return upperFirst(w.say("short"))
	case 2:
		return w.sentence()
	case 3:
		return w.sentences(1+w.n(w.layout.long)) + w.blank() + upperFirst(w.say("question"))
	case 4:
		return upperFirst(w.say("hard"))
	}
	text := w.sentences(1 + w.n(w.layout.long))
	if w.chance(10) {
		w.spoken = append(w.spoken, w.sentence())
		text += w.blank() + w.spoken[len(w.spoken)-1]
	}
	return text
}

func (w *writer) prose(text string) {
	n := w.leaf(w.paragraph, Prose, text)
	if w.chance(25) && !strings.Contains(text, "\v") {
		n.linked = 1 + w.n(12)
	}
	n.says(func(a *Article) { a.Paragraphs = append(a.Paragraphs, strings.ReplaceAll(n.text, "\v", "")) })
}

// initials returns what stands before the words of a speaker.
func (w *writer) initials(name string) string {
	out := ""
	for part := range strings.FieldsSeq(name) {
		out += string([]rune(part)[:1])
	}
	return strings.ToUpper(out) + ": "
}

// post writes what one person wrote in a thread.
func (w *writer) post(name string, first bool) {
	w.in("article", "message", func() {
		n := w.leaf("div", Byline, name)
		if first {
			n.says(func(a *Article) { a.Author = name })
		}
		if w.chance(60) {
			w.some("post facts", 1+w.n(4))
		}
		if first {
			w.dateLeaf("published")("div")
		} else {
			w.leaf("div", Date, w.say("ago"))
		}
		w.paragraphs(1+w.n(3), w.layout.inserts)
		if w.chance(70) {
			w.buttons("message-actions", 1+w.n(3))
		}
	})
}
