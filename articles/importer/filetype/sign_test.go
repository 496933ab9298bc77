package filetype

import "testing"

func TestLooksLikeMarkdown(t *testing.T) {
	tests := map[string]bool{
		"Title\n\nA paragraph.\n\n• one\n• two\n":          false,
		"Title\n\n- one\n- two\n\n* three\n":               false,
		"On Monday she wrote:\n> quoted\n> mail\n":         false,
		"#hashtag and #another\n":                          false,
		"# Title\n\ntext\n":                                true,
		"Title\n=====\n\nUse `x` and `y`.\n":               true,
		"See [the page](https://example.org/).\n":          true,
		"```go\nx\n```\n":                                  true,
		"Some **strong** words\n\nand `code`\n":            true,
		"The end.\n\n# # #\n\nContact us.\n":               false,
		"====\nNEWS\n====\n\n> quoted\n":                   false,
		"Install it:\n# as root\napt install lede\n":       false,
		"| a | b |\n|---|---|\n| 1 | 2 |\n":                true,
		"The price is 5 ** 2 and nothing else is marked\n": false,
	}
	for src, want := range tests {
		if got := LooksLikeMarkdown(src); got != want {
			t.Errorf("LooksLikeMarkdown(%q) = %v", src, got)
		}
	}
}
