package articles

import "testing"

func TestFindFolder(t *testing.T) {
	t.Parallel()
	all := []Folder{{Key: 1, Path: "/home/a/notes"}, {Key: 2, Path: "/srv"}}
	for name, want := range map[string]int64{
		"/home/a/notes": 1, "/home/a/notes/": 1, "/home/a/notes/x": 1, "/home/a/notes2": 0, "/home/a": 0,
		"/srv/y/z": 2, "/srv/../etc": 0, "/": 0,
	} {
		f, ok := FindFolder(all, name)
		if f.Key != want || ok != (want != 0) {
			t.Errorf("FindFolder(%q) = %v, want %d", name, f, want)
		}
	}
	if f, ok := FindFolder([]Folder{{Key: 3, Path: "/"}}, "/any/where"); !ok || f.Path != "/any/where" {
		t.Errorf("in the root: %v", f)
	}
}
