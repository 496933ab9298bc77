package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"lede/articles/markdown"
)

// TestHeadingIDs: what stands in braces behind a heading names it and is not
// shown; braces that are words stay.
func TestHeadingIDs(t *testing.T) {
	for src, want := range map[string]markdown.Heading{
		"# Head {#id}":                        {Level: 1, Text: "Head", ID: "id"},
		"## Head {#an_id_b .a_b .c}":          {Level: 2, Text: "Head", ID: "an_id_b"},
		"## Head {: #k-d }":                   {Level: 2, Text: "Head", ID: "k-d"},
		"# Head # {#x}":                       {Level: 1, Text: "Head", ID: "x"},
		"# Head {.unnumbered}":                {Level: 1, Text: "Head"},
		"# Head {-}":                          {Level: 1, Text: "Head"},
		"# Head {#a data-x=\"b c\" y=1}":      {Level: 1, Text: "Head", ID: "a"},
		"Under {#u}\n---":                     {Level: 2, Text: "Under", ID: "u"},
		"# `{#a}`":                            {Level: 1, Text: "{#a}"},
		"# Sets {a, b}":                       {Level: 1, Text: "Sets {a, b}"},
		"# {}":                                {Level: 1, Text: "{}"},
		"# Kept \\{#a}":                       {Level: 1, Text: "Kept {#a}"},
		"# Not {#a} last":                     {Level: 1, Text: "Not {#a} last"},
		"# Überschrift {#über}":               {Level: 1, Text: "Überschrift", ID: "über"},
		"# " + strings.Repeat("{", 9) + "#a}": {Level: 1, Text: strings.Repeat("{", 8), ID: "a"},
		"# {{ x }}":                           {Level: 1, Text: "{{ x }}"},
		"# Head {#id":                         {Level: 1, Text: "Head {#id"},
		"# Head\n{: #below .lead}":            {Level: 1, Text: "Head", ID: "below"},
		"Under\n---\n{:#below}\nWords":        {Level: 2, Text: "Under", ID: "below"},
		"# Head\n\n{: #apart}":                {Level: 1, Text: "Head"},
		"# Head {=html}":                      {Level: 1, Text: "Head {=html}"},
		"# Head {#a.b:c}":                     {Level: 1, Text: "Head", ID: "a.b:c"},
	} {
		got := markdown.Parse(src + "\n").Outline()
		if !slices.Equal(got, []markdown.Heading{want}) {
			t.Errorf("%q: %+v", src, got)
		}
		if found := markdown.Survey("", src).Headings; !slices.Equal(found, got) {
			t.Errorf("%q: a survey finds %+v", src, found)
		}
	}
}
