package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lede/articles/tokens"
)

// TestNoWordIsPassedOver holds that a text in which a word is, once its markup is read,
// may have the word.
func TestNoWordIsPassedOver(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom([]string{
		"un", "Believ", "able", "c++", "x", "7", "É", "e\u0301", "ß", "東", "京", "\u00ad", "“", "—", " ", " ", " ", "\n", "\n\n", "> ", "- ", "# ",
		"*", "**", "_", "~~", "`", "```\n", "[", "]", "](http://a.example/q)", "(", ")", "<b>", "</b>", "<!-- hid -->", "&eacute;", "&amp;", "&", "\\", "![", "|", "---\n",
		"<https://b.example/>", "[^1]", "[^1]: ", "$", "==", "^", ":smile:", "https://c.example/d", "[[Page|", "]]",
	})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(piece, 1, 30).Draw(t, "source"), "")
		for _, token := range tokens.Of(plain(source)) {
			letters, _ := lettersOf(token)
			if !mayHave(source, []string{letters}) {
				t.Fatalf("%q, which is %q, has %q", source, plain(source), token)
			}
		}
	})
}
