package frontmatter_test

import (
	"strings"
	"testing"

	"lede/articles/importer"
	"lede/articles/importer/foldertest"
)

// TestMisread holds that no words of front matter are lost because they are of another
// kind than the name of their field says, and that nothing is told of those that are not.
func TestMisread(t *testing.T) {
	t.Parallel()
	for front, want := range map[string]string{
		"date: 31 of never":                           "date: 31 of never",
		"date: 2024-13-45\nupdated: soon":             "date: 2024-13-45 / updated: soon",
		"date: tbd\ncreated: 2026-01-02":              "date: tbd",
		"date: [x, y]":                                "date: x, y",
		"params:\n  pubDate: never":                   "pubdate: never",
		"views: many":                                 "views: many",
		"series: S\npart: third\nparts: some":         "part: third / parts: some",
		"title: {en: One}":                            "title: {en: One}",
		"author: {nick: Ann}":                         "author: {nick: Ann}",
		"authors: [Bob, {nick: Ann}]":                 "authors: Bob, {nick: Ann}",
		"tags: {a: b}":                                "tags: {a: b}",
		"canonical: over there":                       "canonical: over there",
		"site: Review\nsource: A book":                "source: A book",
		"epigraph: {who: me}":                         "epigraph: {who: me}",
		"notices: [{x: y}]":                           "notices: {x: y}",
		"draft: perhaps":                              "draft: perhaps",
		"date: \"\\e[31mnever\"":                      "date: never",
		"date:\nupdated: ~\nviews: \"\"\ntags: []":    "",
		"published: true\ndraft: no\nviews: 0":        "",
		"views: 12.4k\nseries: S\npart: 0\nparts: 2":  "",
		"date: Feb 8, 2026\nlastmod: 1767348000":      "",
		"url: /about/\nsource: https://example.org/x": "",
		"lede: {added: 2026-01-02, id: x}":            "",
		"source: \"[[A Book]]\"":                      "",
		"mood: happy\nrelated: [one, two]":            "",
		"author: [Ann, {name: Bob}]\ntags: a, b":      "",
		"epigraphs: [{text: Words, by: Ann}, More]":   "",
	} {
		a, err := importer.Read(foldertest.Abs(t, "a.md"), "---\n"+front+"\n---\nText.\n")
		if err != nil {
			t.Fatal(err)
		}
		if want != "" {
			want = "In the front matter, this is not understood: " + want
		}
		told := ""
		for _, n := range a.Notices {
			if strings.Contains(n, "not understood") {
				told = n
			}
		}
		if told != want {
			t.Errorf("%q is told as %q, want %q", front, told, want)
		}
		if strings.Contains(front, "[[A Book]]") && a.Site != "A Book" {
			t.Errorf("the site is %q", a.Site)
		}
	}
}
