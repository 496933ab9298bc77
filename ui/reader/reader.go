// Package reader is the screen that shows one article: its window on the text, and
// what is about the text: search, links, outline, footnotes, related articles.
package reader

import (
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/config"
	"lede/ui/effect"
	"lede/ui/gallery"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/render"
	"lede/ui/render/syntax"
	"lede/ui/theme"
)

// placeDelay is how long after a scroll the place is written, so that a held
// key writes a few times a second and not for each line.
const placeDelay = 250 * time.Millisecond

// The measure, in columns; it begins at [render.DefaultMeasure].
const (
	measureLeast = config.LeastMeasure
	measureMost  = config.MostMeasure
	measureStep  = 4
)

// Reader is the screen that shows one article.
type Reader struct {
	intent.Asked
	effect.Reading
	fx     effect.Effects
	theme  *theme.Theme
	names  *keys.Bindings
	width  int
	height int
	mode   mode
	shown  bool // it is the screen, or lies under what covers it

	measure int
	cut     bool // long lines of code and wide tables
	// hyperlinks says that the terminal is told where links lead.
	hyperlinks bool
	focus      bool // all but one paragraph is dimmed
	layout     *render.Layout
	lexers     *syntax.Lexers
	top        render.Pos
	place      articles.Anchor // of top; kept as it is until the reader scrolls

	request  int // number of this opening
	viewed   bool
	placeDue bool // a write of the place is on its way
	furthest float64
	finished bool // the end was seen, and the mark that belongs to it made
	atEnd    bool // the reader asked for the end, wherever that comes to be
	related  []articles.Related
	pictures *gallery.Gallery
	pictured int // version of the pictures that the layout has
	search   search
	outline  outline

	selection selection
	released  bool    // the terminal tells when a button is released
	jumped    landing // of the last jump

	chosen  *render.Link // by a key; it counts while it is on the screen
	seeking atomic.Int64 // number of the latest search for a link
	opened  atomic.Int64 // and of the latest opening
}

// New makes the screen, without an article.
func New(fx effect.Effects, t *theme.Theme, names *keys.Bindings, s effect.Settings, pictures *gallery.Gallery) *Reader {
	r := &Reader{
		fx: fx, theme: t, names: names, measure: s.Measure, cut: s.Cut, hyperlinks: s.Links,
		pictures: pictures, search: newSearch(), lexers: new(syntax.Lexers),
	}
	r.read()
	return r
}

// IsOpen reports whether there is an article on the screen, or was.
func (r *Reader) IsOpen() bool { return r.layout != nil }

// IsOf reports whether the article on the screen, or the last that was, is one.
func (r *Reader) IsOf(id articles.ID) bool { return r.layout != nil && r.Article.ID == id }

// Place is where in the text the reader is.
func (r *Reader) Place() articles.Anchor { return r.place }

// Related are the related articles that are listed.
func (r *Reader) Related() []articles.Related { return r.related }

// SetTheme draws the article in other colours.
func (r *Reader) SetTheme(t *theme.Theme) {
	r.theme = t
	r.relay()
}

// Note changes the state of an article, where it is the one on the screen.
func (r *Reader) Note(id articles.ID, change func(*articles.State)) {
	if r.IsOf(id) {
		change(&r.State)
	}
}

// Marked notes that a hand has marked the article as read or unread: as it was
// marked it stays.
func (r *Reader) Marked() { r.finished = true }

// Kept notes that what was only opened is in the library now; what was seen before
// counts from then on.
func (r *Reader) Kept() tea.Cmd {
	r.Saved = true
	r.viewed = false
	return tea.Batch(r.view(), r.SavePlace())
}

// Lost notes that the library has the article no more, which is one that was only
// opened from now on.
func (r *Reader) Lost() { r.Saved = false }

// Goal is where in an article to begin.
type Goal struct {
	Resume bool            // where the reader stopped
	Place  articles.Anchor // else here
	Part   string          // or at the part of this name
	Hit    []query.Text    // or where most of what was searched in the library stands
}

// text is the height of the window on the article: all but the status line.
func (r *Reader) text() int {
	if r.height < 3 {
		return max(1, r.height)
	}
	return r.height - 1
}

// Open puts an article on the screen. Request is the number of the opening.
func (r *Reader) Open(request int, reading effect.Reading, g Goal) tea.Cmd {
	r.Reading, r.request, r.shown = reading, request, true
	r.viewed, r.placeDue, r.atEnd, r.related = false, false, false, nil
	r.search.clear()
	r.deselect()
	r.jumped = landing{}
	r.chosen, r.outline = nil, outline{}
	r.seeking.Add(1)
	r.opened.Add(1)
	r.read()
	r.furthest = reading.State.Place.Progress
	r.finished = r.furthest >= 1 // opened at its end, it is not read once more
	r.place = g.Place
	if g.Resume {
		r.place = reading.State.Place.Anchor
	}
	forget := r.pictures.Open(r.fx.Context(), reading.Article)
	o := r.options()
	o.Document = reading.Document
	r.layout = render.New(reading.Article, o)
	r.top = r.find(r.place)
	var related tea.Cmd
	if !reading.Coming { // or there would be no end to go to
		related = loadRelated(r.fx, request, reading.Article)
	}
	return tea.Batch(effect.KeepSmall(len(reading.Article.Markdown)), finish(request, reading), forget, related, r.openPart(g.Part), r.openHit(g.Hit), r.viewSoon())
}

// openPart goes to the part of the text that the link to it named.
func (r *Reader) openPart(name string) tea.Cmd {
	if name == "" {
		return nil
	}
	return seekPart(r.request, r.layout.Document(), name, false)
}

// Leave writes the place, when another screen or article takes this one's.
func (r *Reader) Leave() tea.Cmd {
	r.shown = false
	return r.SavePlace()
}

// viewSoon has a view counted when the article was on the screen long enough.
func (r *Reader) viewSoon() tea.Cmd {
	request := r.request
	return r.fx.Tick(articles.ViewAfter, viewDueMsg{request})
}

func (r *Reader) options() render.Options {
	return render.Options{
		Width: r.width - r.outlineWidth(), Measure: r.measure, Theme: r.theme, Hyperlinks: r.hyperlinks, Cut: r.cut,
		State: r.State, Related: r.related, Pictures: r.pictures.Pictures(), Lexers: r.lexers,
	}
}

// relay lays the article out anew for the present options, and keeps the place.
func (r *Reader) relay() {
	if r.layout == nil {
		return
	}
	old := r.layout
	r.layout = old.With(r.options())
	r.keepSelection(old)
	r.carry()
	r.top = r.find(r.place)
	if r.atEnd {
		r.top = r.layout.End(r.text())
	}
	if is[searching](r) && r.search.found { // the window is there, the place is not
		_ = r.showLine(r.layout.Found(r.search.at))
	}
}

// setMeasure makes the measure a step wider or narrower, or so many columns, of which
// the screen shows what fits.
func (r *Reader) setMeasure(o keys.Op, columns int) tea.Cmd {
	step := measureStep
	if o == keys.Narrower {
		step = -step
	}
	// A step from what is seen: beyond the width of the screen there is none.
	widest := max(measureLeast, r.width)
	to := max(measureLeast, min(min(r.measure, widest)+step, measureMost, widest))
	if o == keys.Measure {
		if err := config.Check(string(effect.SettingMeasure), columns); err != nil {
			r.Ask(intent.Refuse{Err: err})
			return nil
		}
		to = columns
	}
	t := r.Taste()
	t.Measure = to
	return r.SetTaste(t)
}

// Taste is what keys change of how the text looks, and the library remembers.
type Taste struct {
	Measure  int  // in columns
	Captions bool // in place of pictures
	Cut      bool // long lines of code, and wide tables
}

// Taste is how the text looks.
func (r *Reader) Taste() Taste { return Taste{r.measure, !r.pictures.On(), r.cut} }

// SetTaste has the text look like that.
func (r *Reader) SetTaste(t Taste) tea.Cmd {
	var cmds []tea.Cmd
	is := r.Taste()
	if t.Measure != is.Measure {
		r.measure = t.Measure
		cmds = append(cmds, r.fx.Remember(effect.SettingMeasure, strconv.Itoa(t.Measure)))
	}
	if t.Cut != is.Cut {
		r.cut = t.Cut
		cmds = append(cmds, r.fx.RememberFlag(effect.SettingWrap, !t.Cut))
	}
	if len(cmds) > 0 {
		r.relay()
	}
	if t.Captions != is.Captions {
		cmds = append(cmds, r.pictures.Toggle(), r.fx.RememberFlag(effect.SettingPictures, !t.Captions))
	}
	return tea.Batch(cmds...)
}

// Spot is the line of the text that the top of the window shows.
func (r *Reader) Spot() effect.Spot {
	text := r.Article.Markdown
	at := min(max(0, r.layout.Offset(r.top)), len(text))
	begin := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[begin:], "\n")
	return effect.Spot{Line: line, Below: strings.Count(strings.TrimRight(text[begin:], "\n"), "\n")}
}

// Options are how the article is laid out, for what shows it elsewhere.
func (r *Reader) Options() render.Options { return r.options() }

// Layout is the article as it is laid out now.
func (r *Reader) Layout() *render.Layout { return r.layout }

// Top is the first line in the window.
func (r *Reader) Top() render.Pos { return r.top }

// Progress is how far the bottom of the window is through the body, from 0 to 1.
func (r *Reader) Progress() float64 { return r.progress(r.top) }
