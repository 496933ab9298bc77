package samples

import (
	"fmt"
	"strings"
)

// section is a heading of the article; the highest level is 2.
type section struct {
	level int
	text  string
}

// body writes an opening and sections.
func (w *writer) body() {
	w.paragraphs(1+w.n(3), w.layout.inserts[:min(1, len(w.layout.inserts))])
	if len(w.plan) == 0 && w.layout.heading == "" && w.chance(12) {
		w.paragraphs(2+w.n(5), w.layout.inserts) // no headings at all
		return
	}
	if len(w.plan) == 0 {
		w.plan = w.sectionHeadings(1 + w.n(w.layout.sections))
	}
	wrapped := w.chance(20)
	for i, h := range w.plan {
		write := func() {
			w.heading(h.level, h.text)
			if i+1 < len(w.plan) && w.plan[i+1].level > h.level && w.chance(50) {
				return // the sections below it follow at once
			}
			if len(w.layout.inserts) > 0 && w.chance(15) {
				w.write([]step{pick(w, w.layout.inserts)}) // a section may open with code, a list, a picture
			}
			w.paragraphs(1+w.n(4), w.layout.inserts)
		}
		if wrapped {
			w.in("section", "section", func() { w.in("div", "container", write) })
		} else {
			write()
		}
	}
}

// sectionHeadings returns the headings of n sections.
func (w *writer) sectionHeadings(n int) []section {
	deeper := w.chance(25)
	out := make([]section, n)
	for i := range out {
		out[i] = section{2, w.newHeading()}
		if deeper && i > 0 && w.chance(40) {
			out[i].level = 3
		}
	}
	return out
}

// newHeading returns a heading in the manner of the page, without its number:
// most are a few words, some are questions, single words or whole sentences.
func (w *writer) newHeading() string {
	lists := []string{"heading", "heading", "heading", "heading", "heading", "question", "thing", "noun phrase", "heading sentence"}
	list := pick(w, lists)
	if w.headings == "question" {
		list = "question"
	}
	text := w.say(list)
	if list == "heading sentence" && w.chance(30) {
		if marks := w.language.lists["quote marks"]; len(marks) > 0 {
			text = strings.Replace(pick(w, marks), "x", upperFirst(text), 1)
		}
	}
	form := w.headingCase
	if w.headings == "lower" {
		form = 'l'
	}
	if list != "question" {
		text = short(text, 90)
	}
	return w.cased(text, form)
}

// heading writes a heading, with what the page sets around it.
func (w *writer) heading(level int, text string) {
	for len(w.depth) < level-1 {
		w.depth = append(w.depth, 0)
	}
	w.depth = w.depth[:level-1]
	w.depth[level-2]++
	n, tag := w.depth[0], fmt.Sprintf("h%d", level)
	switch w.headings {
	case "number":
		if level > 2 {
			text = fmt.Sprintf("%d.%d ", n, w.depth[1]) + text
		} else {
			text = fmt.Sprintf("%d%s ", n, pick(w, []string{".", ""})) + text
		}
	case "item":
		text = strings.Replace(w.numbered, "1", fmt.Sprint(n), 1) + text
	case "roman":
		text = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[min(max(n, 1), 9)-1] + w.numbered
	case "wiki":
		text += "[" + w.say("edit") + "]"
	case "anchor":
		text += "#"
	case "question":
		if w.chance(40) {
			tag = "p"
		}
	}
	w.leaf(tag, Heading, text)
}

// named writes a heading that is the same in all articles of its kind, such as
// "References": it has no number.
func (w *writer) named(text string) {
	switch w.headings {
	case "wiki":
		text += "[" + w.say("edit") + "]"
	case "anchor":
		text += "#"
	}
	w.leaf("h2", Heading, text)
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
	return w.sentences(1 + w.n(w.layout.long))
}

func (w *writer) prose(text string) {
	if w.layout.heading == "wiki" && w.chance(40) {
		text += fmt.Sprintf("[%d]", 1+w.n(9))
	}
	n := w.leaf(w.paragraph, Prose, text)
	if w.chance(25) && !strings.Contains(text, "\v") {
		n.linked = 1 + w.n(12)
	}
}
