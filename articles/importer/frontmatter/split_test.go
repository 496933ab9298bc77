package frontmatter_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles/importer"
)

func TestFrontMatterSyntaxes(t *testing.T) {
	tests := map[string]string{
		"YAML":           "---\ntitle: T\ntags: x, y\npubDate: 2026-02-08\n---\nBody.\n",
		"YAML with dots": "---\ntitle: T\ntags: [x, y]\ndate: 2026-02-08\n...\nBody.\n",
		"TOML":           "+++\ntitle = \"T\"\ndate = 2026-02-08\n[taxonomies]\ntags = [\"x\", \"y\"]\n+++\nBody.\n",
		"TOML datetime":  "+++\ntitle = \"T\"\ndate = 2026-02-08T00:00:00Z\ntags = \"x y\"\n+++\nBody.\n",
		"JSON":           "{\n \"title\": \"T\", \"tags\": [\"x\", \"y\"], \"date\": \"2026-02-08\"\n}\n\nBody.\n",
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			a, err := importer.Read("", src)
			if err != nil {
				t.Fatal(err)
			}
			if a.Title != "T" || !reflect.DeepEqual(a.Tags, []string{"x", "y"}) || a.Markdown != "Body.\n" ||
				a.Published.Format(time.DateOnly) != "2026-02-08" {
				t.Errorf("got %+v", a)
			}
		})
	}
}

func TestTagsWithSignsBeforeThem(t *testing.T) {
	a, err := importer.Read("x.md", "---\ntags: ['# a', '#', ' ##b', '[[# c]]', \"\\u200b\", '#a']\n---\nText.\n")
	if err != nil || strings.Join(a.Tags, "|") != "a|b|c" {
		t.Errorf("%q, %v", a.Tags, err)
	}
}

// Front matter with a mistake in it: what can be read is, the mistake is told with
// its line, the body stays whole, and a line that is no field is shown.
func TestFlawedFrontMatter(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, src, title, author, told, notice string }{
		{"colon", "---\ntitle: a: b\nauthor: Ann\n---\nText.\n", "a: b", "Ann", "n.md:2: front matter: mapping values", ""},
		{"tab", "---\n\ttitle: a\nauthor: Ann\n---\nText.\n", "a", "Ann", "n.md:2: ", ""},
		{"signs", "---\ntitle: 100% *true\nauthor: @ann\n---\nText.\n", "100% *true", "@ann", "n.md:3: ", ""},
		{"quote", "---\ntitle: \"a\nauthor: Ann\n---\nText.\n", "a", "Ann", "n.md:", ""},
		{"stray line", "---\ntitle: a: b\nwords of mine\nauthor: Ann\n---\nText.\n", "a: b", "Ann", "n.md:", "words of mine"},
		{"list", "---\ntitle: a: b\nauthor:\n  - Ann\n---\nText.\n", "a: b", "Ann", "n.md:2", ""},
		{"toml", "+++\ntitle = a b\nauthor = \"Ann\"\n+++\nText.\n", "a b", "Ann", "n.md:2: ", ""},
		{"json", "{\n\"title\": oops: a,\n\"author\": \"Ann\"\n}\nText.\n", "oops: a", "Ann", "n.md:2: ", ""},
		{"named fence", "---json\n{\"title\": \"a\", \"author\": \"Ann\",}\n---\nText.\n", "a", "Ann", "", ""},
		{"semicolons", ";;;\n{\"title\": \"a\", \"author\": \"Ann\"}\n;;;\nText.\n", "a", "Ann", "", ""},
		{"open", "---\ntitle: a\nauthor: Ann\n\nText.\n", "a", "Ann", "n.md:1: front matter: opened with --- and never closed", ""},
	}
	for _, tt := range tests {
		told := ""
		g, err := importer.Hint{Warn: func(err error) { told = err.Error() }}.Read("n.md", tt.src)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		a := g.Finish()
		if a.Title != tt.title || a.Author != tt.author || a.Markdown != "Text.\n" {
			t.Errorf("%s: %q by %q: %q", tt.name, a.Title, a.Author, a.Markdown)
		}
		if !strings.HasPrefix(told, tt.told) || tt.told == "" && told != "" || !strings.Contains(strings.Join(a.Notices, " "), tt.notice) {
			t.Errorf("%s: told %q, shown %q", tt.name, told, a.Notices)
		}
	}
}

func TestRepeatedKeysOfTOML(t *testing.T) {
	t.Parallel()
	a, err := importer.Read("x.md", "+++\ntitle = \"One\"\ntags = [\"a\"]\ntitle = \"Two\"\n[extra]\ntitle = \"Three\"\n[[extra.x]]\ny = 1\n[[extra.x]]\ny = 2\n+++\nText.\n")
	if err != nil || a.Title != "Two" || len(a.Tags) != 1 {
		t.Errorf("%+v, %v", a, err)
	}
}
