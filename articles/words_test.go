package articles

import (
	"strings"
	"testing"
)

func TestOpening(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"A short one":                   "A short one",
		strings.Repeat("é", 60):         strings.Repeat("é", 60),
		strings.Repeat("é", 61):         strings.Repeat("é", 60) + "…",
		strings.Repeat("words and ", 7): strings.TrimSpace(strings.Repeat("words and ", 6)) + "…",
	} {
		if got := Opening(line); got != want {
			t.Errorf("the opening of %q is %q, want %q", line, got, want)
		}
	}
}

func TestMostlyUTF8(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		"": true, "plain": true, "é": true, "\xe9": false, "éé\xe9": true, "é\xe9\xe9": false, "cut \xc3": false,
	} {
		if got := MostlyUTF8(data); got != want {
			t.Errorf("%q is mostly UTF-8: %v", data, got)
		}
	}
}
