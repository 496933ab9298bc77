package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	t.Parallel()
	getenv := func(name string) string { return map[string]string{"FLAGS": "-a -b"}[name] }
	for text, want := range map[string][]string{
		"":                   nil,
		"vi":                 {"vi"},
		`"my editor" -x 'a"`: nil,
		`"my editor" -x`:     {"my editor", "-x"},
		"vi $FLAGS":          {"vi", "-a", "-b"},
		"vi $(rm -r x)":      nil,
	} {
		words, err := Words(text, getenv)
		if !slices.Equal(words, want) || (err != nil) != (want == nil && text != "") {
			t.Errorf("%s: %q, %v", text, words, err)
		}
	}
}

func TestLine(t *testing.T) {
	t.Parallel()
	none := func(string) string { return "" }
	for _, line := range []string{"less -R", "sh -c 'echo boom >&2; exit 3'", `vi 'my file' ''`, `vi "it's"`} {
		words, err := Words(line, none)
		if err != nil {
			t.Fatal(err)
		}
		if got := Line(words); got != line {
			t.Errorf("%q is shown as %q", line, got)
		}
	}
	if got := Line([]string{"a\x1b[31mb"}); strings.Contains(got, "\x1b") {
		t.Errorf("what a terminal obeys is shown as %q", got)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	plain := filepath.Join(folder, "plain")
	if err := os.WriteFile(plain, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for program, want := range map[string]string{
		"no-such-program":                     "not found",
		filepath.Join(folder, "nothing"):      "not found",
		filepath.Join(folder, "nothing", "x"): "not found",
		plain:                                 "cannot be run: permission denied",
		folder:                                "cannot be run: is a directory",
	} {
		if path, err := Find(program); err == nil || err.Error() != want || path != "" {
			t.Errorf("%s: %q, %v, want %s", program, path, err, want)
		}
	}
}
