package samples

import (
	"fmt"
	"slices"
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

// step is a part of a layout, an element with steps in it, or a line.
type step struct {
	kind     byte // 'p' part, '<' element, '~' short things side by side, '{' in any order, '|' one of them, ':' line
	name     string
	chance   int // in percent
	from, to int // how often it comes
	within   []step

	// Of a line: its label is the name.
	class, list string
	tags        []string // one of them is taken
	link        bool
}

// book holds all that data/layouts.txt says.
type book struct {
	layouts []*layout
	parts   map[string][]step
}

var layouts = sync.OnceValue(func() *book {
	text, err := data.ReadFile("data/layouts.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	b := &book{parts: map[string][]step{}}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if err := b.read(words[0], words[1:]); err != nil {
			panic(fmt.Sprintf("layouts: %s: %v", words, err)) // a test reads them all
		}
	}
	return b
})

func (b *book) read(key string, words []string) (err error) {
	switch key {
	case "layout":
		b.layouts = append(b.layouts, &layout{name: words[0], sections: 3, long: 5})
		return nil
	case "part":
		b.parts[words[0]], _, err = readSteps(words[1:])
		return err
	}
	l := b.layouts[len(b.layouts)-1]
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
		l.page, _, err = readSteps(words)
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
		s := step{kind: 'p', name: word, chance: 100, from: 1, to: 1}
		if open := word[len(word)-1]; open == '<' || open == '{' {
			s.kind, s.name = open, word[:len(word)-1]
			if s.within, words, err = readSteps(words); err != nil {
				return nil, nil, err
			}
		}
		if err := s.read(); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", word, err)
		}
		steps = append(steps, s)
	}
	return steps, nil, nil
}

// read takes a step's name apart.
func (s *step) read() (err error) {
	var chance, times string
	s.name, chance, _ = strings.Cut(s.name, "?")
	if chance != "" {
		if s.chance, err = strconv.Atoi(chance); err != nil {
			return err
		}
	}
	if s.name, times, _ = strings.Cut(s.name, "*"); times != "" {
		if _, err = fmt.Sscanf(times, "%d-%d", &s.from, &s.to); err != nil {
			return err
		}
	}
	if s.kind == '<' && s.name[0] == '~' {
		s.kind, s.name = '~', s.name[1:]
	}
	if strings.Contains(s.name, "|") {
		s.kind = '|'
		for name := range strings.SplitSeq(s.name, "|") {
			s.within = append(s.within, step{kind: 'p', name: name, chance: 100, from: 1, to: 1})
		}
	}
	if at, list, ok := strings.Cut(s.name, ":"); ok {
		s.kind = ':'
		list, s.link = strings.CutSuffix(list, "!")
		s.list = strings.ReplaceAll(list, "_", " ")
		at, tags, _ := strings.Cut(at, "/")
		s.name, s.class, _ = strings.Cut(at, ".")
		if s.tags = strings.Split(tags, ","); !slices.Contains(Labels(), Label(s.name)) {
			return fmt.Errorf("no label is named %q", s.name)
		}
	}
	return nil
}

// write writes the steps of a layout where the writer is.
func (w *writer) write(steps []step) {
	for _, s := range steps {
		if !w.chance(s.chance) {
			continue
		}
		seen := map[string]bool{}
		for range s.from + w.n(s.to-s.from+1) {
			switch s.kind {
			case '<':
				tag, class, _ := strings.Cut(s.name, ".")
				w.in(tag, class, func() { w.write(s.within) })
			case '~':
				w.sideBySide(s)
			case '{':
				for _, i := range w.random.Perm(len(s.within)) {
					w.write(s.within[i : i+1])
				}
			case '|':
				w.part(pick(w, s.within).name)
			case ':':
				if text := w.text(s.list); !seen[text] {
					seen[text] = true
					w.line(s, text)
				}
			default:
				w.part(s.name)
			}
		}
	}
}

// part writes one part: of the file, or of our own.
func (w *writer) part(name string) {
	if steps, ok := layouts().parts[name]; ok {
		w.write(steps)
		return
	}
	if w.parts == nil {
		w.parts = parts()
	}
	part := w.parts[name]
	if part == nil {
		panic("no part is named " + name) // a test writes all layouts
	}
	part(w)
}
