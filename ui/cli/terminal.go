package cli

import (
	"os"
	"strconv"

	"github.com/charmbracelet/x/term"

	"lede/ui/cli/progress"
)

func isTerminal(f *os.File) bool { return f != nil && term.IsTerminal(f.Fd()) }

// hasScreen reports whether there is a terminal to draw screens on. A dumb one
// can only print.
func (p *program) hasScreen() bool {
	return isTerminal(p.Stdout) && p.getenv("TERM") != "dumb"
}

// width is that of the terminal that the output goes to, or 80 columns.
func (p *program) width() int {
	if !isTerminal(p.Stdout) {
		return usualWidth
	}
	return terminalWidth(p.Stdout)
}

const usualWidth = 80

// terminalWidth is that of the terminal f, in columns.
func terminalWidth(f *os.File) int {
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width < 1 {
		return usualWidth
	}
	return width
}

// pipeWidth is that of the terminal where a person reads what goes into a pipe,
// as of "lede x | less", where one can be found; a pipe itself has none. What goes
// into a file is for any terminal.
func (p *program) pipeWidth() int {
	if info, err := p.Stdout.Stat(); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		return usualWidth
	}
	if columns, err := strconv.Atoi(p.getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	for _, f := range []*os.File{p.Stderr, p.Stdin} {
		if isTerminal(f) {
			return terminalWidth(f)
		}
	}
	return usualWidth
}

// colored reports whether the output is to have styles: as the flag says, and
// when it says auto, as the terminal and the environment do
// (https://no-color.org, https://bixense.com/clicolors).
func (p *program) colored(flag string) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	if p.getenv("NO_COLOR") != "" {
		return false
	}
	if force := p.getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return p.hasScreen() && p.getenv("CLICOLOR") != "0"
}

// newProgress begins a piece of work, which the verb names: its bar stands on the
// standard error, where that is a terminal.
func (p *program) newProgress(verb string, count func() int) *progress.Bar {
	w := p.Stderr
	if !isTerminal(w) || p.getenv("TERM") == "dumb" {
		w = nil
	}
	return progress.New(w, func() int { return terminalWidth(w) }, verb, count)
}
