package clipping

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lede/articles"
)

func TestZY(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("ZZ")) {
		b, _ := os.ReadFile(f)
		p := open(plain(articles.Clean(string(b))))
		p.labelLines()
		first, last := len(p.lines), -1
		for i := range p.lines {
			if p.lines[i].prose() && p.lines[i].label == prose {
				first, last = min(first, i), i
			}
		}
		top := p.lines[:min(first+1, len(p.lines), edge)]
		foot := p.lines[max(last+1, len(p.lines)-edge):]
		parts := [][][]line{above: {top}, below: {foot}, around: {top, foot}, amid: {p.lines[min(first, last+1) : last+1]}}
		fmt.Println(f, p.isPage(), meta(top), contacts(top, foot), column(top, foot), clueWeights(parts), first, last)
	}
}
