package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles/nearest"
)

// extension is how the names of files with themes end.
const extension = ".toml"

// mostBytes is the largest file that is taken for a theme.
const mostBytes = 64 << 10

// OwnNames lists the themes in the folder of the reader's own, sorted.
func OwnNames(folder string) []string {
	files, _ := os.ReadDir(folder) // a folder that is not there has none
	var names []string
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), extension)
		if ok && name != "" && !f.IsDir() && !slices.Contains(Names(), name) {
			names = append(names, name)
		}
	}
	return names
}

// passedOver is the file in the folder of the reader's own themes that a built-in theme
// of the same name hides; empty when there is none.
func passedOver(name, folder string) string {
	if name == "" || folder == "" {
		return ""
	}
	path := filepath.Join(folder, name+extension)
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return ""
	}
	return path
}

// isPath says whether what names a theme is the path of a file.
func isPath(name string) bool {
	return strings.ContainsAny(name, `/\`) || strings.HasSuffix(name, extension)
}

// findOwn reads the theme of a name or a path.
func findOwn(name, folder string) (*own, error) {
	path := name
	if !isPath(name) {
		path = filepath.Join(folder, name+extension)
	}
	source, err := read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && isPath(name):
		return nil, fmt.Errorf("theme %s: there is no such file", name)
	case errors.Is(err, fs.ErrNotExist):
		return nil, unknownTheme(name, folder, path)
	case err != nil:
		return nil, fmt.Errorf("read theme: %w", err)
	}
	o, faults := parseOwn(source)
	if len(faults) > 0 {
		for i, err := range faults {
			faults[i] = fmt.Errorf("%s:%w", path, err)
		}
		return nil, FaultyError{faults}
	}
	o.file = filepath.Base(path)
	return o, nil
}

// FaultyError says what is wrong with the file of a theme: its text is the first
// fault, and how many there are.
type FaultyError struct {
	Faults []error // each with its file, line and column
}

// Error implements error.
func (e FaultyError) Error() string {
	more := ""
	if n := len(e.Faults) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more: see lede config check)", n)
	}
	return e.Faults[0].Error() + more
}

// Faults are all that is wrong with a theme of the reader's own, named as for
// [Choose]; of one that can be read, its [Choice.Warnings].
func Faults(name, folder string) []error {
	c, err := Choose(name, folder)
	if faulty, ok := errors.AsType[FaultyError](err); ok {
		return faulty.Faults
	}
	if err != nil {
		return []error{err}
	}
	var all []error
	for _, w := range c.Warnings() {
		all = append(all, errors.New(w))
	}
	return all
}

// UnknownError says that there is no theme of a name.
type UnknownError struct {
	Name string
	Hint string // what to do: "did you mean dark?"
}

// Error implements error.
func (e UnknownError) Error() string { return fmt.Sprintf("no theme %q: %s", e.Name, e.Hint) }

func unknownTheme(name, folder, path string) error {
	all := slices.Concat(Names(), OwnNames(folder))
	hint := fmt.Sprintf("choose one of %s, or write your own in %s", strings.Join(all, ", "), path)
	if near := nearest.First(name, all); near != "" {
		hint = "did you mean " + near + "?"
	}
	return UnknownError{name, hint}
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file", path)
	case info.Size() > mostBytes:
		return nil, fmt.Errorf("%s is too large for a theme", path)
	}
	return os.ReadFile(path)
}
