package settings

import (
	"testing"

	"lede/ui/screentest"
)

// TestReadmeSettings holds the README's table of settings to the table that they
// are read by; -update writes it.
func TestReadmeSettings(t *testing.T) {
	want := "\n| `config.toml` | variable | option | what it sets |\n|:--|:--|:--|:--|\n"
	for _, s := range Documented().Settings() {
		want += "| `" + s.Name + "` | `" + s.Variable() + "` | `" + s.Option() + "` | " + About(&s) + " |\n"
	}
	screentest.MatchPart(t, "../../../README.md", "settings", want+"\n")
}
