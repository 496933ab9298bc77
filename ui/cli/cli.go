package cli

import (
	"context"
	"errors"
	"io"
	"log"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"lede/articles"
	"lede/articles/query"
	"lede/ui"
	"lede/ui/cli/run"
	_ "lede/ui/cli/startup" // comes before all other packages
	"lede/ui/cli/usage"
	"lede/ui/pager"
)

// Env is what the program gets from outside.
type Env = run.Env

// The exit codes.
const (
	done       = 0
	failed     = 1
	wrongUsage = 2
	bySignal   = 128 // plus the signal's number, as shells count
)

// program is one run of the command line, with its commands.
type program struct{ *run.Run }

// Run does what the arguments ask and returns the exit code. Errors are one
// line each on the standard error, and hold nothing that a terminal would obey.
func Run(ctx context.Context, env Env) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program, whatever it waits for
	// What net/http wonders about is no business of a reader, and would stand
	// across the screen.
	log.SetOutput(io.Discard)
	p := &program{run.New(env)}
	err := p.execute(ctx, trimmed(env.Args))
	if flushed := p.Out.Flush(); err == nil {
		err = flushed
	}
	return p.report(err)
}

// execute does what the words ask. The version is told before the commands are made,
// which takes longer than all else that there is to do for it.
func (p *program) execute(ctx context.Context, words []string) error {
	if len(words) == 1 && (words[0] == "version" || words[0] == "--version") {
		return p.printVersion()
	}
	root := p.root()
	root.SetArgs(words)
	return root.ExecuteContext(ctx)
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
	if !errors.Is(err, run.ErrReported) {
		p.Complain(err)
	}
	if errors.Is(err, errNothing) {
		return done
	}
	_, wrong := errors.AsType[usage.Error](err)
	if _, mistaken := errors.AsType[*query.Mistake](err); wrong || mistaken {
		return wrongUsage
	}
	return failed
}
