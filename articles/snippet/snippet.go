// Package snippet shows where a text has what was searched: a line of it with the words
// marked.
package snippet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/query"
	"lede/articles/tokens"
)

// Snippet is a piece of a text in one line.
type Snippet struct {
	Text  string
	Marks []Mark
}

// Mark is a word in it that was searched, in bytes.
type Mark struct{ From, To int }

// How much of a text is looked at, in bytes, and how many letters stand before the first
// word that is marked, half of a short piece at most.
const (
	mostLookedAt = 256 << 10
	before       = 30
	fewLines     = 300 // in bytes
)

// Of is the piece of a text, in Markdown, of about so many letters that has the most of
// what was searched; its Text is empty when the text has none of it, or only far down.
func Of(source string, texts []query.Text, letters int) Snippet {
	s := New(texts)
	if len(s) == 0 {
		return Snippet{}
	}
	if len(source) > mostLookedAt {
		source = source[:strings.LastIndexByte(source[:mostLookedAt], '\n')+1]
	}
	best, most := "", 0
	for words := range markdown.Parse(source).Said() {
		for line := range strings.Lines(words) {
			if n := s.Count(line); n > most {
				best, most = line, n
			}
		}
		if most == len(s) {
			break
		}
	}
	if most == 0 {
		return Snippet{}
	}
	line := articles.CleanLine(best)
	marks := s.Marks(line)
	if len(marks) == 0 {
		return Snippet{}
	}
	return cut(line, marks, letters)
}

// Marks are the words of a line that were searched.
func Marks(line string, texts []query.Text) []Mark { return New(texts).Marks(line) }

// Words are the words that were searched, as a library looks for them: whatever their
// case and their accents, and in other forms where they were not quoted.
type Words []text

type text struct {
	words  []string
	forms  []tokens.Stem // of each; none for a phrase
	prefix bool          // the last word is the beginning of one
}

// New are the words of some texts.
func New(texts []query.Text) Words {
	var s Words
	for _, t := range texts {
		words := tokens.Of(t.Words)
		last := len(words) - 1
		switch {
		case last < 0:
		case last > 0 && tokens.Begins(words[last]):
			s = append(s, text{words: words[:last]}) // the pair before has the letter
		default:
			s = append(s, text{words, formsOf(t, words), t.Prefix || tokens.Begins(words[last])})
		}
	}
	return s
}

func formsOf(t query.Text, words []string) []tokens.Stem {
	if t.Phrase {
		return nil
	}
	forms := make([]tokens.Stem, len(words))
	for i, w := range words {
		forms[i], _ = tokens.StemOf(w)
	}
	return forms
}

// token is a word of a text, and where it stands.
type token struct {
	word     string
	from, to int
}

func tokensOf(plain string) []token {
	var all []token
	tokens.Each(plain, func(word string, from, to int) bool {
		all = append(all, token{word, from, to})
		return true
	})
	return all
}

// at reports whether a text stands at the beginning of some words.
func (t text) at(words []token) bool {
	if len(words) < len(t.words) {
		return false
	}
	last := len(t.words) - 1
	for i, w := range t.words {
		is := words[i].word == w || i == last && t.prefix && strings.HasPrefix(words[i].word, w)
		if !is && (i >= len(t.forms) || !t.forms[i].Has(words[i].word)) {
			return false
		}
	}
	return true
}

// Count is how many of the texts a piece has.
func (s Words) Count(plain string) int {
	all := tokensOf(plain)
	found := make([]bool, len(s))
	n := 0
	for at := range all {
		for i, t := range s {
			if !found[i] && t.at(all[at:]) {
				found[i] = true
				n++
			}
		}
	}
	return n
}

// Densest is the place in a piece, in bytes, from which on a few lines have most of the
// texts, and how many.
func (s Words) Densest(plain string) (n, at int) {
	type hit struct{ text, from int }
	var hits []hit
	all := tokensOf(plain)
	for i := range all {
		for text, t := range s {
			if t.at(all[i:]) {
				hits = append(hits, hit{text, all[i].from})
			}
		}
	}
	for i, first := range hits {
		seen := map[int]bool{}
		for _, h := range hits[i:] {
			if h.from > first.from+fewLines {
				break
			}
			seen[h.text] = true
		}
		if len(seen) > n {
			n, at = len(seen), first.from
		}
		if n == len(s) {
			break
		}
	}
	return n, at
}

// Marks are where a piece has them.
func (s Words) Marks(line string) []Mark {
	all := tokensOf(line)
	var marks []Mark
	for at := range all {
		for _, t := range s {
			if !t.at(all[at:]) {
				continue
			}
			m := Mark{all[at].from, all[at+len(t.words)-1].to}
			if tokens.Begins(t.words[0]) { // one letter of a pair
				m.To = forward(line, m.From, 1)
			}
			if n := len(marks); n > 0 && m.From < marks[n-1].To { // pairs of letters overlap
				marks[n-1].To = max(marks[n-1].To, m.To)
			} else {
				marks = append(marks, m)
			}
			break
		}
	}
	return marks
}

// cut is so many letters of a line around its first mark, from a word on.
func cut(line string, marks []Mark, letters int) Snippet {
	from := back(line, marks[0].From, min(before, letters/2))
	to := forward(line, from, letters)
	if blank := strings.LastIndexByte(line[from:to], ' '); to < len(line) && from+blank >= marks[0].To {
		to = from + blank
	}
	out := Snippet{Text: line[from:to]}
	lead := ""
	if from > 0 {
		lead = "…"
	}
	for _, m := range marks {
		if m.To <= to {
			out.Marks = append(out.Marks, Mark{m.From - from + len(lead), m.To - from + len(lead)})
		}
	}
	out.Text = lead + out.Text
	if to < len(line) {
		out.Text = strings.TrimRightFunc(out.Text, unicode.IsSpace) + "…"
	}
	return out
}

// back is at most so many letters before a place, where a word begins.
func back(line string, at, letters int) int {
	from := at
	for n := 0; from > 0 && n < letters; n++ {
		_, size := utf8.DecodeLastRuneInString(line[:from])
		from -= size
	}
	if from == 0 {
		return 0
	}
	if blank := strings.IndexByte(line[from:at], ' '); blank >= 0 {
		return from + blank + 1
	}
	return from
}

// forward is at most so many letters behind a place.
func forward(line string, at, letters int) int {
	for n := 0; at < len(line) && n < letters; n++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}
