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
		if _, err := New(name, true, colorprofile.TrueColor); err != nil {
			t.Error(err)
		}
	}
	if _, err := New("sepia", true, colorprofile.ANSI); err == nil || !strings.Contains(err.Error(), "auto dark light mono") {
		t.Errorf("an unknown theme says %v", err)
	}
}

// TestContrast holds the text colours to 4.5 to 1 (WCAG 2.2, level AA) against
// black and a dark grey, or white and a light grey.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p           Palette
		backgrounds []string
	}{
		{dark, []string{"#000000", "#1e1e2e"}},
		{light, []string{"#ffffff", "#f5f5f0"}},
	} {
		for _, background := range c.backgrounds {
			for _, ink := range []color.Color{c.p.Strong, c.p.Muted, c.p.Accent, c.p.Link, c.p.Code, c.p.Good, c.p.Bad} {
				if ratio := contrast(ink, lipgloss.Color(background)); ratio < 4.5 {
					t.Errorf("%v on %s: %.2f to 1", ink, background, ratio)
				}
			}
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
