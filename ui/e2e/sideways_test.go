//go:build unix

package e2e

import (
	"testing"

	"lede/ui/screentest"
)

// wide is code and a table that are wider than the measure, with wide
// characters at the edges.
const wide = "# Wide\n\nWords before.\n\n```go\n" +
	"// 端の文字は半分に切られてはならない。 A comment that is much longer than the measure of a column of text, " +
	"and goes on after it.\nfunc short() {}\n```\n\n" +
	"| name | what it is for | since | cost | allocations | notes | owner |\n|:--|:--|--:|--:|--:|:--|:--|\n" +
	"| `walk` | goes through a strip from a stop on, cluster by cluster | 1.0 | 12 ns | 0 | see [the docs](https://example.org) | Ada |\n" +
	"| `cut` | what shows of a strip | 1.1 | 120 ns | 2 | 字 | Sam |\n\nWords after.\n"

func TestSideways(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	file := h.write(t, "wide.md", wide)
	s := h.open(t, screentest.Program{Width: 60, Height: 30}, file)
	s.WaitFor("↪", "notes: see the docs")
	s.Key("w")
	s.WaitFor("cut: . and , shift them", "since │›")
	s.Key("shift+right")
	s.WaitFor("A comment that is", "cost │")
	s.Golden("sideways")
	s.Key("alt+l", "$")
	s.WaitFor("goes on after it.", "Sam")
	s.Key("shift+left", ",", "alt+h", ",", "^")
	s.WaitFor("func short() {}")
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{Width: 60, Height: 30}, file)
	s.WaitFor("›", "func short() {}") // the taste is remembered
	s.Key("q")
	left(t, s, 0)
}
