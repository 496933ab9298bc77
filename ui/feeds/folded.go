package feeds

import (
	"context"
	"encoding/json"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/effect"
)

// fold folds the folder under the cursor, or the one that the feed stands in, or
// unfolds it. The library remembers which are.
func (f *Feeds) fold() tea.Cmd {
	r := f.current()
	if r == nil || r.path == "" {
		f.Say("No folder here.")
		return nil
	}
	at := slices.IndexFunc(f.rows, func(other row) bool { return other.kind == folder && other.path == r.path })
	f.folded[r.path] = !f.folded[r.path]
	f.move(at)
	f.arrange()
	text, err := json.Marshal(f.allFolded())
	if err != nil {
		return nil // names are always text
	}
	return f.fx.Remember(effect.SettingFolded, string(text))
}

// allFolded are the paths of the folders that are folded, of those that there are.
func (f *Feeds) allFolded() []string {
	paths := []string{}
	note := func(path string) {
		if f.folded[path] && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	note(onDisk)
	for i := range f.all {
		for _, names := range f.all[i].Folders {
			path := ""
			for _, name := range names {
				path += part + name
				note(path)
			}
		}
	}
	slices.Sort(paths)
	return paths
}

// remembered are the folders that were folded last.
func remembered(ctx context.Context, lib effect.Library) map[string]bool {
	folded := map[string]bool{}
	text, err := lib.Setting(ctx, string(effect.SettingFolded))
	var paths []string
	if err != nil || json.Unmarshal([]byte(text), &paths) != nil {
		return folded // as with other tastes, nobody is told
	}
	for _, path := range paths {
		folded[path] = true
	}
	return folded
}
