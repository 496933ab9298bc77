//go:build !windows

package ui

import (
	"os"
	"syscall"
)

// endSignals end the program in good order: the place is written and the
// terminal put right.
var endSignals = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}
