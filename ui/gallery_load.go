package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lede/ui/picture"
	"lede/ui/render"
)

// glimpse is a look at a window.
type glimpse struct {
	layout *render.Layout
	top    render.Pos
	text   int
}

// wantPictures has the next picture in or near the window loaded, if there is
// one to load. It is called after every change, and does nothing when there
// was none.
func (r *reader) wantPictures() tea.Cmd {
	g := &r.gallery
	if r.layout == nil || !g.on || !g.any || g.busy {
		return nil
	}
	if !g.terminal.known {
		if cmd := g.terminal.ask(r.fx.tick); !g.terminal.known {
			return cmd
		}
		r.relayPictures()
	}
	now := glimpse{r.layout, r.top, r.text()}
	if g.means() == picture.Nothing || now == g.seen {
		return nil
	}
	near := r.nearPictures()
	if cmd := g.measure(r.request, near); cmd != nil {
		return cmd
	}
	if cmd := g.load(r.request, near); cmd != nil {
		return cmd
	}
	g.seen = now
	return nil
}

// nearPictures are those in the window, and then those a window below or above.
func (r *reader) nearPictures() []render.Picture {
	var out []render.Picture
	seen := make(map[render.Picture]bool)
	look := func(from render.Pos, n int) {
		for _, line := range r.layout.Lines(from, n) {
			if p := line.Picture; p.Source != "" && !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	look(r.top, 2*r.text())
	look(r.layout.Move(r.top, -r.text()), r.text())
	return out
}

// measure reads the sizes of the pictures that have none yet.
func (g *gallery) measure(request int, near []render.Picture) tea.Cmd {
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
	ctx, files := g.ctx, g.files
	return func() tea.Msg {
		sizes := make(map[string]picture.Size)
		for _, source := range sources {
			// A picture that cannot be measured is its caption: no error.
			size, _ := files.measure(ctx, source)
			sizes[source] = size
		}
		return sizesMsg{request, sizes}
	}
}

// load makes the first of the pictures that is not ready. Those that are near
// but would not all be kept are left out.
func (g *gallery) load(request int, near []render.Picture) tea.Cmd {
	room := mostPlates
	for _, p := range near {
		key, ok := g.key(p)
		if !ok {
			continue
		}
		m := maker{key: key, size: g.sizes[p.Source], means: g.means(), cell: g.terminal.cell, profile: g.profile}
		if room -= m.bytes(); room < 0 {
			return nil
		}
		if g.ready(key) != nil {
			continue
		}
		if m.means == picture.Kitty {
			m.number = g.nextNumber()
		}
		g.busy = true
		ctx, files := g.ctx, g.files
		return func() tea.Msg {
			ready, send, err := m.make(ctx, files)
			if err != nil {
				ready = nil // a bad picture is its caption
			}
			return plateMsg{request, key, ready, send}
		}
	}
	return nil
}

// maker makes a plate.
type maker struct {
	key     plateKey
	size    picture.Size
	means   picture.Means
	cell    picture.Cell
	profile colorprofile.Profile
	number  int
}

// pixels is how large the image is to be, and how large each of its pixels.
func (m *maker) pixels() (s picture.Size, scale int) {
	switch m.means {
	case picture.Kitty:
		return picture.KittyPixels(m.size, m.key.box, m.cell), 1
	case picture.Sixels:
		return picture.SixelPixels(m.key.box, m.cell)
	}
	return picture.BlockPixels(m.key.box), 1
}

// bytes is about how much memory the plate takes, in the terminal or here.
func (m *maker) bytes() int {
	perPixel := 4
	if m.means == picture.Blocks {
		perPixel = 20 // two make a cell with its colours
	}
	s, _ := m.pixels()
	return s.Width * s.Height * perPixel
}

func (m *maker) make(ctx context.Context, files files) (*plate, string, error) {
	data, err := files.load(ctx, m.key.source)
	if err != nil {
		return nil, "", err
	}
	size, scale := m.pixels()
	img, err := picture.Decode(ctx, data, size)
	if err != nil {
		return nil, "", err
	}
	p := &plate{means: m.means, number: m.number, bytes: m.bytes()}
	if m.means == picture.Sixels {
		p.sixels = picture.Sixel(img, scale)
		img, err = picture.Decode(ctx, data, picture.BlockPixels(m.key.box))
		if err != nil {
			return nil, "", err
		}
	}
	if m.means != picture.Kitty {
		p.rows = picture.HalfBlocks(img, m.profile)
		return p, "", nil
	}
	p.rows = picture.KittyRows(m.number, m.key.box)
	send, err := picture.KittyImage(img, m.number, m.key.box)
	return p, send, err
}

// pictureNews takes in what was loaded, and what the terminal says.
func (r *reader) pictureNews(msg tea.Msg) tea.Cmd {
	g := &r.gallery
	out := ""
	switch msg := msg.(type) {
	case sizesMsg:
		if msg.request != r.request || g.ctx.Err() != nil {
			return nil
		}
		g.busy = false
		for source, size := range msg.sizes {
			g.sizes[source] = size
		}
	case plateMsg:
		if msg.request != r.request || g.ctx.Err() != nil {
			return nil
		}
		g.busy = false
		switch {
		case msg.plate == nil:
			g.sizes[msg.key.source] = picture.Size{}
		case msg.plate.means == g.means():
			near := make(map[plateKey]bool)
			for _, p := range r.nearPictures() {
				key, _ := g.key(p)
				near[key] = true
			}
			out = msg.send + g.keep(msg.key, msg.plate, near)
		}
	case uv.KittyGraphicsEvent, uv.CellSizeEvent, uv.PrimaryDeviceAttributesEvent, tea.TerminalVersionMsg, terminalSilentMsg:
		if !g.terminal.hear(msg) {
			return nil
		}
		out = g.clear()
	default:
		return nil
	}
	r.relayPictures()
	return raw(out)
}

// relayPictures lays the article out anew with the pictures that there are now;
// the text stays where it is.
func (r *reader) relayPictures() {
	if r.layout == nil {
		return
	}
	old := r.layout
	r.layout = old.With(r.options())
	switch {
	case r.atEnd:
		r.top = r.layout.End(r.text())
	case !r.place.IsZero():
		r.top = r.bounded(r.layout.Where(old, r.top))
	}
}

// raw sends the terminal what is no part of the screen.
func raw(s string) tea.Cmd {
	if s == "" {
		return nil
	}
	return tea.Raw(s)
}

// togglePictures shows pictures, or their captions alone.
func (a *app) togglePictures() tea.Cmd {
	r := &a.reader
	g := &r.gallery
	g.on = !g.on
	out := g.clear()
	g.seen = glimpse{}
	say := "Images on."
	switch {
	case !g.on:
		say = "Images off: captions only."
	case g.any && g.terminal.known && g.means() == picture.Nothing:
		say = "This terminal shows no images, only their captions."
	}
	r.relayPictures()
	return tea.Batch(raw(out), a.notice.say(say), a.fx.setting(settingPictures, flag(g.on)))
}
