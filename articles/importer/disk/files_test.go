package disk

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lede/articles/importer/foldertest"
)

// TestDisk: what is remembered of the disk is what is on it.
func TestDisk(t *testing.T) {
	t.Parallel()
	dir, err := filepath.EvalSymlinks(foldertest.New(t, map[string]string{"a.md": "x", "sub/b.md": "x", ".git/x": ""}))
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.ToSlash(dir)
	want := map[string]string{
		"a.md": dir + "/a.md", "sub/b.md": dir + "/sub/b.md", "sub": "", "none": "", "sub/none": "", "none/none": "", "a.md/none": "",
	}
	if os.Symlink(dir+"/sub/b.md", dir+"/link.md") == nil && os.Symlink(dir+"/nowhere", dir+"/broken.md") == nil {
		want["link.md"], want["broken.md"] = dir+"/sub/b.md", ""
	}
	for _, d := range []*Files{nil, NewFiles()} {
		for name, real := range want {
			if got, ok := d.File(dir + "/" + name); got != real && ok || ok != (real != "") {
				t.Errorf("%s is %q, %v; want %q", name, got, ok, real)
			}
		}
		for range 2 {
			if got := d.RootOf(dir + "/sub"); got != (Root{dir, 0}) {
				t.Errorf("the root is %v", got)
			}
		}
	}
}

// TestDiskForgets: what is remembered is bounded, and a large folder is not.
func TestDiskForgets(t *testing.T) {
	t.Parallel()
	dir := foldertest.New(t, map[string]string{"a.md": "", "b.md": "", "c.md": ""})
	if got := entriesOf(dir, 3); len(got) != 3 {
		t.Errorf("three entries are %v", got)
	}
	if got := entriesOf(dir, 2); got != nil {
		t.Errorf("of a large folder there is %v", got)
	}
	d := NewFiles()
	d.dirs[filepath.ToSlash(dir)+"/"] = nil
	if _, ok := d.File(filepath.ToSlash(dir) + "/a.md"); !ok {
		t.Error("a file of a large folder is not found")
	}
	d.names = mostNames - 3
	for i := range 8 {
		d.File(fmt.Sprintf("/nowhere/%d/x.md", i))
		d.RootOf(fmt.Sprintf("/nowhere/%d", i))
		if d.names > mostNames || len(d.dirs) > 16 {
			t.Fatalf("%d names in %d folders", d.names, len(d.dirs))
		}
	}
	if len(d.dirs) == 9 {
		t.Error("nothing was forgotten")
	}
}
