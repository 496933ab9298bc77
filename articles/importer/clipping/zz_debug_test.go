package clipping

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lede/articles"
)

func TestZZ(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("ZZ")) {
		b, _ := os.ReadFile(f)
		p := open(plain(articles.Clean(string(b))))
		p.labelLines()
		page := p.isPage()
		raw := make([]Label, len(p.lines))
		for i := range p.lines {
			raw[i] = p.lines[i].label
		}
		if page {
			p.readPage()
		}
		fmt.Println("==", f, "page:", page)
		for i := range p.lines {
			x := LabelNames[raw[i]]
			if p.lines[i].label != raw[i] {
				x += ">" + LabelNames[p.lines[i].label]
			}
			fmt.Printf("%3d g%d %-20s %.70s\n", i, p.lines[i].gap, x, p.lines[i].text)
		}
	}
}
