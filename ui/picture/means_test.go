package picture

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestHasPlaceholders(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]bool{
		"kitty(0.26.5)":  false, // has the graphics and prints the placeholders
		"kitty(0.28.0)":  true,
		"kitty(1.0)":     true,
		"kitty":          false,
		"ghostty 1.1.3":  true,
		"WezTerm 2024":   false,
		"XTerm(379)":     false,
		"Konsole 24.1.0": false,
		"":               false,
	} {
		if got := HasPlaceholders(version); got != want {
			t.Errorf("%q: %v, want %v", version, got, want)
		}
	}
}

func TestBest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		placeholders, sixels bool
		profile              colorprofile.Profile
		want                 Means
	}{
		{true, true, colorprofile.TrueColor, Kitty},
		{true, false, colorprofile.ANSI256, Blocks},
		{false, true, colorprofile.TrueColor, Sixels},
		{false, true, colorprofile.ANSI, Sixels},
		{false, true, colorprofile.ASCII, Nothing},
		{false, false, colorprofile.ANSI256, Blocks},
		{false, false, colorprofile.ANSI, Nothing},
	} {
		if got := Best(c.placeholders, c.sixels, c.profile); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
