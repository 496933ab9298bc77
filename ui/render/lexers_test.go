package render_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/render"
	"lede/ui/render/syntax"
)

// Code stands in one colour until its language is loaded, in the very places
// where it is coloured then.
func TestCodeBeforeItsLexer(t *testing.T) {
	a := article("Words.\n\n```go\nfunc f() int { return 1 } // one\n```\n\n```golang\nvar x = \"y\"\n```\n\n```none\nplain\n```\n")
	shown := func(l *render.Layout) (colored, plain []string) {
		for _, line := range l.Lines(l.Start(), window) {
			colored, plain = append(colored, line.Text), append(plain, ansi.Strip(line.Text))
		}
		return colored, plain
	}
	o := options(t, 80, "dark")
	atOnce, words := shown(render.New(a, o))
	o.Lexers = new(syntax.Lexers)
	l := render.New(a, o)
	before, same := shown(l)
	if slices.Equal(before, atOnce) || !slices.Equal(same, words) {
		t.Fatalf("before its language is loaded, code is %q", before)
	}
	wanted := o.Lexers.Wanted()
	if len(wanted) != 1 || wanted[0] != "Go" {
		t.Fatalf("wanted are %q", wanted)
	}
	copied := l.Copy(l.All())
	o.Lexers.Load(wanted[0])
	l.Recolor()
	if after, _ := shown(l); !slices.Equal(after, atOnce) {
		t.Errorf("code is %q when its language is loaded, not %q", after, atOnce)
	}
	if now := render.New(a, o); copied != l.Copy(l.All()) || copied != now.Copy(now.All()) {
		t.Errorf("%q is copied before its language is loaded, then %q", copied, now.Copy(now.All()))
	}
	if more := o.Lexers.Wanted(); len(more) > 0 {
		t.Errorf("%q is wanted again", more)
	}
}

// What is printed is coloured at once, and is what a screen shows.
func TestPrintedAsShown(t *testing.T) {
	a := sampler(t)
	for _, width := range []int{20, 58, 100} {
		o := options(t, width, "dark")
		var want bytes.Buffer
		l := render.New(a, o)
		for _, line := range l.Lines(l.Start(), 1<<20) {
			want.WriteString(line.Text + "\n")
		}
		o.Lexers = new(syntax.Lexers)
		var got bytes.Buffer
		if _, err := render.New(a, o).WriteTo(&got); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("width %d: what is printed is not what is shown", width)
		}
	}
}
