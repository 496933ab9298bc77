package frontmatter_test

import (
	"slices"
	"strings"
	"testing"
	"time"

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
		"params:\n  pubDate: never":                   "pubDate: never",
		"views: many":                                 "views: many",
		"series: S\npart: third\nparts: some":         "part: third / parts: some",
		"title: {en: One}":                            "title: {en: One}",
		"author: {nick: Ann}":                         "author: {nick: Ann}",
		"authors: [Bob, {nick: Ann}]":                 "authors: {nick: Ann}",
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
		"source: \"[[A Book]]\"":                      "",
		"mood: happy\nrelated: [one, two]":            "",
		"author: [Ann, {name: Bob}]\ntags: a, b":      "",

		// What only this program reads.
		"lede: {added: 2026-01-02, id: x}": "",

		// Of a list, what is not read or not taken.
		"epigraphs: [words one, {txt: two}, 5]\nrelated: [a, {n: b}]": "epigraphs: {txt: two} / related: {n: b}",
		"tags: [a, {b: c}, \"d, e\"]\nnotices: [x, {y: z}]":           "tags: {b: c} / notices: {y: z}",
		"title: [One, Two]\nseries: [S1, S2]":                         "title: Two / series: S2",
		"source: [\"https://a.example/\", \"https://b.example/\"]":    "source: https://b.example/",
		"part: -3\nviews: -5":                                         "part: -3 / views: -5",
		"series: {name: S, part: third}\nparts: .nan":                 "part: third / parts: .nan",
		"source: notes/alpha.md":                                      "source: notes/alpha.md",

		// As it is written.
		"last_modified_at: {z: 1, a-b: 2}": "last_modified_at: {z: 1, a-b: 2}",
		"Seriestotal: {{a: b}: [c]}":       "Seriestotal: {{a: b}: c}",

		// What programs put their own in place of, and other usual values.
		"title: {{title}}\ndate: {{ date }}\nupdated: \"{% now %}\"":                 "",
		"date: git Last Modified\nupdated: today\ncreated: \"`r Sys.Date()`\"":       "",
		"date: {created: 2026-01-02, updated: 2026-01-03}":                           "",
		"last_update: {date: 2026-01-02, author: Ann}":                               "",
		"tags: [{label: A, permalink: /a}]":                                          "",
		"tags: {name: x}\nlink: /about/\ncanonical: a/b":                             "",
		"related: true\nexcerpt: false\nauthor: false\ntags: false\nepigraph: true":  "",
		"source: <https://s.example/x>\ncanonical: <https://s.example/x>\nviews: no": "views: no",
		"epigraphs: [{text: Words, by: Ann}, More]":                                  "",
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

// TestMisreadOrder holds that what is told stands in the order of the file, in each
// syntax, and in a file with a mistake.
func TestMisreadOrder(t *testing.T) {
	t.Parallel()
	const want = "In the front matter, this is not understood: views: many / date: never / author: {zip: 1, nick: {b: x, a: y}, city: z}"
	for name, front := range map[string]string{
		"YAML":      "---\nviews: many\ndate: never\nauthor: {zip: 1, nick: {b: x, a: y}, city: z}\n---\n",
		"JSON":      "{\n\"views\": \"many\",\n\"date\": \"never\", \"author\": {\"zip\": 1, \"nick\": {\"b\": \"x\", \"a\": \"y\"}, \"city\": \"z\"}\n}\n",
		"TOML":      "+++\nviews = 'many'\ndate = 'never'\nauthor = {zip = 1, nick = {b = 'x', a = 'y'}, city = 'z'}\n+++\n",
		"tables":    "+++\n[params]\nviews = 'many'\ndate = 'never'\n[[author]]\nzip = 1\nnick.b = 'x'\nnick.a = 'y'\ncity = 'z'\n+++\n",
		"a mistake": "---\nviews: many\ndate: never\nauthor: {zip: 1, nick: {b: x, a: y}, city: z}\ntitle: T: U\n---\n",
	} {
		a, err := importer.Read(foldertest.Abs(t, "a.md"), front+"\nText.\n")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(a.Notices, want) {
			t.Errorf("%s: told is %q", name, a.Notices)
		}
	}
}

// TestUsualFields holds that fields are read as the programs write them that know them.
func TestUsualFields(t *testing.T) {
	t.Parallel()
	for front, want := range map[string]string{
		"title: {{title}}\ndate: {{date}}":                 "a",
		"title: True\nauthor: false\ntags: [false]":        "True",
		"title: [[One, Two]]\nauthor: [[Ann, Bob]]":        "One by Ann, Bob",
		"date: {created: 2026-01-02, updated: 2026-01-03}": "a of 2026-01-02 then 2026-01-03",
		"date: git Created\ncreated: 2026-01-02":           "a of 2026-01-02",
		"last_update: {date: 2026-01-02, author: Ann}":     "a then 2026-01-02",
		"tags: [{label: A b, permalink: /a}, {name: c}]":   "a #A b #c",
		"tags: {name: x}": "a #x",
		"author: \"[Ann](https://a) and [Bob](https://b)\"":  "a by Ann and Bob",
		"source: <https://s.example/x>":                      "a <https://s.example/x>",
		"source: [A Book, \"https://s.example/x\"]":          "a in A Book <https://s.example/x>",
		"source: AP/Reuters":                                 "a in AP/Reuters",
		"related: true\nepigraph: true\nnotices: false":      "a",
		"related: [[note]]":                                  "a -> note",
		"date: {who: me}\npublished: 2026-01-02\ndraft: off": "a of 2026-01-02",
	} {
		a, err := importer.Read(foldertest.Abs(t, "a.md"), "---\n"+front+"\n---\nText.\n")
		if err != nil {
			t.Fatal(err)
		}
		got := a.Title
		add := func(before, words string) {
			if words != "" {
				got += before + words
			}
		}
		add(" by ", a.Author)
		add(" in ", a.Site)
		add(" of ", day(a.Published))
		add(" then ", day(a.Updated))
		for _, tag := range a.Tags {
			add(" #", tag)
		}
		for _, q := range a.Epigraphs {
			add(" > ", q.Text)
		}
		for _, l := range a.Related {
			add(" -> ", l.Title+l.Target)
		}
		if a.URL != "" {
			add(" ", "<"+a.URL+">")
		}
		if got != want {
			t.Errorf("%q is %q, want %q", front, got, want)
		}
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// TestAllIsTold holds that a notice has all words that are not understood, and the
// line that is told of them not.
func TestAllIsTold(t *testing.T) {
	t.Parallel()
	words := strings.Repeat("never ", 1000) + "again"
	warned := ""
	g, err := importer.Hint{Warn: func(err error) { warned = err.Error() }}.Read("a.md", "---\ntitle: T\ndate: "+words+"\n---\nText.\n")
	if err != nil {
		t.Fatal(err)
	}
	if a := g.Finish(); len(a.Notices) != 1 || !strings.HasSuffix(a.Notices[0], words) || len(warned) > 300 {
		t.Errorf("shown as %q, told as %q", a.Notices, warned)
	}
}
