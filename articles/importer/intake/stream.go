package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/disk"
	"lede/articles/markdown"
)

// Stream is a text that comes bit by bit, such as the standard input: it is shown
// while it comes.
type Stream struct {
	in   *Intake
	more chan struct{} // something came, or the end

	mu   sync.Mutex // guards the following
	text strings.Builder
	over bool
	err  error

	given int           // bytes that were given last
	cost  time.Duration // of making an article of them
	at    time.Time     // when it was made
	begun bool
	shown int // bytes of which an article was made last
}

const (
	// briefly is how long the end of a text that has begun to come is waited for:
	// most are there by then, and are read once.
	briefly = 30 * time.Millisecond
	// atLeast is the least time from one look at a text to the next, and share what
	// part of all time goes into them at most, one in so many.
	atLeast = 100 * time.Millisecond
	share   = 8
)

// NewStream begins to read what open opens.
func NewStream(open func() (io.ReadCloser, error)) *Stream {
	s := &Stream{more: make(chan struct{}, 1)}
	go s.read(open)
	return s
}

func (s *Stream) read(open func() (io.ReadCloser, error)) {
	in, err := open()
	if err != nil {
		s.add(nil, err)
		return
	}
	defer in.Close() //nolint:errcheck // only read; of one that is too long, the writer is told so
	buf := make([]byte, 64<<10)
	for {
		n, err := in.Read(buf)
		if !s.add(buf[:n], err) {
			return
		}
	}
}

// add takes what came; false when nothing more is wanted.
func (s *Stream) add(data []byte, err error) bool {
	s.mu.Lock()
	s.text.Write(data)
	switch {
	case errors.Is(err, io.EOF):
		s.over = true
	case err != nil:
		s.over, s.err = true, fmt.Errorf("read input: %w", disk.Cause(err))
	case s.text.Len() > disk.MaxSize:
		s.over, s.err = true, fmt.Errorf("input is over the limit of %d MB for one article", disk.MaxSize>>20)
	}
	over := s.over
	s.mu.Unlock()
	select {
	case s.more <- struct{}{}:
	default:
	}
	return !over
}

// now is what came so far.
func (s *Stream) now() (text string, over bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String(), s.over, s.err // the bytes of a builder never change
}

// Of has the library of an intake asked what it has of the text, from before the
// first call of Next on.
func (s *Stream) Of(in *Intake) { s.in = in }

// Next waits until there is more of the text than it gave before, and gives all
// there is, also with an error. Last says that nothing more will come.
func (s *Stream) Next(ctx context.Context) (all []Reading, last bool, err error) {
	for {
		text, over, err := s.now()
		switch {
		case err != nil:
			return s.torn(ctx, text), true, err
		case over:
			all, err := s.whole(ctx, text)
			if err != nil {
				all = s.torn(ctx, text)
			}
			return all, true, err
		case len(text) > s.given && strings.TrimSpace(text) != "" && importer.Grows(text):
			if wait := s.pause(); wait > 0 {
				if err := s.wait(ctx, wait); err != nil {
					return nil, true, err
				}
				continue
			}
			if r, ok := s.sofar(text); ok {
				return []Reading{r}, false, nil
			}
		}
		if err := s.wait(ctx, 0); err != nil {
			return nil, true, err
		}
	}
}

// pause is how long there is to wait before the text is looked at again.
func (s *Stream) pause() time.Duration {
	if !s.begun {
		s.begun, s.at = true, time.Now()
		return briefly
	}
	if s.given == 0 {
		return time.Until(s.at.Add(briefly))
	}
	return time.Until(s.at.Add(max(atLeast, share*s.cost)))
}

// wait waits until something comes, or for a time, if one is given, until the end
// comes.
func (s *Stream) wait(ctx context.Context, d time.Duration) error {
	var due <-chan time.Time
	if d > 0 {
		timer := time.NewTimer(d)
		defer timer.Stop()
		due = timer.C
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-due:
			return nil
		case <-s.more:
			if _, over, _ := s.now(); over || d == 0 {
				return nil
			}
		}
	}
}

// whole is all of the text.
func (s *Stream) whole(ctx context.Context, text string) ([]Reading, error) {
	g, err := importer.Hint{}.Read("", text)
	if err != nil {
		return nil, err
	}
	return s.in.Readings(ctx, "-", g)
}

// torn is what came of a text that has no good end; nil when nothing was shown of it.
func (s *Stream) torn(ctx context.Context, text string) []Reading {
	if s.shown == 0 {
		return nil
	}
	if importer.Grows(text) {
		_, _ = s.sofar(text)
	}
	all, err := s.whole(ctx, text[:s.shown])
	if err != nil {
		return nil
	}
	return all
}

// unknownYet is the origin of a text that is not all there: what it is known by later
// is made of all of it.
const unknownYet = "text:coming"

// sofar is the text as far as it came, if that is an article.
func (s *Stream) sofar(text string) (Reading, bool) {
	begun := time.Now()
	s.given = len(text)
	end := len(text) - unfinished(text)
	g, err := importer.Hint{}.Read("", text[:end])
	s.at = time.Now()
	s.cost = s.at.Sub(begun)
	if err != nil || g.Article == nil {
		return Reading{}, false
	}
	s.shown = end
	g.Article.Origin, g.Article.ID = unknownYet, articles.NewID(unknownYet)
	if g.Document == nil {
		g.Document = markdown.Parse(g.Article.Markdown)
	}
	return Reading{Article: g.Article, Document: g.Document, Coming: true}, true
}
