package ui

import (
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// way is how a reader finds the way in a text: by links, by the outline, by a
// share of it. At most one of its modes takes the keys.
type way struct {
	mode    mode
	chosen  *render.Link  // by Tab; it counts while it is on the screen
	seeking *atomic.Int64 // number of the latest search for a link
	opened  *atomic.Int64 // and of the latest opening
	typed   string        // letters of a hint
	target  string        // what the menu is about
	note    int           // the footnote that is shown
	percent string        // digits that wait for %
	focus   bool
	outline outline
}

// mode is what the next key is for.
type mode int

const (
	plainMode mode = iota
	hintMode       // the letters of a link
	menuMode       // what to do with a link
	noteMode       // any key takes the footnote away
)

// reset is the way in another article.
func (w *way) reset() {
	if w.seeking == nil {
		w.seeking, w.opened = &atomic.Int64{}, &atomic.Int64{}
	}
	w.seeking.Add(1)
	w.opened.Add(1)
	*w = way{seeking: w.seeking, opened: w.opened, focus: w.focus}
}

func (w *way) leaveMode() { w.mode, w.typed = plainMode, "" }

// wayKey takes a key that is meant for a mode of the reader, or for a number
// that waits for its %.
func (a *app) wayKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	w, key := &a.reader.way, msg.String()
	switch w.mode {
	case noteMode:
		w.leaveMode()
		return nil, true
	case menuMode:
		return a.menuKey(key), true
	case hintMode:
		return a.hintKey(key), true
	}
	if cmd, ok := a.percentKey(key); ok {
		return cmd, true
	}
	if key == "esc" && a.reader.chosenAt() >= 0 {
		w.chosen = nil
		return nil, true
	}
	return nil, false
}

// wayAct does what a key asks for that finds the way; false for other keys.
func (a *app) wayAct(o op) (tea.Cmd, bool) {
	r := &a.reader
	switch o {
	case opNextLink, opPrevLink:
		a.notice.text = ""
		dir := 1
		if o == opPrevLink {
			dir = -1
		}
		cmd, ok := r.stepLink(dir)
		if !ok {
			return a.none("link", dir), true
		}
		return cmd, true
	case opNextHeading, opPrevHeading:
		return a.skip(r.layout.Heading, o == opNextHeading, "heading"), true
	case opNextQuote, opPrevQuote:
		return a.skip(r.layout.Quote, o == opNextQuote, "pull-quote"), true
	case opPercent:
		return a.notice.say("Type a number first: 50% is the middle."), true
	case opFocus:
		r.way.focus = !r.way.focus
		return nil, true
	case opOutline:
		return a.openOutline(), true
	case opFollow:
		if links := r.window(); r.chosenAt() >= 0 {
			return a.follow(links[r.chosenAt()].Link), true
		}
		return a.notice.say("No link is chosen: Tab goes to the next one."), true
	case opHints:
		if len(r.inSight()) == 0 {
			return a.notice.say("There is no link on the screen."), true
		}
		a.notice.text = ""
		r.way.mode = hintMode
		return nil, true
	}
	return nil, false
}

// none says that there is none of what a key goes to.
func (a *app) none(what string, dir int) tea.Cmd {
	if dir > 0 {
		return a.notice.say("No " + what + " further down.")
	}
	return a.notice.say("No " + what + " further up.")
}

// skip goes to the next of something, or to the one before.
func (a *app) skip(find func(render.Pos, int) (render.Pos, bool), forward bool, what string) tea.Cmd {
	r, dir := &a.reader, -1
	if forward {
		dir = 1
	}
	p, ok := find(r.top, dir)
	if !ok {
		return a.none(what, dir)
	}
	a.notice.text = ""
	return r.goTo(r.bounded(p))
}

// jump goes to a line of the text and notes in the history where it came from.
func (a *app) jump(p render.Pos) tea.Cmd {
	r := &a.reader
	if p = r.bounded(p); p == r.top {
		return nil
	}
	a.trail.leave(r.place)
	cmd := r.goTo(p)
	a.trail.visit(a.stopHere())
	return cmd
}

// returnTo goes to a stop of the history that is in the text on the screen;
// false when it is in another.
func (a *app) returnTo(to int) (tea.Cmd, bool) {
	r, s := &a.reader, a.trail.stops[to]
	if s.id != r.Article.ID {
		return nil, false
	}
	a.trail.leave(r.place)
	a.trail.at = to
	cmd := r.goTo(r.find(s.place))
	r.place = s.place
	return cmd, true
}

// fragment splits the part of a text off a link's target.
func fragment(target string) (page, part string) {
	page, part, _ = strings.Cut(target, "#")
	return page, part
}

// wayAnswer takes in what an effect of the way brought.
func (a *app) wayAnswer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case linkFoundMsg:
		return a.linkFound(msg)
	case linkedMsg:
		return a.linkedTo(msg)
	case partMsg:
		return a.partFound(msg)
	case outlineMsg:
		return a.outlineCame(msg)
	case outlineTimesMsg:
		if msg.request == a.reader.request {
			a.reader.way.outline.minutes = msg.minutes
		}
	case noteMsg:
		if msg.request == a.reader.request && a.at == inReader {
			a.notice.text = ""
			a.reader.way.mode, a.reader.way.note = noteMode, msg.number
		}
	}
	return nil
}

// openPart goes to the part of the text that the link to it named.
func (r *reader) openPart(name string) tea.Cmd {
	if name == "" {
		return nil
	}
	return r.fx.part(r.request, r.layout.Document(), name, false)
}
