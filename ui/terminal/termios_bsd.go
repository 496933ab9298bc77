//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

import "golang.org/x/sys/unix"

// The calls that read and change how a terminal behaves.
const (
	readTermios  = unix.TIOCGETA
	writeTermios = unix.TIOCSETA
)
