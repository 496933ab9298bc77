package theme

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"lede/articles/nearest"
)

// basicNames are the terminal's own colours, by their numbers.
var basicNames = [...]string{
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
}

// ownInk is what a theme's file calls the colour that the terminal has for text.
const ownInk = "default"

// isHex reports whether s is a colour such as "#e5a657" or "#fa5".
func isHex(s string) bool {
	digits, ok := strings.CutPrefix(s, "#")
	return ok && (len(digits) == 3 || len(digits) == 6) && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

// parseColor reads a colour: "#e5a657" or "#fa5", the number of one of 256, the
// name of one of the terminal's own 16, or "default", which is nil.
func parseColor(s string) (color.Color, error) {
	if isHex(s) {
		return lipgloss.Color(s), nil
	}
	if n, err := strconv.Atoi(s); err == nil && 0 <= n && n <= 255 {
		return lipgloss.Color(strconv.Itoa(n)), nil
	}
	if s == ownInk {
		return nil, nil
	}
	if n := slices.Index(basicNames[:], s); n >= 0 {
		return basicColor(n), nil
	}
	what := fmt.Errorf(`%q is no colour: write one as in "#e5a657", "208", "bright-blue" or "default"`, s)
	if near := nearest.First(s, append(basicNames[:], ownInk)); near != "" {
		what = fmt.Errorf("%q is no colour: did you mean %s?", s, near)
	}
	return nil, what
}

// colorName is a colour as a theme's file has it.
func colorName(c color.Color) string {
	if n, ok := c.(basicColor); ok {
		return basicNames[n&15]
	}
	if name := Name(c); name != nil {
		return *name
	}
	return ownInk
}

// known says of a word that is none of those which there are what it may have been
// meant for.
func known(word string, all []string) string {
	if near := nearest.First(word, all); near != "" {
		return fmt.Sprintf("%q: did you mean %s?", word, near)
	}
	return fmt.Sprintf("%q: choose one of %s", word, strings.Join(all, ", "))
}
