// Package terminal tells what a program needs to know of the terminal that it runs
// in, if it runs in one: how wide it is, whether it shows colours, and which
// background it has.
package terminal

import (
	"image/color"
	"os"
	"strconv"
	"sync"

	"github.com/charmbracelet/x/term"
)

// Terminal is where a program runs, as far as its streams and its environment tell.
type Terminal struct {
	Stdin, Stdout, Stderr *os.File
	Getenv                func(name string) string

	asked      sync.Once
	background color.Color // see [Terminal.Background]
}

// Is reports whether a file is a terminal.
func Is(f *os.File) bool { return f != nil && term.IsTerminal(f.Fd()) }

// HasScreen reports whether there is a terminal to draw screens on. A dumb one
// can only print.
func (t *Terminal) HasScreen() bool {
	return Is(t.Stdout) && t.Getenv("TERM") != "dumb"
}

// Width is that of the terminal that the output goes to, or 80 columns.
func (t *Terminal) Width() int {
	if !Is(t.Stdout) {
		return usualWidth
	}
	return WidthOf(t.Stdout)
}

const usualWidth = 80

// WidthOf is that of the terminal f, in columns.
func WidthOf(f *os.File) int {
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width < 1 {
		return usualWidth
	}
	return width
}

// LineWidth is how wide a line of a list may be: as the terminal is, and 0, for any,
// in a pipe.
func (t *Terminal) LineWidth() int {
	if !Is(t.Stdout) {
		return 0
	}
	return t.Width()
}

// PipeWidth is that of the terminal where a person reads what goes into a pipe,
// as of "lede x | less", where one can be found; a pipe itself has none. What goes
// into a file is for any terminal.
func (t *Terminal) PipeWidth() int {
	if info, err := t.Stdout.Stat(); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		return usualWidth
	}
	if columns, err := strconv.Atoi(t.Getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	for _, f := range []*os.File{t.Stderr, t.Stdin} {
		if Is(f) {
			return WidthOf(f)
		}
	}
	return usualWidth
}

// Colored reports whether the output is to have styles: as the flag says, and
// when it says auto, as the terminal and the environment do
// (https://no-color.org, https://bixense.com/clicolors).
func (t *Terminal) Colored(flag string) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	if t.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := t.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return t.HasScreen() && t.Getenv("CLICOLOR") != "0"
}
