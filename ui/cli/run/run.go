// Package run is what the commands of one run of lede share: its streams, its
// settings, its library, and what it fetches with.
package run

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/cli/progress"
	"lede/ui/cli/settings"
	"lede/ui/config"
	"lede/ui/pager"
	"lede/ui/terminal"
	"lede/ui/theme"
)

// Env is what the program gets from outside.
type Env struct {
	Args                  []string // without the program's name
	Stdin, Stdout, Stderr *os.File
	LookupEnv             func(string) (string, bool)
}

// Getenv is the value of a variable, empty when it is not set.
func (e Env) Getenv(name string) string {
	value, _ := e.LookupEnv(name)
	return value
}

// Run is one run of the command line.
type Run struct {
	Env
	Out      *bufio.Writer // what was asked for; cli.Run flushes it
	Terminal *terminal.Terminal
	Settings *settings.Settings
	Notice   string // what is wrong with the settings, for the screens; empty for nothing

	client     client
	themeTold  sync.Once
	printed    *theme.Choice // see PrintedTheme; nil before it is known
	remembered tastes        // nil before they are known
}

// New is a run in an environment.
func New(env Env) *Run {
	return &Run{
		Env: env, Out: bufio.NewWriterSize(env.Stdout, 32<<10), Settings: settings.New(env.LookupEnv),
		Terminal: &terminal.Terminal{Stdin: env.Stdin, Stdout: env.Stdout, Stderr: env.Stderr, Getenv: env.Getenv},
	}
}

// Complain writes one error to the standard error, after what is printed so far; above
// that of a query, where in it the mistake is.
func (r *Run) Complain(err error) {
	_ = r.Out.Flush() // the last one reports what fails
	text := err.Error()
	if errors.Is(err, context.Canceled) {
		text = "stopped"
	}
	if mistake, ok := errors.AsType[*query.Mistake](err); ok {
		_, _ = fmt.Fprintln(r.Stderr, mistake.Show(ansi.StringWidth, terminal.WidthOf(r.Stderr)))
	}
	r.Note(text)
}

// Note writes a line to the standard error, after what is printed so far.
func (r *Run) Note(text string) {
	_ = r.Out.Flush()                                                    // the last one reports what fails
	_, _ = fmt.Fprintf(r.Stderr, "lede: %s\n", articles.CleanLine(text)) // there is nobody left to tell
}

// ErrReported ends a command with exit code 1 when the reasons are told.
var ErrReported = errors.New("reported")

// NoneOf is the error of a command that does nothing, for one of the things that it
// was to do it to is not there, which was told.
func (r *Run) NoneOf(refs []string) error {
	if len(refs) > 1 {
		r.Complain(errors.New("so nothing is done"))
	}
	return ErrReported
}

// Pass tells why one of several things is not read, so that the others can be.
// It returns what ends the command: the error of one that was named alone.
func (r *Run) Pass(ctx context.Context, refs []string, err error) error {
	if len(refs) == 1 || ctx.Err() != nil {
		return err
	}
	r.Complain(err)
	return nil
}

// Progress begins a piece of work, which the verb names: its bar stands on the
// standard error, where that is a terminal.
func (r *Run) Progress(verb string, count func() int) *progress.Bar {
	w := r.Stderr
	if !terminal.Is(w) || r.Getenv("TERM") == "dumb" {
		w = nil
	}
	return progress.New(w, func() int { return terminal.WidthOf(w) }, verb, count)
}

// Pager is the reader's: see [pager.Command], for which $LEDE_PAGER stands for the
// setting.
func (r *Run) Pager(less string) (pager.Pager, error) {
	set, mend := r.Settings.Config(), ""
	if from := set.Origin("pager"); from.Kind == config.File {
		mend = "change " + from.String()
	}
	return pager.Command(func(name string) (string, bool) {
		if name == set.Variable("pager") && set.IsSet("pager") {
			return set.Pager, true
		}
		return r.LookupEnv(name)
	}, less, mend)
}
