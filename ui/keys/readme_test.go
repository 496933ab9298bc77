package keys_test

import (
	"os"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"lede/ui/keys"
	"lede/ui/screentest"
)

// TestReadmeBinds binds what the README shows, as it stands there.
func TestReadmeBinds(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, ok1 := strings.Cut(string(text), "### Keys of your own\n\n```toml\n")
	example, _, ok2 := strings.Cut(example, "```\n")
	var file struct {
		Keys map[string]any
	}
	if err := toml.Unmarshal([]byte(example), &file); err != nil || !ok1 || !ok2 {
		t.Fatalf("the README shows no keys: %v", err)
	}
	preset, _ := file.Keys["preset"].(string)
	own := map[string][]string{}
	for name, value := range file.Keys {
		switch value := value.(type) {
		case string:
			own[name] = []string{value}
		case []any:
			own[name] = []string{}
			for _, key := range value {
				own[name] = append(own[name], key.(string))
			}
		}
	}
	delete(own, "preset")
	b := made(t, preset, own)
	if len(own) < 4 || b.Name(keys.Star, keys.InList) != "*" || b.Name(keys.Extract, keys.InReader) != "" {
		t.Errorf("the README binds %v", own)
	}
}

// TestReadmeKeys holds the README's table of keys to the table; -update writes it.
func TestReadmeKeys(t *testing.T) {
	var b strings.Builder
	for _, part := range made(t, "", nil).Manual() {
		b.WriteString("\n| " + part.Title + " | |\n|:--|:--|\n")
		for _, l := range part.Lines {
			names := strings.ReplaceAll("`"+strings.ReplaceAll(l.Said(), " ", "` `")+"`", "|", `\|`)
			b.WriteString("| " + names + " | " + l.Does + " |\n")
		}
	}
	screentest.MatchPart(t, "../../README.md", "keys", b.String()+"\n")
}
