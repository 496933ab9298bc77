package screentest

import (
	"flag"
	"fmt"
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
		t.Errorf("%s is out of date (-update writes it anew):\n%s", path, differences(want, text))
	}
}

// MatchPart is [Match] for the part of a file between the lines <!-- NAME --> and
// <!-- /NAME -->.
func MatchPart(t testing.TB, path, name, text string) {
	t.Helper()
	from, to := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	head, rest, ok1 := strings.Cut(read(t, path), from)
	have, tail, ok2 := strings.Cut(rest, to)
	switch {
	case !ok1 || !ok2:
		t.Fatalf("%s has no part between %q and %q", path, from, to)
	case have == text:
	case Updating():
		write(t, path, head+from+text+to+tail+"\n")
	default:
		t.Errorf("%s is out of date (-update writes it anew):\n%s", path, differences(have, text))
	}
}

// differences lists the lines that differ, by their numbers.
func differences(want, got string) string {
	var b strings.Builder
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wants), len(gots)) {
		var w, g string
		if i < len(wants) {
			w = wants[i]
		}
		if i < len(gots) {
			g = gots[i]
		}
		if w != g {
			fmt.Fprintf(&b, "%4d expected %s\n     shown    %s\n", i+1, w, g)
		}
	}
	return b.String()
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
