package opml

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The lists of the corpus come out whole after they are read, written and read
// again.
func TestRealLists(t *testing.T) {
	t.Parallel()
	corpus := os.Getenv("LEDE_CORPUS")
	if corpus == "" {
		t.Skip("LEDE_CORPUS names no folder with cases.jsonl")
	}
	file, err := os.Open(filepath.Join(corpus, "cases.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	right, all := 0, 0
	for lines.Scan() {
		var c struct {
			ID, Kind, Input string
			Feeds           []struct {
				URL, Title string
				Folder     []string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil || c.Kind != "opml" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(c.Input)))
		if err != nil {
			t.Fatal(err)
		}
		l, err := Parse(string(data))
		if c.Feeds == nil {
			if err == nil && len(l.Feeds) > 0 {
				t.Errorf("%s: is taken for a list", c.ID)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		var out strings.Builder
		if err := l.Write(&out); err != nil {
			t.Fatal(err)
		}
		if l, err = Parse(out.String()); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.Feeds {
			all++
			at := slices.IndexFunc(l.Feeds, func(f Feed) bool { return f.URL == want.URL })
			if at >= 0 && (want.Folder == nil || slices.ContainsFunc(l.Feeds[at].Folders, func(p []string) bool { return slices.Equal(p, want.Folder) })) {
				right++
				continue
			}
			t.Logf("%s: not found: %+v", c.ID, want)
		}
	}
	if float64(right) < 0.99*float64(all) {
		t.Errorf("%d of %d feeds are right", right, all)
	}
	t.Logf("%d of %d feeds are right", right, all)
}
