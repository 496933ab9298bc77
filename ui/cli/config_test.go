package cli

import (
	"os"
	"strings"
	"testing"

	"lede/articles"
	"lede/ui/config"
	"lede/ui/render"
	"lede/ui/screentest"
)

// TestReadmeSettings holds the README's table of settings to the table that they
// are read by; -update writes it.
func TestReadmeSettings(t *testing.T) {
	const readme, from, to = "../../README.md", "<!-- settings -->\n", "<!-- /settings -->"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(text), from)
	have, tail, ok2 := strings.Cut(rest, to)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no table between %q and %q", readme, from, to)
	}
	want := "\n| `config.toml` | variable | option | what it sets |\n|:--|:--|:--|:--|\n"
	for _, s := range documented().Settings() {
		want += "| `" + s.Name + "` | `" + s.Variable() + "` | `" + s.Option() + "` | " + aboutSetting(&s) + " |\n"
	}
	if want += "\n"; have != want {
		if !screentest.Updating() {
			t.Fatalf("the settings in %s are out of date: go test ./ui/cli -run TestReadmeSettings -update", readme)
		}
		if err := os.WriteFile(readme, []byte(head+from+want+to+tail), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSettingsMeanTheSame holds the words of settings to what they are words for.
func TestSettingsMeanTheSame(t *testing.T) {
	t.Parallel()
	for i, o := range articles.Orders {
		if got := orders[config.Orders[i]]; got != o {
			t.Errorf("%s is %v, not %v", config.Orders[i], got, o)
		}
	}
	for i, s := range articles.Shelves {
		if got := shelves[config.Shelves[i]]; got != s {
			t.Errorf("%s is %v, not %v", config.Shelves[i], got, s)
		}
	}
	if len(config.Orders) != len(articles.Orders) || len(config.Shelves) != len(articles.Shelves) {
		t.Error("there are more of them")
	}
	if got := config.Defaults().Measure; got != render.DefaultMeasure {
		t.Errorf("the measure is %d, not %d", got, render.DefaultMeasure)
	}
}
