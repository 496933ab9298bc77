package articles

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	long := strings.Repeat("a", 79)
	for title, want := range map[string]string{
		"The Measure: a history": "the-measure-a-history",
		"l’Été à Paris":          "lete-a-paris",
		"C++":                    "c",
		"Чайка, Ёлка":            "чайка-ёлка",
		"한글 がぎ":                  "한글-がぎ",
		"हिन्दी":                 "हिन्दी",
		"x\u0302 é":              "x-e",
		"…":                      "",
		"  -- x -- ":             "x",
		long + "bcd":             long + "b",
		long + " bcd":            long,
		long + "é!":              long + "e",
		long[1:] + " é":          long[1:] + "-e",
	} {
		if got := Slug(title); got != want {
			t.Errorf("Slug(%q) = %q, want %q", title, got, want)
		}
	}
}
