package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
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

func TestFileThatLinksElsewhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "there", "a.md"), "one")
	link := filepath.Join(dir, "here.md")
	if err := os.Symlink(filepath.Join(dir, "there", "a.md"), link); err != nil {
		t.Skip("no links here")
	}
	changes := File(t.Context(), link, time.Time{})
	write(t, filepath.Join(dir, "there", "a.md"), "two")
	select {
	case <-changes:
	case <-time.After(long):
		t.Fatal("the change is not told")
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
