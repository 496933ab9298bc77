package samples

import (
	"fmt"
	"strings"
)

// parts are the parts of pages that take more than lines: data/layouts.txt has
// the others.
func parts() map[string]func(*writer) {
	return map[string]func(*writer){
		"body":     (*writer).body,
		"short":    func(w *writer) { w.paragraphs(1+w.n(3), w.layout.inserts) },
		"heading":  func(w *writer) { w.heading(2, w.newHeading()) },
		"intro":    func(w *writer) { w.paragraphs(1+w.n(2), nil) },
		"sentence": func(w *writer) { w.prose(w.sentence()) },
		"ours":     func(w *writer) { w.prose(w.sentences(1 + w.n(3))) },
		"dropcap": func(w *writer) {
			text := []rune(w.sentences(2 + w.n(4)))
			w.prose(string(text[:1]) + "\v" + string(text[1:]))
		},
		"dateline": func(w *writer) {
			w.prose(strings.ToUpper(w.say("place")) + ", " + w.fill("{day}") + pick(w, []string{" — ", " – ", " -- "}) + w.sentences(1+w.n(3)))
		},
		"definition": func(w *writer) { w.prose(upperFirst(w.say("definition")) + w.blank() + w.sentences(w.n(3))) },
		"picture":    func(w *writer) { w.leaf("img", "", w.say("caption")).picture = true },
		"hidden":     func(w *writer) { w.leaf("div", Furniture, w.say("cookie")).unseen = true },
		"quote":      func(w *writer) { w.quotation(Quote, "") },
		"epigraph":   func(w *writer) { w.quotation(Epigraph, "epigraph") },
		"pulled":     (*writer).pulled,
		"list":       func(w *writer) { w.leadIn(); w.items("ul", "item", 2+w.n(6)) },
		"steps":      func(w *writer) { w.leadIn(); w.items("ol", "step", 2+w.n(5)) },
		"procedure":  func(w *writer) { w.heading(2, w.newHeading()); w.items("ol", "step", 2+w.n(5)) },
		"points":     func(w *writer) { w.items("ul", "item", 2+w.n(4)) },
		"checklist":  func(w *writer) { w.leadIn(); w.items("ul", "ingredient", 3+w.n(6)) },
		"faults": func(w *writer) {
			w.finals = pick(w, []string{";", ";", ","})
			w.part("list")
		},
		"table": func(w *writer) { w.table(2+w.n(3), 2+w.n(4), "noun phrase") },
		"score": func(w *writer) { w.table(3+w.n(3), 3+w.n(4), "figures") },
		"code":  (*writer).code,
		"formula": func(w *writer) {
			signs := pick(w, []string{"a\v≠\v0", "x\v2\v+\vb\vx\v=\v0", "E\v=\vm\vc\v2", "∑\vi\v=\v1\vn\vi", "f\v(\vx\v)\v≤\vk"})
			w.prose(strings.TrimRight(w.sentence(), ".。") + " \v" + signs + "\v , " + w.sentences(1+w.n(2)))
		},
		"stanzas":     (*writer).stanzas,
		"initials":    (*writer).initials,
		"speech":      (*writer).speech,
		"contents":    (*writer).contents,
		"tags":        (*writer).tags,
		"tags-bare":   (*writer).topics,
		"tagline":     func(w *writer) { w.tagLine("") },
		"keywords":    func(w *writer) { w.tagLine(w.say("keywords label", "tags label")) },
		"mailhead":    (*writer).mailHead,
		"obituary":    func(w *writer) { w.title = w.name() },
		"entry":       func(w *writer) { w.title = upperFirst(w.say("thing", "noun phrase")) },
		"ingredients": (*writer).ingredients,
		"method":      func(w *writer) { w.recipeHead(1); w.items("ol", "step", 3+w.n(4)) },
		"abstract":    func(w *writer) { w.named(w.say("abstract")); w.prose(w.sentences(3 + w.n(5))) },
		"subjects":    func(w *writer) { w.named(w.say("keywords label")); w.tagLine("") },
		"verdict":     func(w *writer) { w.named(w.say("verdict")); w.part("ours") },
		"references":  func(w *writer) { w.references(w.say("references")) },
		"appendix":    (*writer).appendix,
		"about":       func(w *writer) { w.named(w.say("about us")); w.part("ours") },
		"categories":  func(w *writer) { w.tagLine(w.say("categories label")) },
		"offers":      (*writer).offers,
	}
}

func (w *writer) mailHead() {
	w.leaf("div", Byline, "From: "+w.author+" <post@"+w.fill("{n2}")+".example>")
	w.leaf("div", Furniture, "To: readers@list.example")
	w.leaf("div", Title, "Subject: "+w.title)
	w.leaf("div", Date, "Date: "+w.published.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
}

// offers writes entries of one kind: a name, what it is, and now and then a link
// that says the name once more.
func (w *writer) offers() {
	linked, tag := w.chance(50), pick(w, []string{"h2", "h3", "p", "div"})
	for range 3 + w.n(4) {
		name := short(w.newHeading(), 60)
		w.leaf(tag, Heading, name)
		w.prose(w.sentences(1 + w.n(2)))
		if linked {
			w.leaf(pick(w, []string{"p", "div"}), Prose, w.say("learn more")+" "+name).allLink = true
		}
	}
}

// recipeHead heads the ingredients or the method.
func (w *writer) recipeHead(i int) {
	head := w.newHeading()
	if heads := w.language.lists["recipe heads"]; len(heads) > i {
		head = heads[i]
	}
	w.named(head)
}

// ingredients writes what a dish takes: of each part of it, or of all.
func (w *writer) ingredients() {
	w.recipeHead(0)
	if w.chance(40) {
		w.leaf(pick(w, []string{"p", "div"}), Fact, w.say("serves"))
	}
	if w.chance(70) {
		w.items("ul", "ingredient", 4+w.n(6))
		return
	}
	for range 2 {
		w.leaf(pick(w, []string{"h3", "h4"}), Heading, w.say("for part"))
		w.items("ul", "ingredient", 3+w.n(4))
	}
}

// pulled repeats a sentence or two of the paragraph over it, or of the one below.
func (w *writer) pulled() {
	write := func() {
		at := w.n(len(w.told))
		text := strings.Join(w.told[at:min(len(w.told), at+1+w.n(2))], w.blank())
		if marks := w.language.lists["quote marks"]; len(marks) > 0 && w.chance(35) {
			text = strings.Replace(pick(w, marks), "x", text, 1)
		}
		w.in(pick(w, []string{"blockquote", "aside", "div"}), "pullquote", func() { w.leaf("p", Quote, text) })
	}
	if len(w.told) > 0 && w.chance(60) {
		write()
		return
	}
	text := w.sentences(2 + w.n(4))
	write()
	w.prose(text)
}

// quotation writes words of somebody and, in most cases, whose they are.
func (w *writer) quotation(label Label, class string) {
	text, by := upperFirst(w.say("quote")), ""
	if w.chance(85) {
		by = w.say(map[bool]string{true: "epigraph by", false: "quote by"}[label == Epigraph], "quote by")
	}
	// Without either nobody could tell a quotation in a text.
	if marks := w.language.lists["quote marks"]; len(marks) > 0 && (by == "" || w.chance(60)) {
		text = strings.Replace(pick(w, marks), "x", text, 1)
	}
	w.in("blockquote", class, func() {
		w.leaf("p", label, text)
		if by != "" {
			w.leaf(pick(w, []string{"footer", "div", "p"}), QuoteBy, pick(w, []string{"— ", "– ", "― ", "-- ", "", "~ ", "—"})+by)
		}
	})
}

func (w *writer) leadIn() {
	if w.chance(60) {
		w.prose(w.sentence() + w.blank() + upperFirst(w.say("lead in")))
	}
}

// items writes a list of the article.
func (w *writer) items(tag, list string, n int) {
	if list == "item" && w.chance(12) {
		list = "question"
	}
	bare := w.chance(70) || w.finals == ";"
	lower := w.chance(40)
	w.in(tag, "", func() {
		for i := range n {
			item := w.say(list)
			if bare {
				item = strings.TrimRight(item, ".。") + w.finals
			}
			if bare && w.finals == ";" && i == n-1 {
				item = strings.TrimSuffix(item, ";") + "."
			}
			if !lower {
				item = upperFirst(item)
			}
			w.leaf("li", Item, item).mark = map[bool]string{false: "•", true: fmt.Sprint(i + 1)}[tag == "ol"]
		}
	})
}

func (w *writer) table(columns, rows int, list string) {
	w.in("table", "", func() {
		for r := range rows {
			w.in("tr", "", func() {
				for range columns {
					w.leaf(map[bool]string{true: "th", false: "td"}[r == 0], Table, upperFirst(short(w.say(list), 40)))
				}
			})
		}
	})
}

// code writes a piece of a program, of a file of settings or of a terminal,
// with the name of the file or of the language, and a button to copy it.
func (w *writer) code() {
	lines := pick(w, english().lists["code"])
	word := pick(w, []string{"lantern", "kettle", "map", "index", "river", "frame"})
	lines = strings.NewReplacer("%x", word, `\n`, "\n", `\t`, "\t", "%n", fmt.Sprint(w.n(90))).Replace(lines)
	copied := w.n(3)
	if w.chance(25) {
		w.leaf("div", Furniture, pick(w, []string{word + ".toml", word + ".py", "bash", "json", "Shell", "src/" + word + ".ts"}))
	}
	if copied == 0 {
		w.leaf("button", Furniture, w.say("copy word"))
	}
	w.leaf("pre", Code, lines)
	if copied == 1 {
		w.leaf("button", Furniture, w.say("copy word"))
	}
}

func (w *writer) stanzas() {
	for range 2 + w.n(4) {
		var verses []string
		for range 2 + w.n(5) {
			verses = append(verses, upperFirst(short(w.say("noun phrase", "subject")+w.blank()+w.say("predicate"), 60))+pick(w, []string{"", "", ",", ".", " —", ";"}))
		}
		w.prose(strings.Join(verses, "\n"))
	}
}

// speech writes a conversation with the names of those who speak.
func (w *writer) speech() {
	names := []string{w.name(), w.author, w.say("given")}
	for range 4 + w.n(8) {
		w.prose(pick(w, names) + ": " + w.sentences(1+w.n(w.layout.long)))
	}
}

// initials writes a conversation whose speakers are named by their initials.
func (w *writer) initials() {
	of := func(name string) (out string) {
		for part := range strings.FieldsSeq(name) {
			out += string([]rune(part)[:1])
		}
		return strings.ToUpper(out) + ": "
	}
	first, second := of(w.author), of(w.name())
	if w.chance(25) {
		first, second = "Q: ", "A: "
	}
	for range 3 + w.n(6) {
		w.prose(first + upperFirst(w.say("question")))
		w.prose(second + w.sentences(1+w.n(w.layout.long)))
	}
}

// contents lists the headings of the text below it, which are thought of here.
func (w *writer) contents() {
	if len(w.plan) == 0 {
		w.plan = w.sectionHeadings(2 + w.n(w.layout.sections))
	}
	w.leaf(pick(w, []string{"h2", "div", "p"}), Furniture, w.say("contents label"))
	apart := w.layout.heading == "wiki" && w.chance(50)
	number := [4]int{}
	w.in("ul", "toc", func() {
		for _, h := range w.plan {
			number[h.level]++
			if h.level == 2 {
				number[3] = 0
			}
			if apart {
				w.leaf("div", Furniture, strings.TrimSuffix(fmt.Sprintf("%d.%d", number[2], number[3]), ".0"))
			}
			w.leaf("li", Furniture, h.text).allLink = true
		}
		if w.layout.heading == "wiki" {
			for _, head := range w.endings() {
				w.leaf("li", Furniture, head).allLink = true
			}
		}
	})
}
