package theme

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/pelletier/go-toml/v2/unstable"

	"lede/ui/config/slip"
)

// own is a theme of the reader's: some colours, and the built-in theme that has
// the others.
type own struct {
	file   string // its name
	base   string
	ground color.Color // the background that it is made for; nil for the usual ones
	colors map[string]chosen
}

// chosen is a colour that a reader has chosen; nil for the terminal's own ink.
type chosen struct {
	color.Color
	line int // of the file
}

// The names in a theme's file that are no colours of the palette.
const (
	nameBase   = "base"
	nameGround = "ground"
)

// sample is a line of a theme's file, as what is wrong shows one.
const sample = `accent = "#e5a657"`

// fields are all names that a theme's file may have.
func fields() []string {
	names := []string{nameBase, nameGround}
	for _, e := range new(Palette).entries() {
		names = append(names, e.name)
	}
	return names
}

// parseOwn reads a theme, which is strict: what has no meaning is a fault, which
// begins with "line:column: ". All are told, up to one of the syntax.
func parseOwn(source []byte) (*own, []error) {
	o := &own{base: Auto, colors: make(map[string]chosen)}
	var faults []error
	var p unstable.Parser
	p.Reset(source)
	tell := func(where unstable.Range, format string, args ...any) {
		faults = append(faults, fault(&p, where, format, args...))
	}
	told := make(map[string]bool)
	table := false
	for p.NextExpression() {
		e := p.Expression()
		name, where := keyOf(e)
		switch {
		case e.Kind != unstable.KeyValue:
			tell(where, "[%s]: a theme has no tables, only lines such as %s", name, sample)
			table = true
		case table: // which is told, and what it has is no part of the theme
		case told[name]:
			tell(where, "%s is given twice", name)
		case !slices.Contains(fields(), name):
			tell(where, "no colour is called %s", known(name, fields()))
		default:
			told[name] = true
			v := e.Value()
			if v.Kind != unstable.String && v.Kind != unstable.Integer {
				tell(where, "%s needs a value in quotes, as in %s", name, sample)
			} else if err := o.set(name, string(v.Data), p.Shape(where).Start.Line); err != nil {
				tell(v.Raw, "%w", err)
			}
		}
	}
	if wrong, ok := errors.AsType[*unstable.ParserError](p.Error()); ok {
		at := p.Range(wrong.Highlight)
		told := slip.Of(source, int(at.Offset), wrong.Message)
		say := told.Say(sample)
		if told.Kind == slip.Bare {
			say = told.Name + " needs a value in quotes, as in " + sample
		}
		at.Offset = uint32(told.At)
		tell(at, "%s", say)
	} else if err := p.Error(); err != nil {
		faults = append(faults, err)
	}
	return o, faults
}

// keyOf is the name on the left of a line, or in the head of a table, and where
// it begins.
func keyOf(e *unstable.Node) (name string, where unstable.Range) {
	var parts []string
	for key := e.Key(); key.Next(); {
		if parts == nil {
			where = key.Node().Raw
		}
		parts = append(parts, string(key.Node().Data))
	}
	return strings.Join(parts, "."), where
}

func fault(p *unstable.Parser, where unstable.Range, format string, args ...any) error {
	start := p.Shape(where).Start
	return fmt.Errorf("%d:%d: %w", start.Line, start.Column, fmt.Errorf(format, args...))
}

// set takes in one line of a theme's file.
func (o *own) set(name, value string, line int) error {
	if name == nameBase {
		if !slices.Contains(Names(), value) {
			return fmt.Errorf("no base is called %s", known(value, Names()))
		}
		o.base = value
		return nil
	}
	c, err := parseColor(value)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if name == nameGround {
		o.ground = c
		return nil
	}
	o.colors[name] = chosen{c, line}
	return nil
}

// dye puts the reader's colours into the palette of the base. Where there are but
// 16 colours only those that are among them count: of the others the nearest may
// be any.
func (o *own) dye(p *Palette, colors colorprofile.Profile) {
	for _, e := range p.entries() {
		c, ok := o.colors[e.name]
		if _, basic := c.Color.(basicColor); !ok || c.Color != nil && !basic && colors == colorprofile.ANSI {
			continue
		}
		*e.color = c.Color
		if _, ok := o.colors["match-text"]; !ok && e.color == &p.Match {
			p.MatchText = nil
			if p.Match != nil {
				p.MatchText = inkOn(p.Match)
			}
		}
	}
}
