package cli

import (
	"context"
	"io"
	"runtime/debug"

	"github.com/charmbracelet/colorprofile"

	"lede/ui/cli/lookup"
	"lede/ui/render"
	"lede/ui/terminal"
	"lede/ui/theme"
)

// typeset writes an article as the reader shows it, all of it.
func (p *program) typeset(ctx context.Context, w io.Writer, t *lookup.Thing, s showing) error {
	profile := p.profile(s)
	chosen, err := p.themeIn(ctx, profile)
	if err != nil {
		return err
	}
	width, measure := p.columns(ctx, s)
	layout := render.New(t.Article, render.Options{
		Width: width, Measure: measure, Theme: p.on(chosen, profile), Profile: profile,
		// Older versions of less show the addresses of links as text.
		Hyperlinks: p.Settings.Config().Links && profile > colorprofile.NoTTY && terminal.Is(p.Stdout) && !s.pager,
		WholeCode:  !terminal.Is(p.Stdout) && s.width == 0,
		Flush:      !terminal.Is(p.Stdout) || s.width > 0, // a file begins at the left
		State:      t.State, Related: t.Related, Chapter: t.Chapter, Document: t.Document,
	})
	collectAfter(len(t.Markdown))
	_, err = layout.WriteTo(w)
	return err
}

// collectAfter has the garbage collector leave some 12 MB between its runs, as
// the text of an article of so many bytes is typeset and thrown away: in a heap
// as small as that text it would run all the time, which took a sixth of it.
func collectAfter(size int) {
	const garbage, atLeast = 12 << 20, 100 // in bytes, in percent of what is live
	live := 4<<20 + 2*size
	debug.SetGCPercent(max(atLeast, 100*garbage/live))
}

// margins is the room that the layout leaves at both sides of a measure.
const margins = 2

// columns is the width to set in, and the measure. On a terminal the text stands in
// the middle, and as wide as in the reader; elsewhere it begins at the left, and what
// keys of the screens changed has no say in what a script gets.
func (p *program) columns(ctx context.Context, s showing) (width, measure int) {
	switch {
	case s.width > 0:
		return s.width + margins, s.width
	case terminal.Is(p.Stdout):
		return p.Terminal.Width(), p.PrintedMeasure(ctx)
	}
	measure = min(p.Settings.Config().Measure, p.Terminal.PipeWidth())
	return measure + margins, measure
}

// profile is how rich the styles of a showing may be: none, attributes such as
// bold alone, or colours.
func (p *program) profile(s showing) colorprofile.Profile {
	switch {
	case s.format == "text":
		return colorprofile.NoTTY
	case p.Terminal.Colored(s.color):
		var env []string
		for _, name := range [...]string{"TERM", "COLORTERM", "WT_SESSION"} {
			env = append(env, name+"="+p.Getenv(name))
		}
		return max(colorprofile.ANSI, colorprofile.Env(env))
	case s.color == "auto" && p.Terminal.HasScreen():
		return colorprofile.ASCII // NO_COLOR is about colours
	}
	return colorprofile.NoTTY
}

// themeIn is the theme to print in with such colours. Without any all are the same, and
// no library is looked into for one.
func (p *program) themeIn(ctx context.Context, colors colorprofile.Profile) (theme.Choice, error) {
	if colors < colorprofile.ANSI {
		return p.Theme()
	}
	return p.PrintedTheme(ctx)
}

// on is a theme on the terminal that is printed to. One that follows the background
// is made for what the terminal says of it, or else for what $COLORFGBG does.
func (p *program) on(c theme.Choice, colors colorprofile.Profile) *theme.Theme {
	if colors < colorprofile.ANSI || !c.Follows() {
		return c.On(theme.Unknown, colors)
	}
	if background := p.Terminal.Background(); background != nil {
		return c.OnColor(background, colors)
	}
	return c.On(theme.GroundIn(p.Getenv), colors)
}
