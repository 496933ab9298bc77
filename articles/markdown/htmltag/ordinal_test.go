package htmltag_test

import (
	"slices"
	"testing"

	"lede/articles/markdown/htmltag"
)

func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		start    string
		reversed bool
		values   []string
		want     []int
	}{
		{"", false, []string{"", "7", "", "3"}, []int{1, 7, 8, 3}},
		{"", true, []string{"", "", ""}, []int{3, 2, 1}},
		{"10", true, []string{"", "x", " 4", ""}, []int{10, 9, 4, 3}},
		{"-1", false, []string{"", "99999999999", ""}, []int{-1, 0, 1}},
	} {
		if got := htmltag.Ordinals(c.start, c.reversed, c.values); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

func TestCounter(t *testing.T) {
	for _, c := range []struct {
		kind, style string
		n           int
		want        string
	}{
		{"", "", 12, "12"},
		{"a", "", 28, "ab"},
		{"A", "", 26, "Z"},
		{"a", "", 0, "0"},
		{"i", "", 1994, "mcmxciv"},
		{"I", "", 4000, "4000"},
		{"1", "margin: 0; list-style-type: lower-latin;", 3, "c"},
		{"a", "list-style: Upper-Roman", 4, "IV"},
		{"i", "list-style-type:none", 4, "4"},
	} {
		kind := htmltag.ListType(c.kind, c.style)
		if got := htmltag.Counter(kind, c.n); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
