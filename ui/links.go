package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/render"
)

// placed is a link on the screen: where it begins, or goes on from above.
type placed struct {
	render.Link
	row, column int
	off         bool // it stands where the line is cut off
}

// window is the links on the screen, in the order of reading.
func (r *reader) window() []placed {
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
func (r *reader) inSight() []placed {
	return slices.DeleteFunc(r.window(), func(p placed) bool { return p.off })
}

// chosenAt is the index in the window of the chosen link, or -1.
func (r *reader) chosenAt() int {
	if r.way.chosen == nil || r.layout == nil {
		return -1
	}
	return slices.IndexFunc(r.window(), func(p placed) bool { return p.Is(*r.way.chosen) })
}

// nearParts is how many parts of a text a key looks through for a link; for
// more it asks.
const nearParts = 6

// stepLink chooses the next link or the one before: on the screen, or else the
// nearest beyond. It is false when there is none.
func (r *reader) stepLink(dir int) (tea.Cmd, bool) {
	r.way.seeking.Add(1)
	links, at := r.window(), r.chosenAt()
	switch {
	case at < 0 && dir < 0:
		at = len(links)
	case at < 0:
		at = -1
	}
	if at += dir; 0 <= at && at < len(links) {
		r.way.chosen = &links[at].Link
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
	return r.fx.seekLink(r.request, r.layout.Document(), from.Part-1, dir, r.way.seeking), true
}

// choose marks a link, and scrolls to its line.
func (r *reader) choose(p render.Pos, k render.Link) tea.Cmd {
	r.way.chosen = &k
	r.layout.ShowLink(p, k)
	return r.goTo(r.bounded(r.layout.Move(p, -r.text()/3)))
}

// linkFound chooses the link that was looked for far away.
func (a *app) linkFound(msg linkFoundMsg) tea.Cmd {
	r := &a.reader
	if msg.request != r.request || msg.seek != r.way.seeking.Load() || a.at == inList {
		return nil
	}
	chunks := len(r.layout.Document().Chunks)
	from := render.Pos{Part: msg.chunk + 1}
	switch {
	case !msg.ok && msg.dir < 0:
		return a.none("link", msg.dir)
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
		return r.fx.seekLink(r.request, r.layout.Document(), msg.chunk+msg.dir, msg.dir, r.way.seeking)
	}
	return a.none("link", msg.dir)
}

// follow goes where a link leads.
func (a *app) follow(k render.Link) tea.Cmd {
	r := &a.reader
	r.way.leaveMode()
	switch {
	case k.Note > 0:
		return a.fx.note(a.request, r.layout.Document(), k.Note)
	case k.Related > 0:
		return a.openRelated(k.Related - 1)
	}
	page, part := fragment(k.Target)
	if address := r.layout.Address(page); r.Article.Bookmark && address == r.Article.URL && address != "" {
		return a.ask(address) // its text is not here yet
	}
	if page == "" || r.layout.Address(page) == r.Article.URL && r.Article.URL != "" {
		return a.toPart(part)
	}
	if i := a.queued(r.Article, k.Target); i >= 0 {
		if a.queue[i].Article.ID == r.Article.ID {
			return a.toPart(part)
		}
		return a.openQueued(i, part)
	}
	return a.fx.linked(a.request, r.Reading, k.Target, a.linkNames, a.files)
}

// queued is the index of the thing named on the command line that a link leads
// to, such as another chapter of a book; -1 for none.
func (a *app) queued(from *articles.Article, target string) int {
	if len(a.queue) < 2 {
		return -1
	}
	names := a.linkNames(from, target)
	return slices.IndexFunc(a.queue, func(q Reading) bool { return slices.Contains(names, q.Article.Origin) })
}

// toPart goes to a named part of the text.
func (a *app) toPart(part string) tea.Cmd {
	if part == "" || part == "top" {
		return a.jump(a.reader.layout.Start())
	}
	return a.fx.part(a.request, a.reader.layout.Document(), part, true)
}

// partFound goes to the part that a link names.
func (a *app) partFound(msg partMsg) tea.Cmd {
	r := &a.reader
	switch {
	case msg.request != r.request || a.at == inList:
		return nil
	case !msg.ok && !markdown.IsNamed(msg.name, r.Article.Title):
		return a.notice.say("There is no part of this article called " + msg.name + ".")
	}
	at := r.layout.At(msg.offset)
	if !msg.ok {
		at = r.layout.Start() // a heading of the file that became the title
	}
	if msg.stop {
		return a.jump(at)
	}
	return r.goTo(r.bounded(at))
}

// linkedTo opens the article that a link leads to, or else asks what to do
// with its address.
func (a *app) linkedTo(msg linkedMsg) tea.Cmd {
	r := &a.reader
	if msg.request != a.request || a.at != inReader {
		return nil
	}
	_, part := fragment(msg.target)
	switch {
	case msg.file && (msg.err == nil || r.layout.Address(msg.target) == ""):
		return a.openLinked(msg)
	case msg.err != nil && !msg.file:
		return a.notice.complain(msg.err)
	case msg.id == "":
		if address := r.layout.Address(msg.target); address != "" {
			return a.ask(address)
		}
		return a.ask(msg.target)
	case msg.id == r.Article.ID:
		return a.toPart(part)
	}
	return a.open(msg.id, goal{resume: part == "", part: part})
}

// ask opens the menu that asks what to do with an address.
func (a *app) ask(address string) tea.Cmd {
	a.notice.text = ""
	a.reader.way.mode, a.reader.way.target = menuMode, address
	return nil
}

// menuKey is a key while the menu of a link is open; any that it does not know
// closes it.
func (a *app) menuKey(key string) tea.Cmd {
	w := &a.reader.way
	w.leaveMode()
	switch {
	case key == "enter" && articles.IsWeb(w.target):
		return a.fetchPage(w.target)
	case key == "o" && articles.IsWeb(w.target):
		return a.browse(w.target)
	case key == "o":
		return a.notice.say("This link has no address on the web.")
	case key == "y":
		return a.copyLink(w.target)
	}
	return nil
}

// hintLetters label the links on the screen: those under the fingers first.
const hintLetters = "asdfghjklqwertyuiopzxcvbnm"

// hint is the label of link i of n. The first have one letter: of those that are
// left, each begins the labels of as many links as there are letters.
func hint(i, n int) string {
	const letters = len(hintLetters)
	pairs := min(letters, (max(0, n-letters)+letters-2)/(letters-1)) // letters that begin labels of two
	single := letters - pairs
	if i < single {
		return hintLetters[i : i+1]
	}
	i = min(i-single, pairs*letters-1)
	return hintLetters[single+i/letters:][:1] + hintLetters[i%letters:][:1]
}

// hintKey is a key while the labels are shown: it follows a link when it
// completes a label, and leaves when it can be part of none.
func (a *app) hintKey(key string) tea.Cmd {
	w, links := &a.reader.way, a.reader.inSight()
	if key == "backspace" && w.typed != "" {
		w.typed = ""
		return nil
	}
	typed, begun := w.typed+key, false
	for i := range links {
		switch label := hint(i, len(links)); {
		case label == typed:
			w.chosen = &links[i].Link
			return a.follow(links[i].Link)
		case strings.HasPrefix(label, typed):
			begun = true
		}
	}
	if w.leaveMode(); begun {
		w.mode, w.typed = hintMode, typed
	}
	return nil
}

// linkUnder is the link at a column of a line of the screen.
func (r *reader) linkUnder(x, y int) (render.Link, bool) {
	for _, line := range r.layout.Lines(r.layout.Move(r.top, y), 1) {
		for _, s := range line.Links {
			if s.From <= x && x < s.To {
				return *s.Link, true
			}
		}
	}
	return render.Link{}, false
}
