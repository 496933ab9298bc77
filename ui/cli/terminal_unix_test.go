//go:build unix

package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"

	"github.com/creack/pty"
)

// onTerminal is the command of scripts "terminal COLUMNS PROGRAM ARGUMENT...": it runs
// a program on a pseudo-terminal, prints what that wrote and ends as that did. What
// testscript has for it closes the terminal as soon as the program ends, which on a
// busy machine loses the last of its words.
func onTerminal() {
	columns, err := strconv.ParseUint(os.Args[1], 10, 16)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	cmd := exec.CommandContext(context.Background(), os.Args[2], os.Args[3:]...)
	master, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: uint16(columns)})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	_, _ = io.Copy(os.Stdout, master) // some systems end it with an error
	if err := cmd.Wait(); err != nil {
		if ended, ok := errors.AsType[*exec.ExitError](err); ok {
			os.Exit(ended.ExitCode())
		}
		os.Exit(2)
	}
	os.Exit(0)
}
