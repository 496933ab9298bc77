package clipping

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// line is one line of the text that is not blank. A paragraph that was wrapped
// at a column is one line, joined again.
type line struct {
	text   string // without white space at its ends
	raw    string // with its indentation, for code
	at     int32  // which line of the text it is, or begins at
	gap    int32  // blank lines before it
	indent int32  // columns; a tab counts four
	weight int32  // characters, a wide one (Han, kana, Hangul) as two
	column int32  // at which a text that is no page wrapped it; 0 where its break is the author's
	words  lexicon.Kinds
	label  Label
	drawn  bool // preformatted: its spaces are part of it
}

// split cuts a cleaned text into its lines.
func split(s string) []line {
	lines := make([]line, 0, 64)
	gap, at := int32(0), int32(-1)
	for raw := range strings.SplitSeq(s, "\n") {
		at++
		raw = strings.TrimRightFunc(raw, unicode.IsSpace)
		body := strings.TrimLeftFunc(raw, unicode.IsSpace)
		if body == "" {
			gap++
			continue
		}
		l := line{text: body, raw: raw, at: at, gap: gap, weight: weigh(body)}
		for _, r := range raw[:len(raw)-len(body)] {
			if r == '\t' {
				l.indent += 3
			}
			l.indent++
		}
		lines = append(lines, l)
		gap = 0
	}
	return lines
}

// plain makes the invisible visible or takes it away: no-break spaces become
// spaces but where French sets them before a mark, soft hyphens and zero-width
// spaces go, no-break hyphens become hyphens.
func plain(s string) string {
	if !strings.ContainsAny(s, "\u00a0\u202f\u2007\u00ad\u200b\u2060\u2011") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch r {
		case '\u00a0', '\u202f', '\u2007':
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if strings.ContainsRune("»?!:;%€", next) || strings.HasSuffix(b.String(), "«") {
				b.WriteRune(r)
			} else {
				b.WriteByte(' ')
			}
		case '\u00ad', '\u200b', '\u2060':
		case '\u2011':
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wide reports whether r takes two cells and stands in a script without case.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3fffd)
}

func weigh(s string) int32 {
	n := int32(0)
	for _, r := range s {
		if n++; wide(r) {
			n++
		}
	}
	return n
}

// closers may follow the mark that ends a sentence.
const closers = "\"'”’»«›“)]）」』】〉》*_"

// lastMark is the last character of s that is no bracket or quotation mark.
func lastMark(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(stripMarks(s), closers+" \u00a0\u202f"))
	return r
}

// ends reports whether s ends as a sentence does.
func ends(s string) bool {
	return strings.ContainsRune(".!?…。！？؟۔।｡:;：；", lastMark(s))
}

// stops is [ends] with a mark that no heading has: a question may be one.
func stops(s string) bool { return strings.ContainsRune(".…。۔।｡;；,，、:：", lastMark(s)) }

// colon reports whether s announces what follows.
func colon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// stripMarks takes reference marks such as [3] off the end.
func stripMarks(s string) string {
	for strings.HasSuffix(s, "]") {
		at := strings.LastIndexByte(s, '[')
		if at <= 0 || len(s)-at > 6 {
			return s
		}
		s = strings.TrimRight(s[:at], " ")
	}
	return s
}

// startsLower reports whether s begins with a lower-case letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘„«(["))
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘„«([¿¡"))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// capitals reports whether the cased letters of s, at least three, are all
// capitals.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}

// words counts the words of a short line; in scripts without spaces two
// characters make one.
func words(s string) int {
	n, cjk := 0, 0
	for f := range strings.FieldsSeq(s) {
		here := 0
		for _, r := range f {
			if wide(r) && unicode.IsLetter(r) {
				here++
			}
		}
		if here > 0 {
			cjk += here
		} else if strings.ContainsFunc(f, letterOrDigit) {
			n++
		}
	}
	return n + (cjk+1)/2
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Weights of running text: what is lighter is prose only with a full stop, what
// is much heavier needs no mark at its end.
const (
	leastProse = 70
	sureProse  = 120
	heavyProse = 200
)

// prose reports whether l has the shape of a paragraph of running text.
func (l *line) prose() bool {
	if l.weight < leastProse {
		return false
	}
	if l.weight >= sureProse {
		return ends(l.text) || l.weight >= heavyProse
	}
	return strings.ContainsRune(".。．।۔｡:：", lastMark(l.text)) || ends(l.text) && strings.ContainsAny(l.text, ".。")
}

// small reports whether l is as short as an entry of a menu.
func (l *line) small() bool { return l.weight <= 40 && words(l.text) <= 5 && !ends(l.text) }

// drawnLine reports whether s is a rule: three or more marks, a dinkus, or what
// stands over the signature of a mail.
func drawnLine(s string) bool {
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

// fold is how lines are compared.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
