package spelling

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAddress(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"https://Example.com/A/b", "http://www.example.com/A/b/", "https://example.com:443/A/b#x", "https://example.com/A/b?utm_source=q&fbclid=1"},
		{"https://example.com/?p=1", "https://example.com?p=1&ref=home"},
		{"the-measure", "The-Measure", "the-measure/", "the-measure#end"},
		{"file:/a/b.md", "file:///a/b.md"},
		{`file:C:\a\b.md`, "file:///C:/a/b.md"},
	} {
		for _, s := range same {
			if Address(s) != Address(same[0]) {
				t.Errorf("%q is %q, but %q is %q", s, Address(s), same[0], Address(same[0]))
			}
		}
	}
	different := []string{
		"https://example.com/a", "https://example.com/A", "https://example.com/a?p=1", "https://example.com/a?p=2",
		"https://example.com:8080/a", "https://blog.example.com/a", "example", "text:a", "file:/a", "file:/a#1",
	}
	seen := map[string]string{}
	for _, s := range different {
		if other, found := seen[Address(s)]; found {
			t.Errorf("%q and %q have the same address", s, other)
		}
		seen[Address(s)] = s
	}
}

func TestSortTitle(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Étude":                  "etude",
		"  “Why”  and How":       "why” and how",
		"...":                    "...",
		"Ångström, 2nd":          "angstrom, 2nd",
		"":                       "",
		"日本語":                    "日本語",
		strings.Repeat("é", 200): strings.Repeat("e", 120),
		strings.Repeat("日", 200): strings.Repeat("日", 40),
	} {
		if got := SortTitle(title); got != want {
			t.Errorf("%q sorts as %q, want %q", title, got, want)
		}
	}
}

// FuzzSpelling: whatever a title or an address is made of, it becomes text
// that the indexes can hold, and the part after # never makes another page.
func FuzzSpelling(f *testing.F) {
	for _, s := range []string{"“Why”", "\xff\xfe", "https://[::1]:80/?&=&utm_", "http://%zz", "file:", "é̂̂", "https://a.example/%2f#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := SortTitle(s); !utf8.ValidString(got) || len(got) > 120 {
			t.Errorf("%q sorts as %q", s, got)
		}
		page := "https://a.example/" + strings.ReplaceAll(s, "#", "")
		if page = strings.TrimSpace(page); Address(page) != Address(page+"#part") {
			t.Errorf("%q and its part differ: %q, %q", page, Address(page), Address(page+"#part"))
		}
		Address(s)
	})
}
