package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/shell"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/ui"
)

// Editor implements [ui.Files]: the command of the setting editor, else of $VISUAL,
// else of $EDITOR, else vi, else nano. It is read as a shell would read it; nothing
// is run to expand it.
func (f files) Editor(path string, at ui.Spot) (*exec.Cmd, error) {
	if intake.IsImage(path) {
		return nil, fmt.Errorf("%s is an image: there is no text to edit", articles.CleanLine(filepath.Base(path)))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("edit %s: %w", articles.CleanLine(path), importer.Cause(err))
	}
	words, err := f.editor()
	if err != nil {
		return nil, err
	}
	program, err := exec.LookPath(words[0])
	if err != nil {
		return nil, fmt.Errorf("editor %q not found: set $VISUAL or $EDITOR", articles.CleanLine(words[0]))
	}
	args := append(slices.Clone(words[1:]), atLine(words[0], path, lineOf(string(data), at))...)
	return exec.Command(program, args...), nil
}

// editor is the words of the command.
func (p *program) editor() ([]string, error) {
	set := p.Settings.Config()
	for _, from := range [...][2]string{
		{set.Editor, set.Origin("editor").String()}, {p.Getenv("VISUAL"), "$VISUAL"}, {p.Getenv("EDITOR"), "$EDITOR"},
	} {
		words, err := shell.Fields(from[0], p.Getenv)
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

// lineOf is the number, from 1, of the line that a spot names; 0 when it is not
// there. The text is the end of the file: above it may stand front matter and the
// title.
func lineOf(file string, at ui.Spot) int {
	want := strings.TrimSpace(at.Line)
	if want == "" {
		return 0
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(file, "\r\n", "\n"), " \t\n"), "\n")
	near, best := len(lines)-1-at.Below, -1
	for i, line := range lines {
		if strings.TrimSpace(line) == want && (best < 0 || distance(i, near) < distance(best, near)) {
			best = i
		}
	}
	return best + 1
}

func distance(a, b int) int { return max(a-b, b-a) }

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
