package clipping

import (
	"fmt"
	"lede/articles"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		dbg(filepath.Base(f), string(b))
	}
	for n, s := range noPages {
		dbg("NO "+n, s)
	}
}

func dbg(name, s string) {
	p := open(plain(articles.Clean(s)))
	p.labelLines()
	fmt.Println(p.isPage(), name)
	if os.Getenv("SHOW") != "" && strings.Contains(name, os.Getenv("SHOW")) {
		for _, l := range p.lines {
			fmt.Printf("   %-10s %v %.80s\n", LabelNames[l.label], l.words.Names(), l.text)
		}
	}
}
