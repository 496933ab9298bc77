//go:build !windows

package terminal

import (
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// Ask asks the terminal a question, which ends with one that every terminal answers:
// what it is; nil, when it does not say. It
// does not ask when that could disturb: when the program has not the terminal to
// itself, or when keys were typed ahead, which are the next program's.
func (t *Terminal) Ask(question string) (answer []byte) {
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	defer tty.Close() //nolint:errcheck // nothing is written to a disk
	fd := int(tty.Fd())
	if group, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP); err != nil || group != unix.Getpgrp() {
		return nil
	}
	before, err := unix.IoctlGetTermios(fd, readTermios)
	if err != nil {
		return nil
	}
	// Neither lines nor an echo; an interrupt stays one.
	quiet := *before
	quiet.Lflag &^= unix.ICANON | unix.ECHO
	quiet.Cc[unix.VMIN], quiet.Cc[unix.VTIME] = 1, 0
	if err := unix.IoctlSetTermios(fd, writeTermios, &quiet); err != nil {
		return nil
	}
	defer unix.IoctlSetTermios(fd, writeTermios, before) //nolint:errcheck // there is nothing else to try
	if ready(fd, 0) {
		return nil
	}
	if _, err := unix.Write(fd, []byte(question)); err != nil {
		return nil
	}
	return answerOf(fd, time.Now().Add(t.answersWithin()))
}

// answerOf is what the terminal says until the end of its last answer, or until
// it has taken too long.
func answerOf(fd int, until time.Time) []byte {
	const most = 4 << 10
	var answer []byte
	buf := make([]byte, 256)
	for len(answer) < most && !lastAnswer.Get().Match(answer) && ready(fd, time.Until(until)) {
		n, err := unix.Read(fd, buf)
		if n <= 0 || err != nil {
			break
		}
		answer = append(answer, buf[:n]...)
	}
	return answer
}

// ready reports whether there is something to read, and waits for it a while.
func ready(fd int, wait time.Duration) bool {
	wait = max(0, wait)
	for until := time.Now().Add(wait); ; {
		fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
		n, err := unix.Poll(fds, int(max(0, time.Until(until)).Milliseconds()))
		if err == unix.EINTR {
			continue
		}
		return n > 0 && err == nil
	}
}
