package main

import (
	"log"

	"lede/articles/importer/clipping"
	"lede/articles/importer/samples"
)

// seed is that of the pages which are made, so that the weights come out alike.
const seed = 8

// made makes labelled texts, some of each layout.
func made(per int) []text {
	var out []text
	for _, layout := range samples.Layouts() {
		pages, err := samples.OfLayout(layout, per, seed)
		if err != nil {
			log.Fatal(err)
		}
		for i := range pages {
			p := &pages[i]
			t := text{name: layout + ":" + p.Form, from: map[string]string{"layout": layout, "language": p.Language}, source: p.Text(), lines: clipping.Describe(p.Text()), weight: 1}
			for _, line := range t.lines {
				l, err := label(string(p.Lines[line.Line].Label))
				if err != nil {
					log.Fatal(err)
				}
				t.labels = append(t.labels, l)
			}
			out = append(out, t)
		}
	}
	return out
}
