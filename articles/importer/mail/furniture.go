package mail

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
	nothing          // pictures without words, and rules
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
	case u.icon, isButton(u):
		return share
	case isSigns(u.text):
		return nothing
	case n > longUnit:
		return prose
	case b.leadsOut(u), says(words, "reason"), says(words, "unsubscribe") && (len(u.links) > 0 || n <= fewWords && b.of.isNewsletter()):
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

// isFoot reports whether a line under a rule is what a list sets there: its address,
// or that of its page.
func (b *body) isFoot(u unit) bool {
	if !b.of.isNewsletter() || utf8.RuneCountInString(u.text) > longUnit {
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

// isButton reports whether a line is a link with the words of a button, and no more.
func isButton(u unit) bool {
	return len(u.links) == 1 && slices.Contains(lexicon()["button"], strings.ToLower(strings.TrimSpace(u.text)))
}

// isSigns reports whether a line has neither letters nor digits, nor signs that say
// something by themselves, as emojis do.
func isSigns(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r)
	})
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
		if roles[i] = b.roleOf(u); i > 0 && strings.HasPrefix(all[i-1].text, "____") && b.isFoot(u) {
			roles[i] = unsubscribe
		}
	}
	from := b.forwarded(all, out)
	b.head(all[from:], roles[from:], out[from:])
	b.tail(all, roles, out)
	for i, u := range all { // a telephone adds its line above what is answered
		next := all[i+1 : min(len(all), i+3)]
		out[i] = out[i] || isAdded(u.text) && slices.ContainsFunc(next, func(u unit) bool { return u.quoted })
	}
	for i := range all { // a letter of nothing else is one
		if !out[i] && roles[i] != nothing {
			return out
		}
	}
	return make([]bool, len(all))
}

// tail takes out what stands behind the letter: from the first line that says
// what it is to the end. Few words in between, such as an address, go with it.
func (b *body) tail(all []unit, roles []role, out []bool) {
	const mostBetween = 5 // short lines, one after the other
	from, between, sure := len(all), 0, false
	linked := true // all short lines in between are links
	for i := len(all) - 1; i >= 0 && between <= mostBetween; i-- {
		switch roles[i] {
		case prose:
			between = mostBetween + 1
		case short:
			between++
			linked = linked && len(all[i].links) > 0
		case nothing:
		case share, view:
			if between == 0 || sure && linked {
				from, between = i, 0
			}
		case legal, unsubscribe:
			from, between, linked = i, 0, true
			sure = sure || roles[i] == unsubscribe
		}
	}
	if !sure {
		from = len(all)
	}
	// A rule above what is gone stands before nothing, and so does a line that a
	// telephone adds.
	for from > 0 && (roles[from-1] == nothing && !all[from-1].picture || isAdded(all[from-1].text)) {
		from--
	}
	for i := from; i < len(all); i++ {
		out[i] = true
		if roles[i] == view {
			b.noteView(all[i])
		}
	}
}

// isAdded reports whether a line is one that mail programs put under what is
// written on them.
func isAdded(text string) bool {
	const most = 60
	text = strings.ToLower(text)
	return utf8.RuneCountInString(text) <= most && slices.ContainsFunc(lexicon()["sent"], func(start string) bool { return strings.HasPrefix(text, start) })
}
