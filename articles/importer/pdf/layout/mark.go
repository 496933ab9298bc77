package layout

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is what an item of a list begins with.
type marker struct {
	kind  markerKind
	words int     // of the line that are the mark
	skip  int     // bytes of the word after those
	value int     // of a number
	style string  // of a number, as in "#." or "(#)"
	left  float64 // of the words that follow
}

type markerKind int

const (
	noMark markerKind = iota
	bullet
	number
)

// bullets are the signs before items. The last ones are what fonts of signs have
// where others have letters.
const bullets = "•‣◦▪▫■□●○◆◇➢➤►▸▶✓✔❖∙·–—*-\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf06c\uf06e\uf02d\uf0e0"

// markerOf finds the mark of an item at the beginning of a line.
func markerOf(l *line) marker {
	if l.turned || len(l.words) < 2 {
		if len(l.words) == 1 && !l.turned && isBullet(l.words[0].Text) {
			return marker{kind: bullet, words: 1, left: l.Right}
		}
		return marker{}
	}
	first, second := &l.words[0], &l.words[1]
	if second.Joined && second.Left-first.Right < l.size/5 {
		return marker{}
	}
	m := marker{words: 1, left: second.Left}
	switch value, style := numbered(first.Text); {
	case isBullet(first.Text), isSign(first):
		m.kind = bullet
	case style != "":
		m.kind, m.value, m.style = number, value, style
	default:
		return marker{}
	}
	return m
}

func isBullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && strings.ContainsRune(bullets, r)
}

// isSign reports whether a word is one letter of a font of signs.
func isSign(w *Word) bool {
	name := strings.ToLower(w.Font.Name)
	return utf8.RuneCountInString(w.Text) == 1 && (strings.Contains(name, "wingding") || strings.Contains(name, "dingbat") || strings.HasPrefix(name, "msam") || strings.HasPrefix(name, "msbm"))
}

// numbered is the number that a word is the mark of, as in "3." or "(3)" or
// "b)"; style is empty when it is none.
func numbered(s string) (value int, style string) {
	bare := strings.Trim(s, "().")
	if bare == "" || bare == s || len(bare) > 3 || !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ")") || strings.Count(s, ".") > 1 {
		return 0, ""
	}
	style = strings.Replace(s, bare, "#", 1)
	if n, err := strconv.Atoi(bare); err == nil {
		return n, style
	}
	return 0, ""
}

// isOrdinal reports whether a word numbers what stands behind it: "3.1.2", "b)",
// "(iv)", or a bullet.
func isOrdinal(s string) bool {
	const longest = 8
	if len(s) > longest {
		return false
	}
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsDigit(r) && !strings.ContainsRune(".()[]§"+bullets, r):
			return false
		}
	}
	return letters <= 1 || roman(strings.ToLower(strings.Trim(s, ".()"))) > 0
}

// isTerminal reports whether a text ends as sentences do.
func isTerminal(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？：؟۔।", r)
}

// beginsSmall reports whether a text begins with a small letter.
func beginsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsPunct))
	return unicode.IsLower(r)
}

// isRaised and isLowered report whether a word is a mark above or below a line.
func (l *line) isRaised(w *Word) bool {
	return w.Size < smaller*l.size && w.Base > l.base+l.size*0.15
}

func (l *line) isLowered(w *Word) bool {
	return w.Size < smaller*l.size && w.Base < l.base-l.size*0.08
}
