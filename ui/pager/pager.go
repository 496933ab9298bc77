// Package pager finds the reader's pager and writes a text to it.
package pager

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"mvdan.cc/sh/v3/shell"

	"lede/articles"
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

// Command is the reader's pager: $LEDE_PAGER, else $PAGER, else less, else
// more. A variable is read as a shell would read it, with quotes and other
// variables, but nothing is run to expand it. $LESS is set to less, one of the
// constants above, when it is not set.
//
// The command is nil when a variable is set to nothing, or to cat: then the
// text is to be written straight out. The error says what to set.
func Command(lookup func(string) (string, bool), less string) (*exec.Cmd, error) {
	getenv := func(name string) string { value, _ := lookup(name); return value }
	for _, name := range [...]string{"LEDE_PAGER", "PAGER"} {
		value, ok := lookup(name)
		if !ok {
			continue
		}
		words, err := shell.Fields(value, getenv)
		if err != nil {
			return nil, fmt.Errorf("$%s: %s: set it to a command, as in less -R", name, articles.CleanLine(err.Error()))
		}
		if len(words) == 0 || len(words) == 1 && words[0] == "cat" {
			return nil, nil
		}
		path, err := exec.LookPath(words[0])
		if err != nil {
			return nil, fmt.Errorf("pager %q not found: set $LEDE_PAGER or $PAGER", articles.CleanLine(words[0]))
		}
		return command(lookup, less, path, words[1:]), nil
	}
	for _, name := range [...]string{"less", "more"} {
		if path, err := exec.LookPath(name); err == nil {
			return command(lookup, less, path, nil), nil
		}
	}
	return nil, errors.New("no pager: neither less nor more is installed: set $LEDE_PAGER or $PAGER")
}

func command(lookup func(string) (string, bool), less, path string, args []string) *exec.Cmd {
	cmd := exec.Command(path, args...)
	cmd.Env = os.Environ()
	if _, ok := lookup("LESS"); !ok {
		cmd.Env = append(cmd.Env, "LESS="+less)
	}
	return cmd
}

// Run starts the pager and writes the content to it. That the pager ends before
// it has read everything, or by a signal, is no error: it is how a reader
// quits. A status that says that it failed is one, an [*exec.ExitError], and so
// is a content that fails.
func Run(ctx context.Context, cmd *exec.Cmd, content func(io.Writer) error) error {
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("start pager %s: %w", cmd.Path, err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start pager %s: %w", cmd.Path, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })
	defer stop()
	failed := content(pipe)
	if err := pipe.Close(); failed == nil {
		failed = err
	}
	ended := cmd.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if failed != nil && !IsClosedPipe(failed) {
		return failed
	}
	return Failure(cmd, ended)
}

// Failure says what the end of a pager means to its reader: nothing when it
// was quit, early or not, or ended by a signal; else one line that says what
// to do. A status that tells of a failure stays an [*exec.ExitError] inside.
func Failure(cmd *exec.Cmd, ended error) error {
	exit, ok := errors.AsType[*exec.ExitError](ended)
	switch {
	case ok && exit.ExitCode() > 0:
		return fmt.Errorf("pager %q failed: %w: set $LEDE_PAGER or $PAGER to one that works",
			articles.CleanLine(strings.Join(cmd.Args, " ")), ended)
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
