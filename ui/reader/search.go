package reader

import (
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles/markdown/find"
	"lede/articles/query"
	"lede/articles/snippet"
	"lede/ui/chrome"
	"lede/ui/keys"
)

// search is the search inside of an article. What it shows while the reader
// types moves the window, but not the place: Esc leads back.
type search struct {
	prompt  chrome.Prompt
	query   *find.Query // nil: nothing is searched
	at      find.Match  // where the reader is
	of      *find.Index // that at is a match in
	found   bool        // at is a match
	dir     int         // 1 down the text, -1 up
	shifted int         // where what is cut stood before
	round   string      // that the last step went on from the other end
	sums    []int       // how many matches begin before each chunk, so far as counted
	seeking bool        // a search beside the keys is on its way
	steps   int         // steps to make when it has come
	index   *find.Index // that is counted in
	before  *search     // was kept when the words of this one began to be typed

	latest *atomic.Int64 // number of the newest query; work for an older one gives up
}

// mostSearched is how long a search may be, in characters.
const mostSearched = 200

func newSearch() search {
	return search{prompt: chrome.NewPrompt("/", "words of this article", mostSearched), latest: new(atomic.Int64)}
}

// on reports whether something is searched.
func (s *search) on() bool { return s.query != nil }

// clear ends the search.
func (s *search) clear() {
	s.latest.Add(1)
	s.prompt.Clear()
	*s = search{prompt: s.prompt, latest: s.latest}
}

// counted reports whether all matches are counted.
func (s *search) counted(chunks int) bool { return len(s.sums) == chunks+1 }

// countFor is how long a count goes on before it says how far it came.
const countFor = 25 * time.Millisecond

// searches begins a search, or goes on with it.
func (r *Reader) searches(p keys.Command) (tea.Cmd, bool) {
	by := max(1, p.Count) * r.search.dir // of a search that was begun
	switch p.Op {
	case keys.Search:
		return r.openSearch(p.Arg, 1), true
	case keys.SearchBack:
		return r.openSearch(p.Arg, -1), true
	case keys.EndSearch:
		r.endSearch()
		return nil, true
	case keys.PrevMatch:
		by = -by
	case keys.NextMatch:
	default:
		return nil, false
	}
	if !r.search.on() {
		r.Say("Nothing is searched: " + r.names.Said(keys.Search, keys.InReader) + " begins.")
		return nil, true
	}
	return r.step(by), true
}

// openSearch begins a search where the reader is, down the text or up; with words for
// it, it is done with typing at once.
func (r *Reader) openSearch(words string, dir int) tea.Cmd {
	var before *search
	if was := r.search; was.on() {
		before = &was
	}
	r.search.clear()
	r.search.dir, r.search.before = dir, before
	r.search.prompt.Lead(map[int]string{1: "/", -1: "?"}[dir])
	r.mode, r.atEnd = searching{reading{r}}, false
	r.search.shifted = r.layout.Shifted()
	cmd := r.search.prompt.Open(words)
	if words == "" {
		return cmd
	}
	return tea.Batch(cmd, r.query(), r.keepSearch())
}

// mostOfHit is how far into a text the place is looked for that has most of what was
// searched, in bytes.
const mostOfHit = 256 << 10

// openHit searches for what the library found the article by, from where most of it is.
func (r *Reader) openHit(texts []query.Text) tea.Cmd {
	if len(texts) == 0 {
		return nil
	}
	words := snippet.New(texts)
	looked := find.By(func(text string, yield func(start, end int) bool) {
		for _, m := range words.Marks(text) {
			if !yield(m.From, m.To) {
				return
			}
		}
	})
	s, index := &r.search, r.layout.Index()
	s.dir, s.query, s.sums, s.seeking = 1, looked, []int{0}, true
	s.prompt.Set(query.Said(texts))
	request, latest := s.latest.Add(1), s.latest
	over := func() bool { return latest.Load() != request }
	return tea.Batch(r.count(), func() tea.Msg {
		from := index.Richest(words.Densest, len(words), mostOfHit, over)
		m, ok := index.Seek(looked, from, false, nil, over)
		return foundMsg{request: request, index: index, from: from, by: 1, match: m, found: ok}
	})
}

// endSearch takes the marks away; a search that is still typed leads back.
func (r *Reader) endSearch() {
	if is[searching](r) {
		r.read()
		r.lookBack()
	}
	r.search.clear()
}

// leaveSearch ends the typing as if it had not begun: with the search that was kept.
func (r *Reader) leaveSearch() tea.Cmd {
	before := r.search.before
	r.endSearch()
	if before == nil {
		return nil
	}
	r.search = *before
	r.search.seeking, r.search.steps, r.search.sums = false, 0, []int{0}
	r.carry()
	return r.count()
}

// lookBack shows the place again from which a search that is typed looks.
func (r *Reader) lookBack() {
	r.top = r.find(r.place)
	r.layout.ShiftTo(r.search.shifted)
}

// query searches what is typed, from where the reader is.
func (r *Reader) query() tea.Cmd {
	s := &r.search
	s.latest.Add(1)
	s.query, s.found, s.round, s.sums, s.seeking, s.steps = find.New(s.prompt.Text()), false, "", []int{0}, false, 0
	if s.query == nil {
		r.lookBack()
		return nil
	}
	return tea.Batch(r.seek(r.layout.Place(r.find(r.place)), s.dir), r.count())
}

// keepSearch ends the typing where the reader came to.
func (r *Reader) keepSearch() tea.Cmd {
	s := &r.search
	if s.query == nil {
		r.endSearch()
		return nil
	}
	r.read()
	s.before = nil
	s.prompt.Close()
	to := r.top
	r.top = r.find(r.place)
	return r.jump(to)
}

// step goes to the next match, or to the one before: from the one that the
// reader is at, or from the window when that is not in it. More than one step is
// made as if the key had been pressed so often.
func (r *Reader) step(by int) tea.Cmd {
	s := &r.search
	if by < -1 || by > 1 {
		dir := 1
		if by < 0 {
			dir = -1
		}
		var all []tea.Cmd
		for ; by != 0; by -= dir {
			all = append(all, r.step(dir))
		}
		return tea.Batch(all...)
	}
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
func (r *Reader) seek(from find.Place, by int) tea.Cmd {
	s, index := &r.search, r.layout.Index()
	if s.counted(index.Len()) {
		m, ok := index.Seek(s.query, from, by < 0, s.sums, func() bool { return false })
		return r.reach(foundMsg{index: index, from: from, by: by, match: m, found: ok})
	}
	return r.seekBeside(from, by, false)
}

// seekBeside looks for a match beside the keys; a quiet one does not move the window.
func (r *Reader) seekBeside(from find.Place, by int, quiet bool) tea.Cmd {
	s, index := &r.search, r.layout.Index()
	s.seeking = true
	request, latest, query, sums := s.latest.Load(), s.latest, s.query, s.sums
	return func() tea.Msg {
		m, ok := index.Seek(query, from, by < 0, sums, func() bool { return latest.Load() != request })
		return foundMsg{request: request, index: index, from: from, by: by, match: m, found: ok, quiet: quiet}
	}
}

// receiveFound takes in what a search beside the keys found.
func (r *Reader) receiveFound(msg foundMsg) tea.Cmd {
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
func (r *Reader) reach(msg foundMsg) tea.Cmd {
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

func before(a, b find.Place) bool {
	return a.Chunk < b.Chunk || a.Chunk == b.Chunk && a.Offset < b.Offset
}
