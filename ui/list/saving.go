package list

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
)

// saving is the line in which a saved query gets its name, or is changed.
type saving struct {
	prompt chrome.Prompt
	do     articles.QueryEdit // but for what is typed
	fresh  bool               // it is a new one, and its name is typed
	wrong  string             // why it cannot be done
	begun  bool               // what is searched ends in the beginning of a word, and not in one
}

// endMsg tells whether what is searched ends in the beginning of a word alone, which is to
// be saved.
type endMsg struct {
	request int // of the filter
	what    string
	begun   bool
	err     error
}

// lookAtEnd finds out whether the last word that is searched is one: it finds as much then
// as when it may go on.
func (l *List) lookAtEnd(what string) tea.Cmd {
	f := &l.filter
	typed, err := query.Parse(f.prompt.Text())
	if err != nil {
		return nil
	}
	msg, n := endMsg{request: f.request, what: what}, len(f.found.Keys)
	asked := l.base().With(typed).On(l.listing.Shelf)
	return f.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		var words int
		words, msg.err = lib.Count(ctx, asked)
		msg.begun = words < n
		return msg
	})
}

// endCame goes on with saving.
func (l *List) endCame(msg endMsg) tea.Cmd {
	if l.complain(msg.err); msg.err != nil || msg.request != l.filter.request {
		return nil
	}
	l.saving.begun = msg.begun
	return l.saveShown(msg.what)
}

func newSaving() saving { return saving{prompt: chrome.NewPrompt("", "", mostFilter)} }

// edit changes the line; what was wrong with it may be right then.
func (s *saving) edit(change func() (tea.Cmd, bool)) tea.Cmd {
	cmd, changed := change()
	if changed {
		s.wrong = ""
	}
	return cmd
}

// title is what the tab that is shown is called.
func (l *List) title() string {
	if s := l.saved(); s != nil {
		return s.Name
	}
	return l.listing.Shelf.String()
}

// shown is the query for what the list shows: the tab, what is typed, and the order.
func (l *List) shown() query.Query {
	q := l.base()
	if l.tabs.on < 0 && l.listing.Shelf != articles.All {
		q = query.OfShelf(l.listing.Shelf)
	}
	read := query.Parse
	if l.saving.begun {
		read = query.ParseTyping
	}
	if typed, err := read(l.filter.prompt.Text()); err == nil {
		q = q.With(typed)
	}
	q.Order, q.Ordered = l.listing.Order, true
	if l.filter.on() {
		q.Order = l.filter.order
	}
	q.Ordered = q.Order != articles.BestMatch
	return q
}

// editSaved does something with the saved query that is shown, or saves what is shown; it
// asks which when that is not said.
func (l *List) editSaved(what string) tea.Cmd {
	tab := l.saved()
	if what == "new" || what == "save" || tab == nil && what == "" {
		if l.saving.begun = false; l.filter.on() && l.narrowed() && !l.filter.prompt.EndsInBlank() {
			return l.lookAtEnd(what)
		}
	}
	return l.saveShown(what)
}

// saveShown is editSaved where it is known how the words that are searched end.
func (l *List) saveShown(what string) tea.Cmd {
	tab := l.saved()
	if what == "new" || tab == nil && (what == "" || what == "save") {
		return l.askName("save as:", "a name for a tab of what is shown", "", articles.QueryEdit{Kind: articles.SavingQuery, Query: l.shown().String()}, true)
	}
	if tab == nil {
		l.Say("This is a shelf: " + l.names.Said(keys.Query, keys.InList) + " saves it as a tab that can be changed.")
		return nil
	}
	edit := articles.QueryEdit{Name: tab.Name}
	switch what {
	case "save":
		edit.Kind, edit.Query = articles.SavingQuery, l.shown().String()
		l.tabs.wanted = articles.SavedQuery{Name: edit.Name, Query: edit.Query}
	case "edit":
		edit.Kind = articles.SavingQuery
		return l.askName("query:", "words, or tag:go is:unread sort:longest", tab.Query, edit, false)
	case "rename":
		edit.Kind = articles.RenamingQuery
		return l.askName("name:", "another name for the tab", tab.Name, edit, false)
	case "left", "right":
		edit.Kind, edit.Place = articles.MovingQuery, l.tabs.on-1
		if what == "right" {
			edit.Place = l.tabs.on + 1
		}
		if edit.Place < 0 || edit.Place == len(l.tabs.all) {
			l.Say("It is the outermost already.")
			return nil
		}
	case "remove":
		edit.Kind = articles.RemovingQuery
	default:
		l.Ask(l.menuOf(tab))
		return nil
	}
	return l.fx.EditQueries(edit)
}

// menuOf asks what to do with a saved query.
func (l *List) menuOf(tab *savedTab) intent.Menu {
	menu := intent.Menu{Title: tab.Name + ": " + tab.Query, Op: keys.Query}
	add := func(label, what string) {
		menu.Choices = append(menu.Choices, intent.Choice{Label: label, Command: keys.Command{Op: keys.Query, Arg: what}})
	}
	if l.narrowed() || l.filter.sorted {
		add("Save it as it is shown now", "save")
	}
	add("Edit the query", "edit")
	add("Rename", "rename")
	if l.tabs.on > 0 {
		add("Move left", "left")
	}
	if l.tabs.on < len(l.tabs.all)-1 {
		add("Move right", "right")
	}
	add("Delete the tab", "remove")
	add("New tab of what is shown", "new")
	return menu
}

func (l *List) askName(lead, hint, text string, edit articles.QueryEdit, fresh bool) tea.Cmd {
	l.Ask(intent.Hush{})
	l.mode, l.saving.do, l.saving.fresh, l.saving.wrong = naming, edit, fresh, ""
	l.saving.prompt.Lead(lead)
	l.saving.prompt.Hint(hint)
	return l.saving.prompt.Open(text)
}

// inSaving is an operation while the name of a saved query is typed, or the query.
func (l *List) inSaving(o keys.Op) (tea.Cmd, bool) {
	switch o {
	case keys.Cancel:
		l.closeSaving()
		return nil, true
	case keys.Accept:
		return l.acceptSaving(), true
	}
	return nil, false
}

func (l *List) closeSaving() {
	l.mode, l.completing = browsing, nil
	l.saving.prompt.Clear()
}

// acceptSaving does what was typed, unless something is wrong with that.
func (l *List) acceptSaving() tea.Cmd {
	s, text := &l.saving, l.saving.prompt.Text()
	edit, err := s.do, error(nil)
	switch {
	case text == "":
		l.closeSaving()
		return nil
	case s.fresh:
		edit.Name = text
		if slices.ContainsFunc(l.tabs.all, func(t savedTab) bool { return strings.EqualFold(t.Name, text) }) {
			err = errors.New("there is a tab " + text + " already")
		}
	case edit.Kind == articles.RenamingQuery:
		edit.To = text
	default:
		edit.Query = text
		_, err = query.Parse(text)
	}
	if err == nil {
		_, err = edit.Do(l.savedQueries())
	}
	if err != nil {
		s.wrong = err.Error()
		return nil
	}
	if s.fresh {
		l.tabs.wanted = articles.SavedQuery{Name: edit.Name, Query: edit.Query}
	}
	l.closeSaving()
	return l.fx.EditQueries(edit)
}

func (l *List) savedQueries() []articles.SavedQuery {
	all := make([]articles.SavedQuery, len(l.tabs.all))
	for i, t := range l.tabs.all {
		all[i] = t.SavedQuery
	}
	return all
}
