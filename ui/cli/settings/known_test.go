package settings

import (
	"os"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// TestReadmeSettings holds the README's table of settings to the table that they
// are read by; -update writes it.
func TestReadmeSettings(t *testing.T) {
	const readme, from, to = "../../../README.md", "<!-- settings -->\n", "<!-- /settings -->"
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
	for _, s := range Documented().Settings() {
		want += "| `" + s.Name + "` | `" + s.Variable() + "` | `" + s.Option() + "` | " + About(&s) + " |\n"
	}
	if want += "\n"; have != want {
		if !screentest.Updating() {
			t.Fatalf("the settings in %s are out of date: go test ./ui/cli/settings -run TestReadmeSettings -update", readme)
		}
		if err := os.WriteFile(readme, []byte(head+from+want+to+tail), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
