package markdown_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/markdown"
)

func TestSurveyQuotes(t *testing.T) {
	for name, test := range map[string]struct {
		src  string
		want []articles.Quote
	}{
		"by-line in its own paragraph": {"> Less is more.\n>\n> — Mies", []articles.Quote{{Text: "Less is more.", By: "Mies"}}},
		"by-line on the last line":     {"> Less is more.\n> -- Mies *van der* Rohe", []articles.Quote{{Text: "Less is more.", By: "Mies van der Rohe"}}},
		"en dash, bar and hard break":  {"> Less.\\\n> – Mies\n\n> More.\n> ― Bob", []articles.Quote{{Text: "Less.", By: "Mies"}, {Text: "More.", By: "Bob"}}},
		"no by-line":                   {"> Words – with a dash\n> inside.", []articles.Quote{{Text: "Words – with a dash inside.", By: ""}}},
		"speech":                       {"> — Who is there?\n> — Nobody.", []articles.Quote{{Text: "— Who is there? — Nobody.", By: ""}}},
		"only a dash line":             {"> — Nobody", []articles.Quote{{Text: "— Nobody", By: ""}}},
		"inner quotes belong to outer": {"> a\n>\n> > b", []articles.Quote{{Text: "a\nb", By: ""}}},
		"in a list":                    {"- > a\n  >\n  > — B", []articles.Quote{{Text: "a", By: "B"}}},
		"callout is no quote":          {"> [!NOTE]\n> Mind the gap.", nil},
		"entities are cleaned":         {"> a&#27;[31mb\n>\n> &mdash; C&#x1b;D", []articles.Quote{{Text: "a[31mb", By: "CD"}}},
		"dash within emphasis":         {"> a\n>\n> *— **B** and C*", []articles.Quote{{Text: "a", By: "B and C"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := markdown.Survey(test.src).Quotes; !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestSurveyLinks(t *testing.T) {
	const src = "[a](b.md#x) ![no](pic.png) [f](#frag) [[Some Note#Part|words]] [[b]] ![[no.png]] ![[Embedded]] [[#here]] <https://e.org/?a=1&b=2>\n" +
		"[again](b.md#x) www.example.com me@example.com [r] [[r]]\n\n[r]: /ref \"title\"\n"
	want := []string{"b.md#x", "Some Note#Part", "b", "no.png", "Embedded", "https://e.org/?a=1&b=2", "http://www.example.com", "/ref"}
	if got := markdown.Survey(src).Links; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSurveyHeadingsAndLength(t *testing.T) {
	const src = "# One *two*\n\nthree four[^1]\n\n    five six\n\n## Seven\n\n| eight |\n|---|\n| nine |\n\nTen\n---\n\n[^1]: eleven <b>twelve</b>\n"
	found := markdown.Survey(src)
	headings := []markdown.Heading{
		{Level: 1, Text: "One two", Offset: 0}, {Level: 2, Text: "Seven", Offset: 43}, {Level: 2, Text: "Ten", Offset: 79},
	}
	if !slices.Equal(found.Headings, headings) {
		t.Errorf("headings: got %v, want %v", found.Headings, headings)
	}
	if want := (articles.Length{Words: 8, Slow: 4}); found.Length != want {
		t.Errorf("length: got %v, want %v", found.Length, want)
	}
}

// BenchmarkSurveyLinks surveys a list of links, as a collection of bookmarks
// is.
func BenchmarkSurveyLinks(b *testing.B) {
	for _, n := range []int{20_000, 40_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var src strings.Builder
			for i := range n {
				fmt.Fprintf(&src, "- [link](https://example.org/%d)\n", i)
			}
			for b.Loop() {
				markdown.Survey(src.String())
			}
		})
	}
}
