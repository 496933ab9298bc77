//go:build !windows

package pager

import (
	"errors"
	"syscall"
)

func isBroken(err error) bool { return errors.Is(err, syscall.EPIPE) }
