package ui

import (
	"os"
	"strings"
	"testing"

	"lede/ui/screentest"
)

func TestNoKeyDoesTwoThings(t *testing.T) {
	t.Parallel()
	for _, s := range []scope{inList, inReader, inPanel, inHelp} {
		seen := map[string]op{}
		for _, o := range operations {
			for _, k := range o.keys {
				if o.scope&s == 0 {
					continue
				}
				if was, ok := seen[k]; ok {
					t.Errorf("scope %b: %q is bound to %d and %d", s, k, was, o.op)
				}
				seen[k] = o.op
			}
		}
	}
}

// TestReadmeKeys holds the README's table of keys to the key table; -update
// writes it.
func TestReadmeKeys(t *testing.T) {
	const readme, from, to = "../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(text), from)
	have, tail, ok2 := strings.Cut(rest, to)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no table between %q and %q", readme, from, to)
	}
	if want := keyTable(); have != want {
		if !screentest.Updating() {
			t.Fatalf("the keys in %s are out of date: go test ./ui -run TestReadmeKeys -update", readme)
		}
		if err := os.WriteFile(readme, []byte(head+from+want+to+tail), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// keyTable is the key table as Markdown.
func keyTable() string {
	var b strings.Builder
	for _, group := range KeyGroups() {
		b.WriteString("\n| " + group.Where + " | |\n|:--|:--|\n")
		for _, key := range group.Keys {
			b.WriteString("| " + codes(key.Keys) + " | " + key.Does + " |\n")
		}
	}
	return b.String() + "\n"
}

func codes(names string) string {
	keys := strings.Fields(names)
	for i, k := range keys {
		keys[i] = "`" + k + "`"
	}
	return strings.Join(keys, " ")
}
