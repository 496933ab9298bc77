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
	if Updating() {
		WriteFile(t, goldenPath(name), text+"\n")
		return
	}
	if want := readGolden(t, name); text != want {
		t.Errorf("%s differs (-update accepts it)\n--- expected\n%s\n--- shown\n%s", goldenPath(name), want, text)
	}
}

// WriteFile writes a file and the directories above it.
func WriteFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func goldenPath(name string) string {
	return filepath.Join("testdata", filepath.FromSlash(name)+".golden")
}

func readGolden(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(goldenPath(name))
	if err != nil {
		t.Fatalf("%v (-update writes it)", err)
	}
	return strings.TrimSuffix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
}
