//go:build unix

package picture

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe that nobody writes to would block for good, and a device has no end.
func TestOpensFilesAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.png"), 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "zero.png")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("pipe.png", filepath.Join(dir, "link.png")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pipe.png", "link.png", "zero.png", "../../../../../../../../dev/zero"} {
		if data, err := Load(t.Context(), dir, name); err == nil {
			t.Errorf("%s: read %d bytes", name, len(data))
		}
	}
}
