// Package command reads and finds the programs that a reader names in a setting or a
// variable: the pager, the editor, the browser.
package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"

	"mvdan.cc/sh/v3/shell"
	"mvdan.cc/sh/v3/syntax"
)

// ErrWords says that a command cannot be read.
var ErrWords = errors.New("no shell could read that: is a quote not closed?")

// Words are the words of a command, read as a shell would read it, with quotes and
// variables; nothing is run to expand it. The error is [ErrWords].
func Words(text string, getenv func(string) string) ([]string, error) {
	words, err := shell.Fields(text, getenv)
	if err != nil {
		return nil, ErrWords
	}
	return words, nil
}

// Line is a command in a line, as a reader may type it to a shell: words that need
// quotes have them.
func Line(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		var err error
		if quoted[i], err = syntax.Quote(word, syntax.LangBash); err != nil {
			quoted[i] = word
		}
	}
	return strings.Join(quoted, " ")
}

// Find is the path of a program. The error says in a few words that it is not found,
// or why it cannot be run, without its name.
func Find(program string) (path string, err error) {
	path, err = exec.LookPath(program)
	switch failed := (*exec.Error)(nil); {
	case err == nil:
		return path, nil
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist):
		return "", errors.New("not found")
	case errors.Is(err, exec.ErrDot):
		return "", fmt.Errorf("is not on the path but in this folder: write ./%s", program)
	case errors.As(err, &failed):
		err = failed.Err
	}
	return "", fmt.Errorf("cannot be run: %w", Cause(err))
}

// Cause takes off an error what Go says of how a program is started, and its path: the
// message has it already.
func Cause(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}
