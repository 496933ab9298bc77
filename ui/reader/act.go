package reader

import (
	"fmt"
	"math"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/render"
)

// actReading does what a key asks for in plain reading.
func (r *Reader) actReading(p keys.Command) (tea.Cmd, bool) {
	for _, try := range []func(keys.Command) (tea.Cmd, bool){r.scrolls, r.searches, r.links, r.lays, r.shifts} {
		if cmd, ok := try(p); ok {
			return cmd, true
		}
	}
	if r.copies(p) {
		return nil, true
	}
	switch p.Op {
	case keys.Out:
		r.goOut()
	case keys.Cancel:
		r.takeBack()
	case keys.Number:
		r.openRelated(p.Count - 1)
	case keys.Position:
		r.sayPosition()
	case keys.Related:
		r.mode = &relating{reading: reading{r}}
	case keys.Outline:
		return r.openOutline(), true
	default:
		return nil, false
	}
	return nil, true
}

// takeBack takes back the last thing that was chosen or searched; where there is
// none it leaves, and ends no program: nobody counts what they have to take back.
func (r *Reader) takeBack() {
	switch {
	case r.chosenAt() >= 0:
		r.chosen = nil
	case r.search.on():
		r.endSearch()
	default:
		r.Ask(intent.Leave{Stay: true})
	}
}

// sayPosition says where in the article the window is.
func (r *Reader) sayPosition() {
	say := fmt.Sprintf("%s · %.0f%%", articles.CleanLine(r.Article.Title), math.Floor(100*r.progress(r.top)))
	if s := r.layout.Section(r.top); s != "" {
		say += " · § " + s
	}
	r.Say(say)
}

// scrolls moves the window.
func (r *Reader) scrolls(p keys.Command) (tea.Cmd, bool) {
	page := max(1, r.text()-2) // two lines stay, for the eye to go on from
	half := max(1, r.text()/2)
	switch n := max(1, p.Count); p.Op {
	case keys.Down:
		return r.scroll(n), true
	case keys.Up:
		return r.scroll(-n), true
	case keys.HalfDown:
		return r.scroll(n * half), true
	case keys.HalfUp:
		return r.scroll(-n * half), true
	case keys.PageDown:
		return r.pageDown(n * page), true
	case keys.PageUp:
		return r.scroll(-n * page), true
	case keys.Top:
		return r.jump(r.layout.Start()), true
	case keys.End:
		cmd := r.jump(r.layout.End(r.text()))
		r.atEnd = true
		return cmd, true
	case keys.GoLine:
		return r.jump(r.layout.Move(r.layout.Start(), n-1)), true
	case keys.GoPercent:
		if !p.Counts {
			r.Say("Type a number first: 50% is the middle.")
			return nil, true
		}
		return r.jump(r.through(float64(min(p.Count, 100)) / 100)), true
	case keys.ScreenTop, keys.ScreenMiddle, keys.ScreenBottom:
		r.Say("There is no cursor in an article: " + r.names.Said(keys.Down, keys.InReader) + " and " + r.names.Said(keys.Up, keys.InReader) + " move the text.")
		return nil, true
	case keys.NextHeading, keys.PrevHeading:
		return r.skip(r.layout.Heading, p.Op == keys.NextHeading, n, "heading"), true
	case keys.NextQuote, keys.PrevQuote:
		return r.skip(r.layout.Quote, p.Op == keys.NextQuote, n, "pull-quote"), true
	}
	return nil, false
}

// none says that there is none of what a key goes to.
func (r *Reader) none(what string, dir int) tea.Cmd {
	if dir > 0 {
		r.Say("No " + what + " further down.")
		return nil
	}
	r.Say("No " + what + " further up.")
	return nil
}

// skip goes on by n of something, or back.
func (r *Reader) skip(find func(render.Pos, int) (render.Pos, bool), forward bool, n int, what string) tea.Cmd {
	dir := -1
	if forward {
		dir = 1
	}
	to, found := r.top, false
	for range n {
		p, ok := find(to, dir)
		if !ok {
			break
		}
		to, found = p, true
	}
	if !found {
		return r.none(what, dir)
	}
	r.Ask(intent.Hush{})
	cmd := r.goTo(r.bounded(to))
	r.jumped = landing{r.layout.Anchor(to), r.place}
	return cmd
}

// links chooses links and follows them.
func (r *Reader) links(p keys.Command) (tea.Cmd, bool) {
	switch p.Op {
	case keys.NextLink, keys.PrevLink:
		r.Ask(intent.Hush{})
		dir := 1
		if p.Op == keys.PrevLink {
			dir = -1
		}
		if cmd, ok := r.stepLink(dir); ok {
			return cmd, true
		}
		return r.none("link", dir), true
	case keys.Follow:
		if links := r.window(); r.chosenAt() >= 0 {
			return r.follow(links[r.chosenAt()].Link), true
		}
		r.Say("No link is chosen: " + r.names.Said(keys.NextLink, keys.InReader) + " goes to the next one.")
		return nil, true
	case keys.Hints:
		r.openHints()
		return nil, true
	}
	return nil, false
}

// lays changes how the article is laid out.
func (r *Reader) lays(p keys.Command) (tea.Cmd, bool) {
	switch p.Op {
	case keys.Wider, keys.Narrower, keys.Measure:
		return r.setMeasure(p.Op, p.Count), true
	case keys.Focus:
		r.focus = !r.focus
		return nil, true
	case keys.Pictures:
		return r.togglePictures(), true
	}
	return nil, false
}
