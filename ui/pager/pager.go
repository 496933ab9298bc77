// Package pager finds the reader's pager and writes a text to it.
package pager

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"

	"lede/articles"
	"lede/ui/command"
)

// What $LESS is set to when it is not set.
const (
	// FromShell makes less leave at once when all fits on a screen, let
	// colours through, and leave the text in the terminal, as git asks of it.
	FromShell = "FRX"
	// FromScreen lets colours through and no more: a text that fits on a
	// screen must stay until it is read, and none is to lie about afterwards.
	FromScreen = "R"
)

// Pager is the command of a pager.
type Pager struct {
	*exec.Cmd
	// Colors says that it shows colours, bold and the like as such. To another they
	// must not be sent: it shows them as codes.
	Colors bool
}

// Command is the reader's pager: $LEDE_PAGER, else $PAGER, else less, else
// more. A variable is read as a shell would read it, with quotes, other variables
// and assignments before the command, but nothing is run to expand it. $LESS is
// set to less, one of the constants above, when it is not set.
//
// There is no command when a variable is set to nothing, or to cat: then the
// text is to be written straight out. The error says what to do where the pager is
// not there: mend, or else what to set.
func Command(lookup func(string) (string, bool), less, mend string) (Pager, error) {
	getenv := func(name string) string { value, _ := lookup(name); return value }
	for _, name := range [...]string{"LEDE_PAGER", "PAGER"} {
		value, ok := lookup(name)
		if !ok {
			continue
		}
		words, err := command.Words(value, getenv)
		if err != nil {
			return Pager{}, fmt.Errorf("$%s: %w Set it to a command, as in less -R", name, err)
		}
		vars, words := assigned(words)
		if len(words) == 0 || len(words) == 1 && words[0] == "cat" {
			return Pager{}, nil
		}
		path, err := command.Find(words[0])
		if err != nil {
			return Pager{}, fmt.Errorf("pager %q %w: %s", articles.CleanLine(words[0]), err, cmp.Or(mend, "set $LEDE_PAGER or $PAGER"))
		}
		return started(lookup, less, vars, path, words), nil
	}
	for _, name := range [...]string{"less", "more"} {
		if path, err := exec.LookPath(name); err == nil {
			return started(lookup, less, nil, path, []string{name}), nil
		}
	}
	return Pager{}, errors.New("no pager: neither less nor more is installed: set $LEDE_PAGER or $PAGER")
}

// started is the pager at a path by the words of its command, with variables that are
// set for it alone.
func started(lookup func(string) (string, bool), less string, vars []string, path string, words []string) Pager {
	cmd := exec.Command(path, words[1:]...)
	// What is not set, pagers are told: to show colours, and that the text is UTF-8.
	for _, usual := range [...][2]string{{"LESS", less}, {"LV", "-c"}, {"LESSCHARSET", "utf-8"}} {
		if _, ok := lookup(usual[0]); !ok {
			vars = append([]string{usual[0] + "=" + usual[1]}, vars...)
		}
	}
	cmd.Env = append(os.Environ(), vars...)
	colors := showsColors(cmd.Args, func(name string) (string, bool) {
		for _, v := range slices.Backward(vars) {
			if key, value, _ := strings.Cut(v, "="); key == name {
				return value, true
			}
		}
		return lookup(name)
	})
	cmd.Args[0] = words[0] // as it was given, for what is said of it
	return Pager{cmd, colors}
}

// assigned splits off the variables that stand before a command, with or without
// the program env: LESS=R less, env LESS=R less.
func assigned(words []string) (vars, rest []string) {
	for i, word := range words {
		name, _, ok := strings.Cut(word, "=")
		switch {
		case ok && isName(name):
			vars = append(vars, word)
		case word == "env" && i+1 < len(words) && !strings.HasPrefix(words[i+1], "-"):
		default:
			return vars, words[i:]
		}
	}
	return vars, nil
}

func isName(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
	return s != "" && strings.Trim(s, letters+"0123456789") == "" && strings.IndexByte(letters, s[0]) >= 0
}

// Run starts the pager and writes the content to it. When ctx ends, the pager is
// told to end, and the cause is the error. That the pager ends before
// it has read everything, or by a signal, is no error: it is how a reader
// quits. A status that says that it failed is one, an [*exec.ExitError], and so
// is a content that fails.
func Run(ctx context.Context, cmd *exec.Cmd, content func(io.Writer) error) error {
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("start pager %s: %w", cmd.Path, err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("pager %q cannot be run: %w: set $LEDE_PAGER or $PAGER", cmd.Path, command.Cause(err))
	}
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-ctx.Done():
			stop(cmd.Process, ended)
		case <-ended:
		}
	}()
	failed := content(pipe)
	if err := pipe.Close(); failed == nil {
		failed = err
	}
	status := cmd.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if failed != nil && !IsClosedPipe(failed) {
		return failed
	}
	return Failure(cmd, status)
}

// graceful is how long a pager that is told to end may take to put the terminal
// right.
const graceful = 2 * time.Second

func stop(pager *os.Process, ended <-chan struct{}) {
	if err := pager.Signal(syscall.SIGTERM); err == nil {
		select {
		case <-ended:
			return
		case <-time.After(graceful):
		}
	}
	_ = pager.Kill() // it may have ended
}

// Failure says what the end of a pager means to its reader: nothing when it
// was quit, early or not, or ended by a signal; else one line that says what
// to do. A status that tells of a failure stays an [*exec.ExitError] inside.
func Failure(cmd *exec.Cmd, ended error) error {
	exit, ok := errors.AsType[*exec.ExitError](ended)
	switch {
	case ok && exit.ExitCode() > 0:
		return fmt.Errorf("pager \"%s\" failed: %w: set $LEDE_PAGER or $PAGER to one that works", articles.CleanLine(command.Line(cmd.Args)), ended)
	case ok, ended == nil, IsClosedPipe(ended):
		return nil
	}
	return fmt.Errorf("run pager %s: %w", cmd.Path, ended)
}

// IsClosedPipe reports whether err says that the program at the other end of a
// pipe has read enough.
func IsClosedPipe(err error) bool {
	return isBroken(err) || errors.Is(err, os.ErrClosed) || errors.Is(err, io.ErrClosedPipe)
}
