package ui

import (
	"strings"
	"sync/atomic"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown/find"
	"lede/ui/render"
)

// search is the search inside of an article. What it shows while the reader
// types moves the window, but not the place: Esc leads back.
type search struct {
	input   textinput.Model
	typing  bool
	query   *find.Query // nil: nothing is searched
	at      find.Match  // where the reader is
	of      *find.Index // that at is a match in
	found   bool        // at is a match
	shifted int         // where what is cut stood before
	round   string      // that the last step went on from the other end
	sums    []int       // how many matches begin before each chunk, so far as counted
	seeking bool        // a search beside the keys is on its way
	steps   int         // steps to make when it has come
	index   *find.Index // that is counted in

	latest *atomic.Int64 // number of the newest query; work for an older one gives up
}

func newSearch() search {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 200
	in.SetVirtualCursor(false)
	return search{input: in, latest: new(atomic.Int64)}
}

// on reports whether the reader searches.
func (s *search) on() bool { return s.typing || s.query != nil }

// clear ends the search.
func (s *search) clear() {
	s.latest.Add(1)
	s.input.Reset()
	s.input.Blur()
	*s = search{input: s.input, latest: s.latest}
}

// counted reports whether all matches are counted.
func (s *search) counted(chunks int) bool { return len(s.sums) == chunks+1 }

// countFor is how long a count goes on before it says how far it came.
const countFor = 25 * time.Millisecond

// openSearch begins a search where the reader is.
func (r *reader) openSearch() tea.Cmd {
	r.search.clear()
	r.search.typing, r.atEnd = true, false
	r.search.shifted = r.layout.Shifted()
	return r.search.input.Focus()
}

// endSearch takes the marks away; a search that is still typed leads back.
func (r *reader) endSearch() {
	if r.search.typing {
		r.lookBack()
	}
	r.search.clear()
}

// lookBack shows the place again from which a search that is typed looks.
func (r *reader) lookBack() {
	r.top = r.find(r.place)
	r.layout.ShiftTo(r.search.shifted)
}

// typeKey gives a key to the line that the reader searches with.
func (r *reader) typeKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc", "ctrl+g":
		r.endSearch()
		return nil
	case "enter":
		return r.keepSearch()
	case "down", "ctrl+n":
		return r.step(1)
	case "up", "ctrl+p":
		return r.step(-1)
	case "backspace":
		if r.search.input.Value() == "" {
			r.endSearch()
			return nil
		}
	}
	return r.typeText(msg)
}

// typeText gives a key or a paste to the line, and searches when the words
// changed.
func (r *reader) typeText(msg tea.Msg) tea.Cmd {
	s := &r.search
	before := articles.CleanLine(s.input.Value())
	if paste, ok := msg.(tea.PasteMsg); ok {
		paste.Content = articles.CleanLine(paste.Content)
		msg = paste
	}
	var cmd tea.Cmd
	s.input, cmd = s.input.Update(msg)
	if value := s.input.Value(); articles.Clean(value) != value {
		s.input.SetValue(strings.ReplaceAll(articles.Clean(value), "\n", " "))
	}
	now := articles.CleanLine(s.input.Value())
	if now == before {
		return cmd
	}
	s.latest.Add(1)
	s.query, s.found, s.round, s.sums, s.seeking, s.steps = find.New(now), false, "", []int{0}, false, 0
	if s.query == nil {
		r.lookBack()
		return cmd
	}
	return tea.Batch(cmd, r.seek(r.layout.Place(r.find(r.place)), 1), r.count())
}

// keepSearch ends the typing where the reader came to.
func (r *reader) keepSearch() tea.Cmd {
	s := &r.search
	if s.query == nil {
		r.endSearch()
		return nil
	}
	s.typing = false
	s.input.Blur()
	to := r.top
	r.top = r.find(r.place)
	return r.goTo(to)
}

// step goes to the next match, or to the one before: from the one that the
// reader is at, or from the window when that is not in it.
func (r *reader) step(by int) tea.Cmd {
	s := &r.search
	switch {
	case s.query == nil:
		return nil
	case s.seeking: // it begins where that ends
		s.steps += by
		return nil
	}
	from := r.layout.Place(r.top)
	if s.found && r.shows(r.layout.Found(s.at)) {
		from = find.Place{Chunk: s.at.Chunk, Offset: s.at.Start}
		if by > 0 {
			from.Offset++
		}
	}
	return r.seek(from, by)
}

// seek looks for a match from a place on: at once when all are counted, else
// beside the keys.
func (r *reader) seek(from find.Place, by int) tea.Cmd {
	s, index := &r.search, r.layout.Index()
	if s.counted(index.Len()) {
		m, ok := index.Seek(s.query, from, by < 0, s.sums, func() bool { return false })
		return r.reach(foundMsg{index: index, from: from, by: by, match: m, found: ok})
	}
	return r.seekBeside(from, by, false)
}

// seekBeside looks for a match beside the keys; a quiet one does not move the window.
func (r *reader) seekBeside(from find.Place, by int, quiet bool) tea.Cmd {
	s, index := &r.search, r.layout.Index()
	s.seeking = true
	request, latest, query, sums := s.latest.Load(), s.latest, s.query, s.sums
	return func() tea.Msg {
		m, ok := index.Seek(query, from, by < 0, sums, func() bool { return latest.Load() != request })
		return foundMsg{request: request, index: index, from: from, by: by, match: m, found: ok, quiet: quiet}
	}
}

// receiveFound takes in what a search beside the keys found.
func (r *reader) receiveFound(msg foundMsg) tea.Cmd {
	s := &r.search
	if msg.request != s.latest.Load() || s.query == nil {
		return nil
	}
	s.seeking = false
	cmds := []tea.Cmd{r.reach(msg)}
	if !s.found {
		s.steps = 0
	}
	for s.steps != 0 && !s.seeking {
		by := 1
		if s.steps < 0 {
			by = -1
		}
		s.steps -= by
		cmds = append(cmds, r.step(by))
	}
	return tea.Batch(cmds...)
}

// reach shows a match that was sought.
func (r *reader) reach(msg foundMsg) tea.Cmd {
	s := &r.search
	if !msg.found {
		return nil
	}
	s.at, s.of, s.found, s.round = msg.match, msg.index, true, ""
	r.carry() // it may have been sought among other words
	if msg.quiet {
		return nil
	}
	at := find.Place{Chunk: s.at.Chunk, Offset: s.at.Start}
	switch {
	case msg.by > 0 && before(at, msg.from):
		s.round = "on from the top"
	case msg.by < 0 && !before(at, msg.from):
		s.round = "on from the end"
	}
	r.layout.ShowMatch(s.at)
	return r.showLine(r.layout.Found(s.at))
}

// showLine brings a line into the window, when it is not there: with more of
// the text below it than above.
func (r *reader) showLine(line render.Pos) tea.Cmd {
	if r.shows(line) {
		return nil
	}
	to := r.bounded(r.layout.Move(line, -r.text()/3))
	if r.search.typing {
		r.top = to
		return nil
	}
	return r.goTo(to)
}

func before(a, b find.Place) bool {
	return a.Chunk < b.Chunk || a.Chunk == b.Chunk && a.Offset < b.Offset
}

// shows reports whether a line is in the window.
func (r *reader) shows(p render.Pos) bool {
	return !p.Less(r.top) && p.Less(r.layout.Move(r.top, r.text())) || p == r.layout.Move(r.top, r.text()-1)
}
