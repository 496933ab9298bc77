package frontmatter_test

import (
	"strings"
	"testing"

	"lede/articles/importer"
)

// BenchmarkFlawed measures front matter as long as it may be, with a mistake in
// it.
func BenchmarkFlawed(b *testing.B) {
	for name, text := range map[string]string{
		"fields": "---\na: b: c\n" + strings.Repeat("k: v: w\n", 200_000) + "---\nText.\n",
		"items":  "---\na: b: c\nlist:\n" + strings.Repeat("  - v: w: x\n", 150_000) + "---\nText.\n",
		"toml":   "+++\na = b c\n" + strings.Repeat("k = v w\n", 200_000) + "+++\nText.\n",
		"json":   "{\n\"a\": b: c,\n" + strings.Repeat("\"k\": v: w,\n", 150_000) + "}\nText.\n",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := importer.Read("x.md", text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
