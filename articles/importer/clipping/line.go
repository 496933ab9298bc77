package clipping

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the text that is not blank. A paragraph that was wrapped
// at a column is one line, joined again.
type line struct {
	text   string // without white space at its ends
	raw    string // with its indentation, for code
	gap    int32  // blank lines before it
	indent int32  // columns; a tab counts four
	weight int32  // characters, a wide one (Han, kana, Hangul) as two
	class  class
	column int32 // at which a text that is no page wrapped it; 0 where its break is the author's
	drawn  bool  // preformatted: its spaces are part of it
}

// class says what a line is, as far as it alone tells.
type class uint8

// The classes. From [tagsLabel] on they open a section of the end matter.
const (
	text class = iota
	menu
	button
	ad
	image     // a hint at an image, not its caption
	credit    // whose photograph it is
	more      // "Read more: …"
	fact      // by-line, date, read time, views
	count     // a number of comments, claps, followers
	wordCount // the page's claim of its length
	notice
	crumbs // Home › News › Here
	rule   // a line drawn with characters
	tocLabel
	tagsLabel
	authorLabel
	relatedLabel
	commentsLabel
	navLabel
	asideLabel
	footer
)

// furniture reports whether a line of class c is no words of an article.
func (c class) furniture() bool { return c != text && c != notice }

// endMatter reports whether c opens a section after an article.
func (c class) endMatter() bool { return c >= tagsLabel }

// split cuts a cleaned text into its lines.
func split(s string) []line {
	lines := make([]line, 0, 64)
	gap := int32(0)
	for raw := range strings.SplitSeq(s, "\n") {
		raw = strings.TrimRightFunc(raw, unicode.IsSpace)
		body := strings.TrimLeftFunc(raw, unicode.IsSpace)
		if body == "" {
			gap++
			continue
		}
		l := line{text: body, raw: raw, gap: gap, weight: weigh(body)}
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
			before := b.String()
			if strings.ContainsRune("»?!:;%€", next) || strings.HasSuffix(before, "«") {
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

// ends reports whether s ends as a sentence does.
func ends(s string) bool {
	s = strings.TrimRight(stripMarks(s), closers+" \u00a0\u202f")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？؟۔।｡:;：；", r)
}

// stops is [ends] with a mark that no heading has: a question may be one.
func stops(s string) bool {
	s = strings.TrimRight(stripMarks(s), closers+" \u00a0\u202f")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".…。۔।｡;；,，、:：", r)
}

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

// prose reports whether l is a paragraph of running text.
func (l *line) prose() bool {
	if l.class != text || l.weight < 70 {
		return false
	}
	if l.weight >= 120 {
		return ends(l.text) || l.weight >= 200
	}
	s := strings.TrimRight(stripMarks(l.text), closers+" \u00a0\u202f") // a headline may end with a question
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".。．।۔｡:：", r) || ends(s) && strings.ContainsAny(s, ".。")
}

// tellNote tells a note from a page: without prose and without the furniture
// of pages each line of it counts as text.
func (p *page) tellNote() {
	p.note = mostly(p.lines, (*line).prose) == 0
	signs := mostly(p.lines, func(l *line) bool {
		return l.class == fact || l.class == button || l.class == menu || l.class == footer || l.class == commentsLabel
	})
	if !p.note || signs > 2 {
		return
	}
	for i := range p.lines {
		if p.lines[i].class != rule {
			p.lines[i].class = text
		}
	}
}

// telling reports whether line i counts as the text of an article when its
// end is looked for.
func (p *page) telling(i int) bool {
	return p.lines[i].prose() || p.note && p.lines[i].class == text
}

// mostly is the number of lines of a class in a part of the text.
func mostly(lines []line, want func(*line) bool) int {
	n := 0
	for i := range lines {
		if want(&lines[i]) {
			n++
		}
	}
	return n
}
