package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles/markdown"
	"lede/ui/intent"
	"lede/ui/render"
)

// placed is a link on the screen: where it begins, or goes on from above.
type placed struct {
	render.Link
	row, column int
	off         bool // it stands where the line is cut off
}

// window is the links on the screen, in the order of reading.
func (r *Reader) window() []placed {
	var out []placed
	for row, line := range r.layout.Lines(r.top, r.text()) {
		for _, s := range line.Links {
			if !slices.ContainsFunc(out, func(p placed) bool { return p.Is(*s.Link) }) {
				out = append(out, placed{*s.Link, row, s.From, s.From == s.To})
			}
		}
	}
	return out
}

// inSight is the links on the screen that nothing cuts off.
func (r *Reader) inSight() []placed {
	return slices.DeleteFunc(r.window(), func(p placed) bool { return p.off })
}

// chosenAt is the index in the window of the chosen link, or -1.
func (r *Reader) chosenAt() int {
	if r.chosen == nil || r.layout == nil {
		return -1
	}
	return slices.IndexFunc(r.window(), func(p placed) bool { return p.Is(*r.chosen) })
}

// nearParts is how many parts of a text a key looks through for a link; for
// more it asks.
const nearParts = 6

// stepLink chooses the next link or the one before: on the screen, or else the
// nearest beyond. It is false when there is none.
func (r *Reader) stepLink(dir int) (tea.Cmd, bool) {
	r.seeking.Add(1)
	links, at := r.window(), r.chosenAt()
	switch {
	case at < 0 && dir < 0:
		at = len(links)
	case at < 0:
		at = -1
	}
	if at += dir; 0 <= at && at < len(links) {
		r.chosen = &links[at].Link
		r.layout.ShowLink(r.layout.Move(r.top, links[at].row), links[at].Link)
		return nil, true
	}
	from := r.top
	if dir > 0 {
		bottom := r.layout.Move(r.top, r.text()-1)
		if from = r.layout.Move(bottom, 1); from == bottom {
			return nil, false
		}
	}
	if p, k, ok := r.layout.Link(from, dir, nearParts); ok {
		return r.choose(p, k), true
	}
	return seekLink(r.request, r.layout.Document(), from.Part-1, dir, &r.seeking), true
}

// choose marks a link, and scrolls to its line.
func (r *Reader) choose(p render.Pos, k render.Link) tea.Cmd {
	r.chosen = &k
	r.layout.ShowLink(p, k)
	return r.goTo(r.bounded(r.layout.Move(p, -r.text()/3)))
}

// linkFound chooses the link that was looked for far away.
func (r *Reader) linkFound(msg linkFoundMsg) tea.Cmd {
	if msg.request != r.request || msg.seek != r.seeking.Load() || !r.shown {
		return nil
	}
	chunks := len(r.layout.Document().Chunks)
	from := render.Pos{Part: msg.chunk + 1}
	switch {
	case !msg.ok && msg.dir < 0:
		return r.none("link", msg.dir)
	case !msg.ok:
		from.Part = chunks + 1
	case msg.dir < 0:
		from.Line = 1 << 30
	}
	p, k, ok := r.layout.Link(from, msg.dir, 1)
	switch {
	case ok:
		return r.choose(p, k)
	case msg.ok: // it shows nothing: one in a picture without words
		return seekLink(r.request, r.layout.Document(), msg.chunk+msg.dir, msg.dir, &r.seeking)
	}
	return r.none("link", msg.dir)
}

// follow goes where a link leads.
func (r *Reader) follow(k render.Link) tea.Cmd {
	r.read()
	switch {
	case k.Note > 0:
		return parseNotes(r.request, r.layout.Document(), k.Note)
	case k.Related > 0:
		r.openRelated(k.Related - 1)
		return nil
	}
	page, part := Fragment(k.Target)
	if address := r.layout.Address(page); r.Article.Bookmark && address == r.Article.URL && address != "" {
		r.Menu(address) // its text is not here yet
		return nil
	}
	if page == "" || r.layout.Address(page) == r.Article.URL && r.Article.URL != "" {
		return r.ToPart(part)
	}
	r.Ask(intent.Follow{Target: k.Target})
	return nil
}

// ToPart goes to a named part of the text.
func (r *Reader) ToPart(part string) tea.Cmd {
	if part == "" || part == "top" {
		return r.jump(r.layout.Start())
	}
	return seekPart(r.request, r.layout.Document(), part, true)
}

// partFound goes to the part that a link names.
func (r *Reader) partFound(msg partMsg) tea.Cmd {
	switch {
	case msg.request != r.request || !r.shown:
		return nil
	case !msg.ok && !markdown.IsNamed(msg.name, r.Article.Title):
		r.Say("There is no part of this article called " + msg.name + ".")
		return nil
	}
	at := r.layout.At(msg.offset)
	if !msg.ok {
		at = r.layout.Start() // a heading of the file that became the title
	}
	if msg.stop {
		return r.jump(at)
	}
	return r.goTo(r.bounded(at))
}

// Address is where on the web a link of the text leads; empty for elsewhere.
func (r *Reader) Address(target string) string { return r.layout.Address(target) }

// Fragment splits the part of a text off a link's target.
func Fragment(target string) (page, part string) {
	page, part, _ = strings.Cut(target, "#")
	return page, part
}

// linkUnder is the link at a column of a line of the screen.
func (r *Reader) linkUnder(x, y int) (render.Link, bool) {
	for _, line := range r.layout.Lines(r.layout.Move(r.top, y), 1) {
		for _, s := range line.Links {
			if s.From <= x && x < s.To {
				return *s.Link, true
			}
		}
	}
	return render.Link{}, false
}
