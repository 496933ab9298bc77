package reader

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles/markdown/find"
)

// count goes on counting, a while at a time.
func (r *Reader) count() tea.Cmd {
	s, index := &r.search, r.layout.Index()
	s.index = index
	request, latest, query, from := s.latest.Load(), s.latest, s.query, len(s.sums)-1
	return func() tea.Msg {
		end := time.Now().Add(countFor)
		return countedMsg{request, index, index.Count(query, from, func() bool {
			return latest.Load() != request || time.Now().After(end)
		})}
	}
}

// carry finds the match that the reader is at again, when the words around the
// text have changed, as they do when a view is counted.
func (r *Reader) carry() {
	s := &r.search
	if s.query == nil || !s.found {
		return
	}
	now := r.layout.Index()
	s.at, s.of = now.Carried(s.at, s.of), now
}

// recount counts anew when the words around the text have changed. When the match
// that the reader was at is of those, the next one takes its place.
func (r *Reader) recount() tea.Cmd {
	s := &r.search
	if s.query == nil || r.layout == nil || s.index == r.layout.Index() {
		return nil
	}
	s.sums = []int{0}
	count := r.count()
	if !s.found || s.seeking || slices.Contains(s.index.Matches(s.query, s.at.Chunk), s.at) {
		return count
	}
	s.found = false
	return tea.Batch(count, r.seekBeside(find.Place{Chunk: s.at.Chunk, Offset: s.at.Start}, 1, true))
}

// receiveCounted takes in a part of the count, and asks for the next. When all
// is counted, no match is hidden any more.
func (r *Reader) receiveCounted(msg countedMsg) tea.Cmd {
	s := &r.search
	if msg.request != s.latest.Load() || s.query == nil || msg.index != s.index {
		return nil
	}
	for _, n := range msg.counts {
		s.sums = append(s.sums, s.sums[len(s.sums)-1]+n)
	}
	switch {
	case !s.counted(r.layout.Index().Len()):
		return r.count()
	case !s.found && !s.seeking && s.sums[len(s.sums)-1] > 0:
		return r.seek(r.layout.Place(r.find(r.place)), 1)
	}
	return nil
}
