package cli

import (
	"os"
	"testing"

	"lede/articles"
)

func TestLeadsAway(t *testing.T) {
	t.Parallel()
	page := &articles.Article{Origin: "https://example.org/a", URL: "http://10.0.0.1/what-it-claims"}
	note := &articles.Article{Origin: "file:/notes/a.md"}
	saved := &articles.Article{Origin: "file:/notes/a.html", URL: "https://example.org/a"}
	for _, c := range []struct {
		from *articles.Article
		to   string
		want bool
	}{
		{page, "https://example.org:8080/b", false},
		{page, "http://EXAMPLE.org/b", false},
		{page, "http://10.0.0.1/", true},
		{page, "http://%zz/", true},
		{note, "http://10.0.0.1/", false},
		{saved, "http://10.0.0.1/", true},
		{saved, "https://example.org/b", false},
	} {
		if got := leadsAway(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s leads away: %v", c.from.Origin, c.to, got)
		}
	}
}

func TestWhatIsMeant(t *testing.T) {
	t.Chdir(t.TempDir())
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if err := os.WriteFile("here.org", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"https://example.org/x": "https://example.org/x",
		"example.org/x":         "https://example.org/x",
		"example.org":           "https://example.org",
		"here.org":              "here.org",
		"note.md":               "note.md",
		"notes/note":            "notes/note",
		"./example.org":         "./example.org",
		"a title. of words":     "a title. of words",
		"localhost:8080/x":      "localhost:8080/x",
	} {
		if got := (sources{}).meant(typed); got != want {
			t.Errorf("%q means %q, want %q", typed, got, want)
		}
	}
	if got := (sources{}).meant("~/notes"); got == "~/notes" || got == "" {
		t.Errorf("~/notes means %q", got)
	}
}
