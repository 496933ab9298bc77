package dialect_test

import (
	"slices"
	"strings"
	"testing"

	"lede/articles/importer/dialect"
)

func TestHashtags(t *testing.T) {
	t.Parallel()
	const text = "#one Words #two/below, (#no) and #3 and #fff; or C# and x#y.\n# Heading\n> #quoted\n" +
		"`#code` ``a ` #code`` #three\n\n    #indented\n```\n#fenced\n```\n[#label](#part) #a:b #2026-plan #über #one #x/"
	want := []string{"one", "two/below", "fff", "quoted", "three", "2026-plan", "über", "x"}
	if got := dialect.Hashtags(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzHashtags: each tag stands in the text behind its sign, and holds a letter.
func FuzzHashtags(f *testing.F) {
	for _, s := range []string{"#a #b/c", "`#x` #y", "```\n#a", "#/#/", "\xff#\xffa", "##a", "#1a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range dialect.Hashtags(text) {
			if tag == "" || !strings.Contains(text, "#"+tag) && !strings.Contains(text, "/"+tag) {
				t.Errorf("%q is no tag of %q", tag, text)
			}
		}
	})
}
