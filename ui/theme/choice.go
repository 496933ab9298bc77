package theme

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Auto is the theme of those who have chosen none: it follows the background of
// the terminal, and reads on any where that is not known.
const Auto = "auto"

// Names lists the built-in themes, in the order of the help.
func Names() []string { return []string{Auto, "dark", "light", "high-contrast", "mono"} }

// Next is the theme after the one of a name, of the built-in ones and the reader's
// own; the first, after the last and after one that is none of them.
func Next(name string, own ...string) string {
	all := slices.Concat(Names(), own)
	return all[(slices.Index(all, name)+1)%len(all)]
}

// Choice is a theme that was asked for. What it looks like depends on the terminal:
// see [Choice.On]. The zero value is [Auto].
type Choice struct {
	name string
	own  *own // nil for a built-in one
	// passedOver is the file of the reader's own with the name of a built-in one; empty
	// when there is none.
	passedOver string
}

// Choose finds the theme of a name: a built-in one, NAME.toml in the folder of the
// reader's own, or the file of a path, which is what has a slash or ends in .toml.
// "" is [Auto]. The error is one line that says what to do.
func Choose(name, folder string) (Choice, error) {
	if name == "" || slices.Contains(Names(), name) {
		return Choice{name: name, passedOver: passedOver(name, folder)}, nil
	}
	own, err := findOwn(name, folder)
	if err != nil {
		return Choice{}, err
	}
	return Choice{name: name, own: own}, nil
}

// Name is what the theme was asked for by.
func (c Choice) Name() string {
	if c.name == "" {
		return Auto
	}
	return c.name
}

// Follows says whether the theme is another one on a light background than on a
// dark one: only then a terminal is to be asked what it has.
func (c Choice) Follows() bool {
	base := c.base()
	of := builtin()[base]
	return of[Dark].full != of[Light].full
}

func (c Choice) base() string {
	if c.own != nil {
		return c.own.base
	}
	return c.Name()
}

// On is the theme as it looks on a terminal of which no more is known than the kind
// of its background. Where there are no colours, every theme is made of bold, faint,
// italic, underlines and reverse alone.
func (c Choice) On(ground Ground, colors colorprofile.Profile) *Theme {
	return c.on(ground, nil, colors)
}

// OnColor is the theme as it looks on a background. Colours that would be hard to read
// on just that one give way, but for those that the reader has chosen.
func (c Choice) OnColor(background color.Color, colors colorprofile.Profile) *Theme {
	return c.on(GroundFor(background), background, colors)
}

func (c Choice) on(ground Ground, background color.Color, colors colorprofile.Profile) *Theme {
	base := c.base()
	p := builtin()[base][ground].of(colors)
	if background != nil && c.Follows() {
		p = p.readableOn(background, leastFor(base))
	}
	if c.own != nil && colors >= colorprofile.ANSI {
		c.own.dye(&p, colors)
	}
	if colors == colorprofile.ANSI256 {
		p = p.in256(background, leastFor(base))
	}
	return build(p)
}

// New is the built-in theme of a name on a terminal. An unknown name is an error
// that lists the names.
func New(name string, ground Ground, colors colorprofile.Profile) (*Theme, error) {
	if name != "" && !slices.Contains(Names(), name) {
		return nil, fmt.Errorf("theme %q: choose one of %s", name, strings.Join(Names(), ", "))
	}
	return Choice{name: name}.On(ground, colors), nil
}
