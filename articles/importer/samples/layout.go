package samples

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// layout says what a kind of page looks like. See data/layouts.txt for how it
// is written.
type layout struct {
	name      string
	languages []string // that most of its pages are in
	forms     []string
	page      []step
	inserts   []step // what may stand between the paragraphs of a section
	heading   string // of its sections: "", "number", "question", "edit" …
	sections  int    // at most
	long      int    // sentences of a paragraph, at most
}

// step is a part of a layout, or an element with parts in it.
type step struct {
	name   string // of a part, or the tag and class of an element
	chance int    // in percent
	within []step
	kind   byte // 'p' part, '<' element, '{' parts in any order, '|' one of the parts
}

var layouts = sync.OnceValue(func() []*layout {
	text, err := data.ReadFile("data/layouts.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	var all []*layout
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if words[0] == "layout" {
			all = append(all, &layout{name: words[1], sections: 3, long: 5, heading: "plain"})
			continue
		}
		if err := all[len(all)-1].read(words[0], words[1:]); err != nil {
			panic(fmt.Sprintf("layout %s: %v", all[len(all)-1].name, err)) // a test reads them all
		}
	}
	return all
})

func (l *layout) read(key string, words []string) (err error) {
	switch key {
	case "forms":
		l.forms = words
	case "languages":
		l.languages = words
	case "heading":
		l.heading = words[0]
	case "sections":
		l.sections, err = strconv.Atoi(words[0])
	case "sentences":
		l.long, err = strconv.Atoi(words[0])
	case "inserts":
		l.inserts, _, err = readSteps(words)
	case "page":
		var steps []step
		steps, _, err = readSteps(words)
		l.page = append(l.page, steps...)
	default:
		err = fmt.Errorf("%q is no word of layouts", key)
	}
	return err
}

// readSteps reads up to the sign that closes an element, and returns the rest.
func readSteps(words []string) (steps []step, rest []string, err error) {
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		if word == ">" || word == "}" {
			return steps, words, nil
		}
		s := step{name: word, chance: 100, kind: 'p'}
		if open := word[len(word)-1]; open == '<' || open == '{' {
			s.kind = open
			s.name = word[:len(word)-1]
			if s.within, words, err = readSteps(words); err != nil {
				return nil, nil, err
			}
		}
		if name, chance, found := strings.Cut(s.name, "?"); found {
			s.name = name
			if s.chance, err = strconv.Atoi(chance); err != nil {
				return nil, nil, err
			}
		}
		if strings.Contains(s.name, "|") {
			s.kind = '|'
			for name := range strings.SplitSeq(s.name, "|") {
				s.within = append(s.within, step{name: name, chance: 100, kind: 'p'})
			}
		}
		steps = append(steps, s)
	}
	return steps, nil, nil
}

// write writes the steps of a layout where the writer is.
func (w *writer) write(steps []step) {
	for _, s := range steps {
		if !w.chance(s.chance) {
			continue
		}
		switch s.kind {
		case '<':
			tag, class, _ := strings.Cut(s.name, ".")
			w.in(tag, class, func() { w.write(s.within) })
		case '{':
			for _, i := range w.random.Perm(len(s.within)) {
				w.write(s.within[i : i+1])
			}
		case '|':
			w.part(pick(w, s.within).name)
		default:
			w.part(s.name)
		}
	}
}

// part writes one part.
func (w *writer) part(name string) {
	if w.parts == nil {
		w.parts = parts()
	}
	part := w.parts[name]
	if part == nil {
		panic("no part is named " + name) // a test writes all layouts
	}
	part(w)
}
