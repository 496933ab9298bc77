package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"lede/articles/importer"
	"lede/store"
	"lede/ui"
	"lede/ui/pager"
)

// openScreen shows the articles that refs name, or the library without refs.
func (p *program) openScreen(ctx context.Context, refs []string) error {
	excuse := ""
	s, err := p.open(ctx)
	if err != nil {
		if len(refs) == 0 {
			return err
		}
		// A file that is named can be read without the library: an empty one
		// stands in for this run.
		excuse = fmt.Sprintf("nothing will be kept: %v", err)
		var remove func()
		if s, remove, err = standIn(ctx); err != nil {
			return err
		}
		defer remove()
	}
	defer func() { _ = s.Close() }() // what was written is written
	readings, err := p.readings(ctx, s, refs)
	if err != nil {
		return err
	}
	in, err := p.keyboard()
	if err != nil {
		return err
	}
	return ui.Run(ctx, ui.Options{
		Library: s, Readings: readings, Notice: excuse,
		Theme: p.themeName(), Getenv: p.getenv, Pager: p.screenPager, LinkNames: importer.LinkNames,
		In: in, Out: p.Stdout,
	})
}

// standIn is an empty library in a directory that remove takes away.
func standIn(ctx context.Context) (s *store.Store, remove func(), err error) {
	dir, err := os.MkdirTemp("", "lede-")
	if err != nil {
		return nil, nil, err
	}
	remove = func() { _ = os.RemoveAll(dir) } // the system cleans up what stays
	if s, err = store.Open(ctx, filepath.Join(dir, "library.db")); err != nil {
		remove()
		return nil, nil, err
	}
	return s, remove, nil
}

// readings looks up what the command line names. What is in the library
// already is read there, with its state, and its text is brought up to date.
func (p *program) readings(ctx context.Context, s *store.Store, refs []string) ([]ui.Reading, error) {
	var out []ui.Reading
	for _, ref := range refs {
		a, err := p.lookOutside(ctx, ref)
		if err != nil {
			return nil, err
		}
		if a == nil {
			t, err := inLibrary(ctx, s, ref)
			if err != nil {
				return nil, err
			}
			out = append(out, ui.Reading{Article: t.Article, State: t.state, Saved: true})
			continue
		}
		reading := ui.Reading{Article: a}
		_, state, err := s.Article(ctx, a.ID)
		switch {
		case err == nil:
			reading.State, reading.Saved = state, true
			if _, err := s.Put(ctx, a); err != nil && !errors.Is(err, store.ErrReadOnly) {
				return nil, err
			}
		case !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
		out = append(out, reading)
	}
	return out, nil
}

// keyboard is where keys come from: the standard input, or the terminal itself
// when an article comes in by the standard input.
func (p *program) keyboard() (*os.File, error) {
	if isTerminal(p.Stdin) {
		return p.Stdin, nil
	}
	in, _, err := tea.OpenTTY()
	if err != nil {
		return nil, fmt.Errorf("no terminal to read keys from: %w: use lede show to print", err)
	}
	return in, nil
}

// screenPager is the reader's pager, for the key that opens it: there must be
// one, for what is written straight out is lost under the screens.
func (p *program) screenPager() (*exec.Cmd, error) {
	cmd, err := pager.Command(p.LookupEnv, pager.FromScreen)
	if err == nil && cmd == nil {
		return nil, errors.New("$LEDE_PAGER or $PAGER says that there is no pager: set one of them to a command")
	}
	return cmd, err
}
