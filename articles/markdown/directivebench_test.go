package markdown

import (
	"strings"
	"testing"
)

// BenchmarkDirectives is what 10 MB of signs that begin directives and end none
// cost before they are parsed.
func BenchmarkDirectives(b *testing.B) {
	for _, piece := range []string{
		"{%", "{{<", "{% \n", "](", "]({{", "{.a}", "{:\n", ":::\n", "{/*\n", "==", "`{%", "{{< a \"", "%%", "import 'a\n", "{% a b=\"\\\" %}",
		"<A b='c' ", "[a]({{ x }}{{ y }}",
	} {
		src := strings.Repeat(piece, 10<<20/len(piece))
		b.Run(piece, func(b *testing.B) {
			for b.Loop() {
				directed(src)
			}
		})
	}
}
