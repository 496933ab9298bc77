package pager

import (
	"strings"
	"testing"
)

func TestShowsColors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		command, less string
		want          bool
	}{
		{"less", "FRX", true},
		{"less", "R", true},
		{"less", "-R", true},
		{"less", "-i -M -R", true},
		{"less", "-iMR", true},
		{"less", "-r", true},
		{"less", "", false},
		{"less", "-i", false},
		{"less", "-PRead %f", false},
		{"less", "-PRead %f$-R", true},
		{"less", "-x4,8 -R", true},
		{"less", "-Dd+r -R", false}, // the R is of the colour's text
		{"less", "-j.5R", true},
		{"less", "-z-4R", true},
		{"less", "-R -+R", false},
		{"less", "-+R -R", true},
		{"less", "--RAW-CONTROL-CHARS -i", true},
		{"less", "--RAW", true},
		{"less", "-i --raw-control-chars", true},
		{"less", "--prompt=R%f$", false},
		{"less", "--prompt=R%f$R", true},
		{"less", "--use-color", false},
		{"less -R", "", true},
		{"less -R", "-i", true},
		{"less -+R", "R", false},
		{"/usr/bin/less -i -R", "", true},
		{"less -p R", "", false},
		{"less -p R -R", "", true},
		{"less -pR", "", false},
		{"less +G", "R", true},
		{"less +/R", "", false},
		{"less -- -R", "", false},
		{"most", "R", false},
		{"bat", "", true},
		{"bat -p", "", true},
		{"bat -A", "", false},
		{"batcat --show-all", "", false},
		{"moor", "", true},
		{"vim -R -", "R", false},
		{"cat -v", "R", false},
		{"no-such-thing", "R", false},
	} {
		vars := env("LESS=" + test.less)
		if got := showsColors(strings.Fields(test.command), vars); got != test.want {
			t.Errorf("%s with LESS=%s: %v", test.command, test.less, got)
		}
	}
	if showsColors([]string{"less"}, env("LESS_IS_MORE=1", "LESS=R")) || !showsColors([]string{"less"}, env("LESS_IS_MORE=1", "MORE=-R")) {
		t.Error("less that is more has its options from $MORE")
	}
}
