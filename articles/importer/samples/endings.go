package samples

import (
	"fmt"
	"strings"

	"lede/articles/importer/lexicon"
)

// references lists sources, each with the mark that leads back to the text or none.
func (w *writer) references(head string) {
	w.named(head)
	mark := pick(w, []string{"", "^ ", "[%] ", "↑ ", "↑ ", "% ", "^ a b "})
	w.in("ol", "", func() {
		for i := range 2 + w.n(6) {
			w.leaf("li", Item, strings.Replace(mark, "%", fmt.Sprint(i+1), 1)+w.say("reference")).mark = "•"
		}
	})
}

// endings are the last headings of an article of a handbook, in their order.
func (w *writer) endings() []string {
	for _, list := range []string{"see also", "references", "external links"} {
		if w.ends == nil || w.chance(60) {
			w.ends = append(w.ends, w.say(list))
		}
	}
	return w.ends
}

// appendix writes what stands under them.
func (w *writer) appendix() {
	if w.ends == nil {
		w.endings()
	}
	for i, head := range w.ends {
		if i == 0 {
			w.named(head)
			w.items("ul", pick(w, []string{"topic", "thing", "noun phrase", "title"}), 1+w.n(5))
		} else {
			w.references(head)
		}
	}
}

// tags writes what the article is about: behind a label, or under one, in a row
// or each on its own line.
func (w *writer) tags() {
	w.in("div", "tags", func() {
		label := w.phrase("tags label", lexicon.TagsLabel)
		if w.chance(45) {
			w.tagLine(label)
			return
		}
		w.leaf(pick(w, []string{"div", "h3", "span"}), Furniture, label)
		w.part(pick(w, []string{"tagline", "tags-bare", "tags-bare", "tags-bare"}))
	})
}

// topics writes a list of them, all with the sign of tags or none.
func (w *writer) topics() {
	sign := pick(w, []string{"", "", "", "", "#", "# "})
	w.in("ul", "tag-list", func() {
		for range 1 + w.n(5) {
			w.leaf(pick(w, []string{"li", "div"}), Tags, sign+w.say("topic")).class = "tags"
		}
	})
}

func (w *writer) tagLine(label string) {
	topics := make([]string, 2+w.n(4))
	for i := range topics {
		topics[i] = w.say("topic")
	}
	sign := pick(w, []string{", ", ", ", " ", " | ", " · ", "; "})
	if w.language.unspaced() && sign == ", " {
		sign = "、"
	}
	if label != "" {
		label = strings.TrimRight(label, ":： ") + pick(w, []string{": ", " ", ": "})
	}
	w.leaf("div", Tags, label+strings.Join(topics, sign)).class = "tags"
}
