package reader

import (
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/keys"
)

// outline is all headings of the text, the title of the article first.
type outline struct {
	known    bool // the headings came
	headings []markdown.Heading
	minutes  []int // of each section with those under it; nil until counted
	asked    bool  // the minutes are on their way
	here     int   // the row of the section that is read: 0 is the title
	cursor   int
	stay     string // words of the heading to stand on when the headings come anew
}

func (p *outline) rows() int { return len(p.headings) + 1 }

func (p *outline) move(by int) { p.cursor = max(0, min(p.cursor+by, p.rows()-1)) }

// outlining shows the outline at the left of the text, or in its place.
type outlining struct{ reading }

// On a screen of so many columns the outline stands beside the text, and takes
// a third of them, within bounds; on others it takes the screen.
const (
	sideBySide   = 100
	leastOutline = 34
	mostOutline  = 48
)

// outlineWidth is the columns that the text leaves to the outline.
func (r *Reader) outlineWidth() int {
	if !is[outlining](r) || r.width < sideBySide {
		return 0
	}
	return max(leastOutline, min(r.width/3, mostOutline))
}

func (r *Reader) openOutline() tea.Cmd {
	p := &r.outline
	r.mode = outlining{reading{r}}
	r.relay()
	if p.known {
		return r.outlineCame(outlineMsg{r.request, p.headings})
	}
	return loadOutline(r.request, r.layout.Document())
}

// outlineCame shows the headings, and has the length of each section counted.
func (r *Reader) outlineCame(msg outlineMsg) tea.Cmd {
	if msg.request != r.request || r.layout == nil {
		return nil
	}
	p := &r.outline
	p.headings, p.known = msg.headings, true
	p.here = 0
	if offset, ok := r.layout.HeadingOffset(r.top); ok {
		p.here = sort.Search(len(p.headings), func(i int) bool { return p.headings[i].Offset > offset })
	}
	p.cursor = p.here
	if at := slices.IndexFunc(p.headings, func(h markdown.Heading) bool { return p.stay != "" && h.Text == p.stay }); at >= 0 {
		p.cursor = at + 1
	}
	p.stay = ""
	if p.asked {
		return nil
	}
	p.asked = true
	latest := &r.opened
	this := latest.Load()
	return loadSections(r.request, r.layout.Document(), func() bool { return latest.Load() != this })
}

func (m outlining) close() {
	m.read()
	m.relay()
}

func (m outlining) scope() keys.Scope { return keys.InOutline }

func (m outlining) act(k keys.Command) (tea.Cmd, bool) {
	p, page, n := &m.outline, max(1, m.text()-outlineHead), max(1, k.Count)
	switch k.Op {
	case keys.Down:
		p.move(n)
	case keys.Up:
		p.move(-n)
	case keys.HalfDown:
		p.move(n * max(1, page/2))
	case keys.HalfUp:
		p.move(-n * max(1, page/2))
	case keys.PageDown:
		p.move(n * page)
	case keys.PageUp:
		p.move(-n * page)
	case keys.Top:
		p.cursor = 0
	case keys.End:
		p.cursor = p.rows() - 1
	case keys.Choose:
		return m.toHeading(p.cursor), true
	case keys.Out, keys.Cancel, keys.Outline:
		m.close()
	default:
		return nil, false
	}
	return nil, true
}

// toHeading goes to a row of the outline.
func (m outlining) toHeading(row int) tea.Cmd {
	m.close()
	if row == 0 {
		return m.jump(m.layout.Start())
	}
	return m.jump(m.layout.At(m.outline.headings[row-1].Offset))
}

// click goes to the heading that was clicked; a click beside the outline closes it.
func (m outlining) click(x, y int) tea.Cmd {
	row := m.outline.first(m.text()) + y - outlineHead
	if w := m.outlineWidth(); y < outlineHead || row >= m.outline.rows() || y >= m.text() || w > 0 && x >= w {
		m.close()
		return nil
	}
	return m.toHeading(row)
}

func (m outlining) wheel(notches int) tea.Cmd {
	m.outline.move(notches * wheelLines)
	return nil
}

// loadOutline lists the headings of a text.
func loadOutline(request int, doc *markdown.Document) tea.Cmd {
	return func() tea.Msg { return outlineMsg{request, doc.Outline()} }
}

// loadSections counts how long each section takes to read, until stop.
func loadSections(request int, doc *markdown.Document, stop func() bool) tea.Cmd {
	return func() tea.Msg {
		own := doc.Sections(stop)
		if own == nil {
			return nil
		}
		return outlineTimesMsg{request, sectionMinutes(doc.Outline(), own)}
	}
}

// sectionMinutes is the read time of each section together with those under
// it.
func sectionMinutes(headings []markdown.Heading, own []articles.Length) []int {
	whole := make([]articles.Length, len(own))
	var above []int // the sections that are open
	for i := range headings {
		for len(above) > 0 && headings[above[len(above)-1]].Level >= headings[i].Level {
			above = above[:len(above)-1]
		}
		above = append(above, i)
		for _, j := range above { // at most six: their levels rise
			whole[j].Add(own[i])
		}
	}
	minutes := make([]int, len(whole))
	for i, l := range whole {
		minutes[i] = l.Minutes()
	}
	return minutes
}
