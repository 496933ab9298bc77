package clipping

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// precedence settles a phrase that stands under two classes: the later wins.
var precedence = []class{menu, button, image, navLabel, asideLabel, commentsLabel, tocLabel, authorLabel, tagsLabel, relatedLabel, ad}

// longest is how heavy a line may be that still is furniture of a page.
const longest = 220

var phraseBook = sync.OnceValue(func() map[string]class {
	book := make(map[string]class, 2048)
	for _, c := range precedence {
		for phrase := range strings.SplitSeq(wholeLines[c], "|") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				book[phrase] = c
			}
		}
	}
	return book
})

// opening is a beginning of a line that tells its class.
type opening struct {
	phrase string
	class  class
}

// openingBook holds the openings by their first character.
var openingBook = sync.OnceValue(func() map[rune][]opening {
	book := make(map[rune][]opening, 128)
	for _, c := range []class{more, button, credit, wordCount, notice, tagsLabel, footer} {
		for phrase := range strings.SplitSeq(openings[c], "|") {
			if phrase = strings.TrimLeft(phrase, "\n"); phrase != "" {
				r, _ := utf8.DecodeRuneInString(phrase)
				book[r] = append(book[r], opening{phrase, c})
			}
		}
	}
	return book
})

// fold writes s as the phrases are written: lower case, straight
// apostrophes, plain spaces.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\u00a0' || r == '\u202f' || r >= utf8.RuneSelf && unicode.IsSpace(r):
			gap = b.Len() > 0
			continue
		case r == '’' || r == '‘' || r == 'ʼ':
			r = '\''
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// phrase takes digits, marks and symbols off the ends of a folded line.
func phrase(folded string) string {
	s := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
	return s
}

// classify says what each line is.
func classify(lines []line) {
	for i := range lines {
		lines[i].class = classOf(&lines[i])
	}
}

func classOf(l *line) class {
	switch {
	case drawn(l.text):
		return rule
	case pixel(l.text):
		return ad
	case l.weight > 600 || looksLikeCode(l.raw):
		return text
	}
	folded := fold(l.text)
	if l.weight > longest {
		if c := begins(folded); c == notice || c == wordCount || c == footer {
			return c
		}
		return long(folded)
	}
	if c, ok := whole(folded); ok {
		return c
	}
	if credited(folded) {
		return credit
	}
	if breadcrumb(l.text) || tagline(folded) {
		return crumbs
	}
	if c := begins(folded); c != text {
		if c == notice && isDate(l.text) {
			return fact
		}
		return c
	}
	if c := row(l.text); c != text {
		return c
	}
	if strings.Contains(l.text, "©") && strings.ContainsFunc(l.text, unicode.IsDigit) && words(l.text) <= 8 && !ends(l.text) {
		return footer
	}
	if isFact(l.text) {
		return fact
	}
	return long(folded)
}

// pixel reports whether a line is markup for browsers without scripts, nothing
// but tags with a picture of one pixel in them, which counts readers.
func pixel(s string) bool {
	if s[0] != '<' || !strings.Contains(s, "<img") || !strings.Contains(s, "width=1 ") && !strings.Contains(s, `width="1"`) {
		return false
	}
	for ; s != ""; s = strings.TrimSpace(s) {
		end := strings.IndexByte(s, '>')
		if s[0] != '<' || end < 0 {
			return false
		}
		s = s[end+1:]
	}
	return true
}

// begins looks the beginning of a folded line up.
func begins(folded string) class {
	r, _ := utf8.DecodeRuneInString(folded)
	for _, o := range openingBook()[r] {
		if !strings.HasPrefix(folded, o.phrase) {
			continue
		}
		rest := folded[len(o.phrase):]
		next, _ := utf8.DecodeRuneInString(rest)
		last, _ := utf8.DecodeLastRuneInString(o.phrase)
		if unicode.IsLetter(last) && unicode.IsLetter(next) && !wide(last) && next < 0x600 {
			continue // a longer word
		}
		if o.class == credit && (len(rest) > 120 || ends(rest) && len(rest) > 60) {
			continue
		}
		if o.class == notice && !noticeLike(folded, rest, o.phrase) {
			continue
		}
		return o.class
	}
	return text
}

// noticeLike keeps a paragraph of the text that only begins like a notice.
func noticeLike(folded, rest, opening string) bool {
	if strings.HasPrefix(opening, "update") || strings.HasPrefix(opening, "note:") || strings.HasPrefix(opening, "※") || strings.HasPrefix(opening, "注") {
		return len(rest) < 400
	}
	return len(folded) > len(opening)
}

// long finds notices and consent banners by words within a line.
func long(folded string) class {
	for _, s := range []string{"may have changed since", "since publication", "since this was published", "not financial advice", "not investment advice", "for informational purposes only", "we may earn a commission", "earn an affiliate commission", "affiliate links", "affiliate-links", "liens affiliés", "enlaces de afiliado", "link di affiliazione", "links de afiliado"} {
		if strings.Contains(folded, s) && len(folded) < 420 {
			return notice
		}
	}
	if strings.Contains(folded, "cookie") || strings.Contains(folded, "куки") || strings.Contains(folded, "クッキー") || strings.Contains(folded, "쿠키") {
		for _, s := range []string{"we use", "we and our", "uses cookies", "consent", "your privacy", "wir verwenden", "wir nutzen", "zustimm", "nous utilisons", "utilise des cookies", "utilizamos", "usamos", "utiliza cookies", "utilizziamo", "usiamo", "utilizza cookie", "wij gebruiken", "we gebruiken", "vi använder", "vi bruger", "vi bruker", "używamy", "korzystamy", "używa plików", "мы используем", "использует", "使用しています", "使用して", "使用cookie", "我们使用", "我們使用", "사용합니다", "نستخدم", "çerez"} {
			if strings.Contains(folded, s) {
				return menu
			}
		}
	}
	return text
}

// drawn reports whether s is a rule: three or more of the same marks.
func drawn(s string) bool {
	n := 0
	for _, r := range s {
		if r == ' ' {
			continue
		}
		if !strings.ContainsRune("-–—=_*~#─━═·•.⁂✦◆◇❖§", r) {
			return false
		}
		n++
	}
	return n >= 3 || s == "--" || n > 0 && strings.Trim(s, "⁂✦◆◇❖ ") == ""
}
