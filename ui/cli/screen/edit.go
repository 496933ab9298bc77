package screen

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/intake"
	"lede/ui"
)

// Editor implements [ui.Files].
func (f files) Editor(path string, at ui.Spot) (*exec.Cmd, error) {
	if intake.IsImage(path) {
		return nil, fmt.Errorf("%s is an image: there is no text to edit", articles.CleanLine(filepath.Base(path)))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("edit %s: %w", articles.CleanLine(path), disk.Cause(err))
	}
	return f.run.Editor(path, lineOf(string(data), at))
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
