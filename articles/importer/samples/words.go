package samples

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

//go:embed data
var data embed.FS

// language has the words of one language: lists of texts by name. A text may
// have slots, {x}, which stand for a text of list x or for something of the page.
type language struct {
	name  string
	lists map[string][]string
	known map[lexicon.Kind][]string // phrases of the lexicon that are whole lines
}

// pageWords are the lists whose words the lexicon has, too, as whole lines.
var pageWords = map[string]lexicon.Kind{
	"menu word": lexicon.Menu, "button word": lexicon.Button, "ad": lexicon.Ad, "image hint": lexicon.Image, "tags label": lexicon.TagsLabel,
	"bio label": lexicon.AuthorLabel, "related label": lexicon.Related, "comments label": lexicon.Comments, "aside label": lexicon.Aside,
	"contents label": lexicon.Contents,
}

var languages = sync.OnceValue(func() []*language {
	files, err := data.ReadDir("data/words")
	if err != nil {
		panic(err) // the files are part of the program
	}
	var all []*language
	for _, f := range files {
		text, err := data.ReadFile("data/words/" + f.Name())
		if err != nil {
			panic(err)
		}
		l := &language{name: strings.TrimSuffix(f.Name(), path.Ext(f.Name())), lists: map[string][]string{}, known: map[lexicon.Kind][]string{}}
		l.read(string(text))
		for _, kind := range pageWords {
			l.known[kind] = slices.DeleteFunc(lexicon.Phrases(l.name, kind), func(p string) bool { return strings.Contains(p, "…") })
		}
		all = append(all, l)
	}
	return all
})

// read takes in a file: sections under [names], entries one a line or between
// ~ signs, behind the name or under it.
func (l *language) read(text string) {
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "["):
			section, line, _ = strings.Cut(line[1:], "]")
			fallthrough
		default:
			for entry := range strings.SplitSeq(line, "~") {
				if entry = strings.TrimSpace(entry); entry != "" {
					l.lists[section] = append(l.lists[section], entry)
				}
			}
		}
	}
}

// unspaced reports whether the language has no blanks between its words.
func (l *language) unspaced() bool { return l.name == "ja" || l.name == "zh" }

// rightToLeft reports whether the language is written from the right.
func (l *language) rightToLeft() bool { return l.name == "ar" || l.name == "he" }

func english() *language {
	all := languages()
	return all[slices.IndexFunc(all, func(l *language) bool { return l.name == "en" })]
}

// say returns a text of one of the lists; the first list that the language has
// counts. English helps out with what hardly differs, such as "1/10".
func (w *writer) say(lists ...string) string {
	for _, name := range lists {
		if entries := w.language.lists[name]; len(entries) > 0 {
			return w.fill(pick(w, entries))
		}
	}
	entries := english().lists[lists[0]]
	if len(entries) == 0 {
		panic("no words for " + lists[0]) // a test makes all pages
	}
	return w.fill(pick(w, entries))
}

// text returns a text for a line of the file of layouts, by the name of a list
// of words, of a slot, or of lists with + between them.
func (w *writer) text(list string) string {
	if kind, ok := pageWords[list]; ok {
		return w.phrase(list, kind)
	}
	if first, others, ok := strings.Cut(list, "+"); ok {
		return w.say(first, others)
	}
	return w.slot(list)
}

// fill puts words into the slots of a text.
func (w *writer) fill(text string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return w.an(b.String())
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(w.slot(slot))
		text = after
	}
}

// slot returns what a slot stands for: {x^} is x with a capital.
func (w *writer) slot(slot string) string {
	if name, capital := strings.CutSuffix(slot, "^"); capital {
		return upperFirst(w.slot(name))
	}
	switch slot {
	case "sentence!":
		return w.sentence()
	case "n":
		return fmt.Sprint(2 + w.n(11))
	case "n2":
		return fmt.Sprint(11 + w.n(88))
	case "year":
		return fmt.Sprint(1780 + w.n(245))
	case "name":
		return w.name()
	case "author":
		return w.author
	case "our title":
		return w.title
	case "AUTHOR":
		return strings.ToUpper(w.author)
	case "our site", "site":
		return w.site
	case "OUR SITE":
		return strings.ToUpper(w.site)
	case "site2":
		return upperFirst(w.say("site"))
	case "title2":
		return w.newTitle()
	case "minutes":
		return fmt.Sprint(w.minutes)
	case "views":
		return w.big(w.views)
	case "day", "day2":
		return w.day(slot == "day2")
	case "weekday", "month", "mon", "d", "mm", "dd", "y", "h", "h12", "min":
		return w.calendar(slot)
	}
	return w.say(slot)
}

// name returns the name of a person.
func (w *writer) name() string {
	if w.language.unspaced() || w.language.name == "ko" {
		return w.say("family") + w.say("given")
	}
	if w.chance(8) {
		return w.say("given") + " " + string([]rune(w.say("given"))[:1]) + ". " + w.say("family")
	}
	return w.say("given") + " " + w.say("family")
}

// sentence returns a whole sentence of prose.
func (w *writer) sentence() string { return upperFirst(w.say("sentence")) }

// sentences returns some of them in a row.
func (w *writer) sentences(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = w.sentence()
	}
	if n > 1 {
		w.told = all
	}
	if w.language.unspaced() {
		return strings.Join(all, "")
	}
	return strings.Join(all, " ")
}

// newTitle returns a title without a full stop, in the case that the site uses.
func (w *writer) newTitle() string {
	return w.cased(short(w.say("title"), 110), w.titleCase)
}

// cased sets a title or a heading: 't' capitals for all but small words, 'l'
// none at all, 'u' capitals throughout, else a sentence's.
func (w *writer) cased(s string, form byte) string {
	switch {
	case form == 'u':
		return strings.ToUpper(s)
	case form == 'l':
		return strings.ToLower(s)
	case form == 't' && w.language.name == "en":
		words := strings.Fields(s)
		for i, word := range words {
			if i == 0 || utf8.RuneCountInString(word) > 3 {
				words[i] = upperFirst(word)
			}
		}
		return strings.Join(words, " ")
	}
	return upperFirst(s)
}

// phrase returns words that belong to the page rather than to the article: of
// our own lists, of the lexicon, or words that nobody has seen in this place,
// so that a reader must learn from their shape and place.
func (w *writer) phrase(list string, kind lexicon.Kind) string {
	switch n := w.n(100); {
	case n < 15:
		words := []string{upperFirst(w.say("thing"))}
		for range w.n(3) {
			words = append(words, w.say("thing"))
		}
		return strings.Join(words, w.blank())
	case n < 55:
		// Every seventh phrase is left out: pages have words that no lexicon has.
		if all := w.language.known[kind]; len(all) > 0 {
			if p := pick(w, all); len(p)%7 != int(w.seed%7) {
				return w.cased(p, pick(w, []byte("sssst")))
			}
		}
	}
	return w.say(list)
}

// an writes "an" before vowels in English.
func (w *writer) an(s string) string {
	if w.language.name != "en" {
		return s
	}
	for _, vowel := range []string{"a", "e", "i", "o", "u"} {
		s = strings.ReplaceAll(s, " a "+vowel, " an "+vowel)
		if rest, found := strings.CutPrefix(s, "a "+vowel); found {
			s = "an " + vowel + rest
		}
	}
	return s
}

func (w *writer) blank() string {
	if w.language.unspaced() {
		return ""
	}
	return " "
}

func upperFirst(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):]
		}
		if unicode.IsDigit(r) {
			break
		}
	}
	return s
}

// short cuts a text at a blank, so that it has at most n bytes or so.
func short(s string, n int) string {
	if len(s) > n {
		if i := strings.LastIndexByte(s[:n], ' '); i > 0 {
			s = s[:i]
		}
	}
	return strings.TrimRight(s, " ,.;:—–(")
}
