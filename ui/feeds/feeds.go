// Package feeds is the screen of the subscriptions: by folder, with what is unread in
// each, how it stands with it, and what can be done about it.
package feeds

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Feeds is the screen of the subscriptions.
type Feeds struct {
	intent.Asked
	fx    effect.Effects
	theme *theme.Theme
	names *keys.Bindings
	geo   geometry
	mode  mode

	all     []articles.Feed
	dirs    []articles.Folder
	library articles.Counts
	now     time.Time       // of the answer that all came with
	folded  map[string]bool // by path; nil until the library has said which were
	known   bool            // an answer came

	rows        []row
	cursor, top int
	request     int

	prompt chrome.Prompt // of the mode
	named  row           // the feed that is renamed
	failed string        // what could not be added
	aside  string        // stands in the footer: work in the background
}

// New makes the screen, without feeds.
func New(fx effect.Effects, t *theme.Theme, names *keys.Bindings) *Feeds {
	return &Feeds{fx: fx, theme: t, names: names}
}

// SetTheme draws the screen in other colours from now on.
func (f *Feeds) SetTheme(t *theme.Theme) { f.theme = t }

// SetAside has the footer say what goes on in the background.
func (f *Feeds) SetAside(text string) { f.aside = text }

// loadedMsg brings the feeds.
type loadedMsg struct {
	request int
	feeds   []articles.Feed
	dirs    []articles.Folder
	library articles.Counts
	now     time.Time
	folded  map[string]bool // nil where that is known
	err     error
}

// Reload asks for everything anew, keeping the cursor on its row.
func (f *Feeds) Reload() tea.Cmd {
	f.request++
	request, ask := f.request, f.folded == nil
	return f.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		msg := loadedMsg{request: request, now: time.Now()}
		var ofFolders, ofCounts error
		msg.feeds, msg.err = lib.Feeds(ctx)
		msg.dirs, ofFolders = lib.Folders(ctx)
		msg.library, ofCounts = lib.Counts(ctx)
		msg.err = cmp.Or(msg.err, ofFolders, ofCounts)
		if ask {
			msg.folded = remembered(ctx, lib)
		}
		return msg
	})
}

// Update takes in what the screen asked the library for.
func (f *Feeds) Update(msg tea.Msg) tea.Cmd {
	loaded, ok := msg.(loadedMsg)
	switch {
	case !ok || loaded.request != f.request:
	case loaded.err != nil:
		f.Ask(intent.Complain{Err: loaded.err})
	default:
		f.all, f.dirs, f.library = loaded.feeds, loaded.dirs, loaded.library
		f.now, f.known = loaded.now, true
		if f.folded == nil {
			f.folded = loaded.folded
		}
		f.arrange()
	}
	return nil
}

// arrange makes the rows anew and stays on the one under the cursor; when that is gone,
// on the one in its place.
func (f *Feeds) arrange() {
	was, onScreen := f.current(), f.cursor-f.top
	f.rows = append([]row{{
		kind: everything, name: "All articles", total: f.library.Of(articles.All), unread: f.library.Of(articles.Unread),
	}}, append(rows(f.all, f.folded), directories(f.dirs, f.folded)...)...)
	if was != nil {
		if at := slices.IndexFunc(f.rows, func(r row) bool { return r.is(was) }); at >= 0 {
			f.cursor = at
		}
	}
	f.top = f.cursor - onScreen
	f.move(f.cursor)
}

// current is the row under the cursor, nil when there is none.
func (f *Feeds) current() *row {
	if f.cursor < len(f.rows) {
		return &f.rows[f.cursor]
	}
	return nil
}

// move puts the cursor on a row, and scrolls no more than it takes to see it.
func (f *Feeds) move(to int) {
	f.cursor = max(0, min(to, len(f.rows)-1))
	f.top = max(0, min(f.top, f.cursor, len(f.rows)-f.geo.rows), f.cursor-f.geo.rows+1)
}

// goes moves the cursor.
func (f *Feeds) goes(c keys.Command) bool {
	n, half, page := max(1, c.Count), max(1, f.geo.rows/2), max(1, f.geo.rows-1)
	switch c.Op {
	case keys.Down:
		f.move(f.cursor + n)
	case keys.Up:
		f.move(f.cursor - n)
	case keys.HalfDown:
		f.move(f.cursor + n*half)
	case keys.HalfUp:
		f.move(f.cursor - n*half)
	case keys.PageDown:
		f.move(f.cursor + n*page)
	case keys.PageUp:
		f.move(f.cursor - n*page)
	case keys.Top:
		f.move(0)
	case keys.End:
		f.move(len(f.rows) - 1)
	case keys.GoLine:
		f.move(n - 1)
	case keys.NextUnread:
		f.seekUnread(1)
	case keys.PrevUnread:
		f.seekUnread(-1)
	default:
		return false
	}
	return true
}

// seekUnread goes to the next feed in a direction that has unread articles.
func (f *Feeds) seekUnread(dir int) {
	for at := f.cursor + dir; 0 <= at && at < len(f.rows); at += dir {
		if r := &f.rows[at]; (r.kind == feed || r.kind == directory) && r.unread > 0 {
			f.move(at)
			return
		}
	}
	f.Say("No unread article further that way.")
}

// Act does what a key asks for; it answers false for what is not the screen's.
func (f *Feeds) Act(c keys.Command) (tea.Cmd, bool) {
	if f.mode != browsing {
		return f.inPrompt(c.Op)
	}
	if f.goes(c) {
		return nil, true
	}
	switch c.Op {
	case keys.Out, keys.Cancel:
		f.Ask(intent.Leave{})
	case keys.Open:
		f.open()
	case keys.Fold:
		return f.fold(), true
	case keys.Add:
		if c.Arg == "" {
			return f.askAddress(), true
		}
		f.Ask(intent.Add{Thing: c.Arg})
	case keys.Rename, keys.Mute, keys.Unsubscribe, keys.Browse, keys.Copy:
		return f.aboutFeed(c), true
	case keys.ReadAll, keys.RefreshOne:
		return f.aboutFeeds(c.Op), true
	default:
		return nil, false
	}
	return nil, true
}

// open has the list show the articles of the row.
func (f *Feeds) open() {
	if r := f.current(); r != nil {
		f.Ask(intent.Narrow{Query: f.query(r)})
	}
}

// query is what finds the articles of a row: of a feed by its name, where that names no
// other, and else by its address. It is empty for all articles.
func (f *Feeds) query(r *row) string {
	of := query.Named{Field: query.Folder, Value: r.dir.Path}
	switch r.kind {
	case everything:
		return ""
	case folder:
		if r.path == onDisk {
			var either query.Or
			for _, dir := range f.dirs {
				either = append(either, query.Named{Field: query.Folder, Value: dir.Path})
			}
			if len(either) > 1 {
				return query.Query{Where: either}.String()
			}
			of.Value = f.dirs[0].Path
			break
		}
		of.Value = strings.ReplaceAll(r.path, part, "/")
	case feed:
		of = query.Named{Field: query.Feed, Value: r.name}
		means, n := of.Match(), 0
		for i := range f.all {
			if one := &f.all[i]; means(one.Title) || means(one.Name) || means(one.URL) {
				n++
			}
		}
		if n != 1 {
			of.Value = r.feed.URL
		}
	}
	return query.Query{Where: of}.String()
}
