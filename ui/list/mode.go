package list

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// mode is what the next key is for.
type mode int

const (
	browsing  mode = iota
	filtering      // the words of the filter are typed
	adding         // an address or a path is typed
	naming         // the name of a saved query is typed, or the query
)

// mostAdded is how long an address may be, in characters: browsers know no
// longer ones.
const mostAdded = 2000

// Scope is what the keys mean now.
func (l *List) Scope() keys.Scope {
	switch {
	case l.mode == browsing && l.selection != nil:
		return keys.InSelect
	case l.mode == browsing:
		return keys.InList
	}
	return keys.InPrompt
}

// prompt is the line that is typed; nil while none is.
func (l *List) prompt() *chrome.Prompt {
	switch l.mode {
	case filtering:
		return &l.filter.prompt
	case adding:
		return &l.add
	case naming:
		return &l.saving.prompt
	}
	return nil
}

// Type gives a letter or a paste to the prompt. An address that is pasted where
// nothing is typed is offered to be added.
func (l *List) Type(msg tea.Msg) tea.Cmd {
	l.completing = nil
	switch l.mode {
	case filtering:
		return l.typeFilter(msg)
	case adding:
		if _, ok := msg.(tea.PasteMsg); ok && l.add.Text() == l.failed {
			l.add.Set("") // another one, not more of what failed
		}
		cmd, _ := l.add.Type(msg)
		return cmd
	case naming:
		return l.saving.edit(func() (tea.Cmd, bool) { return l.saving.prompt.Type(msg) })
	}
	if paste, ok := msg.(tea.PasteMsg); ok && strings.TrimSpace(paste.Content) != "" {
		return tea.Batch(l.openAdd(), l.Type(msg))
	}
	return nil
}

// types does what a key asks for while a line is typed.
func (l *List) types(o keys.Op) (tea.Cmd, bool) {
	if l.completing != nil {
		if cmd, ok := l.inCompletion(o); ok {
			return cmd, true
		}
	}
	switch {
	case o == keys.Complete:
		return l.complete(), true
	case o.EditsLine():
		return l.edit(o), true
	case l.mode == filtering:
		return l.inFilter(o)
	case l.mode == naming:
		return l.inSaving(o)
	}
	return l.inAdd(o)
}

// openAdd asks for what is to be added; what could not be added before stands there
// again.
func (l *List) openAdd() tea.Cmd {
	l.Ask(intent.Hush{})
	return l.AddAgain()
}

// inAdd is an operation while an address or a path is typed.
func (l *List) inAdd(o keys.Op) (tea.Cmd, bool) {
	switch o {
	case keys.Cancel:
		l.closeAdd()
	case keys.Accept:
		thing := l.add.Text()
		l.closeAdd()
		if thing != "" {
			l.Ask(intent.Add{Thing: thing})
		}
	default:
		return nil, false
	}
	return nil, true
}

// edit changes the line that is typed; where nothing stands, taking back leaves it.
func (l *List) edit(o keys.Op) tea.Cmd {
	switch {
	case l.mode == filtering && o == keys.DeleteBack && l.filter.prompt.IsEmpty():
		return l.unfilter()
	case l.mode == filtering:
		l.filter.again = false
		return l.refilter(l.filter.prompt.Edit(o))
	case l.mode == naming && o == keys.DeleteBack && l.saving.prompt.IsEmpty():
		l.closeSaving()
		return nil
	case l.mode == naming:
		return l.saving.edit(func() (tea.Cmd, bool) { return l.saving.prompt.Edit(o) })
	case o == keys.DeleteBack && l.add.IsEmpty():
		l.closeAdd()
		return nil
	}
	cmd, _ := l.add.Edit(o)
	return cmd
}

func (l *List) closeAdd() {
	l.mode, l.failed = browsing, ""
	l.add.Clear()
}

// Failed keeps what could not be added for when the reader tries again.
func (l *List) Failed(thing string) { l.failed = thing }

// AddAgain has the reader try again at once.
func (l *List) AddAgain() tea.Cmd {
	l.mode = adding
	return l.add.Open(l.failed)
}

// offersAdding reports whether what is typed to filter by is an address, which the
// library does not have.
func (l *List) offersAdding() bool { return articles.WebAddress(l.filter.prompt.Text()) != "" }

// Able reports whether an operation has something to do now.
func (l *List) Able(o keys.Op) bool {
	switch o {
	case keys.Clear:
		return l.narrowed() || l.resume.row != nil
	case keys.Saved1, keys.Saved2, keys.Saved3, keys.Saved4:
		return int(o-keys.Saved1) < len(l.tabs.all)
	case keys.Complete:
		return l.queryLine() != nil
	case keys.NextChoice, keys.PrevChoice, keys.ChoicesDown, keys.ChoicesUp:
		return l.mode == filtering && l.Current() != nil
	case keys.ReadAll, keys.ReadAbove, keys.NextUnread, keys.PrevUnread:
		return l.Current() != nil
	}
	return !isAboutRow(o) && o.Group() != keys.Moving || l.Current() != nil
}

// isAboutRow reports whether an operation is about the article under the cursor.
func isAboutRow(o keys.Op) bool {
	switch o {
	case keys.Open, keys.Star, keys.Read, keys.Tag, keys.Archive, keys.Delete, keys.Select, keys.Fold, keys.Browse, keys.BrowseRead, keys.Copy, keys.Edit:
		return true
	}
	return false
}

// Awaits reports whether the row that the cursor goes to is on its way.
func (l *List) Awaits() bool {
	return l.mode == browsing && (l.last != nil || l.seeking || l.filter.asking || l.waiting && (!l.follows || l.Current() == nil && l.total() > 0))
}

// IsEmpty reports whether a line is typed in which nothing stands.
func (l *List) IsEmpty() bool { return l.prompt() != nil && l.prompt().IsEmpty() }
