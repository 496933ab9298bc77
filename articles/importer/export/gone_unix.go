//go:build unix

package export

import (
	"errors"
	"syscall"
)

// isGone reports whether no process of a number runs any more.
func isGone(pid int) bool {
	return pid > 0 && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}
