package mail

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/articles"
)

//go:embed words.txt
var wordsFile string

// lexicon is what is written around letters, by what it is.
var lexicon = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	kind := ""
	for l := range strings.Lines(wordsFile) {
		l = strings.TrimSpace(l)
		switch {
		case l == "", strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "["):
			kind = strings.Trim(l, "[]")
		default:
			out[kind] = append(out[kind], l)
		}
	}
	return out
})

// says reports whether words hold a phrase of a kind, as whole words.
func says(words, kind string) bool {
	for _, phrase := range lexicon()[kind] {
		for at := 0; ; {
			i := strings.Index(words[at:], phrase)
			if i < 0 {
				break
			}
			i += at
			before, _ := utf8.DecodeLastRuneInString(words[:i])
			after, _ := utf8.DecodeRuneInString(words[i+len(phrase):])
			first, _ := utf8.DecodeRuneInString(phrase)
			if isWide(first) || !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return true
			}
			at = i + len(phrase)
		}
	}
	return false
}

// isWide reports whether words of a letter's script stand without blanks.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// What a line at the head or the end of a letter is.
type role int

const (
	prose       role = iota
	short            // few words: of the letter, or of an address below it
	nothing          // pictures without words
	share            // what services add, and writers may too
	legal            // whose letter it is, and its address
	view             // leads to the web version
	unsubscribe      // leads out of the list, or says why one is on it
)

// longUnit is how many letters a line may have that is left out, and fewWords
// how many one that says nothing by itself.
const (
	longUnit = 600
	fewWords = 100
)

// roleOf is what a line is by its words and links.
func (b *body) roleOf(u unit) role {
	n := utf8.RuneCountInString(u.text)
	words := strings.ToLower(strings.ReplaceAll(u.text, "’", "'"))
	switch {
	case n == 0:
		return nothing
	case n > longUnit:
		return prose
	case b.leadsOut(u), b.isFoot(u), says(words, "reason"), says(words, "unsubscribe") && (len(u.links) > 0 || n <= fewWords && b.of.isNewsletter()):
		return unsubscribe
	case says(words, "view") && n <= 2*fewWords && len(u.links) > 0:
		return view
	case n <= 2*fewWords && (says(words, "legal") || isCopyright(words)):
		return legal
	case says(words, "share") && n <= fewWords:
		return share
	case n <= fewWords && (len(u.links) > 0 || !isSentence(u.text)):
		return short
	}
	return prose
}

// isSentence reports whether a short line is one that somebody wrote to be read,
// by its words and its end; an address has no such end.
func isSentence(text string) bool {
	const least = 5 // words
	text = strings.TrimRight(text, " *_\"'”’»)")
	return text != "" && strings.ContainsAny(text[max(0, len(text)-3):], ".!?。！？") && len(strings.Fields(text)) >= least
}

// leadsOut reports whether a line has a link that the header gives as the one
// out of the list.
func (b *body) leadsOut(u unit) bool {
	for _, out := range b.of.angled("List-Unsubscribe") {
		for _, l := range u.links {
			if l.address != "" && (l.address == out || strings.HasPrefix(out, "mailto:") && strings.HasPrefix(l.address, strings.SplitN(out, "?", 2)[0])) {
				return true
			}
		}
	}
	return false
}

// isFoot reports whether a line is what a list sets below a rule: its address, or
// that of its page.
func (b *body) isFoot(u unit) bool {
	if !strings.HasPrefix(u.text, "____") || !b.of.isNewsletter() {
		return false
	}
	_, id, _ := strings.Cut(strings.TrimRight(b.of.raw("List-Id"), ">"), "<")
	list, host, _ := strings.Cut(id, ".")
	post := strings.TrimPrefix(strings.Trim(b.of.raw("List-Post"), "<>"), "mailto:")
	for _, address := range [...]string{post, list + "@" + host, "/listinfo/"} {
		if len(address) > 1 && strings.Contains(u.text, address) {
			return true
		}
	}
	return false
}

func isCopyright(words string) bool {
	words = strings.TrimLeft(words, "* _|\u00a0")
	for _, sign := range [...]string{"©", "(c) ", "copyright ©", "copyright 1", "copyright 2", "copyright (c)"} {
		if strings.HasPrefix(words, sign) {
			return true
		}
	}
	return false
}

// furnitureIn reports whether words alone say that they are none of the
// writer's.
func furnitureIn(words string) bool {
	words = strings.ToLower(words)
	return len(words) < longUnit && (says(words, "unsubscribe") || says(words, "reason"))
}

// furniture says which lines of a letter are not of the writer. Each is left
// out for two reasons: where it stands, before or behind all prose, and what it
// says or leads to.
func (b *body) furniture(all []unit) []bool {
	out := make([]bool, len(all))
	roles := make([]role, len(all))
	for i, u := range all {
		roles[i] = b.roleOf(u)
	}
	b.head(all, roles, out)
	b.tail(all, roles, out)
	for i := range all { // a letter of nothing else is one
		if !out[i] && roles[i] != nothing {
			return out
		}
	}
	return make([]bool, len(all))
}

// head takes out the lines before the letter that lead elsewhere.
func (b *body) head(all []unit, roles []role, out []bool) {
	const most = 8 // lines that may stand before the text
	for i := range min(most, len(all)) {
		if roles[i] == prose {
			return
		}
		n := utf8.RuneCountInString(all[i].text)
		if roles[i] == view || roles[i] == unsubscribe && n <= 2*fewWords && len(all[i].links) > 0 {
			out[i] = true
			b.noteView(all[i])
		}
	}
}

// tail takes out what stands behind the letter: from the first line that says
// what it is to the end. Few words in between, such as an address, go with it.
func (b *body) tail(all []unit, roles []role, out []bool) {
	const mostBetween = 5 // short lines, one after the other
	from, between, sure := len(all), 0, false
	for i := len(all) - 1; i >= 0; i-- {
		switch roles[i] {
		case prose:
			between = mostBetween + 1
		case short:
			between++
		case nothing:
		case share, view:
			if between == 0 {
				from = i
			}
		case legal, unsubscribe:
			from, between = i, 0
			sure = sure || roles[i] == unsubscribe
		}
		if between > mostBetween {
			break
		}
	}
	for i := from; i < len(all) && sure; i++ {
		out[i] = true
		if roles[i] == view {
			b.noteView(all[i])
		}
	}
}

// noteView keeps the address of the web version.
func (b *body) noteView(u unit) {
	for _, l := range u.links {
		words := strings.ToLower(l.words)
		if b.view == "" && articles.IsWeb(l.address) && (len(u.links) == 1 || says(words, "view") || !says(words, "unsubscribe") && says(strings.ToLower(u.text), "view")) && !says(words, "unsubscribe") {
			b.view = l.address
		}
	}
}
