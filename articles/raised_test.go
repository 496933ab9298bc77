package articles

import (
	"testing"
	"unicode/utf8"
)

func TestRaised(t *testing.T) {
	t.Parallel()
	if utf8.RuneCountInString(level) != utf8.RuneCountInString(superscripts) || utf8.RuneCountInString(lowered) != utf8.RuneCountInString(subscripts) {
		t.Fatal("a character has no other")
	}
	for _, c := range []struct {
		words string
		sub   bool
		want  string
	}{
		{"2", false, "²"},
		{"−9", false, "⁻⁹"},
		{"-x", false, "⁻ˣ"},
		{"(n+1)", false, "⁽ⁿ⁺¹⁾"},
		{"∞", false, "^(∞)"},
		{"½", false, "^(½)"},
		{"1.5", false, "^(1.5)"},
		{"2ⁿ", false, "^(2ⁿ)"},
		{"st", false, "st"},
		{"[1]", false, "[1]"},
		{"1,2", false, "^(1,2)"},
		{"†", false, "†"},
		{"(½)", false, "^(½)"},
		{"(a)½(b)", false, "^((a)½(b))"},
		{"π", false, "^(π)"},
		{"2", true, "₂"},
		{"max", true, "ₘₐₓ"},
		{"i,j", true, "_(i,j)"},
		{"*", true, "_(*)"},
		{"st", true, "ₛₜ"},
		{"B", true, "_(B)"},
	} {
		raise := Superscript
		if c.sub {
			raise = Subscript
		}
		got, ok := raise(c.words)
		if !ok {
			open, end := RaisedSigns(got, c.sub)
			got = open + got + end
		}
		if got != c.want {
			t.Errorf("%q is set as %q, want %q", c.words, got, c.want)
		}
	}
}
