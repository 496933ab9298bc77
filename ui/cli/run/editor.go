package run

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/ui/command"
)

var errNoEditor = errors.New("no editor: set $VISUAL or $EDITOR to one")

// Editor is the command that edits a file, from a line on; 0 is no line. It is the
// setting editor, else $VISUAL, else $EDITOR, else vi, else nano, read as a shell would
// read it; nothing is run to expand it.
func (r *Run) Editor(path string, line int) (*exec.Cmd, error) {
	words, mend, err := r.editor()
	if err != nil {
		return nil, err
	}
	program, err := command.Find(words[0])
	if err != nil {
		return nil, fmt.Errorf("editor %q %w: %s", articles.CleanLine(words[0]), err, mend)
	}
	return exec.Command(program, append(slices.Clone(words[1:]), atLine(words[0], path, line)...)...), nil
}

// editor is the words of the command, and what to do when they name no editor.
func (r *Run) editor() (words []string, mend string, err error) {
	set := r.Settings.Config()
	const usual = "set $VISUAL or $EDITOR"
	from := set.Origin("editor").String()
	for _, try := range [...]struct{ text, from, mend string }{
		{set.Editor, from, "change " + from}, {r.Getenv("VISUAL"), "$VISUAL", usual}, {r.Getenv("EDITOR"), "$EDITOR", usual},
	} {
		words, err := command.Words(try.text, r.Getenv)
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w Set it to a command, as in vi", try.from, err)
		}
		if len(words) > 0 {
			return words, try.mend, nil
		}
	}
	for _, name := range [...]string{"vi", "nano"} {
		if _, err := exec.LookPath(name); err == nil {
			return []string{name}, usual, nil
		}
	}
	return nil, "", errNoEditor
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
