package clipping

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lede/articles"
)

func TestZX(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("ZZ")) {
		b, _ := os.ReadFile(f)
		p := &page{out: &articles.Article{}, deep: map[string]bool{}}
		p.lines = mend(split(plain(articles.Clean(string(b)))))
		for i := range p.lines {
			p.lines[i].look()
		}
		p.layOut()
		for i := range p.lines {
			fmt.Println(p.lines[i].column, p.lines[i].tells(), p.lines[i].text)
		}
	}
}
