// Package theme makes every style of lede from one palette: those of Lip
// Gloss for the screens and those of Glamour for the text.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Palette is the few colours that all styles are made of. A nil colour is the
// terminal's own: text stands in the foreground that its owner chose.
type Palette struct {
	Strong color.Color // titles and headings
	Muted  color.Color // meta lines, notices: read second
	Faint  color.Color // rules and empty bars: hardly read at all
	Accent color.Color // the one warm colour: cursor, progress, quote bars
	Link   color.Color
	Code   color.Color
	Good   color.Color
	Bad    color.Color

	// What a search found stands on a ground of its own; the match that the
	// reader is at on the accent.
	Found    color.Color // the ground
	FoundInk color.Color
	Paper    color.Color // ink on the accent
}

// Contrast of Muted against the usual backgrounds is at least 4.5 to 1 (WCAG
// 2.2, level AA for text); Faint carries no text that must be read.
var (
	dark = Palette{
		Strong: lipgloss.Color("#f2e9dc"),
		Muted:  lipgloss.Color("#9a9a9a"),
		Faint:  lipgloss.Color("#585858"),
		Accent: lipgloss.Color("#e5a657"),
		Link:   lipgloss.Color("#82b8d6"),
		Code:   lipgloss.Color("#a9c08b"),
		Good:   lipgloss.Color("#8fbf7f"),
		Bad:    lipgloss.Color("#e67e73"),

		Found: lipgloss.Color("#54451f"), FoundInk: lipgloss.Color("#f2e9dc"), Paper: lipgloss.Color("#1c1a17"),
	}
	light = Palette{
		Strong: lipgloss.Color("#1c1a17"),
		Muted:  lipgloss.Color("#666666"),
		Faint:  lipgloss.Color("#b8b8b8"),
		Accent: lipgloss.Color("#a8500f"),
		Link:   lipgloss.Color("#1d5f8a"),
		Code:   lipgloss.Color("#3f6a1f"),
		Good:   lipgloss.Color("#2e7031"),
		Bad:    lipgloss.Color("#b3261e"),

		Found: lipgloss.Color("#ffe39a"), FoundInk: lipgloss.Color("#1c1a17"), Paper: lipgloss.Color("#ffffff"),
	}
	// Of the terminal's own 16 colours no downsampling finds the warm one:
	// where there are no more, these are chosen by hand. Strong stays the
	// terminal's own on a light ground: of bold black many make a grey.
	darkBasic = Palette{
		Strong: lipgloss.BrightWhite,
		Muted:  lipgloss.White,
		Faint:  lipgloss.BrightBlack,
		Accent: lipgloss.Yellow,
		Link:   lipgloss.BrightCyan,
		Code:   lipgloss.BrightGreen,
		Good:   lipgloss.BrightGreen,
		Bad:    lipgloss.BrightRed,

		Found: lipgloss.BrightBlack, FoundInk: lipgloss.BrightWhite, Paper: lipgloss.Black,
	}
	lightBasic = Palette{
		Muted:  lipgloss.BrightBlack,
		Faint:  lipgloss.White,
		Accent: lipgloss.Magenta,
		Link:   lipgloss.Blue,
		Code:   lipgloss.Green,
		Good:   lipgloss.Green,
		Bad:    lipgloss.Red,

		Found: lipgloss.White, FoundInk: lipgloss.Black, Paper: lipgloss.BrightWhite,
	}
	// Where nothing says what the background is, every colour reads on black and on
	// white: of all that there are, those half-way between the two. Titles stand in
	// the terminal's own ink.
	either = Palette{
		Muted:  lipgloss.Color("#747474"),
		Faint:  lipgloss.Color("#808080"),
		Accent: lipgloss.Color("#b75b0a"),
		Link:   lipgloss.Color("#1b79bc"),
		Code:   lipgloss.Color("#528031"),
		Good:   lipgloss.Color("#328439"),
		Bad:    lipgloss.Color("#d93529"),

		Found: lipgloss.Color("#ffe39a"), FoundInk: lipgloss.Color("#1c1a17"), Paper: lipgloss.Color("#ffffff"),
	}
	eitherBasic = Palette{
		Accent: lipgloss.Magenta,
		Bad:    lipgloss.Red,

		Found: lipgloss.Yellow, FoundInk: lipgloss.Black, Paper: lipgloss.BrightWhite,
	}
	mono = Palette{}
)
