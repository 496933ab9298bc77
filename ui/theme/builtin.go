package theme

import (
	"sync"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// depths are the palettes of a theme by how many colours the terminal has. The
// nearest of 256 is near enough where it is not set apart; of 16 none is near, so
// those are chosen by hand.
type depths struct{ full, of256, of16 Palette }

// of is the palette for a terminal. One that names no colours at all is for those
// that show none.
func (d depths) of(colors colorprofile.Profile) Palette {
	switch {
	case colors < colorprofile.ANSI:
		return Palette{loud: d.full.loud}
	case colors == colorprofile.ANSI:
		return d.of16
	case colors == colorprofile.ANSI256 && d.of256 != Palette{}:
		return d.of256
	}
	return d.full
}

// The built-in themes. A test computes the contrast of every style that is made
// of them, on the usual backgrounds and in as many colours as terminals have.
//
// In 16 colours muted text is faint, not grey: some palettes have their background
// for bright black. Where nothing says what the background is, every colour reads
// on black and on white: of all that there are, those half-way between the two,
// of which the 16 have none.
//
// They are made when the first is asked for.
var builtin = sync.OnceValue(func() map[string][3]depths {
	dark, light := dark(), light()
	return map[string][3]depths{
		"auto":          {Unknown: either(), Dark: dark, Light: light},
		"dark":          {dark, dark, dark},
		"light":         {light, light, light},
		"high-contrast": {Unknown: loudEither(), Dark: loudDark(), Light: loudLight()},
		"mono":          {},
	}
})

func dark() depths {
	return depths{
		full: Palette{
			Strong: lipgloss.Color("#f2e9dc"),
			Muted:  lipgloss.Color("#9e9e9e"),
			Faint:  lipgloss.Color("#626262"),
			Accent: lipgloss.Color("#e5a657"),
			Link:   lipgloss.Color("#82b8d6"),
			Code:   lipgloss.Color("#aeca8c"),
			Number: lipgloss.Color("#d7a8c8"),
			Good:   lipgloss.Color("#8fbf7f"),
			Bad:    lipgloss.Color("#ee8a80"),
			Match:  lipgloss.Color("#54451f"), MatchText: lipgloss.Color("#f2e9dc"),
		},
		of16: Palette{
			Strong: lipgloss.BrightWhite,
			Faint:  lipgloss.BrightBlack,
			Accent: lipgloss.Yellow,
			Link:   lipgloss.BrightCyan,
			Code:   lipgloss.BrightGreen,
			Number: lipgloss.BrightCyan,
			Good:   lipgloss.BrightGreen,
			Bad:    lipgloss.BrightRed,
			Match:  lipgloss.White, MatchText: lipgloss.Black,
		},
	}
}

func light() depths {
	return depths{
		full: Palette{
			Strong: lipgloss.Color("#1c1a17"),
			Muted:  lipgloss.Color("#5f5f5f"),
			Faint:  lipgloss.Color("#b0b0b0"),
			Accent: lipgloss.Color("#9a4a0c"),
			Link:   lipgloss.Color("#1d5f8a"),
			Code:   lipgloss.Color("#3f6a1f"),
			Number: lipgloss.Color("#6b4a9e"),
			Good:   lipgloss.Color("#2e7031"),
			Bad:    lipgloss.Color("#b3261e"),
			Match:  lipgloss.Color("#ffe39a"), MatchText: lipgloss.Color("#1c1a17"),
		},
		// Titles stay in the terminal's own ink: of bold black many make a grey. What was
		// found has no ground: palettes for a light background have every yellow for one.
		of16: Palette{
			Faint:  lipgloss.BrightBlack,
			Accent: lipgloss.Red,
			Link:   lipgloss.Blue,
			Number: lipgloss.Blue,
			Bad:    lipgloss.Red,
		},
	}
}

func either() depths {
	return depths{
		full: Palette{
			Muted:  lipgloss.Color("#767676"),
			Faint:  lipgloss.Color("#808080"),
			Accent: lipgloss.Color("#b85c00"),
			Link:   lipgloss.Color("#1f7abd"),
			Code:   lipgloss.Color("#538132"),
			Number: lipgloss.Color("#875fd7"),
			Good:   lipgloss.Color("#34853b"),
			Bad:    lipgloss.Color("#da3a2e"),
			Match:  lipgloss.Color("#ffe39a"), MatchText: lipgloss.Color("#1c1a17"),
		},
		of256: Palette{
			Muted:  lipgloss.Color("243"),
			Faint:  lipgloss.Color("244"),
			Accent: lipgloss.Color("131"),
			Link:   lipgloss.Color("63"),
			Code:   lipgloss.Color("29"),
			Number: lipgloss.Color("98"),
			Good:   lipgloss.Color("29"),
			Bad:    lipgloss.Color("131"),
			Match:  lipgloss.Color("222"), MatchText: lipgloss.Color("234"),
		},
	}
}

func loudDark() depths {
	return depths{
		full: Palette{
			Strong: lipgloss.Color("#ffffff"),
			Muted:  lipgloss.Color("#d0d0d0"),
			Faint:  lipgloss.Color("#9e9e9e"),
			Accent: lipgloss.Color("#ffd75f"),
			Link:   lipgloss.Color("#87d7ff"),
			Code:   lipgloss.Color("#afd787"),
			Number: lipgloss.Color("#d7d7ff"),
			Good:   lipgloss.Color("#87ff87"),
			Bad:    lipgloss.Color("#ffafaf"),
			Match:  lipgloss.Color("#ffff00"), MatchText: lipgloss.Color("#000000"),
			loud: true,
		},
		of16: Palette{
			Strong: lipgloss.BrightWhite,
			Faint:  lipgloss.White,
			Accent: lipgloss.BrightYellow,
			Link:   lipgloss.BrightCyan,
			Code:   lipgloss.BrightGreen,
			Number: lipgloss.BrightCyan,
			Good:   lipgloss.BrightGreen,
			Match:  lipgloss.White, MatchText: lipgloss.Black,
			loud: true,
		},
	}
}

func loudLight() depths {
	return depths{
		full: Palette{
			Strong: lipgloss.Color("#000000"),
			Muted:  lipgloss.Color("#3a3a3a"),
			Faint:  lipgloss.Color("#585858"),
			Accent: lipgloss.Color("#870000"),
			Link:   lipgloss.Color("#0000af"),
			Number: lipgloss.Color("#5f005f"),
			Bad:    lipgloss.Color("#870000"),
			Match:  lipgloss.Color("#ffff00"), MatchText: lipgloss.Color("#000000"),
			loud: true,
		},
		of16: Palette{
			Accent: lipgloss.Blue,
			Link:   lipgloss.Blue,
			Number: lipgloss.Blue,
			loud:   true,
		},
	}
}

// No two colours are as far apart as this asks from both black and white.
func loudEither() depths {
	return depths{full: Palette{loud: true}, of16: Palette{loud: true}}
}
