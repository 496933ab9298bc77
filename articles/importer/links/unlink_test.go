package links_test

import (
	"testing"

	"lede/articles/importer/links"
)

func TestUnlink(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"[[Ada Lovelace]]":    "Ada Lovelace",
		"[[ Ada ]]":           "Ada",
		"[[people/ada|Ada]]":  "Ada",
		"[[ada|]]":            "[[ada|]]",
		"[Ada](https://a.b/)": "Ada",
		"[](https://a.b/)":    "[](https://a.b/)",
		"[Ada)":               "[Ada)",
		" Ada [x] ":           "Ada [x]",
		"[Ada [x]](a_(b))":    "Ada [x]",

		"[Ann](https://a) and [Bob](https://b)": "Ann and Bob",
		"[[Ann Ax]], [[b|Bob Bx]]":              "Ann Ax, Bob Bx",
		"by [[Ann]] [](x)":                      "by Ann [](x)",
	} {
		if got := links.Unlink(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
