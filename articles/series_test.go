package articles

import "testing"

func TestSeriesLabel(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name        string
		part, parts int
		want        string
	}{
		{"", 0, 0, ""},
		{"", 3, 5, ""},
		{"Stones", 0, 0, "Stones"},
		{"Stones", 3, 0, "Stones · part 3"},
		{"Stones", 3, 12, "Stones · 3 of 12"},
		{"Stones", 3, 2, "Stones · part 3"},
		{"Sto\x1bnes\n", 1, 1, "Stones · 1 of 1"},
	} {
		if got := SeriesLabel(&Article{Series: tt.name, Part: tt.part, Parts: tt.parts}); got != tt.want {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}
