package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLine is how many bytes of a line may name its author, and how many
// letters a name may have.
const (
	longestLine = 200
	longestName = 60
)

// ByLine returns the author whom a line names, in one of many languages: "By
// Jane Roe, science editor" names Jane Roe. Several authors stay as they are
// written, "Jane Roe and John le Carré".
func ByLine(line string) (name string, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) > longestLine {
		return "", false
	}
	if kinds, lead := Opening(line); kinds.HasAny(By, AuthorLabel) {
		rest := line[len(lead):]
		marked := strings.HasSuffix(strings.Map(plain, lead), ":") || strings.HasPrefix(strings.Map(plain, strings.TrimSpace(rest)), ":")
		if kinds.Has(By) || marked {
			if name = NameAt(rest, marked); name != "" {
				return name, true
			}
		}
	}
	if name = beforeRole(line); name != "" {
		return name, true
	}
	return "", false
}

// NameAt returns the name that s begins with, without the date, the place or
// the role behind it; "" when it begins with none. A name that a colon
// announces may be written in small letters.
func NameAt(s string, announced bool) string {
	s = strings.TrimLeft(s, " \t\u00a0:：/／=＝-–—@")
	if at := strings.IndexFunc(s, unicode.IsDigit); at > 0 {
		s = withoutDay(s[:at])
	}
	if r, _ := utf8.DecodeRuneInString(s); !announced && unicode.Is(unicode.Hiragana, r) {
		return "" // a word of the sentence: 記者の目
	}
	if at := strings.IndexAny(s, "|·•;(（[\n\t/–—→"); at > 0 {
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
		case !announced && cut == "", !IsName(nonEmpty(cut, part)) && !(announced && isHandle(part)):
			return strings.Join(names, ", ")
		case len(names) > 0 && (Closing(part).Has(Role) || !strings.ContainsRune(part, ' ') && !isWide(part)):
			return strings.Join(names, ", ")
		}
		names = append(names, nonEmpty(cut, part))
		if cut != part {
			break
		}
	}
	return strings.Join(names, ", ")
}

// withoutDay is s without the words of a date at its end: "Jane Roe, Friday, May".
func withoutDay(s string) string {
	for {
		s = strings.TrimRight(s, " ,.|·-–—")
		at := strings.LastIndexAny(s, " \u00a0|·,") + 1
		if !Whole(s[at:]).HasAny(Months, Weekday) || at == 0 {
			return s
		}
		s = s[:at]
	}
}

// joins reports whether a word of s joins two names.
func joins(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if Whole(w).Has(And) || w == "&" {
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
		if !unicode.IsLower(r) || IsParticle(w) || i > 0 && Whole(w).Has(And) || strings.ContainsAny(w, "'’-") {
			continue
		}
		if i > 0 && Whole(w).HasAny(Published, Hanging, DateWord) {
			return withoutParticles(words[:i])
		}
		return ""
	}
	return withoutParticles(words)
}

// withoutParticles joins the words of a name, which ends with no particle.
func withoutParticles(words []string) string {
	for len(words) > 0 && IsParticle(words[len(words)-1]) && strings.ToLower(words[len(words)-1]) == words[len(words)-1] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// beforeRole is the name in front of what its owner is called: "Petra Hollis
// Environment correspondent", "김민서 기자".
func beforeRole(line string) string {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 7 || len(line) > 80 || !Closing(words[len(words)-1]).Has(Role) {
		return ""
	}
	n := min(2, len(words)-1)
	for n < len(words)-1 && IsParticle(words[n-1]) {
		n++
	}
	name := trimName(strings.Join(words[:n], " "))
	if n == 1 && !isWide(name) || !IsName(name) || untilWord(name) != name || Whole(words[0]).Has(Hanging) {
		return ""
	}
	return name
}

// IsName reports whether s could be the name of a person or of a few people:
// not too long, in capitals where the script has them, no sentence, and nothing
// that stands where a name does, such as "admin".
func IsName(s string) bool {
	words := strings.Fields(s)
	n := utf8.RuneCountInString(s)
	if len(words) == 0 || len(words) > 9 || n < 2 || n > longestName || strings.ContainsAny(s, "?!:;/@#\"“”„«»<>{}=…。") || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	if IsNoAuthor(s) || Whole(s).HasAny(Weekday, Ago, Published, Updated, Menu, Button, Home, Role) {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			if !IsParticle(w) && !joined(w) && !Whole(w).Has(And) {
				return false
			}
		case unicode.IsLetter(r): // a script without capitals
			if n > 12 && isWide(w) || len(words) > 4 {
				return false
			}
			capitals++
		case w != "&":
			return false
		}
	}
	return capitals > 0
}

// joined reports whether w is a particle with a name: "d'Arc", "al-Masri".
func joined(w string) bool {
	at := strings.IndexAny(w, "'’-")
	if at < 1 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w[at:], "'’-"))
	return at <= 3 && unicode.IsUpper(r)
}

// isHandle reports whether s could be what a writer calls herself: "dora.winkel".
func isHandle(s string) bool {
	return len(strings.Fields(s)) <= 3 && len(s) <= 30 && !IsNoAuthor(s) && !strings.ContainsAny(s, "?!:;<>{}=\"")
}

// IsNoAuthor reports whether s stands where the name of an author does, and is
// none: "Posted on", "Staff", "View archive", "Show all posts by Jane Roe".
func IsNoAuthor(s string) bool {
	opening, _ := Opening(s)
	return (Whole(s) | opening | Holds(s)).Has(NoAuthor)
}

// isWide reports whether s begins in a script that has no blanks between words.
func isWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
