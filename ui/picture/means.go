package picture

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Means is how a terminal can show a picture.
type Means int

// The means, from none on.
const (
	Nothing Means = iota // but a caption
	Blocks
	Sixels // over blocks, while nothing moves
	Kitty
)

// Query asks a terminal for its name, whether it has kitty's graphics, and the
// pixels of a cell. Last of all it asks what every terminal answers, so that
// one that is silent about the others is known to be; that answer has sixels
// in it too.
const Query = "\x1b[>q" + "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + "\x1b[16t" + "\x1b[c"

// MayAsk reports whether a terminal can be sent [Query]: multiplexers answer
// for themselves, take it for a title and show no placeholders; and there are
// terminals that print what they do not understand.
func MayAsk(getenv func(string) string) bool {
	term := getenv("TERM")
	for _, prefix := range [...]string{"screen", "tmux", "linux", "dumb"} {
		if strings.HasPrefix(term, prefix) {
			return false
		}
	}
	return term != "" && getenv("TMUX") == "" && getenv("STY") == "" && getenv("TERM_PROGRAM") != "Apple_Terminal"
}

// HasPlaceholders reports whether a terminal that says this of itself, and has
// kitty's graphics, also draws them by placeholders: some have one and print
// the other as boxes. kitty has them since its version 0.28, of 2023.
func HasPlaceholders(version string) bool {
	name := strings.ToLower(version)
	if strings.HasPrefix(name, "ghostty") {
		return true
	}
	number, ok := strings.CutPrefix(name, "kitty(")
	var major, minor int
	_, err := fmt.Sscanf(number, "%d.%d", &major, &minor)
	return ok && err == nil && (major > 0 || minor >= 28)
}

// Best is the best means of a terminal with so many colours: one that has
// kitty's graphics by placeholders, or sixels. Numbers of kitty's images are
// told by true colours. Sixels bring their colours along: a terminal that has
// them may own to sixteen.
func Best(placeholders, sixels bool, profile colorprofile.Profile) Means {
	switch {
	case placeholders && profile == colorprofile.TrueColor:
		return Kitty
	case sixels && profile >= colorprofile.ANSI:
		return Sixels
	case profile >= colorprofile.ANSI256:
		return Blocks
	}
	return Nothing
}
