package gallery

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"lede/ui/picture"
	"lede/ui/render"
)

// Window is what the screen shows of an article.
type Window struct {
	Layout *render.Layout // nil for nothing
	Top    render.Pos     // its first line on the screen
	Rows   int            // lines of it that the screen has room for
}

// The messages. Those that are of an article carry its number.
type (
	// sizesMsg brings the sizes of pictures near the window.
	sizesMsg struct {
		opening int
		sizes   map[string]picture.Size
	}

	// scaledMsg brings a picture; nil when it is bad.
	scaledMsg struct {
		opening int
		key     cacheKey
		picture *scaled
		send    string // to the terminal, before its rows are shown
	}

	// silentMsg comes when the terminal had time enough to say what it has for
	// pictures.
	silentMsg struct{}

	// stillMsg comes when the screen may have stood still since a change of it.
	stillMsg struct{ change int }
)

// Load has the next picture in or near the window loaded, if there is one to load.
// It is called after every message while an article is on the screen, and does
// nothing when there was no change.
func (g *Gallery) Load(w Window) tea.Cmd {
	g.window = w
	switch {
	case w.Layout == nil || !g.on || !g.any || g.busy:
		return nil
	case !g.terminal.known:
		return g.terminal.ask(g.Tick)
	case g.means() == picture.Nothing || w == g.loaded:
		return nil
	}
	near := w.near()
	if cmd := g.measure(near); cmd != nil {
		return cmd
	}
	if cmd := g.scale(near); cmd != nil {
		return cmd
	}
	g.loaded = w
	return nil
}

// near are the pictures in the window, and then those a window below or above.
func (w Window) near() []render.Picture {
	if w.Layout == nil {
		return nil
	}
	var out []render.Picture
	seen := make(map[render.Picture]bool)
	look := func(from render.Pos, n int) {
		for _, line := range w.Layout.Lines(from, n) {
			if p := line.Picture; p.Source != "" && !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	look(w.Top, 2*w.Rows)
	look(w.Layout.Move(w.Top, -w.Rows), w.Rows)
	return out
}

// measure reads the sizes of the pictures that have none yet.
func (g *Gallery) measure(near []render.Picture) tea.Cmd {
	var sources []string
	for _, p := range near {
		if _, ok := g.sizes[p.Source]; !ok {
			sources = append(sources, p.Source)
		}
	}
	if len(sources) == 0 {
		return nil
	}
	g.busy = true
	ctx, opening, files := g.ctx, g.opening, g.files
	return func() tea.Msg {
		sizes := make(map[string]picture.Size)
		for _, source := range sources {
			// A picture that cannot be measured is its caption: no error.
			size, _ := files.measure(ctx, source)
			sizes[source] = size
		}
		return sizesMsg{opening, sizes}
	}
}

// scale makes the first of the pictures that is not ready. Those that are near
// but would not all be kept are left out.
func (g *Gallery) scale(near []render.Picture) tea.Cmd {
	room := mostCached
	for _, p := range near {
		key, ok := g.key(p)
		if !ok {
			continue
		}
		s := scaler{key: key, size: g.sizes[p.Source], means: g.means(), cell: g.terminal.cell, profile: g.profile}
		if room -= s.bytes(); room < 0 {
			return nil
		}
		if g.ready(key) != nil {
			continue
		}
		if s.means == picture.Kitty {
			s.number = g.nextNumber()
		}
		g.busy = true
		ctx, opening, files := g.ctx, g.opening, g.files
		return func() tea.Msg {
			p, send, err := s.scale(ctx, files)
			if err != nil {
				p = nil // a bad picture is its caption
			}
			return scaledMsg{opening, key, p, send}
		}
	}
	return nil
}

// Update takes in what was loaded, and what the terminal says. Every message may be
// given to it.
func (g *Gallery) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case sizesMsg:
		if msg.opening == g.opening {
			g.busy = false
			maps.Copy(g.sizes, msg.sizes)
			g.changed()
		}
	case scaledMsg:
		if msg.opening == g.opening {
			g.busy = false
			return raw(g.receive(msg))
		}
	case stillMsg:
		return raw(g.sixels.draw(msg, g.cache.pictures))
	default:
		if g.terminal.hear(msg) {
			g.changed()
			return raw(g.cache.clear())
		}
	}
	return nil
}

// receive takes in a picture; it returns what the terminal is to be sent.
func (g *Gallery) receive(msg scaledMsg) string {
	g.changed()
	switch {
	case msg.picture == nil:
		g.sizes[msg.key.source] = picture.Size{}
		return ""
	case msg.picture.means != g.means():
		return "" // it was made for what is no longer so
	}
	near := make(map[cacheKey]bool)
	for _, p := range g.window.near() {
		key, _ := g.key(p)
		near[key] = true
	}
	return msg.send + g.cache.put(msg.key, msg.picture, near)
}
