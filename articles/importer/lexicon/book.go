package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed words
var files embed.FS

// languages are the files of words. Where two languages mean different months
// by one name, the first of them wins.
var languages = [...]string{
	"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ro", "tr", "ru", "uk", "el", "ar", "he", "ja", "zh", "ko",
	"id", "hi",
}

// phrases holds the phrases of all languages, folded, by where in a line they
// may stand.
type phrases struct {
	whole, openings, closings map[string]Kinds

	parts      map[uint32][]part          // by their first two bytes
	longest    map[uint32]int             // one byte more than the longest opening has, by its first two
	longestEnd int                        // bytes of the longest closing
	common     map[string]map[string]bool // by language
}

// part is a phrase that may stand anywhere in a line.
type part struct {
	words string
	kinds Kinds
}

// book is read at its first use: who opens an article needs no words of pages.
var book = sync.OnceValue(readBook)

func readBook() *phrases {
	b := &phrases{
		whole: make(map[string]Kinds, 6000), openings: make(map[string]Kinds, 3000), closings: map[string]Kinds{}, parts: map[uint32][]part{}, longest: map[uint32]int{},
		common: map[string]map[string]bool{},
	}
	for _, language := range languages {
		if err := b.read(language, texts()[language]); err != nil {
			panic(fmt.Sprintf("%s: %v", language, err)) // the files are part of the program, and a test reads them all
		}
	}
	return b
}

// texts are the files by language, each behind a newline.
var texts = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, language := range languages {
		text, err := files.ReadFile("words/" + language + ".txt")
		if err != nil {
			panic(err) // it is part of the program
		}
		all[language] = "\n" + string(text)
	}
	return all
})

func (b *phrases) read(language, text string) error {
	kind, known := kinds, kindsByName()
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			if kind, ok = known[strings.TrimSuffix(name, "]")]; !ok {
				return fmt.Errorf("no kind is named %s", line)
			}
			continue
		}
		switch kind {
		case kinds:
			return fmt.Errorf("%q stands in no section", line)
		case Months: // see MonthNames
			for form := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == '/' || r == '_' }) {
				b.whole[form] |= 1 << Months
			}
		default:
			for phrase := range strings.SplitSeq(line, "|") {
				if err := b.add(language, strings.TrimSpace(phrase), kind); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// add takes one phrase in.
func (b *phrases) add(language, phrase string, kind Kind) error {
	starts, begins := strings.CutSuffix(phrase, "…")
	inner, ends := strings.CutPrefix(starts, "…")
	folded := Fold(inner)
	if start, _ := foldStart(make([]byte, 0, room), inner, len(inner)+1); begins && !ends && string(start) != folded {
		folded = string(start) // its last sign counts: "by:"
	}
	if folded == "" {
		return nil
	}
	if begins && len(folded) < 2 {
		return fmt.Errorf("%q is too short to be looked for", phrase)
	}
	switch {
	case begins && ends:
		b.parts[pair(folded)] = append(b.parts[pair(folded)], part{folded, 1 << kind})
	case begins:
		b.openings[folded] |= 1 << kind
		b.longest[pair(folded)] = max(b.longest[pair(folded)], len(folded)+1)
	case ends:
		b.closings[folded] |= 1 << kind
		b.longestEnd = max(b.longestEnd, len(folded))
	default:
		b.whole[folded] |= 1 << kind
	}
	if kind == Common {
		if b.common[language] == nil {
			b.common[language] = map[string]bool{}
		}
		b.common[language][folded] = true
	}
	return nil
}

func kindsByName() map[string]Kind {
	m := make(map[string]Kind, kinds)
	for k := range kinds {
		m[names[k]] = k
	}
	return m
}

// MonthNames returns the names of the months, January first, a language an item;
// forms of the same month are separated by slashes, "_" stands for none. Where
// languages disagree, an earlier one wins.
func MonthNames() [][]string {
	var all [][]string
	for _, line := range section(Months, languages[:]...) {
		all = append(all, strings.Fields(line))
	}
	return all
}

// Words returns the phrases of one kind in all languages, as they are written.
func Words(kind Kind) []string { return phrasesOf(section(kind, languages[:]...)) }

// Phrases returns the phrases of a kind that stand in the file of a language, as
// they are written there, with their … .
func Phrases(language string, kind Kind) []string { return phrasesOf(section(kind, language)) }

func phrasesOf(lines []string) []string {
	var all []string
	for _, line := range lines {
		for phrase := range strings.SplitSeq(line, "|") {
			all = append(all, strings.TrimSpace(phrase))
		}
	}
	return all
}

// section returns the lines of one section of the files of some languages. It does
// not read the whole book, for dates are read where no page is.
func section(kind Kind, of ...string) []string {
	var lines []string
	for _, language := range of {
		_, section, _ := strings.Cut(texts()[language], "\n["+names[kind]+"]\n")
		section, _, _ = strings.Cut(section, "\n[")
		for line := range strings.Lines(section) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// IsParticle reports whether a word, as it is written, is one that stands within names.
func IsParticle(word string) bool { return Whole(word).Has(Particle) }

// Language returns the language, by its file's name, whose commonest words a
// text has most of; "" where no word tells.
func Language(text string) string {
	counts := map[string]int{}
	best := ""
	for w := range strings.FieldsSeq(text) {
		w = Fold(w)
		for language, words := range book().common {
			if words[w] {
				counts[language]++
				if counts[language] > counts[best] || counts[language] == counts[best] && language < best {
					best = language
				}
			}
		}
	}
	return best
}
