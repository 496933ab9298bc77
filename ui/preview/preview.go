// Package preview is the pane beside a list that shows how the chosen article begins.
// What it shows is loaded and set beside the keys, once the cursor rests: nobody waits
// for it.
package preview

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/render"
	"lede/ui/render/syntax"
	"lede/ui/theme"
)

// Rest is how long the cursor stands on an article before that is loaded: a key that is
// held loads none of those that it passes.
const Rest = 60 * time.Millisecond

// mostKept is how many articles are kept as they are set: those around the cursor.
const mostKept = 8

// Preview is the pane.
type Preview struct {
	fx            effect.Effects
	theme         *theme.Theme
	width, height int // none while it is hidden

	wanted  []articles.ID // the chosen article, and then those that may be the next
	request int           // number of the latest wish
	edition int           // of how articles are set, and of what the library has
	kept    []opening     // the last that came stand last
}

// opening is how an article begins, in lines.
type opening struct {
	id      articles.ID
	edition int
	lines   []string
}

type (
	// dueMsg comes when the cursor has rested.
	dueMsg struct{ request int }
	// setMsg brings an article that was loaded and set.
	setMsg struct {
		request int
		opening opening
	}
)

// New makes the pane, hidden.
func New(fx effect.Effects, t *theme.Theme) *Preview { return &Preview{fx: fx, theme: t} }

// Resize gives the pane so many columns and lines; none of either hides it.
func (p *Preview) Resize(width, height int) {
	if width != p.width || height != p.height {
		p.width, p.height = width, height
		p.kept = nil
		p.Forget()
	}
}

// SetTheme sets articles in other colours from now on.
func (p *Preview) SetTheme(t *theme.Theme) {
	p.theme = t
	p.Forget()
}

// Forget has all articles be set anew, as when the library has changed. What is on the
// screen stays there until then.
func (p *Preview) Forget() {
	p.edition++
	p.wanted = nil
}

// Want says which article is chosen, and after it which may be next.
func (p *Preview) Want(ids ...articles.ID) tea.Cmd {
	if p.width <= 0 || p.height <= 0 || slices.Equal(ids, p.wanted) {
		return nil
	}
	p.wanted = slices.Clone(ids)
	p.request++
	if _, ok := p.lacking(); !ok {
		return nil
	}
	return p.fx.Tick(Rest, dueMsg{p.request})
}

// lacking is the first of the wanted articles that is not set.
func (p *Preview) lacking() (articles.ID, bool) {
	for _, id := range p.wanted {
		if at := p.find(id); at < 0 || p.kept[at].edition != p.edition {
			return id, true
		}
	}
	return "", false
}

func (p *Preview) find(id articles.ID) int {
	return slices.IndexFunc(p.kept, func(o opening) bool { return o.id == id })
}

// Update takes in what the pane asked for.
func (p *Preview) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case dueMsg:
		return p.load(msg.request)
	case setMsg:
		if msg.opening.edition != p.edition {
			return nil
		}
		if at := p.find(msg.opening.id); at >= 0 {
			p.kept = slices.Delete(p.kept, at, at+1)
		}
		p.kept = append(p.kept[max(0, len(p.kept)-mostKept+1):], msg.opening)
		return p.load(msg.request)
	}
	return nil
}

// load loads the first wanted article that is not set, unless others are wanted by now.
func (p *Preview) load(request int) tea.Cmd {
	id, ok := p.lacking()
	if !ok || request != p.request {
		return nil
	}
	of := opening{id: id, edition: p.edition}
	width, height, t := p.width, p.height, p.theme
	return p.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		most := room(width, height)
		if a, state, err := lib.Beginning(ctx, id, most+utf8.UTFMax); err == nil { // else the list tells what is wrong
			of.lines = set(a, most, render.Options{
				Width: width, Measure: width, Flush: true, Theme: t, State: state, Lexers: new(syntax.Lexers),
			}, height)
		}
		return setMsg{request, of}
	})
}

// room is how long a text may be, in bytes, to fill a pane of a size: links take bytes
// that no cell shows.
func room(width, height int) int {
	const markup, least = 4, 2 << 10
	return max(least, markup*width*height)
}

// set sets the masthead and the opening of an article, in so many lines. A text that is
// longer than most bytes is not there to its end.
func set(a *articles.Article, most int, o render.Options, height int) []string {
	if len(a.Markdown) > most {
		a.Markdown = begin(a.Markdown[:most])
		a.AuthorBio, a.Epigraphs = "", nil // what stands below the text
	}
	layout := render.New(a, o)
	lines := make([]string, 0, height)
	for _, line := range layout.Lines(layout.Start(), height) {
		lines = append(lines, line.Text)
	}
	return lines
}

// begin is a text that was cut, to the end of a paragraph where there is one.
func begin(text string) string {
	if at := strings.LastIndex(text, "\n\n"); at > len(text)/2 {
		return text[:at+1]
	}
	return strings.ToValidUTF8(text, "")
}

// Lines are the lines of the pane, none wider than it. Of an article that is on its way
// there are none.
func (p *Preview) Lines() []string {
	lines := make([]string, p.height)
	if len(p.wanted) == 0 {
		return lines
	}
	if at := p.find(p.wanted[0]); at >= 0 {
		for i, line := range p.kept[at].lines[:min(p.height, len(p.kept[at].lines))] {
			lines[i] = chrome.Cut(line, p.width)
		}
	}
	return lines
}
