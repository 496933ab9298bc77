package ui

import (
	"slices"
	"sort"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
)

// outline is the panel of all headings, the title of the article first.
type outline struct {
	open     bool
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

// On a screen of so many columns the outline stands beside the text, and takes
// a third of them, within bounds; on others it takes the screen.
const (
	sideBySide   = 100
	leastOutline = 34
	mostOutline  = 48
)

// outlineWidth is the columns that the text leaves to the outline.
func (r *reader) outlineWidth() int {
	if !r.way.outline.open || r.width < sideBySide {
		return 0
	}
	return max(leastOutline, min(r.width/3, mostOutline))
}

func (a *app) openOutline() tea.Cmd {
	r := &a.reader
	r.way.leaveMode()
	p := &r.way.outline
	p.open = true
	r.relay()
	if p.known {
		return a.outlineCame(outlineMsg{r.request, p.headings})
	}
	return a.fx.outline(r.request, r.layout.Document())
}

// outlineCame shows the headings, and has the length of each section counted.
func (a *app) outlineCame(msg outlineMsg) tea.Cmd {
	r := &a.reader
	if msg.request != r.request || r.layout == nil {
		return nil
	}
	p := &r.way.outline
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
	latest := r.way.opened
	this := latest.Load()
	return a.fx.sections(r.request, r.layout.Document(), func() bool { return latest.Load() != this })
}

func (r *reader) closeOutline() {
	r.way.outline.open = false
	r.relay()
}

func (a *app) inOutline(o op) tea.Cmd {
	r := &a.reader
	p, page := &r.way.outline, max(1, r.text()-outlineHead)
	switch o {
	case opDown:
		p.move(1)
	case opUp:
		p.move(-1)
	case opHalfDown:
		p.move(max(1, page/2))
	case opHalfUp:
		p.move(-max(1, page/2))
	case opPageDown:
		p.move(page)
	case opPageUp:
		p.move(-page)
	case opTop:
		p.cursor = 0
	case opEnd:
		p.cursor = p.rows() - 1
	case opOpen:
		return a.toHeading(p.cursor)
	case opOut, opOutline:
		r.closeOutline()
	}
	return nil
}

// toHeading goes to a row of the outline.
func (a *app) toHeading(row int) tea.Cmd {
	r := &a.reader
	r.closeOutline()
	if row == 0 {
		return a.jump(r.layout.Start())
	}
	return a.jump(r.layout.At(r.way.outline.headings[row-1].Offset))
}

// clickOutline goes to the heading that was clicked; a click beside the
// outline closes it.
func (a *app) clickOutline(x, y int) tea.Cmd {
	r := &a.reader
	p := &r.way.outline
	row := p.first(r.text()) + y - outlineHead
	if w := r.outlineWidth(); y < outlineHead || row >= p.rows() || y >= r.text() || w > 0 && x >= w {
		r.closeOutline()
		return nil
	}
	return a.toHeading(row)
}

// outline lists the headings of a text.
func (e effects) outline(request int, doc *markdown.Document) tea.Cmd {
	return func() tea.Msg { return outlineMsg{request, doc.Outline()} }
}

// sections counts how long each section takes to read, until stop.
func (e effects) sections(request int, doc *markdown.Document, stop func() bool) tea.Cmd {
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
