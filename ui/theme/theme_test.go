package theme

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for _, name := range Names {
		if _, err := New(name, Dark, colorprofile.TrueColor); err != nil {
			t.Error(err)
		}
	}
	if _, err := New("sepia", Dark, colorprofile.ANSI); err == nil || !strings.Contains(err.Error(), "auto dark light mono") {
		t.Errorf("an unknown theme says %v", err)
	}
}

// TestContrast holds the text colours to 4.5 to 1 (WCAG 2.2, level AA) against
// black and a dark grey, or white and a light grey.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p           Palette
		least       float64
		backgrounds []string
	}{
		{dark, 4.5, []string{"#000000", "#1e1e2e"}},
		{light, 4.5, []string{"#ffffff", "#f5f5f0"}},
		{either, 4.4, []string{"#000000", "#ffffff"}}, // no colour has 4.6 on both
		{either, 3.5, []string{"#1e1e2e", "#f5f5f0"}},
	} {
		for _, background := range c.backgrounds {
			for _, ink := range []color.Color{c.p.Strong, c.p.Muted, c.p.Accent, c.p.Link, c.p.Code, c.p.Good, c.p.Bad} {
				if ink == nil {
					continue // the terminal's own
				}
				if ratio := contrast(ink, lipgloss.Color(background)); ratio < c.least {
					t.Errorf("%v on %s: %.2f to 1", ink, background, ratio)
				}
			}
		}
	}
}

func TestGroundOf(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]Ground{
		"": Unknown, "0;default;15": Light, "15;0": Dark, "0;15": Light, "0;7": Light, "15;8": Dark, "7;default": Unknown, "x": Unknown, "1;99": Unknown,
	} {
		if got := GroundOf(value); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance is relative luminance as WCAG 2.2 defines it.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
