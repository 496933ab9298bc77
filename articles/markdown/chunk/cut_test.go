package chunk

import (
	"strings"
	"testing"
)

// TestDefinitionsAreReadOnce: no two of the places where definitions may stand
// overlap, whatever parts them.
func TestDefinitionsAreReadOnce(t *testing.T) {
	for _, blank := range []string{"", " ", "\t", " \t "} {
		src := strings.Repeat("[a]: /url\n"+blank+"\n", 100)
		end := 0
		for _, at := range Cut(src, Least).Refs {
			if at.Start < end {
				t.Fatalf("parted by %q: a place from %d begins before %d", blank, at.Start, end)
			}
			end = at.End
		}
	}
}

func BenchmarkBoxes10MB(b *testing.B) {
	for name, piece := range map[string]string{
		"opened": "<div>\n\n", "closed": "<div>\n\nWords\n\n</div>\n\n", "signs": "< ", "deep": strings.Repeat("<div>\n\n", 60) + strings.Repeat("</div>\n\n", 60),
	} {
		src := strings.Repeat(piece, 10<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				boxesOf(src)
			}
		})
	}
}
