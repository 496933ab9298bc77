package run

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/shell"

	"lede/articles"
)

var errNoEditor = errors.New("no editor: set $VISUAL or $EDITOR to one")

// Editor is the words of the command that edits a file, from a line on; 0 is no line.
// It is the setting editor, else $VISUAL, else $EDITOR, else vi, else nano, read as a
// shell would read it; nothing is run to expand it.
func (r *Run) Editor(path string, line int) ([]string, error) {
	words, err := r.editor()
	if err != nil {
		return nil, err
	}
	return append(slices.Clone(words), atLine(words[0], path, line)...), nil
}

// editor is the words of the command.
func (r *Run) editor() ([]string, error) {
	set := r.Settings.Config()
	for _, from := range [...][2]string{
		{set.Editor, set.Origin("editor").String()}, {r.Getenv("VISUAL"), "$VISUAL"}, {r.Getenv("EDITOR"), "$EDITOR"},
	} {
		words, err := shell.Fields(from[0], r.Getenv)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: set it to a command, as in vi", from[1], articles.CleanLine(err.Error()))
		}
		if len(words) > 0 {
			return words, nil
		}
	}
	for _, name := range [...]string{"vi", "nano"} {
		if _, err := exec.LookPath(name); err == nil {
			return []string{name}, nil
		}
	}
	return nil, errNoEditor
}

// atLine is the arguments with which an editor opens a file at a line; 0 is no
// line. Of an editor that is not known it is the file alone.
func atLine(editor, path string, line int) []string {
	name, _, _ := strings.Cut(strings.TrimSuffix(strings.ToLower(filepath.Base(editor)), ".exe"), ".") // vim.basic
	switch {
	case line == 0:
		return []string{path}
	case name == "hx" || name == "helix":
		return []string{path + ":" + strconv.Itoa(line)}
	case slices.Contains([]string{
		"vi", "vim", "nvim", "view", "vis", "elvis", "nvi", "gvim", "nano", "pico", "emacs", "emacsclient", "mg", "kak", "joe", "ne", "micro",
	}, name):
		return []string{"+" + strconv.Itoa(line), path}
	}
	return []string{path}
}
