package ui

import (
	"cmp"
	"slices"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/reader"
)

// key gives a key to what takes it.
func (a *app) key(msg tea.KeyPressMsg) tea.Cmd {
	scope := a.screen().Scope()
	if esc, key, ok := a.parted(scope, msg); ok {
		return tea.Batch(a.take(esc), a.take(key))
	}
	a.dismiss()
	a.askAgain = nil
	a.notice.Await("")
	r := a.matcher.Press(scope, msg.String())
	switch r.Kind {
	case keys.Pending:
		a.notice.Hush()
		a.notice.Await(r.Typed)
		return nil
	case keys.Text:
		if a.asksHelp(msg) {
			return a.openHelp()
		}
		return a.screen().Type(msg)
	case keys.Found:
		if h, ok := a.screen().(*chrome.Help); ok && r.Op == keys.Help && h.Of()&keys.InTyping != 0 && msg.Text != "" {
			a.uncover()
			return a.screen().Type(msg) // the sign itself is wanted
		}
		if r.Op == keys.NextShelf && a.able(keys.Forward) && a.does(keys.InReader, msg, keys.Forward) {
			r.Op = keys.Forward // as vim's ctrl-i, which most terminals send as a tab
		}
		return a.do(r.Command())
	case keys.Unbound:
		if cmd, ok := a.screen().Act(keys.Command{}); ok {
			return cmd // it closes what is open
		}
		return a.tellUnbound(scope, cmp.Or(r.Keys, msg.String()), r.Near)
	}
	return nil
}

// asksHelp reports whether a key that is text asks for help all the same: where
// nothing is typed yet, nobody looks for its sign. Typed once more, it is the sign.
func (a *app) asksHelp(msg tea.KeyPressMsg) bool {
	line, ok := a.screen().(interface{ IsEmpty() bool })
	return ok && line.IsEmpty() && a.does(keys.InList, msg, keys.Help)
}

// tellUnbound says once of a key that it means nothing where it was pressed.
func (a *app) tellUnbound(scope keys.Scope, key string, near keys.Op) tea.Cmd {
	const most = 200 // more keys than a keyboard has are no slips
	at := scope.String() + key
	if a.strange[at] || len(a.strange) > most {
		return nil
	}
	a.strange[at] = true
	return a.notice.Say(a.names.Nothing(scope, key, near))
}

// does reports whether a key alone does one of some operations in a place.
func (a *app) does(scope keys.Scope, msg tea.KeyPressMsg, ops ...keys.Op) bool {
	return slices.ContainsFunc(ops, func(o keys.Op) bool {
		return slices.Contains(a.names.Keys(o, scope), msg.String())
	})
}

// parted reads a key held with Alt that does nothing as what it may have been: Esc,
// and soon after it the key. Most terminals send the same for both. Where Esc would
// leave a screen, or do nothing, it is held with Alt: the key is not for what lies below.
func (a *app) parted(scope keys.Scope, msg tea.KeyPressMsg) (esc, next tea.KeyPressMsg, ok bool) {
	if a.distinct || msg.Mod&^tea.ModShift != tea.ModAlt || a.names.Begins(scope, msg.String()) || !a.takesBack(scope) {
		return esc, next, false
	}
	next = tea.KeyPressMsg{Code: msg.Code, Mod: msg.Mod &^ tea.ModAlt}
	switch {
	case !unicode.IsPrint(msg.Code):
	case next.Mod == tea.ModShift:
		next = tea.KeyPressMsg{Code: msg.Code, Text: string(unicode.ToUpper(msg.Code))}
	default:
		next.Text = string(msg.Code)
	}
	return tea.KeyPressMsg{Code: tea.KeyEscape}, next, true
}

// takesBack reports whether Esc takes something back and leaves no screen: what is
// typed or begun, a filter, a search, a chosen link.
func (a *app) takesBack(scope keys.Scope) bool {
	switch {
	case scope&(keys.InTyping|keys.InChoice|keys.InSelect) != 0 || a.matcher.Typed() != "":
		return true
	case scope&keys.InList != 0:
		return a.able(keys.Clear)
	}
	return scope&keys.InArticle != 0 && (a.able(keys.EndSearch) || a.able(keys.Follow))
}

// do does what a key or the palette asks for: first what is the program's, then what
// is the screen's, then what screens share.
func (a *app) do(c keys.Command) tea.Cmd {
	before := a.taste()
	defer func() { a.tasted(before) }()
	switch c.Op {
	case keys.Quit, keys.QuitNow:
		return tea.Quit
	case keys.Suspend:
		return a.suspend()
	case keys.Redraw:
		a.pictures.DrawAgain()
		return tea.ClearScreen
	case keys.Cancel, keys.Clear:
		if len(a.covers) == 0 && a.stopFetching() {
			return a.notice.Say("Stopped.")
		}
	}
	if cmd, ok := a.screen().Act(c); ok {
		return cmd
	}
	switch c.Op {
	case keys.Help:
		return a.openHelp()
	case keys.Palette:
		return a.openPalette()
	case keys.Theme:
		return a.changeTheme(c.Arg)
	case keys.Mouse:
		return a.toggleMouse(c.Arg)
	}
	return tea.Batch(a.doRead(c), a.doShared(c))
}

// carryOut does what the screens asked for, until nothing is left of it.
func (a *app) carryOut() tea.Cmd {
	var cmds []tea.Cmd
	for {
		asked := slices.Concat(a.list.Take(), a.feeds.Take(), a.reader.Take())
		for _, c := range a.covers {
			asked = append(asked, c.Take()...)
		}
		if len(asked) == 0 {
			return tea.Batch(cmds...)
		}
		for _, i := range asked {
			cmds = append(cmds, a.carry(i))
		}
	}
}

// carry does one thing that a screen asked for.
func (a *app) carry(i intent.Intent) tea.Cmd {
	switch i := i.(type) {
	case intent.Say:
		return a.notice.Say(i.Text)
	case intent.Hush:
		a.notice.Hush()
	case intent.Complain:
		return a.notice.Complain(i.Err)
	case intent.Refuse:
		return a.refuse(i.Err)
	case intent.Open:
		return a.openFromList(i)
	case intent.OpenRelated:
		return a.openRelated(i.Index)
	case intent.Leave:
		return a.leaveScreen(i)
	case intent.Jumped:
		a.history.leave(i.From)
		a.history.visit(a.stopHere())
	case intent.Follow:
		return a.follow(i.Target)
	case intent.Fetch:
		if i.Given {
			a.askGivenAgain(i.Address)
		}
		return a.fetchPage(i.Address)
	case intent.Browse:
		return a.browse(i.Address)
	case intent.Copy:
		return a.copyText(i.Text, i.What)
	case intent.CopyRead:
		return func() tea.Msg { return copyReadMsg(i.Read()) }
	case intent.Add:
		return a.add(i.Thing)
	case intent.Narrow:
		return a.narrow(i)
	case intent.RefreshFrom:
		return a.refreshFrom(i.Origins)
	case intent.Uncover:
		a.uncover()
	case intent.Run:
		return a.runLine(i)
	case intent.Menu:
		a.put(chrome.NewMenu(a.theme, a.names, a.page().Scope(), i))
	case intent.Do:
		return a.do(i.Command)
	}
	return nil
}

// openFromList opens an article as a new beginning, at what it was found by.
func (a *app) openFromList(i intent.Open) tea.Cmd {
	a.history.forget()
	if len(i.Hit) > 0 {
		return a.open(i.ID, goal{Goal: reader.Goal{Hit: i.Hit}})
	}
	return a.open(i.ID, resume)
}

// leaveScreen leaves the screen for the one below it; below the list is none.
func (a *app) leaveScreen(i intent.Leave) tea.Cmd {
	switch {
	case a.reading:
		cmd := a.leave(i.Stay)
		a.history.forget()
		return cmd
	case a.atFeeds:
		return a.closeFeeds()
	}
	return tea.Quit
}

// narrow shows in the list what a query finds, or all of it.
func (a *app) narrow(i intent.Narrow) tea.Cmd {
	a.atFeeds = false
	if i.Query == "" {
		return a.list.ShowAll()
	}
	return a.list.Narrow(i.Query)
}
