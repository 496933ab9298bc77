package screentest

import (
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// maxCluster bounds the bytes of a cell; the longest emoji take 35.
const maxCluster = 64

// method is how the terminal measures text: by rune, until the program asks
// for grapheme clusters (mode 2027).
func (s *Screen) method() ansi.Method {
	if s.modes[ansi.ModeUnicodeCore] {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

// print shows one rune at the cursor.
func (s *Screen) print(r rune) {
	if unicode.IsControl(r) || r == unicode.ReplacementChar {
		s.strange("character %U", r)
		return
	}
	if s.joined(r) {
		return
	}
	width := s.method().StringWidth(string(r))
	if width == 0 {
		return // nothing to join it to
	}
	s.put(string(r), width)
}

// put writes a grapheme of one or two columns and moves on.
func (s *Screen) put(grapheme string, width int) {
	p := s.page
	if p.wrapNext || p.x+width > s.width {
		if s.modes[ansi.ModeAutoWrap] {
			p.x = 0
			s.lineFeed()
		} else {
			p.x = max(s.width-width, 0)
		}
	}
	p.wrapNext = false
	p.erase(p.y, p.x, p.x+width, s.blank()) // the other halves of wide cells below
	p.SetCell(p.x, p.y, &uv.Cell{Content: grapheme, Width: width, Style: s.pen, Link: s.link})
	s.last, s.join = grapheme, true
	if p.x+width >= s.width {
		p.x, p.wrapNext = s.width-1, true
		return
	}
	p.x += width
}

// joined adds a rune to the grapheme cluster before the cursor, if it belongs
// there: always when it has no width of its own, else only in mode 2027.
func (s *Screen) joined(r rune) bool {
	if r < 0x300 || !s.join {
		return false
	}
	x, y := s.before()
	cell := s.page.CellAt(x, y)
	if cell == nil || cell.Width == 0 || len(cell.Content) > maxCluster {
		return false
	}
	cluster := cell.Content + string(r)
	width := cell.Width
	if s.modes[ansi.ModeUnicodeCore] {
		if uniseg.GraphemeClusterCount(cluster) != 1 {
			return false
		}
		width = ansi.GraphemeWidth.StringWidth(cluster)
	} else if ansi.WcWidth.StringWidth(string(r)) != 0 {
		return false
	}
	if width == cell.Width {
		cell.Content, s.last = cluster, cluster
		return true
	}
	s.page.moveTo(x, y)
	s.put(cluster, width)
	return true
}

// before is the place of the cell that was written last.
func (s *Screen) before() (x, y int) {
	x, y = s.page.x, s.page.y
	if !s.page.wrapNext {
		x--
	}
	if cell := s.page.CellAt(x, y); cell != nil && cell.Width == 0 {
		x--
	}
	return x, y
}

// control obeys one control character.
func (s *Screen) control(b byte) {
	p := s.page
	s.join = false
	switch b {
	case '\r':
		p.moveTo(0, p.y)
	case '\n', '\v', '\f':
		s.lineFeed()
	case '\b':
		p.moveTo(p.x-1, p.y)
	case '\t':
		p.moveTo(s.tabs.Next(p.x), p.y)
	case '\a', 0, ansi.SI:
	default:
		s.strange("control %#02x", b)
	}
}

// lineFeed goes one row down, scrolling at the end of the region.
func (s *Screen) lineFeed() {
	p := s.page
	p.wrapNext = false
	if p.y != p.bottom-1 {
		p.moveTo(p.x, p.y+1)
		return
	}
	s.scrollUp(p.top, 1)
}

// scrollUp scrolls the region, and keeps what leaves the primary screen.
func (s *Screen) scrollUp(from, n int) {
	for _, line := range s.page.scroll(from, n, s.blank()) {
		if s.page == s.primary && from == 0 {
			s.scrollback = append(s.scrollback, text(line))
		}
	}
}

// blank is an erased cell: it keeps the pen's background.
func (s *Screen) blank() uv.Cell {
	return uv.Cell{Content: " ", Width: 1, Style: uv.Style{Bg: s.pen.Bg}}
}
