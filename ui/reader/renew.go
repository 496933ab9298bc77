package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown/find"
	"lede/ui/effect"
	"lede/ui/render"
)

// Renew shows another text of the article on the screen, at the same place,
// which is found again by its words. What the reader was about stays: a search, a
// link that was chosen, the outline.
func (r *Reader) Renew(request int, now effect.Reading) tea.Cmd {
	save := r.SavePlace()
	stay := r.staying()
	came := r.Coming && !now.Coming
	r.Reading, r.request = now, request
	var beside tea.Cmd // what is looked for when all of a text is there
	if !now.Coming {
		beside = tea.Batch(r.pictures.Open(r.fx.Context(), now.Article), loadRelated(r.fx, request, now.Article))
	}
	shifted := r.layout.Shifted()
	o := r.options()
	o.Document = now.Document
	old := r.layout
	r.layout = render.New(now.Article, o)
	r.keepSelection(old)
	r.layout.ShiftTo(shifted)
	r.top = r.find(r.place)
	if r.atEnd {
		r.top = r.layout.End(r.text())
		r.place = r.layout.Anchor(r.top)
		r.atEnd = !came // the related articles that come now stand below what is read
	}
	cmds := []tea.Cmd{save, beside, r.stay(stay)}
	if !r.viewed {
		cmds = append(cmds, r.viewSoon())
	}
	return tea.Batch(append(cmds, finish(request, now))...)
}

// staying is what is looked for again in another text.
type staying struct {
	chosen  *placed         // the link that was chosen
	nth     int             // of those on the screen that lead to the same
	match   articles.Anchor // the line of the match that the reader was at
	matched int             // of those in that line
	heading string          // under the cursor of the outline
}

func (r *Reader) staying() staying {
	var s staying
	if at := r.chosenAt(); at >= 0 {
		links := r.window()
		s.chosen = &links[at]
		for _, k := range links[:at] {
			if sameTarget(k.Link, s.chosen.Link) {
				s.nth++
			}
		}
	}
	if r.search.query != nil && r.search.found {
		line := r.layout.Found(r.search.at)
		s.match = r.layout.Anchor(line)
		for _, m := range r.layout.Index().Matches(r.search.query, r.search.at.Chunk) {
			if m != r.search.at && r.layout.Found(m) == line && m.Start < r.search.at.Start {
				s.matched++
			}
		}
	}
	if p := &r.outline; is[outlining](r) && p.cursor > 0 && p.cursor <= len(p.headings) {
		s.heading = p.headings[p.cursor-1].Text
	}
	return s
}

func sameTarget(a, b render.Link) bool {
	return a.Target == b.Target && a.Note == b.Note && a.Related == b.Related
}

// stay takes up in the text that is on the screen now what was in the one before.
func (r *Reader) stay(s staying) tea.Cmd {
	r.seeking.Add(1)
	r.opened.Add(1)
	r.chosen = nil
	if is[hinting](r) {
		r.read() // the letters are of other links now
	}
	if s.chosen != nil {
		for _, k := range r.window() {
			if !sameTarget(k.Link, s.chosen.Link) {
				continue
			}
			r.chosen = &k.Link
			if s.nth--; s.nth < 0 {
				break
			}
		}
	}
	r.outline = outline{headings: r.outline.headings, minutes: r.outline.minutes, here: r.outline.here, cursor: r.outline.cursor, stay: s.heading}
	var cmds []tea.Cmd
	if is[outlining](r) {
		cmds = append(cmds, loadOutline(r.request, r.layout.Document()))
	}
	return tea.Batch(append(cmds, r.searchOn(s))...)
}

// searchOn goes on with the search: the matches are counted anew, and the one that
// the reader was at is found again, without a move of the window.
func (r *Reader) searchOn(s staying) tea.Cmd {
	q := &r.search
	if q.query == nil {
		return nil
	}
	was := q.found
	q.latest.Add(1)
	q.found, q.round, q.sums, q.seeking, q.steps = false, "", []int{0}, false, 0
	count := r.count()
	if !was {
		return count
	}
	q.seeking = true
	quiet := !is[searching](r) // one that is typed looks elsewhere, as it did
	index, query, latest, request := r.layout.Index(), q.query, q.latest, q.latest.Load()
	from := r.layout.Place(r.layout.Find(s.match))
	return tea.Batch(count, func() tea.Msg {
		stop := func() bool { return latest.Load() != request }
		m, ok := index.Seek(query, from, false, []int{0}, stop)
		for range s.matched {
			next, more := index.Seek(query, find.Place{Chunk: m.Chunk, Offset: m.Start + 1}, false, []int{0}, stop)
			if !ok || !more || next.Chunk != m.Chunk {
				break
			}
			m = next
		}
		return foundMsg{request: request, index: index, match: m, found: ok, quiet: quiet}
	})
}
