//go:build !windows

package gallery

import (
	"os"

	"golang.org/x/sys/unix"

	"lede/ui/picture"
)

// cellSize is the size of a cell as the terminal's driver tells it; zero
// when it does not. It serves terminals that draw sixels and do not say over
// the line how large their cells are, as xterm does by default (its
// allowWindowOps is off). A window's margins count with its pixels: rounding
// down keeps the cell from being taken for larger than it is.
func cellSize(terminal *os.File) picture.Cell {
	size, err := unix.IoctlGetWinsize(int(terminal.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 || size.Row == 0 {
		return picture.Cell{}
	}
	return picture.Cell{Width: int(size.Xpixel / size.Col), Height: int(size.Ypixel / size.Row)}
}
