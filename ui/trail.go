package ui

import "lede/articles"

// stop is a place that the reader was at: an article and a piece of its text.
type stop struct {
	id     articles.ID
	opened *articles.Article // set when the article is not in the library
	place  articles.Anchor
}

// trail is the history of an evening's reading: back, and forward again.
type trail struct {
	stops []stop
	at    int // the stop that is on the screen
}

// longestTrail bounds the history; beyond it the oldest stops are forgotten.
const longestTrail = 1000

// visit goes on to a new stop, from the one on the screen, and forgets what
// lay ahead.
func (t *trail) visit(s stop) {
	if len(t.stops) > 0 {
		t.stops = t.stops[:t.at+1]
	}
	t.stops = append(t.stops, s)
	if len(t.stops) > longestTrail {
		t.stops = append(t.stops[:0], t.stops[1:]...)
	}
	t.at = len(t.stops) - 1
}

// leave notes the place at which the stop on the screen is left.
func (t *trail) leave(place articles.Anchor) {
	if t.at < len(t.stops) {
		t.stops[t.at].place = place
	}
}

// forget starts a new trail.
func (t *trail) forget() { *t = trail{} }

// walk goes along the related articles of one article: `>` opens the first,
// then the second, and so on; `<` returns, at last to where it began.
type walk struct {
	from stop
	list []articles.Related
	at   int // index in list of the article on the screen; -1 at from
}

// next is the nearest entry in a direction that can be opened; false past the
// last. An index of -1 is the start of the walk.
func (w *walk) next(by int) (int, bool) {
	for i := w.at + by; -1 <= i && i < len(w.list); i += by {
		if i == -1 || w.list[i].ID != "" {
			return i, true
		}
	}
	return 0, false
}
