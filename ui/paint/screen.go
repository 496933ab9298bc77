package paint

import (
	"image/color"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// screen is what the terminal shows, as far as we know, and what is to be
// written to it next.
type screen struct {
	reader
	height int
	// rows are what the terminal shows; nil is a row that is not known.
	rows  []*row
	blank *row
	stale bool // nothing is known: it is to be cleared
	dirty bool // it does not show the last text
	out   []byte

	pen  pen // the terminal's, and where its cursor stands; -1 is not known
	x, y int
}

func newScreen(width, height int, profile colorprofile.Profile) *screen {
	s := &screen{blank: &row{plain: true}, reader: reader{profile: profile, parser: ansi.NewParser()}}
	s.resize(width, height)
	return s
}

// resize gives the screen another size. What a terminal shows after it has
// changed its size is up to the terminal.
func (s *screen) resize(width, height int) {
	s.width, s.height = max(width, 1), max(height, 1)
	s.forget()
}

// forget has everything written anew.
func (s *screen) forget() {
	s.stale, s.dirty = true, true
	s.rows = nil // cut and coloured for what the terminal was
	s.pens = make(map[pen]*pen)
}

// measure changes how the terminal measures graphemes: what it measured another
// way is written anew.
func (s *screen) measure(method ansi.Method) {
	s.method = method
	for y, r := range s.rows {
		if r != nil && !r.plain {
			s.rows[y], s.dirty = nil, true
		}
	}
}

// paint writes what makes the terminal show a text.
func (s *screen) paint(text string) {
	s.x, s.y, s.dirty = -1, -1, false
	if s.stale {
		s.stale = false
		s.out = append(s.out, ansi.CursorHomePosition+ansi.EraseEntireScreen...)
		s.x, s.y = 0, 0
		s.rows = make([]*row, s.height)
		for y := range s.rows {
			s.rows[y] = s.blank
		}
	}
	next := s.next(text)
	s.scroll(next)
	for y, now := range next {
		if was := s.rows[y]; was != now {
			s.write(y, was, now)
		}
	}
	s.use(&pen{})
	s.rows = next
}

// next makes the rows of a text. A row that the screen shows already, wherever it
// stands, is the same row.
func (s *screen) next(text string) []*row {
	rows := make([]*row, s.height)
	var shown map[string]*row
	var open pen // that the row before has left open
	all := lines(text, s.height)
	for y := range rows {
		if y >= len(all) {
			rows[y] = s.blank
			continue
		}
		r := s.rows[y]
		if r == nil || r.text != all[y] || r.start != open {
			if shown == nil {
				shown = make(map[string]*row, s.height)
				for _, r := range s.rows {
					if r != nil {
						shown[r.text] = r
					}
				}
			}
			r = shown[all[y]]
			if r == nil || r.start != open {
				r = s.read(all[y], open)
			}
		}
		rows[y], open = r, r.end
	}
	return rows
}

// write writes a row over another.
func (s *screen) write(y int, was, now *row) {
	if was == nil || !was.plain || !now.plain {
		s.whole(y, now)
		return
	}
	old, cells := was.cells, now.cells
	for x := 0; x < len(cells); x++ {
		if x < len(old) && cells[x].equal(old[x]) || x >= len(old) && s.isBlank(cells[x]) {
			continue
		}
		s.reach(x, y, cells)
		s.put(cells[x])
	}
	if len(old) > len(cells) {
		s.move(len(cells), y)
		s.use(&pen{})
		s.out = append(s.out, ansi.EraseLineRight...)
	}
}

func (s *screen) isBlank(c cell) bool { return c.text == " " && *c.pen == pen{} }

// whole writes all of a row.
func (s *screen) whole(y int, now *row) {
	s.move(0, y)
	s.use(&pen{})
	s.out = append(s.out, ansi.EraseLineRight...)
	for _, c := range now.cells {
		s.put(c)
	}
	if !now.plain {
		s.x, s.y = -1, -1 // the terminal may measure otherwise
	}
}

// put writes a cell of one column at the cursor.
func (s *screen) put(c cell) {
	s.use(c.pen)
	s.out = append(s.out, c.text...)
	s.x++
	if s.x >= s.width {
		s.x = -1 // it hangs behind the last column
	}
}

// reach moves to a cell, over cells that are shown already when they take fewer
// bytes than a sequence.
func (s *screen) reach(x, y int, cells []cell) {
	const sequence = 4
	if gap := x - s.x; s.y == y && s.x >= 0 && 0 < gap && gap <= sequence {
		same, bytes := true, 0
		for _, c := range cells[s.x:x] {
			same = same && *c.pen == s.pen
			bytes += len(c.text)
		}
		if same && bytes <= sequence {
			for _, c := range cells[s.x:x] {
				s.put(c)
			}
			return
		}
	}
	s.move(x, y)
}

// move puts the cursor somewhere.
func (s *screen) move(x, y int) {
	switch {
	case s.x == x && s.y == y:
		return
	case x == 0 && s.y == y:
		s.out = append(s.out, '\r')
	case x == 0 && s.y >= 0 && s.y+1 == y:
		s.out = append(s.out, '\r', '\n')
	case s.y == y && 0 <= s.x && s.x < x:
		s.out = append(s.out, "\x1b["...)
		s.number(x - s.x)
		s.out = append(s.out, 'C')
	default:
		s.out = append(s.out, "\x1b["...)
		s.number(y + 1)
		s.out = append(s.out, ';')
		s.number(x + 1)
		s.out = append(s.out, 'H')
	}
	s.x, s.y = x, y
}

func (s *screen) number(n int) { s.out = strconv.AppendInt(s.out, int64(n), 10) }

// use changes the terminal's pen.
func (s *screen) use(p *pen) {
	if s.pen == *p {
		return
	}
	if s.pen.link != p.link {
		s.out = append(s.out, ansi.SetHyperlink(p.link.URL, p.link.Params)...)
	}
	if from, to := s.pen.style, p.style; from != to {
		if from.IsZero() || alike(from, to) {
			if !from.IsZero() {
				s.out = append(s.out, ansi.ResetStyle...)
			}
			s.out = append(s.out, to.String()...)
		} else {
			s.out = append(s.out, uv.StyleDiff(&from, &to)...)
		}
	}
	s.pen = *p
}

// alike tells whether a colour changes to one that looks the same but is not: the
// terminal's own red may be any red. [uv.StyleDiff] takes them for equal.
func alike(from, to uv.Style) bool {
	same := func(a, b color.Color) bool {
		if a == nil || b == nil || a == b {
			return false
		}
		r, g, bl, al := a.RGBA()
		r2, g2, b2, al2 := b.RGBA()
		return r == r2 && g == g2 && bl == b2 && al == al2
	}
	return same(from.Fg, to.Fg) || same(from.Bg, to.Bg) || same(from.UnderlineColor, to.UnderlineColor)
}
