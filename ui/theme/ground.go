package theme

import (
	"image/color"
	"strconv"
	"strings"
)

// Ground is what is known of a terminal's background.
type Ground int

// The grounds. Of most terminals one is known; see [GroundOf] and the answer to a
// question that they are asked.
const (
	Unknown Ground = iota
	Dark
	Light
)

// GroundIn is the background as the environment has it, for as long as the terminal
// has not said itself: by $COLORFGBG, and on the console of Linux, which never
// says, dark.
func GroundIn(getenv func(string) string) Ground {
	if g := GroundOf(getenv("COLORFGBG")); g != Unknown || getenv("TERM") != "linux" {
		return g
	}
	return Dark
}

// GroundFor is the kind of a background: dark, where white reads better than black.
func GroundFor(background color.Color) Ground {
	if Contrast(color.White, background) > Contrast(color.Black, background) {
		return Dark
	}
	return Light
}

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
