package cells

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text        string
		want, spare int
	}{
		{"words", 5, 0},
		{"漢字。", 6, 0},
		{"e\u0301", 1, 0},
		{"soft\u00adhyphen", 10, 0},
		{"👨\u200d👩\u200d👧\u200d👦", 8, 6},
	} {
		if got := Of(test.text); got != test.want {
			t.Errorf("%q takes %d cells, not %d", test.text, test.want, got)
		}
		if got := Spare(test.text, test.want); got != test.spare {
			t.Errorf("%q takes %d cells less by clusters, not %d", test.text, test.spare, got)
		}
		sum, text := 0, ""
		for cluster, width := range Clusters(test.text) {
			sum, text = sum+width, text+cluster
		}
		if sum != test.want || text != test.text {
			t.Errorf("the clusters of %q are %q, in %d cells", test.text, text, sum)
		}
	}
}

func TestTabs(t *testing.T) {
	t.Parallel()
	for tabbed, want := range map[string]string{
		"":             "",
		"a b":          "a b",
		"\ta":          "    a",
		"ab\tc\n\t\td": "ab  c\n        d",
		"漢\tx\n\n":     "漢  x\n\n",
		"abcd\te":      "abcd    e",
	} {
		got, origin := ExpandTabs(tabbed), TabOrigins(tabbed)
		if got != want {
			t.Errorf("%q is %q, not %q", tabbed, want, got)
		}
		if len(origin) != len(got)+1 {
			t.Fatalf("%q has %d origins for %d bytes", tabbed, len(origin), len(got))
		}
		for i := range len(got) {
			if c := got[i]; c != ' ' && c != tabbed[origin[i]] {
				t.Errorf("%q: %q comes from %q", tabbed, c, tabbed[origin[i]:])
			}
		}
		if origin[len(got)] != len(tabbed) || strings.Contains(got, "\t") {
			t.Errorf("%q ends at %d", tabbed, origin[len(got)])
		}
	}
}
