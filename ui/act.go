package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// key gives a key to the screen that is shown.
func (a *app) key(msg tea.KeyPressMsg) tea.Cmd {
	at := a.at
	if at == inReader && (a.reader.panel.open || a.reader.way.outline.open) {
		at = inPanel
	}
	if at == inList && a.list.adding.typing && msg.String() != "ctrl+c" {
		return a.addKey(msg)
	}
	if at == inList && a.list.filter.typing && msg.String() != "ctrl+c" {
		return a.list.typeKey(msg)
	}
	if at == inReader && a.reader.search.typing && msg.String() != "ctrl+c" {
		return a.reader.typeKey(msg)
	}
	if msg.String() == "esc" && a.fetching.address != "" {
		a.stopFetching()
		return a.notice.say("Stopped.")
	}
	o := a.keys[at].match(msg)
	switch o {
	case opQuit:
		return tea.Quit
	case opSuspend:
		return a.suspend()
	case opRedraw:
		a.easel.drawAgain()
		return tea.ClearScreen
	}
	if at == inReader {
		if cmd, ok := a.wayKey(msg); ok {
			return cmd
		}
	}
	switch o {
	case opNone:
		return nil
	case opHelp:
		return a.toggleHelp()
	}
	switch at {
	case inHelp:
		if o == opOut {
			return a.toggleHelp()
		}
		a.help.act(o, len(a.help.lines(a.theme)))
		return nil
	case inPanel:
		return a.inPanel(o, msg.String())
	case inReader:
		return a.inReader(o, msg.String())
	}
	return a.inList(o)
}

func (a *app) toggleHelp() tea.Cmd {
	if a.at == inHelp {
		a.at = a.help.of
		return nil
	}
	a.help.of, a.help.top = a.at, 0
	a.at = inHelp
	return nil
}

func (a *app) inList(o op) tea.Cmd {
	if o == opOpen {
		if r := a.list.current(); r != nil {
			a.trail.forget()
			return a.open(r.ID, goal{resume: true})
		}
		return nil
	}
	switch o {
	case opAdd:
		a.notice.text = ""
		return a.list.adding.open()
	case opRefresh:
		return a.startRefresh()
	}
	if cmd, ok := a.list.act(o); ok {
		return cmd
	}
	return a.common(o)
}

func (a *app) inReader(o op, key string) tea.Cmd {
	if key == "esc" && a.reader.search.on() {
		a.reader.endSearch()
		return nil
	}
	if (o == opNextMatch || o == opPrevMatch) && !a.reader.search.on() {
		return a.notice.say("Nothing is searched: / begins.")
	}
	if cmd, ok := a.reader.act(o); ok {
		return cmd
	}
	if cmd, ok := a.wayAct(o); ok {
		return cmd
	}
	if cmd, ok := a.sidewaysAct(o); ok {
		return cmd
	}
	switch o {
	case opOut:
		return a.leave()
	case opRelated:
		a.reader.panel = panel{open: true}
		return nil
	case opNumber:
		if a.atRelated() {
			return a.openRelated(int(key[0] - '1'))
		}
		return nil
	case opNextRelated, opPrevRelated:
		return a.stroll(o == opNextRelated)
	case opBack, opForward:
		return a.goBack(o == opForward)
	case opNextArticle:
		return a.neighbour(1)
	case opPrevArticle:
		return a.neighbour(-1)
	case opPictures:
		return a.togglePictures()
	case opPager:
		find := a.pager
		return func() tea.Msg {
			cmd, colors, err := find()
			return pagerFoundMsg{cmd, colors, err}
		}
	case opExtract:
		return a.extractAgain()
	case opSave:
		switch {
		case a.reader.Saved:
			return a.notice.say("It is in the library already.")
		case a.reader.Coming:
			return a.unsaved()
		}
		return a.fx.put(a.toSave())
	}
	return a.common(o)
}

// atRelated reports whether the related articles are on the screen, where
// digits open them.
func (a *app) atRelated() bool {
	r := &a.reader
	for i := range r.text() {
		if _, ok := r.layout.RelatedAt(r.layout.Move(r.top, i)); ok {
			return true
		}
	}
	return false
}

func (a *app) inPanel(o op, key string) tea.Cmd {
	if a.reader.way.outline.open {
		return a.inOutline(o)
	}
	p, n := &a.reader.panel, len(a.reader.related)
	switch o {
	case opOutline:
		p.open = false
		return a.openOutline()
	case opDown:
		p.move(1, n)
	case opUp:
		p.move(-1, n)
	case opPageDown, opHalfDown:
		p.move(5, n)
	case opPageUp, opHalfUp:
		p.move(-5, n)
	case opTop:
		p.cursor = 0
	case opEnd:
		p.cursor = max(0, n-1)
	case opOpen:
		return a.openRelated(p.cursor)
	case opNumber:
		return a.openRelated(int(key[0] - '1'))
	case opOut:
		p.open = false
	}
	return nil
}

// common is what the list and the reader both do with an article.
func (a *app) common(o op) tea.Cmd {
	switch o {
	case opStar:
		return a.toggleStar()
	case opRead:
		return a.toggleRead()
	case opUndo:
		return a.undoLast()
	case opBrowse:
		return a.address(a.browse)
	case opCopy:
		return a.address(a.copyLink)
	case opEdit:
		return a.edit()
	}
	return nil
}

func (a *app) toggleStar() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	was := state.Starred
	a.undo = append(a.undo, func() tea.Cmd { return a.setStarred(id, was, "Undone.") })
	if was {
		return a.setStarred(id, false, "Star taken away. U undoes it.")
	}
	return a.setStarred(id, true, "Starred.")
}

func (a *app) toggleRead() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	was := state.Read
	a.undo = append(a.undo, func() tea.Cmd { return a.setRead(id, was, "Undone.") })
	if was {
		return a.setRead(id, false, "Marked as unread.")
	}
	return a.setRead(id, true, "Marked as read.")
}

func (a *app) undoLast() tea.Cmd {
	if len(a.undo) == 0 {
		return a.notice.say("Nothing to undo.")
	}
	last := a.undo[len(a.undo)-1]
	a.undo = a.undo[:len(a.undo)-1]
	return last()
}

func (a *app) setStarred(id articles.ID, starred bool, say string) tea.Cmd {
	a.note(id, func(s *articles.State) { s.Starred = starred })
	return a.fx.star(id, starred, say)
}

func (a *app) setRead(id articles.ID, read bool, say string) tea.Cmd {
	a.note(id, func(s *articles.State) { s.Read = read })
	a.reader.finished = true // what a hand has marked stays as it was marked
	return a.fx.read(id, read, say)
}

// note changes the state of an article wherever it is on a screen.
func (a *app) note(id articles.ID, change func(*articles.State)) {
	for i := range a.list.rows {
		if a.list.rows[i].ID == id {
			change(&a.list.rows[i].State)
		}
	}
	for i := range a.queue {
		if a.queue[i].Article.ID == id {
			change(&a.queue[i].State)
		}
	}
	if a.reader.layout != nil && a.reader.Article.ID == id {
		change(&a.reader.State)
	}
}

// unsaved says why there is no state to change.
func (a *app) unsaved() tea.Cmd {
	switch {
	case a.at != inReader:
		return nil
	case a.reader.Coming:
		return a.notice.say("It is still coming: a saves it when it is all there.")
	}
	return a.notice.say("Press a to save the article first.")
}
