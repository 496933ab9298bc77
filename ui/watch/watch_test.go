package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// long is far longer than any system needs to tell of a change.
const long = 2 * time.Minute

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, change := range map[string]func(path string){
		"written":     func(path string) { write(t, path, "two") },
		"replaced":    func(path string) { write(t, path+"~", "two"); must(os.Rename(path+"~", path)) },
		"moved first": func(path string) { must(os.Rename(path, path+"~")); write(t, path, "two") },
		"brought back": func(path string) {
			must(os.Remove(path))
			write(t, path, "two")
		},
		"its folder brought back": func(path string) {
			must(os.RemoveAll(filepath.Dir(path)))
			write(t, path, "two")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "folder", "a.md")
			write(t, path, "one")
			changes := File(t.Context(), path, time.Time{})
			select {
			case <-changes:
				t.Fatal("a change is told before there was one")
			default:
			}
			change(path)
			for end := time.After(long); ; {
				select {
				case <-changes:
				case <-end:
					t.Fatal("the change is not told")
				}
				if text, err := os.ReadFile(path); err == nil && string(text) == "two" {
					return
				}
			}
		})
	}
}

// A file is followed through links, also when one of them is made to lead elsewhere.
func TestFileBehindLinks(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]struct{ link, rest string }{
		"a link": {"here.md", ""}, "a folder that is a link": {"now", "a.md"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			file := func(folder string) string { return filepath.Join(dir, folder, "a.md") }
			link := filepath.Join(dir, of.link)
			lead := func(folder string) {
				to := filepath.Join(dir, folder)
				if of.rest == "" {
					to = file(folder)
				}
				if err := os.Symlink(to, link+"~"); err != nil {
					t.Skip("no links here")
				}
				if err := os.Rename(link+"~", link); err != nil {
					t.Fatal(err)
				}
			}
			write(t, file("one"), "one")
			write(t, file("two"), "two")
			lead("one")
			path := filepath.Join(link, of.rest)
			changes := File(t.Context(), path, time.Time{})
			holds := func(want string) {
				t.Helper()
				for end := time.After(long); ; {
					select {
					case <-changes:
					case <-end:
						t.Fatalf("that it holds %q is not told", want)
					}
					if text, err := os.ReadFile(path); err == nil && string(text) == want {
						return
					}
				}
			}
			write(t, file("one"), "one, changed")
			holds("one, changed")
			lead("two")
			holds("two")
			write(t, file("two"), "two, changed")
			holds("two, changed")
		})
	}
}

// What changed between the reading and the watching is told too.
func TestFileChangedBefore(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.md")
	write(t, path, "one")
	select {
	case <-File(t.Context(), path, time.Unix(1, 0)):
	case <-time.After(long):
		t.Fatal("the change is not told")
	}
}

// What happens to other files of the folder, and what leaves the file as it was, is not
// told.
func TestOtherFilesAreNotTold(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db-wal")
	write(t, path, "one")
	w, err := fsnotify.NewWatcher()
	if err != nil {
		t.Skip("nothing is told here")
	}
	defer w.Close()
	f := &file{watcher: w, path: path}
	f.arm()
	for _, e := range []fsnotify.Event{
		{Name: filepath.Join(filepath.Dir(path), "library.db-shm"), Op: fsnotify.Write},
		{Name: path + "~", Op: fsnotify.Create},
		{Name: path + "~", Op: fsnotify.Remove},
		{Name: filepath.Join(filepath.Dir(path), "library.db-wal", "x"), Op: fsnotify.Rename},
		{Name: path, Op: fsnotify.Chmod},
	} {
		if f.concerns(e) || !f.armed {
			t.Errorf("%v is told", e)
		}
	}
	for _, op := range []fsnotify.Op{fsnotify.Write, fsnotify.Create, fsnotify.Remove, fsnotify.Rename} {
		if !f.concerns(fsnotify.Event{Name: path, Op: op}) {
			t.Errorf("%v of the file is not told", op)
		}
	}
}
