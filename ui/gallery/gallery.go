// Package gallery loads the pictures near what the screen shows of an article,
// keeps those that are ready, and shows them by the best means that the terminal
// has. What it has not, it shows as blank rows, or as nothing but the caption.
//
// The reader's screen opens it with an article, lays the article out with
// [Gallery.Pictures], lays it out anew when [Gallery.Version] has changed, and tells
// [Gallery.Load] after every message what it shows. The root gives it the messages
// that are nobody else's ([Gallery.Update]), and the whole screen where sixels are
// drawn over it ([Gallery.DrawOver]).
package gallery

import (
	"context"
	"os"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/picture"
	"lede/ui/render"
)

// Library is what the gallery needs of the store.
type Library interface {
	// Image is the file of an image that is kept with an article, by its address
	// as the text has it. It may block, and is called from commands alone.
	Image(ctx context.Context, id articles.ID, source string) ([]byte, error)
}

// Options is what a gallery is made of.
type Options struct {
	Library Library
	On      bool // pictures are wanted, not their captions alone
	Profile colorprofile.Profile
	Getenv  func(string) string
	// Terminal is asked for the size of its cells.
	Terminal *os.File
	// Tick makes a timer, as [tea.Tick] does.
	Tick ticker
}

// ticker makes a timer, as [tea.Tick] does.
type ticker = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd

// Gallery holds the pictures of the article on the screen.
type Gallery struct {
	// Tick makes a timer; one that is never due leaves out what waits for it.
	Tick ticker

	lib      Library
	on       bool // as the reader wants it
	terminal terminal
	profile  colorprofile.Profile
	most     int // rows that a picture may take

	ctx     context.Context
	cancel  context.CancelFunc // ends the loading for the last article
	opening int                // number of the article: what comes for another is too late
	files   files
	any     bool // the article may hold pictures
	busy    bool // something is being loaded: one at a time, for the memory

	version int
	sizes   map[string]picture.Size // by source, once known; zero: its caption is all
	cache   cache
	number  int    // of the last image that the terminal was sent
	window  Window // what the screen shows
	loaded  Window // for which there is nothing more to load

	sixels sixels
}

// pictureShare is how much of the screen's height a picture may take, in
// percent: its caption and some of the text are to stand beside it.
const pictureShare = 60

// New makes a gallery without an article.
func New(o Options) *Gallery {
	g := &Gallery{Tick: o.Tick, lib: o.Library, on: o.On, profile: o.Profile, terminal: newTerminal(o.Getenv)}
	g.terminal.measure(cellSize(o.Terminal))
	return g
}

// Open begins with another article, or with another text of one, before it is laid
// out. What is being loaded ends with the context.
func (g *Gallery) Open(ctx context.Context, a *articles.Article) tea.Cmd {
	forget := g.Forget()
	g.ctx, g.cancel = context.WithCancel(ctx)
	g.files = files{folder: picture.Folder(a), id: a.ID, lib: g.lib}
	g.any = strings.Contains(a.Markdown, "![") || strings.Contains(a.Markdown, "<img")
	return raw(forget)
}

// Close drops what there is of the article, when the reader leaves it.
func (g *Gallery) Close() tea.Cmd { return raw(g.Forget()) }

// Forget is Close for the end of the program, where no command is run any more: what
// it returns is to be written to the terminal, which then keeps no image of ours.
func (g *Gallery) Forget() string {
	if g.cancel != nil {
		g.cancel()
	}
	g.opening++
	g.any, g.busy, g.sizes = false, false, make(map[string]picture.Size)
	g.window, g.loaded = Window{}, Window{}
	return g.cache.clear()
}

// Resize tells how many rows the screen has. It comes before the article is laid out
// for them.
func (g *Gallery) Resize(rows int) { g.most = max(1, rows*pictureShare/100) }

// SetProfile tells which colours the terminal has.
func (g *Gallery) SetProfile(p colorprofile.Profile) {
	if p != g.profile {
		g.profile = p
		g.changed()
	}
}

// Toggle shows pictures, or their captions alone.
func (g *Gallery) Toggle() tea.Cmd {
	g.on = !g.on
	g.changed()
	return raw(g.cache.clear())
}

// On reports whether pictures are wanted.
func (g *Gallery) On() bool { return g.on }

// Describe says to the reader how the pictures of the article are shown.
func (g *Gallery) Describe() string {
	switch {
	case !g.on:
		return "Images off: captions only."
	case g.any && g.terminal.known && g.means() == picture.Nothing:
		return "This terminal shows no images, only their captions."
	}
	return "Images on."
}

// Version is another number when a layout that was made before would show other
// pictures if it was made now.
func (g *Gallery) Version() int { return g.version }

// changed has the article laid out anew, and looked through for what to load.
func (g *Gallery) changed() {
	g.version++
	g.loaded = Window{}
}

// Pictures is what a layout is to ask; nil when captions are all there is.
func (g *Gallery) Pictures() render.Pictures {
	if g.means() == picture.Nothing {
		return nil
	}
	return g
}

// Rows implements [render.Pictures].
func (g *Gallery) Rows(p render.Picture) []string {
	key, ok := g.key(p)
	if !ok {
		return nil
	}
	if have := g.ready(key); have != nil {
		return have.rows
	}
	return make([]string, key.box.Rows)
}

// means is how pictures are shown now.
func (g *Gallery) means() picture.Means {
	if !g.on || !g.any || !g.terminal.known {
		return picture.Nothing
	}
	return g.terminal.best(g.profile)
}

// ready is a picture that can be shown; nil when it is not there.
func (g *Gallery) ready(key cacheKey) *scaled {
	if p := g.cache.pictures[key]; p != nil && p.means == g.means() && p.profile == g.profile {
		return p
	}
	return nil
}

// key is the size that a picture is to have; false before it is known, and for
// what is no picture.
func (g *Gallery) key(p render.Picture) (cacheKey, bool) {
	box := picture.Fit(g.sizes[p.Source], g.terminal.cell, picture.Box{Cols: p.Width, Rows: g.most})
	return cacheKey{p.Source, box}, box.Rows > 0
}

// nextNumber is one for an image in the terminal; programs that share one must
// not meet.
func (g *Gallery) nextNumber() int {
	const low, high = 0xff, 0x7fff
	g.number = (g.number + 1) & low
	return (os.Getpid()&high+1)<<8 | g.number
}

// raw sends the terminal what is no part of the screen.
func raw(s string) tea.Cmd {
	if s == "" {
		return nil
	}
	return tea.Raw(s)
}
