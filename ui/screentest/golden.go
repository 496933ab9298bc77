package screentest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is shown now as what is expected")

// Updating tells whether the tests were told to write what they expect.
func Updating() bool { return *update }

// Golden compares text with testdata/NAME.golden, or writes it there when the
// tests run with -update.
func Golden(t testing.TB, name, text string) {
	t.Helper()
	Match(t, goldenPath(name), text)
}

// Match compares text with a file, or writes it there when the tests run with
// -update. The last line of the file ends with a line feed, that of the text
// need not.
func Match(t testing.TB, path, text string) {
	t.Helper()
	if Updating() {
		write(t, path, text+"\n")
		return
	}
	if want := read(t, path); text != want {
		t.Errorf("%s is out of date (-update writes it anew)\n--- expected\n%s\n--- shown\n%s", path, want, text)
	}
}

func goldenPath(name string) string {
	return filepath.Join("testdata", filepath.FromSlash(name)+".golden")
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (-update writes it)", err)
	}
	return strings.TrimSuffix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
}
