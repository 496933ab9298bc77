package theme

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is every style of the program. It is made once for a palette and never
// changed.
type Theme struct {
	Screen Screen
	Text   Text
	// Glamour styles the leaves of an article: inline text of every kind.
	Glamour ansi.StyleConfig
	// Chroma names the syntax theme of code blocks; empty for no colours.
	Chroma string
}

// Screen holds the styles of the lists, bars and panels.
type Screen struct {
	Brand     lipgloss.Style // the program's name
	Tab       lipgloss.Style
	TabOn     lipgloss.Style
	Title     lipgloss.Style // of an article not yet read
	TitleRead lipgloss.Style
	TitleOn   lipgloss.Style // of the row under the cursor
	Dek       lipgloss.Style
	Meta      lipgloss.Style
	Cursor    lipgloss.Style // the bar beside the selected row
	Star      lipgloss.Style
	Rule      lipgloss.Style
	Key       lipgloss.Style // a key in the footer and in the help
	Hint      lipgloss.Style // what the key does
	Notice    lipgloss.Style
	Error     lipgloss.Style
	Full      lipgloss.Style // the part of a progress bar that is done
	Empty     lipgloss.Style
	Match     lipgloss.Style
	Chosen    lipgloss.Style // the link that Enter follows
	Selected  lipgloss.Style // text that the mouse selects
	Dimmed    lipgloss.Style // text beside the paragraph in focus
	Label     lipgloss.Style // the letters that follow a link
}

// Text holds the styles of an article's parts that are not inline text.
type Text struct {
	Kicker   lipgloss.Style
	Title    lipgloss.Style
	Meta     lipgloss.Style
	Dek      lipgloss.Style
	Notice   lipgloss.Style
	Rule     lipgloss.Style
	Headings [6]lipgloss.Style
	QuoteBar lipgloss.Style // bar of a plain quote
	PullBar  lipgloss.Style // frame of a pull-quote
	Pull     lipgloss.Style // words of a pull-quote
	ByLine   lipgloss.Style
	Bullet   lipgloss.Style
	CodeBar  lipgloss.Style // language label, line-break mark
	Code     lipgloss.Style // code without syntax colours
	TableBar lipgloss.Style
	Caption  lipgloss.Style
	Mark     lipgloss.Style // footnote mark
	Author   lipgloss.Style
	Reason   lipgloss.Style // why an article is related
	Found    lipgloss.Style // what a search found
	FoundOn  lipgloss.Style // the one of them that the reader is at
}

// Names lists what [New] takes, in the order of the help.
var Names = [...]string{"auto", "dark", "light", "mono"}

// Ground is what is known of a terminal's background.
type Ground int

// The grounds. Of most terminals one is known; see [GroundOf] and the answer to a
// question that they are asked.
const (
	Unknown Ground = iota
	Dark
	Light
)

// GroundOf is the background as $COLORFGBG has it: "foreground;background" or
// "foreground;other;background", in the terminal's 16 colours, of which the
// first seven and grey are dark. What is no number, such as "default", says nothing.
func GroundOf(colorFGBG string) Ground {
	n, err := strconv.Atoi(colorFGBG[strings.LastIndexByte(colorFGBG, ';')+1:])
	switch {
	case err != nil || n < 0 || n > 15:
		return Unknown
	case n <= 6 || n == 8:
		return Dark
	}
	return Light
}

// New returns the theme of a name, for a terminal of so many colours; "auto"
// and "" follow the terminal's background, and read on any where it is not known.
// Where there are no colours, every theme is mono. An unknown name is an error
// that lists the names.
func New(name string, ground Ground, colors colorprofile.Profile) (*Theme, error) {
	if name == "" || name == "auto" {
		name = [...]string{Unknown: "auto", Dark: "dark", Light: "light"}[ground]
	}
	if !slices.Contains(Names[:], name) {
		return nil, fmt.Errorf("theme %q: choose one of %v", name, Names)
	}
	switch basic := colors == colorprofile.ANSI; {
	case name == "mono" || colors < colorprofile.ANSI:
		return build(mono, ""), nil
	case name == "dark" && basic:
		return build(darkBasic, "nord"), nil
	case name == "dark":
		return build(dark, "nord"), nil
	case name == "light" && basic:
		return build(lightBasic, "friendly"), nil
	case name == "light":
		return build(light, "friendly"), nil
	case basic:
		return build(eitherBasic, ""), nil
	}
	return build(either, ""), nil
}

func build(p Palette, chroma string) *Theme {
	return &Theme{Screen: screen(p), Text: text(p), Glamour: leaves(p), Chroma: chroma}
}

func ink(c color.Color) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c != nil {
		s = s.Foreground(c)
	}
	return s
}

// quiet is ink for text read second. Without colours the terminal's faint
// attribute stands in.
func quiet(c color.Color) lipgloss.Style {
	if c == nil {
		return lipgloss.NewStyle().Faint(true)
	}
	return ink(c)
}

func screen(p Palette) Screen {
	return Screen{
		Brand:     ink(p.Accent).Bold(true),
		Tab:       quiet(p.Muted),
		TabOn:     ink(p.Strong).Bold(true).Underline(true),
		Title:     ink(p.Strong).Bold(true),
		TitleRead: quiet(p.Muted),
		TitleOn:   ink(p.Accent).Bold(true),
		Dek:       quiet(p.Muted),
		Meta:      quiet(p.Muted),
		Cursor:    ink(p.Accent),
		Star:      ink(p.Accent),
		Rule:      quiet(p.Faint),
		Key:       ink(p.Strong).Bold(true),
		Hint:      quiet(p.Muted),
		Notice:    ink(p.Good),
		Error:     ink(p.Bad).Bold(true),
		Full:      ink(p.Accent),
		Empty:     quiet(p.Faint),
		Match:     ink(p.Accent).Bold(true).Underline(true),
		Selected:  lipgloss.NewStyle().Reverse(true),
		Chosen:    ink(p.Link).Bold(true).Reverse(true),
		Dimmed:    quiet(p.Faint),
		Label:     ink(p.Accent).Bold(true).Reverse(true),
	}
}

func text(p Palette) Text {
	return Text{
		Kicker: ink(p.Accent),
		Title:  ink(p.Strong).Bold(true),
		Meta:   quiet(p.Muted),
		Dek:    quiet(p.Muted).Italic(true),
		Notice: quiet(p.Muted),
		Rule:   quiet(p.Faint),
		Headings: [6]lipgloss.Style{
			ink(p.Accent).Bold(true).Underline(true),
			ink(p.Accent).Bold(true),
			ink(p.Strong).Bold(true),
			ink(p.Strong).Bold(true).Italic(true),
			ink(p.Strong).Italic(true),
			quiet(p.Muted).Italic(true),
		},
		QuoteBar: quiet(p.Faint),
		PullBar:  ink(p.Accent),
		Pull:     ink(p.Strong).Italic(true),
		ByLine:   ink(p.Accent),
		Bullet:   ink(p.Accent),
		CodeBar:  quiet(p.Faint),
		Code:     ink(p.Code),
		TableBar: quiet(p.Faint),
		Caption:  quiet(p.Muted).Italic(true),
		Mark:     ink(p.Link),
		Author:   ink(p.Strong).Bold(true),
		Reason:   quiet(p.Muted),
		Found:    found(p),
		FoundOn:  foundOn(p),
	}
}

// found sets what a search found apart, where there are no colours by a line
// under it.
func found(p Palette) lipgloss.Style {
	if p.Found == nil {
		return lipgloss.NewStyle().Bold(true).Underline(true)
	}
	return ink(p.FoundInk).Background(p.Found)
}

func foundOn(p Palette) lipgloss.Style {
	if p.Found == nil {
		return lipgloss.NewStyle().Bold(true).Reverse(true)
	}
	return ink(p.Paper).Background(p.Accent).Bold(true)
}
