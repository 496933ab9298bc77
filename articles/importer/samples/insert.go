package samples

import (
	"fmt"
	"strings"

	"lede/articles/importer/lexicon"
)

// figure writes a picture with its caption and who made it.
func (w *writer) figure() {
	w.in("figure", "wp-caption", func() {
		w.leaf("img", "", w.say("caption")).picture = true
		caption, credit := upperFirst(w.say("caption")), w.say("credit")
		if w.chance(30) {
			w.leaf("figcaption", Credit, credit)
			return
		}
		text := caption
		apart := w.chance(35)
		if !apart && w.chance(60) {
			text = caption + " " + credit
		}
		w.leaf("figcaption", Caption, text).says(func(a *Article) { a.Captions = append(a.Captions, text) })
		if apart {
			w.leaf(pick(w, []string{"div", "p"}), Credit, credit)
		}
	})
}

// quotation writes words of somebody and, in most cases, whose they are.
func (w *writer) quotation(label Label, class string) {
	text := upperFirst(w.say("quote"))
	by := ""
	if w.chance(85) {
		by = w.say("quote by")
	}
	// Without either nobody could tell a quotation in a text.
	if marks := w.language.lists["quote marks"]; len(marks) > 0 && (by == "" || w.chance(60)) {
		text = strings.Replace(pick(w, marks), "x", text, 1)
	}
	w.in("blockquote", class, func() {
		n := w.leaf("p", label, text)
		n.says(func(a *Article) {
			if label == Epigraph {
				a.Epigraphs = append(a.Epigraphs, Quotation{text, by})
			} else {
				a.Quotes = append(a.Quotes, Quotation{text, by})
			}
		})
		if by != "" {
			w.leaf(pick(w, []string{"footer", "p", "div"}), QuoteBy, pick(w, []string{"— ", "– ", "― ", "-- ", "", "~ "})+by)
		}
	})
}

func (w *writer) leadIn() {
	if w.chance(60) {
		w.prose(w.sentence() + w.blank() + upperFirst(w.say("lead in")))
	}
}

// list writes lines of one label as a list.
func (w *writer) list(n int, text func() string, label Label) {
	w.in("ul", "", func() {
		for range n {
			w.leaf("li", label, text()).allLink = true
		}
	})
}

// someItems writes a list of the article.
func (w *writer) someItems(tag, list string, n int) {
	bare := w.chance(70) || w.finals == ";"
	lower := w.chance(40)
	items := make([]string, n)
	for i := range items {
		item := w.say(list)
		if bare {
			item = strings.TrimRight(item, ".。") + w.finals
		}
		if lower {
			items[i] = item
			continue
		}
		items[i] = upperFirst(item)
	}
	if w.finals == ";" && bare {
		items[n-1] = strings.TrimSuffix(items[n-1], ";") + "."
	}
	w.items(tag, items, tag == "ol")
}

func (w *writer) items(tag string, items []string, ordered bool) {
	w.in(tag, "", func() {
		for i, item := range items {
			n := w.leaf("li", Item, item)
			n.mark = "•"
			if ordered {
				n.mark = fmt.Sprint(i + 1)
			}
			n.says(func(a *Article) {
				if i == 0 || len(a.Lists) == 0 {
					a.Lists = append(a.Lists, List{Ordered: ordered})
				}
				l := &a.Lists[len(a.Lists)-1]
				l.Items = append(l.Items, item)
			})
		}
	})
}

func (w *writer) table(columns, rows int, cell func() string) {
	w.in("table", "", func() {
		for r := range rows {
			w.in("tr", "", func() {
				for range columns {
					tag := "td"
					if r == 0 {
						tag = "th"
					}
					w.leaf(tag, Table, upperFirst(short(cell(), 40)))
				}
			})
		}
	})
}

// code writes a piece of a program, of a file of settings or of a terminal.
func (w *writer) code() {
	lines := pick(w, []string{
		"for {x} in {x}s:\n    print({x})\n\nreturn {n}", "$ {x} --{x} {n}\n{x}: done", "{\n  \"{x}\": {n2},\n  \"{x}\": true\n}",
		"func {x}(a int) int {\n\treturn a * {n}\n}", "{x} install {x}", "[{x}]\n{x} = \"{x}\"\n{x} = {n2}", "const {x} = new {x}({n});\n{x}.run();",
		"SELECT {x}\nFROM {x}s\nWHERE {x} > {n2};", "<{x} id=\"{n}\">\n  <{x}/>\n</{x}>", "# {x}\n{x}=${n}\nexport {x}",
	})
	words := []string{"lantern", "kettle", "map", "index", "river", "frame"}
	for strings.Contains(lines, "{x}") {
		lines = strings.Replace(lines, "{x}", pick(w, words), 1)
	}
	lines = strings.ReplaceAll(strings.ReplaceAll(lines, "{n2}", fmt.Sprint(w.n(90))), "{n}", fmt.Sprint(w.n(9)))
	if w.chance(30) {
		w.furniture("button", w.phrase("button word", lexicon.Button))
	}
	w.leaf("pre", Code, lines).says(func(a *Article) { a.Code = append(a.Code, lines) })
}

// formula writes a paragraph with a formula as browsers copy MathML: a line a sign.
func (w *writer) formula() {
	formula := pick(w, []string{"a\v≠\v0", "x\v2\v+\vb\vx\v=\v0", "E\v=\vm\vc\v2", "∑\vi\v=\v1\vn\vi", "f\v(\vx\v)\v≤\vk"})
	w.prose(strings.TrimRight(w.sentence(), ".。") + " \v" + formula + "\v , " + w.sentences(1+w.n(2)))
}
