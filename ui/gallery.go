package ui

import (
	"context"
	"os"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/picture"
	"lede/ui/render"
)

// gallery holds the pictures of the article on the screen. It is what the
// layout asks for them; what it has not it shows as blank rows, or as nothing
// but the caption, and has it loaded.
type gallery struct {
	on       bool // as the reader wants it
	terminal pictureTerminal
	profile  colorprofile.Profile
	most     int // rows that a picture may take

	ctx    context.Context
	cancel context.CancelFunc // ends the loading for the last article
	files  files
	any    bool // the article may hold pictures
	busy   bool // something is being loaded: one at a time, for the memory

	sizes  map[string]picture.Size // by source, once known; zero: its caption is all
	plates map[plateKey]*plate
	clock  int
	number int     // of the last image that the terminal was sent
	seen   glimpse // what was looked through for pictures to load
}

// plateKey is a picture at one size.
type plateKey struct {
	source string
	box    picture.Box
}

// plate is a picture ready to be shown.
type plate struct {
	rows   []string
	sixels string        // the image itself, to draw over the rows; empty for other means
	means  picture.Means // that it was made for
	number int           // under which the terminal keeps the image; 0 when it does not
	bytes  int
	used   int
}

// mostPlates is the memory for the pictures of an article, here and in the
// terminal, in bytes.
const mostPlates = 32 << 20

// pictureShare is how much of the screen's height a picture may take, in
// percent: its caption and some of the text are to stand beside it.
const pictureShare = 60

// open begins with another article; it returns what makes the terminal forget
// the last one's images.
func (g *gallery) open(ctx context.Context, a *articles.Article, lib Library) string {
	forget := g.close()
	g.ctx, g.cancel = context.WithCancel(ctx)
	g.files = files{folder: picture.Folder(a), id: a.ID, lib: lib}
	g.any = (strings.Contains(a.Markdown, "![") || strings.Contains(a.Markdown, "<img"))
	return forget
}

// close drops what there is of the article.
func (g *gallery) close() (forget string) {
	if g.cancel != nil {
		g.cancel()
	}
	g.any, g.busy, g.sizes, g.seen = false, false, make(map[string]picture.Size), glimpse{}
	return g.clear()
}

// clear drops the pictures that are ready.
func (g *gallery) clear() (forget string) {
	var b strings.Builder
	for key := range g.plates {
		b.WriteString(g.drop(key))
	}
	g.plates = make(map[plateKey]*plate)
	return b.String()
}

func (g *gallery) drop(key plateKey) (forget string) {
	if p := g.plates[key]; p.number != 0 {
		forget = picture.KittyForget(p.number)
	}
	delete(g.plates, key)
	return forget
}

// means is how pictures are shown now.
func (g *gallery) means() picture.Means {
	if !g.on || !g.any || !g.terminal.known {
		return picture.Nothing
	}
	return g.terminal.best(g.profile)
}

// pictures is what a layout is to ask; nil when captions are all there is.
func (g *gallery) pictures() render.Pictures {
	if g.means() == picture.Nothing {
		return nil
	}
	return g
}

// Rows implements render.Pictures.
func (g *gallery) Rows(p render.Picture) []string {
	key, ok := g.key(p)
	if !ok {
		return nil
	}
	if have := g.ready(key); have != nil {
		return have.rows
	}
	return make([]string, key.box.Rows)
}

// ready is a picture that can be shown; nil when it is not there.
func (g *gallery) ready(key plateKey) *plate {
	if p := g.plates[key]; p != nil && p.means == g.means() {
		return p
	}
	return nil
}

// key is the size that a picture is to have; false before it is known, and for
// what is no picture.
func (g *gallery) key(p render.Picture) (plateKey, bool) {
	box := picture.Fit(g.sizes[p.Source], g.terminal.cell, picture.Box{Cols: p.Width, Rows: g.most})
	return plateKey{p.Source, box}, box.Rows > 0
}

func (g *gallery) resize(height int) { g.most = max(1, height*pictureShare/100) }

// nextNumber is one for an image in the terminal; programs that share one must
// not meet.
func (g *gallery) nextNumber() int {
	const low, high = 0xff, 0x7fff
	g.number = (g.number + 1) & low
	return (os.Getpid()&high+1)<<8 | g.number
}

// keep adds a picture and drops those for it that are the longest out of use,
// but none of near.
func (g *gallery) keep(key plateKey, p *plate, near map[plateKey]bool) (forget string) {
	if g.plates[key] != nil {
		forget = g.drop(key)
	}
	g.plates[key] = p
	g.clock++
	total := 0
	for k, p := range g.plates {
		if total += p.bytes; near[k] {
			p.used = g.clock
		}
	}
	p.used = g.clock
	for total > mostPlates {
		oldest, found := plateKey{}, false
		for k, p := range g.plates {
			if p.used < g.clock && (!found || p.used < g.plates[oldest].used) {
				oldest, found = k, true
			}
		}
		if !found {
			break
		}
		total -= g.plates[oldest].bytes
		forget += g.drop(oldest)
	}
	return forget
}

func newGallery(getenv func(string) string, s settings, profile colorprofile.Profile) gallery {
	return gallery{
		on: !s.captions, profile: profile,
		terminal: pictureTerminal{mayAsk: picture.MayAsk(getenv), cell: picture.UsualCell},
	}
}
