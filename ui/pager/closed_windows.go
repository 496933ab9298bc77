package pager

import (
	"errors"
	"syscall"
)

// What Windows says when the other end of a pipe is gone: ERROR_BROKEN_PIPE
// and ERROR_NO_DATA.
const (
	brokenPipe = syscall.Errno(109)
	noData     = syscall.Errno(232)
)

func isBroken(err error) bool { return errors.Is(err, brokenPipe) || errors.Is(err, noData) }
