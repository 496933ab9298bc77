package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"syscall"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/ui"
	"lede/ui/cli/progress"
	"lede/ui/cli/usage"
	"lede/ui/pager"
	"lede/ui/terminal"
)

// Env is what the program gets from outside.
type Env struct {
	Args                  []string // without the program's name
	Stdin, Stdout, Stderr *os.File
	LookupEnv             func(string) (string, bool)
}

// The exit codes.
const (
	done       = 0
	failed     = 1
	wrongUsage = 2
	bySignal   = 128 // plus the signal's number, as shells count
)

// program is one run of the command line.
type program struct {
	Env
	Terminal   *terminal.Terminal
	out        *bufio.Writer
	config     string              // option --config
	given      map[string][]string // what options set, by the name of the setting
	configured configured
	client     client
	// themeTold is done when it is told what is wrong with the theme.
	themeTold sync.Once
}

// client is the program's one client of the web, made when it is needed.
type client struct {
	once sync.Once
	*fetch.Client
}

func newProgram(env Env) *program {
	p := &program{Env: env, out: bufio.NewWriterSize(env.Stdout, 32<<10)}
	p.Terminal = &terminal.Terminal{Stdin: env.Stdin, Stdout: env.Stdout, Stderr: env.Stderr, Getenv: p.getenv}
	return p
}

// Run does what the arguments ask and returns the exit code. Errors are one
// line each on the standard error, and hold nothing that a terminal would obey.
func Run(ctx context.Context, env Env) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program, whatever it waits for
	// What net/http wonders about is no business of a reader, and would stand
	// across the screen.
	log.SetOutput(io.Discard)
	p := newProgram(env)
	root := p.root()
	root.SetArgs(trimmed(env.Args))
	err := root.ExecuteContext(ctx)
	if flushed := p.out.Flush(); err == nil {
		err = flushed
	}
	return p.report(err)
}

// trimmed is the words of the command line, addresses among them without the
// blanks at their ends, which come along when one is copied.
func trimmed(words []string) []string {
	out := slices.Clone(words)
	for i, word := range out {
		if name, address, ok := strings.Cut(word, "="); ok && strings.HasPrefix(name, "--") {
			if address = strings.TrimSpace(address); articles.IsWeb(address) {
				out[i] = name + "=" + address
			}
		} else if word = strings.TrimSpace(word); articles.IsWeb(word) {
			out[i] = word
		}
	}
	return out
}

func (p *program) report(err error) int {
	if err == nil || pager.IsClosedPipe(err) {
		return done
	}
	if ended, ok := errors.AsType[ui.SignalError](err); ok {
		if n, ok := ended.Signal.(syscall.Signal); ok {
			return bySignal + int(n)
		}
		return failed
	}
	if !errors.Is(err, errReported) {
		p.complain(err)
	}
	if _, ok := errors.AsType[usage.Error](err); ok {
		return wrongUsage
	}
	return failed
}

// complain writes one error to the standard error, after what is printed so far.
func (p *program) complain(err error) {
	_ = p.out.Flush() // the last one reports what fails
	text := err.Error()
	if errors.Is(err, context.Canceled) {
		text = "stopped"
	}
	_, _ = fmt.Fprintf(p.Stderr, "lede: %s\n", articles.CleanLine(text)) // there is nobody left to tell
}

// errReported ends a command with exit code 1 when the reasons are told.
var errReported = errors.New("reported")

// getenv is the value of a variable, empty when it is not set.
func (p *program) getenv(name string) string {
	value, _ := p.LookupEnv(name)
	return value
}

// stdout is where a command writes what was asked for.
func (p *program) stdout() io.Writer { return p.out }

// newProgress begins a piece of work, which the verb names: its bar stands on the
// standard error, where that is a terminal.
func (p *program) newProgress(verb string, count func() int) *progress.Bar {
	w := p.Stderr
	if !terminal.Is(w) || p.getenv("TERM") == "dumb" {
		w = nil
	}
	return progress.New(w, func() int { return terminal.WidthOf(w) }, verb, count)
}
