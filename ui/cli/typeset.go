package cli

import (
	"io"

	"github.com/charmbracelet/colorprofile"

	"lede/ui/render"
	"lede/ui/theme"
)

// typeset writes an article as the reader shows it, all of it.
func (p *program) typeset(w io.Writer, t *thing, s showing) error {
	profile := p.profile(s)
	name := p.themeName()
	if profile < colorprofile.ANSI {
		name = "mono"
	}
	style, err := theme.New(name, true) // printing asks the terminal nothing: most are dark
	if err != nil {
		return err
	}
	width, measure := p.columns(s)
	layout := render.New(t.Article, render.Options{
		Width: width, Measure: measure, Theme: style,
		// Older versions of less show the addresses of links as text.
		Hyperlinks: profile > colorprofile.NoTTY && isTerminal(p.Stdout) && !s.pager,
		State:      t.state, Related: t.related,
	})
	_, err = layout.WriteTo(&colorprofile.Writer{Forward: w, Profile: profile})
	return err
}

// columns is the width to set in, and the measure; 0 is the reader's own. On a
// terminal the text stands in the middle as it does in the reader; elsewhere it
// begins at the left.
func (p *program) columns(s showing) (width, measure int) {
	switch {
	case s.width > 0:
		return s.width, s.width
	case isTerminal(p.Stdout):
		return p.width(), 0
	}
	return render.DefaultMeasure + 2, 0
}

// profile is how rich the styles of a showing may be: none, attributes such as
// bold alone, or colours.
func (p *program) profile(s showing) colorprofile.Profile {
	switch {
	case s.format == "text":
		return colorprofile.NoTTY
	case p.colored(s.color):
		var env []string
		for _, name := range [...]string{"TERM", "COLORTERM", "WT_SESSION"} {
			env = append(env, name+"="+p.getenv(name))
		}
		return max(colorprofile.ANSI, colorprofile.Env(env))
	case s.color == "auto" && p.hasScreen():
		return colorprofile.ASCII // NO_COLOR is about colours
	}
	return colorprofile.NoTTY
}
