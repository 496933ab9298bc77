// Package names reads who wrote a page out of one of its lines: "By Jane Roe,
// science editor". The words before and after names are the lexicon's.
package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// longestLine is how many bytes of a line may name its author, and how many
// letters a name may have.
const (
	longestLine = 200
	longestName = 60
)

// announcing are the signs between a label and the name that it stands before.
const announcing = ":：/／=＝・"

// ByLine returns the author whom a line names, in one of many languages: "By
// Jane Roe, science editor" names Jane Roe. Several authors stay as they are
// written, "Jane Roe and John le Carré".
func ByLine(line string) (name string, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) > longestLine {
		return "", false
	}
	if kinds, lead := lexicon.Opening(line); kinds.HasAny(lexicon.By, lexicon.AuthorLabel) {
		rest := line[len(lead):]
		if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "'") { // a part of a word: "By-law"
			return "", false
		}
		last, _ := utf8.DecodeLastRuneInString(lead)
		next, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
		marked := strings.ContainsRune(announcing, last) || strings.ContainsRune(announcing, next)
		if kinds.Has(lexicon.By) || marked {
			if name = nameAt(rest, marked); name != "" {
				return nonEmpty(beforeRole(name), name), true
			}
			if handle := strings.TrimSpace(rest); strings.ContainsRune(lead, ' ') && !strings.ContainsRune(handle, ' ') && IsHandle(handle) && !lexicon.Whole(handle).Has(lexicon.Hanging) {
				return handle, true // "Posted by dora_w"
			}
		}
	}
	if name = beforeRole(line); name != "" {
		return name, true
	}
	return "", false
}

// nameAt returns the name that s begins with, without the date, the place or
// the role behind it; "" when it begins with none. A name that a colon
// announces may be written in small letters.
func nameAt(s string, announced bool) string {
	s = withoutOthers(strings.TrimLeft(s, " \t\u00a0-–—@"+announcing))
	if at := strings.IndexFunc(s, unicode.IsDigit); at > 0 {
		s = withoutDay(s[:at])
	}
	if r, _ := utf8.DecodeRuneInString(s); !announced && unicode.Is(unicode.Hiragana, r) {
		return "" // a word of the sentence: 記者の目
	}
	if at := strings.IndexAny(s, "|·•;()（）[]\n\t/–—→»"); at > 0 {
		s = s[:at]
	}
	if at := strings.Index(s, " - "); at > 0 {
		s = s[:at]
	}
	first, others, _ := strings.Cut(s, ",")
	if !joins(others) { // what stands behind the comma is what the author is called
		s = first
	}
	var names []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '、' || r == '，' }) {
		part = trimName(part)
		cut := untilWord(part)
		switch {
		case !announced && cut == "", !IsName(nonEmpty(cut, part)) && !(announced && IsHandle(part)):
			return strings.Join(names, ", ")
		case len(names) > 0 && (lexicon.Closing(part).Has(lexicon.Role) || !strings.ContainsRune(part, ' ') && !isWide(part)):
			return strings.Join(names, ", ")
		}
		names = append(names, nonEmpty(cut, part))
		if cut != part {
			break
		}
	}
	return strings.Join(names, ", ")
}

// withoutOthers is s up to the words before who else had a part: "Jane Roe
// Photos: Tom Lamb".
func withoutOthers(s string) string {
	for i := range s {
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); !unicode.IsSpace(r) {
			continue
		}
		if kinds, lead := lexicon.Opening(s[i:]); kinds.HasAny(lexicon.Helped, lexicon.Credit) && len(lead) < len(s[i:]) {
			return s[:i]
		}
	}
	return s
}

// withoutDay is s without the words of a date at its end: "Jane Roe, Friday, May".
func withoutDay(s string) string {
	for {
		s = strings.TrimRight(s, " ,.|·-–—")
		at := strings.LastIndexAny(s, " \u00a0|·,") + 1
		if !lexicon.Whole(s[at:]).HasAny(lexicon.Months, lexicon.Weekday) || at == 0 {
			return s
		}
		s = s[:at]
	}
}

// joins reports whether a word of s joins two names.
func joins(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if lexicon.Whole(w).Has(lexicon.And) || w == "&" {
			return true
		}
	}
	return false
}

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func trimName(s string) string { return strings.Trim(s, " \t\u00a0.,:;*|-–—") }

// untilWord is s up to the first of its words that belongs to no name, if that
// is one which goes on behind a name: "in", "on". It is "" when a word stands
// there that makes a sentence of it.
func untilWord(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLower(r) || lexicon.IsParticle(w) || i > 0 && lexicon.Whole(w).Has(lexicon.And) || strings.ContainsAny(w, "'’-") {
			continue
		}
		if i > 0 && lexicon.Whole(w).HasAny(lexicon.Published, lexicon.Hanging, lexicon.DateWord) {
			return withoutParticles(words[:i])
		}
		return ""
	}
	return withoutParticles(words)
}

// withoutParticles joins the words of a name, which ends with no particle.
func withoutParticles(words []string) string {
	for len(words) > 0 && lexicon.IsParticle(words[len(words)-1]) && strings.ToLower(words[len(words)-1]) == words[len(words)-1] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// beforeRole is the name in front of what its owner is called: "Petra Hollis
// Environment correspondent", "김민서 기자".
func beforeRole(line string) string {
	if len(line) > 80 {
		return ""
	}
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 7 || !lexicon.Closing(words[len(words)-1]).Has(lexicon.Role) {
		return ""
	}
	n := min(2, len(words)-1)
	for n < len(words)-1 && lexicon.IsParticle(words[n-1]) {
		n++
	}
	name := trimName(strings.Join(words[:n], " "))
	if n == 1 && !isWide(name) || !IsName(name) || untilWord(name) != name || lexicon.Whole(words[0]).Has(lexicon.Hanging) {
		return ""
	}
	return name
}

// Leading is the name that a sentence about its bearer opens with: "Helma
// Brandt tests flour"; "" when it opens with none.
func Leading(s string) string {
	s, _, _ = strings.Cut(s, ",")
	words := strings.Fields(s)
	n := 0
	for n < len(words) && n < 7 && (lexicon.IsParticle(words[n]) || strings.IndexFunc(words[n], unicode.IsUpper) == 0) {
		n++
	}
	if name := withoutParticles(words[:n]); IsFullName(name) {
		return name
	}
	return ""
}
