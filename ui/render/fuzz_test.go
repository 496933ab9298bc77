package render_test

import (
	"os"
	"path/filepath"
	"testing"

	"lede/ui/render"
)

// FuzzRender: whatever the source, nothing panics, nothing hostile leaves,
// and no line is too wide.
func FuzzRender(f *testing.F) {
	src, err := os.ReadFile(filepath.Join("testdata", "sampler.md"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src), 40)
	f.Add("| a |\n|---|\n| &#27;b |", 3)
	f.Add("> a\n>\n> — b\n\n- [ ] \x1b\n\n```go\n\x1b]0;\x07\n", 20)
	f.Add("[x](<https://\x1b> 'y') ![](z) <a href=\"&#27;\">k</a> 日本語 \u00ad👩‍👩‍👧‍👦", 7)
	f.Add("| A  \n   -|\n  !0000000", 11)
	f.Add("000000000000000000000", 60)
	f.Add("<aside>\n\n![a](b.png) <img src=c.png>\n\n> [!TIP] d\n> e[^1]\n\n</aside>\n\n| f | g |\n|---|---|\n| h | "+searched[:80]+" |\n\n[^1]: i", 22)
	f.Add("<Tab label=\"a b\">\n\nc <Badge text=\"d\"/> e\n\n</Tab>\n\n# f\n{: #g}\n\n{{< figure\n src=\"h\" caption=\"i j\" >}}", 30)
	f.Fuzz(func(t *testing.T, src string, width int) {
		if width < 1 || width > 300 || len(src) > 8<<10 {
			t.Skip()
		}
		l := render.New(article(src), options(t, width, "dark"))
		if problem := faults(lines(t, l), width); problem != "" {
			t.Fatalf("%q: %s", src, problem)
		}
		for part := range l.Index().Len() {
			if problem := l.Misread(part); width >= 20 && problem != "" {
				t.Fatalf("%q: %s", src, problem)
			}
		}
		p := l.Move(l.Start(), len(src)%50)
		if got := l.Find(l.Anchor(p)); got != p {
			t.Fatalf("%q: anchor of %v leads to %v", src, p, got)
		}
		cut := l.With(cutting(options(t, width, "dark")))
		for range 4 {
			if problem := faults(window40(cut, cut.Start()), width); problem != "" {
				t.Fatalf("%q, shifted by %d: %s", src, cut.Shifted(), problem)
			}
			cut.Shift(width, cut.Start(), 40)
		}
	})
}
