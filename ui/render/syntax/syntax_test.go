package syntax

import (
	"slices"
	"strings"
	"testing"

	"lede/ui/render/style"
)

func joined(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

func TestParts(t *testing.T) {
	t.Parallel()
	const source = "func f() int { return 1 } // one\n\n"
	var all *Lexers
	parts := all.Parts(source, "go")
	if joined(parts) != source {
		t.Errorf("the parts are %q", parts)
	}
	for _, want := range []Part{{"func", style.CodeKeyword}, {"1", style.CodeNumber}, {"// one", style.CodeComment}} {
		if !slices.ContainsFunc(parts, func(p Part) bool { return p.Role == want.Role && strings.TrimSpace(p.Text) == want.Text }) {
			t.Errorf("%v is not among %v", want, parts)
		}
	}
	for _, language := range []string{"", "none that there is"} {
		if parts := all.Parts(source, language); parts != nil {
			t.Errorf("%v are parts in the language %q", parts, language)
		}
	}
	if parts := all.Parts(strings.Repeat(source, 1000), "go"); parts != nil {
		t.Error("long code has parts")
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	const source = "x = 1"
	var some Lexers
	for range 2 {
		if parts := some.Parts(source, "python"); parts != nil {
			t.Errorf("%v are parts before their language is ready", parts)
		}
	}
	wanted := some.Wanted()
	if len(wanted) != 1 || len(some.Wanted()) > 0 {
		t.Fatalf("%q is wanted, once", wanted)
	}
	some.Load(wanted[0])
	if parts := some.Parts(source, "python"); joined(parts) != source {
		t.Errorf("the parts are %v", parts)
	}
}
