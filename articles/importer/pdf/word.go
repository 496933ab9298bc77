package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/requests"

	"lede/articles/importer/pdf/layout"
)

// isBlank reports whether a letter parts words. Zero stands for one that nobody
// knows, and shows nothing.
func isBlank(r rune) bool { return r == 0 || unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// isHyphen reports whether a letter stands for a hyphen at which a line was
// broken: PDFium takes it out, with the break.
func isHyphen(r rune) bool { return r == 2 || r == 0xfffe || r == '\u00ad' }

// style is how letters look, as far as words are parted by it.
type style struct {
	size   float64
	base   float64
	turned bool
	font   layout.Font
}

// word reads the letters from at to end, which are parted where the font
// changes, as before the mark of a note.
func (p *page) word(letters []rune, at, end int, joined bool) error {
	for at < end {
		next, err := p.piece(letters, at, end, joined)
		if err != nil {
			return err
		}
		at, joined = next, true
	}
	return nil
}

// piece reads the first letters of a word that look alike, and returns where the
// others begin. Of a word whose first and last letter do, nobody looks at those
// between.
func (p *page) piece(letters []rune, at, end int, joined bool) (next int, err error) {
	first, err := p.box(at)
	if err != nil {
		return 0, err
	}
	looks, err := p.style(at, first)
	if err != nil {
		return 0, err
	}
	last, err := p.box(end - 1)
	if err != nil {
		return 0, err
	}
	alike := first.Bottom == last.Bottom && first.Top == last.Top
	if !alike {
		ending, err := p.style(end-1, last)
		if err != nil {
			return 0, err
		}
		alike = ending.like(looks)
	}
	for next = at + 1; !alike && next < end; next++ {
		b, err := p.box(next)
		if err != nil {
			return 0, err
		}
		other, err := p.style(next, b)
		if err != nil {
			return 0, err
		}
		if !other.like(looks) {
			p.put(letters[at:next], looks, first, joined)
			return next, nil
		}
		first = first.Union(b)
	}
	p.put(letters[at:end], looks, first.Union(last), joined)
	return end, nil
}

// like reports whether letters of two styles may stand in one word.
func (s style) like(o style) bool {
	return s.font == o.font && math.Abs(s.size-o.size) < s.size/50 && math.Abs(s.base-o.base) < s.size/20 && s.turned == o.turned
}

// put adds a word.
func (p *page) put(letters []rune, s style, in layout.Box, joined bool) {
	w := layout.Word{Box: in, Base: s.base, Size: s.size, Font: s.font, Turned: s.turned, Joined: joined}
	if n := len(letters); isHyphen(letters[n-1]) {
		w.Hyphen, letters = true, letters[:n-1]
	}
	w.Text = spelled(letters)
	if w.Text == "" && w.Hyphen && len(p.Words) > 0 && joined {
		p.Words[len(p.Words)-1].Hyphen = true
		return
	}
	p.Words = append(p.Words, w)
}

// spelled is a word as text. A letter of the higher planes may come as two.
func spelled(letters []rune) string {
	for i, r := range letters {
		if utf16.IsSurrogate(r) && i+1 < len(letters) {
			letters[i], letters[i+1] = utf16.DecodeRune(r, letters[i+1]), 0
		}
	}
	return strings.ReplaceAll(string(letters), "\x00", "")
}

func (p *page) box(index int) (layout.Box, error) {
	b, err := p.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: p.at(index)})
	if err != nil {
		return layout.Box{}, err
	}
	return p.turn(layout.Box{Left: float64(b.Rect.Left), Right: float64(b.Rect.Right), Bottom: float64(b.Rect.Bottom), Top: float64(b.Rect.Top)}), nil
}

// at is the index that PDFium has for a letter.
func (p *page) at(letter int) int {
	if p.index != nil {
		return p.index[letter]
	}
	return letter
}

// Shares of the height of a letter that part letters of one word from words.
const (
	noBlank = 0.07 // what stands nearer is one word, whatever blank is written there
	isSpace = 0.13 // what stands farther is two
)

// misparted reports whether blanks of a page say little: some typesetters write
// them within words, and move back.
func (p *page) misparted() bool {
	const few, share = 5, 50
	near := 0
	for i := 1; i < len(p.Words); i++ {
		w, before := &p.Words[i], &p.Words[i-1]
		if gap := w.Left - before.Right; !w.Joined && w.Base == before.Base && math.Abs(gap) < noBlank*w.Size {
			near++
		}
	}
	return near > few && near*share > len(p.Words)
}

// measured reads the words of a page anew, as the places of the letters part
// them.
func (p *page) measured(letters []rune) error {
	p.Words, p.index = nil, nil
	var boxes []layout.Box
	var index []int
	ends := map[int]bool{} // letters behind which a line ends
	for i, r := range letters {
		switch {
		case r == '\r', r == '\n':
			ends[len(index)] = true
		case !isBlank(r):
			b, err := p.box(i)
			if err != nil {
				return err
			}
			boxes, index = append(boxes, b), append(index, i)
		}
	}
	p.index = index
	solid := make([]rune, len(index))
	for i, at := range index {
		solid[i] = letters[at]
	}
	joined := false
	for at := 0; at < len(solid); {
		end := at + 1
		for end < len(solid) && !ends[end] && !isHyphen(solid[end-1]) && boxes[end].Left-boxes[end-1].Right < isSpace*(boxes[end].Top-boxes[end].Bottom) {
			end++
		}
		if err := p.word(solid, at, end, joined); err != nil {
			return err
		}
		joined, at = end < len(solid) && isHyphen(solid[end-1]), end
	}
	return nil
}
