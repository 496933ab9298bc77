package feeds

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// mode is what the next key is for.
type mode int

const (
	browsing mode = iota
	renaming      // the name of a feed is typed
	adding        // an address is typed
)

// How long a name or an address may be, in characters.
const (
	mostName  = 200
	mostAdded = 2000
)

// Scope is what the keys mean now.
func (f *Feeds) Scope() keys.Scope {
	if f.mode == browsing {
		return keys.InFeeds
	}
	return keys.InPrompt
}

// ask begins to type.
func (f *Feeds) ask(m mode, p chrome.Prompt, text string) tea.Cmd {
	f.mode, f.prompt = m, p
	return f.prompt.Open(text)
}

// askName asks for the name of a feed.
func (f *Feeds) askName(r row) tea.Cmd {
	f.named = r
	f.Ask(intent.Hush{})
	return f.ask(renaming, chrome.NewPrompt("name:", "as the feed calls itself", mostName), r.name)
}

// AddAgain has the reader try again what could not be added.
func (f *Feeds) AddAgain() tea.Cmd {
	return f.ask(adding, chrome.NewPrompt("add:", "the address of a feed, or of a page that has one", mostAdded), f.failed)
}

// askAddress asks for what is to be subscribed to.
func (f *Feeds) askAddress() tea.Cmd {
	f.Ask(intent.Hush{})
	return f.AddAgain()
}

// Failed keeps what could not be added for when the reader tries again.
func (f *Feeds) Failed(thing string) { f.failed = thing }

// Type gives a letter or a paste to the prompt. An address that is pasted where nothing
// is typed is offered to be added.
func (f *Feeds) Type(msg tea.Msg) tea.Cmd {
	var open tea.Cmd
	if f.mode == browsing {
		if _, ok := msg.(tea.PasteMsg); !ok {
			return nil
		}
		f.failed = ""
		open = f.askAddress()
	}
	cmd, _ := f.prompt.Type(msg)
	return tea.Batch(open, cmd)
}

// inPrompt is an operation while something is typed; false for what is not the
// prompt's.
func (f *Feeds) inPrompt(o keys.Op) (tea.Cmd, bool) {
	switch {
	case o == keys.Cancel, o == keys.DeleteBack && f.prompt.IsEmpty():
		f.mode = browsing
	case o == keys.Accept:
		return f.accept(), true
	case o.EditsLine():
		cmd, _ := f.prompt.Edit(o)
		return cmd, true
	default:
		return nil, false
	}
	return nil, true
}

// accept takes what was typed.
func (f *Feeds) accept() tea.Cmd {
	was, text := f.mode, f.prompt.Text()
	f.mode, f.failed = browsing, ""
	switch {
	case was == renaming:
		return f.rename(f.named.feed, text)
	case text != "":
		f.Ask(intent.Add{Thing: text})
	}
	return nil
}

// IsEmpty reports whether a line is typed in which nothing stands.
func (f *Feeds) IsEmpty() bool { return f.mode != browsing && f.prompt.IsEmpty() }

// Able reports whether an operation has something to do now.
func (f *Feeds) Able(o keys.Op) bool {
	r := f.current()
	switch o {
	case keys.Unsubscribe:
		return r != nil && (r.kind == feed || r.kind == directory)
	case keys.Rename, keys.Mute, keys.Browse, keys.Copy:
		return r != nil && r.kind == feed
	case keys.ReadAll, keys.RefreshOne:
		return r != nil && !r.from.IsEmpty()
	case keys.Fold:
		return r != nil && r.path != ""
	case keys.NextUnread, keys.PrevUnread:
		return len(f.all)+len(f.dirs) > 0
	case keys.Complete, keys.NextChoice, keys.PrevChoice, keys.ChoicesDown, keys.ChoicesUp:
		return false
	}
	return true
}
