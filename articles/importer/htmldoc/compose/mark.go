package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark stands around words: a sign of Markdown where that would be read as
// one, else a tag, or what it always is.
type mark struct {
	sign       string // of Markdown, the same at both ends
	head, tail string // what stands there where the sign cannot
}

func tag(name, sign string) *mark { return &mark{sign, "<" + name + ">", "</" + name + ">"} }

func link(href string) *mark { return &mark{"", "[", "](" + href + ")"} }

var (
	emphasis = tag("em", "*")
	strong   = tag("strong", "**")
	deleted  = tag("del", "~~")
)

// marks are those of elements, by their names.
var marks = map[string]*mark{
	"em": emphasis, "i": emphasis, "cite": emphasis, "dfn": emphasis, "var": emphasis,
	"strong": strong, "b": strong, "summary": strong,
	"del": deleted, "s": deleted, "strike": deleted,
	"mark": tag("mark", ""),
	"rt":   {"", "(", ")"},
}

// piece is a part of a line.
type piece struct {
	kind pieceKind
	text string // words as they are; anything else as Markdown has it
	mark *mark
	mate int  // where the other end of a mark stands
	sign bool // the mark is written with its sign
}

type pieceKind int

const (
	words     pieceKind = iota
	codeWords           // a span of code; text is the code
	texWords            // text is the formula
	gap                 // a blank, a break of the line or of the paragraph
	atom                // a picture, a formula, the mark of a note
	open
	shut
)

// first and last are the runes that Markdown sees at the ends of a piece. An
// address may stand in brackets or not, so that its ends are neither of a word nor
// a sign.
func (p *piece) first() rune {
	text := p.ends(true)
	if p.kind == words && strings.HasPrefix(text, "http") {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func (p *piece) last() rune {
	text := p.ends(false)
	if p.kind == words && strings.Contains(text[strings.LastIndexByte(text, ' ')+1:], "://") {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func (p *piece) ends(start bool) string {
	switch {
	case p.kind == gap && p.text != "<br>":
		return " "
	case p.kind == codeWords:
		return "`"
	case p.kind == texWords:
		return "$"
	case p.kind == open && p.sign, p.kind == shut && p.sign:
		return p.mark.sign
	case p.kind == open:
		return p.mark.head
	case p.kind == shut:
		return p.mark.tail
	}
	return p.text
}

// settle says of each mark whether its sign can be read. Marks are settled as
// they begin: one that stands right at another with a sign has none, so that no
// two runs of stars are read as one.
func settle(all []piece, cell bool) {
	strict := cell || slices.ContainsFunc(all, func(p piece) bool { return p.kind <= codeWords && strings.Contains(p.text, "*") })
	for i := range all {
		if all[i].kind != open || all[i].mark.sign == "" || all[i].sign {
			continue
		}
		j := all[i].mate
		in, out := i, j // of the innermost of two marks around the same words
		if next := all[i+1]; next.kind == open && next.mate == j-1 && (next.mark == emphasis || next.mark == strong) &&
			(all[i].mark == emphasis || all[i].mark == strong) {
			in, out = i+1, j-1
		}
		before, after := ' ', ' '
		if i > 0 {
			before = all[i-1].last()
		}
		if j+1 < len(all) {
			after = all[j+1].first()
		}
		if strict && !unicode.IsSpace(before) && !isWord(before) { // behind a stray star it might be taken for an end
			continue
		}
		if isMark(all, i-1, shut) || isMark(all, j+1, open) || isSigned(all, i-1) || isSigned(all, j+1) || !reads(all[i].mark, before, all[in+1].first()) || !reads(all[i].mark, after, all[out-1].last()) {
			continue
		}
		for _, k := range [...]int{i, j, in, out} {
			all[k].sign = true
		}
	}
}

// isMark reports whether a mark that is a tag ends or begins right beside another.
func isMark(all []piece, i int, end pieceKind) bool {
	return i >= 0 && i < len(all) && all[i].kind == end && all[i].mark.head[0] == '<'
}

func isSigned(all []piece, i int) bool { return i >= 0 && i < len(all) && all[i].sign }

// reads reports whether a sign of emphasis between an outer and an inner rune
// is one to all who read Markdown: the inner is of a word, or the outer parts
// words (CommonMark, "Emphasis and strong emphasis").
func reads(m *mark, outer, inner rune) bool {
	sign := rune(m.sign[0])
	return outer != sign && inner != sign && (isWord(inner) || !unicode.IsSpace(inner) && (unicode.IsSpace(outer) || outer < utf8.RuneSelf && !isWord(outer)))
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
