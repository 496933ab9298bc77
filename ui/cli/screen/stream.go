package screen

import (
	"context"
	"io"
	"io/fs"
	"os"
	"time"

	"lede/articles/importer/intake"
	"lede/ui"
	"lede/ui/terminal"
)

// streamOf is the stream that the only one of refs names: the standard input, or
// what is no regular file, such as a named pipe. It is nil for anything else, and
// where the standard input is the keyboard.
func (p *program) streamOf(refs []string) *intake.Stream {
	if len(refs) != 1 {
		return nil
	}
	if refs[0] == "-" {
		if terminal.Is(p.Stdin) {
			return nil
		}
		return intake.NewStream(func() (io.ReadCloser, error) { return p.Stdin, nil })
	}
	info, err := os.Stat(refs[0])
	if err != nil || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) == 0 {
		return nil
	}
	return intake.NewStream(func() (io.ReadCloser, error) { return os.Open(refs[0]) })
}

// awaited is a stream whose first look is on its way. It implements [ui.Stream].
type awaited struct {
	*intake.Stream
	first chan given
}

// given is what [ui.Stream.Next] gives.
type given struct {
	all  []ui.Reading
	last bool
	err  error
}

// await begins to look at a stream.
func await(ctx context.Context, s *intake.Stream, in *intake.Intake) *awaited {
	s.Of(in)
	a := &awaited{s, make(chan given, 1)}
	go func() { a.first <- a.next(ctx) }()
	return a
}

func (a *awaited) next(ctx context.Context) given {
	all, last, err := a.Stream.Next(ctx)
	return given{inReader(all), last, err}
}

// soon is what came soon; false when nothing did.
func (a *awaited) soon() (given, bool) {
	select {
	case g := <-a.first:
		a.first = nil
		return g, true
	case <-time.After(250 * time.Millisecond):
		return given{}, false
	}
}

// Next implements [ui.Stream].
func (a *awaited) Next(ctx context.Context) ([]ui.Reading, bool, error) {
	if a.first == nil {
		g := a.next(ctx)
		return g.all, g.last, g.err
	}
	select {
	case g := <-a.first:
		a.first = nil
		return g.all, g.last, g.err
	case <-ctx.Done():
		return nil, true, ctx.Err()
	}
}

// readings are what came soon, and what the rest comes by; nil when all is there.
func (a *awaited) readings() (n named, rest ui.Stream, err error) {
	g, ok := a.soon()
	switch {
	case !ok:
		return n, a, nil
	case g.err != nil:
		return n, nil, g.err
	case !g.last:
		rest = a
	}
	return named{readings: g.all, start: lastOpened(g.all)}, rest, nil
}
