package settings

import (
	"os"
	"strings"
	"testing"

	"lede/ui/config"
	"lede/ui/keys"
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

// TestEveryOperationCanBeBoundInTheFile holds that no operation is taken for the setting
// that has its name.
func TestEveryOperationCanBeBoundInTheFile(t *testing.T) {
	t.Parallel()
	for _, name := range keys.Operations() {
		key := "ctrl+alt+f9"
		if op, err := keys.Find(name[strings.LastIndexByte(name, '.')+1:]); err == nil && op.Arg().Name == "LETTER" {
			key += " <letter>"
		}
		text := "[keys]\n" + name + " = \"" + key + "\"\n"
		c, faults := config.Resolve(config.Sources{Known: New(os.LookupEnv).Known(), Path: "config.toml", Data: []byte(text)})
		if len(faults) > 0 || len(c.Bind[name]) != 1 {
			t.Errorf("%s cannot be bound: %v", name, faults)
		}
	}
}
