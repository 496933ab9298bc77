package webpage

import (
	"strings"
	"testing"
)

const (
	first  = "A wall of loose stones stands for two hundred years, because each stone leans on the one below it and none on the mortar."
	second = "The waller begins with the longest stones, which go across, and keeps the flat ones for the top, where the rain comes in."
	third  = "Frost moves such a wall by a finger in a winter, and in spring it has found its place again, without anybody's help."
)

// The whole article is chosen, and what is around it is not.
func TestBlocksOfArticles(t *testing.T) {
	t.Parallel()
	p := func(words string) string { return "<p>" + words + "</p>" }
	wrap := func(inner string) string { return "<div class=x><div class=y><div class=z>" + inner + "</div></div></div>" }
	comments := strings.Repeat("<li class=comment><p>Somebody says</p><div>"+p("I have built one, "+third)+"</div></li>", 9)
	for name, c := range map[string]struct {
		html string
		with []string
		not  []string
	}{
		"parallel sections": {
			"<main><h1>Dry walls</h1>" + wrap(p(first)) + wrap("<h2>Begin</h2>"+p(second)) + wrap("<h2>Frost</h2>"+strings.Repeat(p(third), 6)) + "</main>",
			[]string{first, "## Begin", second, "## Frost", third}, nil,
		},
		"headings beside the text": {
			"<main><h1>Dry walls</h1>" + p(first) + "<h2>Begin</h2><div>" + p(second) + "</div><h2>Frost</h2><div>" + p(third) + "</div></main>",
			[]string{first, "## Begin", second, "## Frost", third}, nil,
		},
		"another article below": {
			"<main><article><h1>Dry walls</h1>" + p(first) + "</article><article><h2>Bridges</h2>" + strings.Repeat(p(second), 8) + "</article></main>",
			[]string{first}, []string{second},
		},
		"a dialog before it": {
			"<div class=login-dialog>" + strings.Repeat(p("The words for "+second), 8) + "</div><main><h1>Dry walls</h1>" + p(first) + p(third) + "</main>",
			[]string{first, third}, []string{second},
		},
		"more comments than text": {
			"<main><article><h1>Dry walls</h1>" + p(first) + p(second) + "</article><section id=comments class=comments><h2>9 answers</h2><ol>" + comments + "</ol></section></main>",
			[]string{first, second}, []string{"I have built", "Somebody"},
		},
		"a heading's id is no name": {
			"<main><h1>Dry walls</h1>" + p(first) + `<section id="related-work"><h2>Related work</h2>` + p(second) + `</section><section id="hidden-stones"><h2>Hidden stones</h2>` + p(third) + "</section></main>",
			[]string{first, "## Related work", second, "## Hidden stones", third}, nil,
		},
	} {
		got, err := Parse(Source{Data: "<!doctype html><title>Dry walls | Field</title><nav><a href=/>Home</a> <a href=/a>About</a></nav>" + c.html + "<footer><p>Field Press, open on all days but Sunday, when the wallers rest and nobody is in the house.</p></footer>"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range c.with {
			if !strings.Contains(got.Markdown, want) {
				t.Errorf("%s: it lacks %q:\n%s", name, want, got.Markdown)
			}
		}
		for _, not := range append(c.not, "Field Press", "Home") {
			if strings.Contains(got.Markdown, not) {
				t.Errorf("%s: it has %q:\n%s", name, not, got.Markdown)
			}
		}
	}
}
