package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// Chunk numbers of an anchor outside the body.
const (
	endingChunk   = -1
	mastheadChunk = -2
)

const anchorWords = 8

// Anchor is the place of the line p as a piece of the text. Its words begin
// with a newline for each line before the text that shows none of it: an empty
// one, the frame of a quote.
func (l *Layout) Anchor(p Pos) articles.Anchor {
	p = l.clamp(p)
	if p == (Pos{}) {
		return articles.Anchor{}
	}
	lines := l.part(p.Part)
	a := articles.Anchor{Letters: lines[p.Line].before}
	bare := 0
	for bare < len(lines)-p.Line && lines[p.Line+bare].own == 0 {
		bare++
	}
	switch {
	case p.Part == 0:
		a.Chunk = mastheadChunk
	case p.Part > len(l.doc.Chunks):
		a.Chunk = endingChunk
	default:
		a.Chunk = l.doc.Chunks[p.Part-1].Start
		a.Words = wordsFrom(l.plain(p.Part-1), a.Letters)
	}
	a.Words = strings.Repeat("\n", bare) + a.Words
	return a
}

// plain is the words of chunk i; those of the last one asked for are kept, as
// every step of a scroll asks again.
func (l *Layout) plain(i int) string {
	if l.plainOf != i+1 {
		l.plainOf, l.plainText = i+1, l.doc.Plain(i)
	}
	return l.plainText
}

// Find is the line of an anchor, in this layout and this text. In a text that
// was edited it is where the anchor's words stand now, nearest to where they
// stood; without those, as near as can be.
func (l *Layout) Find(a articles.Anchor) Pos {
	words := strings.TrimLeft(a.Words, "\n")
	bare := len(a.Words) - len(words)
	switch {
	case a.IsZero():
		return Pos{}
	case a.Chunk == mastheadChunk:
		return l.find(0, a.Letters, bare)
	case a.Chunk < 0:
		return l.find(l.parts()-1, a.Letters, bare)
	case len(l.doc.Chunks) == 0:
		return Pos{}
	}
	i := l.doc.ChunkAt(a.Chunk)
	if words == "" || l.doc.Chunks[i].Start == a.Chunk && wordsFrom(l.plain(i), a.Letters) == words {
		return l.find(i+1, a.Letters, bare)
	}
	head, tail := halves(words)
	for _, part := range [...]struct {
		words  string
		before int // letters of the anchor's words before these
	}{{words, 0}, {head, 0}, {tail, len(fold(head))}} {
		if j, at, ok := l.search(i, a.Letters+part.before, part.words); ok {
			return l.find(j+1, max(0, at-part.before), bare)
		}
	}
	return l.find(i+1, a.Letters, bare)
}

// leastHalf is how many letters half of an anchor's words must have to be known
// by.
const leastHalf = 10

// halves are the two halves of an anchor's words, for when the whole is nowhere:
// one of them may be, when a word was corrected. Those too short are empty.
func halves(words string) (head, tail string) {
	middle := len(words) / 2
	if at := strings.IndexByte(words[middle:], ' '); at >= 0 && at < len(words)/4 {
		middle += at
	}
	for middle < len(words) && !utf8.RuneStart(words[middle]) {
		middle++
	}
	head, tail = words[:middle], words[middle:]
	if min(len(fold(head)), len(fold(tail))) < leastHalf {
		return "", ""
	}
	return head, tail
}

// find is the line of a part that the letter of this number stands in, bare
// lines above it.
func (l *Layout) find(part, letter, bare int) Pos {
	lines := l.part(part)
	if len(lines) == 0 {
		return l.clamp(Pos{part, 0})
	}
	at := len(lines)
	for j, line := range lines {
		if line.own > 0 && letter < line.before+line.own {
			at = j
			break
		}
	}
	for ; bare > 0 && at > 0 && lines[at-1].own == 0; bare-- {
		at--
	}
	return Pos{part, min(at, len(lines)-1)}
}

// farthest is how far, in bytes each way, the words of an anchor are looked for:
// what was moved farther is not where the reader was, and reading all of a long
// text can be felt.
const farthest = 256 << 10

// search finds folded words in the chunk nearest to number i that has them,
// and how many letters stand before them; among several places the one with
// the nearest count of letters.
func (l *Layout) search(i, near int, words string) (chunk, at int, ok bool) {
	key := longest(strings.Fields(words))
	if key == "" {
		return 0, 0, false
	}
	from := l.doc.Chunks[i].Start
	for distance := range len(l.doc.Chunks) {
		for _, j := range [...]int{i - distance, i + distance} {
			if j < 0 || j >= len(l.doc.Chunks) || abs(l.doc.Chunks[j].Start-from) > farthest || !l.mayContain(j, key) {
				continue
			}
			if at, ok := nearest(fold(l.doc.Plain(j)), fold(words), near); ok {
				return j, at, true
			}
		}
	}
	return 0, 0, false
}

func (l *Layout) mayContain(i int, word string) bool {
	c := l.doc.Chunks[i]
	return strings.Contains(strings.ToLower(l.doc.Source[c.Start:c.End]), word)
}

func longest(words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > len(best) {
			best = w
		}
	}
	return best
}

// nearest finds needle in folded text, and is the number of letters before
// the place whose number is nearest to near.
func nearest(text, needle []rune, near int) (int, bool) {
	best, found := 0, false
	for i := 0; len(needle) > 0 && i+len(needle) <= len(text); i++ {
		if !slices.Equal(text[i:i+len(needle)], needle) {
			continue
		}
		if !found || abs(i-near) < abs(best-near) {
			best, found = i, true
		}
	}
	return best, found
}

func abs(n int) int { return max(n, -n) }

// fold is the letters and digits of s, in lower case.
func fold(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// wordsFrom is a few words of s, folded, that begin after so many letters.
func wordsFrom(s string, skip int) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			continue
		}
		if skip == 0 {
			const most = 160 // bytes that hold so many words of any usual kind
			piece := strings.ToValidUTF8(s[i:min(len(s), i+most)], "")
			words := strings.Fields(strings.ToLower(piece))
			return strings.Join(words[:min(anchorWords, len(words))], " ")
		}
		skip--
	}
	return ""
}

// Progress is the share of the body that stands before the line p, from 0 to
// 1, measured in bytes of its source: the same at every width.
func (l *Layout) Progress(p Pos) float64 {
	p = l.clamp(p)
	switch {
	case p.Part == 0 || len(l.doc.Source) == 0:
		return 0
	case !l.isBody(p.Part):
		return 1
	}
	lines, c := l.part(p.Part), l.doc.Chunks[p.Part-1]
	last := lines[len(lines)-1]
	share := float64(p.Line) / float64(len(lines))
	if total := last.before + last.own; total > 0 {
		share = float64(lines[p.Line].before) / float64(total)
	}
	return (float64(c.Start) + share*float64(c.End-c.Start)) / float64(len(l.doc.Source))
}

// Section is the words of the nearest heading at p or above it; empty when
// there is none.
func (l *Layout) Section(p Pos) string {
	p = l.clamp(p)
	at, ok := p, true
	if lines := l.part(p.Part); lines[p.Line].mark != headingRow {
		at, ok = l.Heading(p, -1)
	}
	if !ok {
		return ""
	}
	lines := l.part(at.Part)
	words := []string{}
	for _, line := range lines[at.Line:] {
		if line.own == 0 && len(words) > 0 {
			break
		}
		words = append(words, strings.TrimSpace(ansi.Strip(line.Text)))
	}
	all := strings.Join(words, " ")
	for _, sign := range headingSigns {
		if rest, ok := strings.CutPrefix(all, sign); ok && sign != "" {
			return rest
		}
	}
	return all
}

// mayHold reports whether the source of a part of the body looks as if it held
// a heading, or a pull-quote.
func (l *Layout) mayHold(part int, m mark) bool {
	if m == headingRow {
		_, ok := slices.BinarySearch(l.doc.HeadingChunks(), part-1)
		return ok
	}
	c := l.doc.Chunks[part-1]
	src := l.doc.Source[c.Start:c.End]
	bar := strings.HasPrefix(src, ">") || strings.Contains(src, "\n>") || strings.Contains(src, " >")
	return bar && (strings.ContainsAny(src, "–—―&") || strings.Contains(src, "--"))
}
