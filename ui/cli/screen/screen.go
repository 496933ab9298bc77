// Package screen opens the screens from the command line: it reads what they are to show,
// and hands them what they need of the library, the web and the disk.
package screen

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/articles/importer/links"
	"lede/store"
	"lede/ui"
	"lede/ui/cli/lookup"
	"lede/ui/cli/run"
	"lede/ui/pager"
	"lede/ui/terminal"
	"lede/ui/watch"
)

// program is a run that opens the screens.
type program struct{ *run.Run }

// Open shows the articles that refs name, or the library without refs.
// Those of several that cannot be read are told before, and stand on the
// terminal when the screens are gone.
func Open(ctx context.Context, r *run.Run, refs []string) error {
	p, excuse := &program{r}, ""
	incoming := p.streamOf(refs)
	var look looker
	if incoming == nil {
		look = p.lookAhead(ctx, refs)
	}
	s, err := p.Open(ctx)
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
	from := p.sources(s)
	excuse = cmp.Or(excuse, tellOlder(ctx, s))
	address, err := from.fetchAhead(ctx, s, refs)
	if err != nil {
		return err
	}
	var n named
	var rest ui.Stream
	switch {
	case incoming != nil:
		if n, rest, err = await(ctx, incoming, from.Intake).readings(); err != nil {
			return err
		}
	case address == "":
		if n, err = p.readAll(ctx, s, from, refs, look); err != nil {
			return err
		}
	}
	in, err := p.keyboard()
	if err != nil {
		return err
	}
	if _, err := p.Theme(); err != nil {
		return err
	}
	err = ui.Run(ctx, ui.Options{
		Library: s, Readings: n.readings, Start: n.start, Part: partOf(refs), Address: address, Stream: rest, Sources: from, Notice: cmp.Or(excuse, n.excuse, p.Notice),
		Theme: p.Settings.ThemeName(), Themes: p.Settings.ThemeFolder(), Settings: p.Settings.Config(), Getenv: p.Getenv, Pager: p.screenPager, PagerFailure: pager.Failure, LinkNames: links.Names,
		Files: files{from}, Extract: from.Again, Clipboard: clipboardWrite(), Changed: p.libraryChanges,
		In: in, Out: p.Stdout,
	})
	if err == nil && n.excuse != "" {
		return run.ErrReported
	}
	return err
}

// partOf is the part of a page that the only one of refs names.
func partOf(refs []string) string {
	if len(refs) != 1 || !articles.IsWeb(refs[0]) {
		return ""
	}
	_, part, _ := strings.Cut(refs[0], "#")
	return part
}

// named is what the words of the command line name.
type named struct {
	readings []ui.Reading
	start    int    // the index of the one to begin with
	excuse   string // why the first that cannot be read is not
}

// readAll reads what refs name; those of several that cannot be read are told.
func (p *program) readAll(ctx context.Context, s *store.Store, from sources, refs []string, look looker) (n named, _ error) {
	bar := p.Progress("fetching", func() int { return len(refs) })
	defer bar.End()
	if slices.ContainsFunc(refs, articles.IsWeb) {
		bar.Begin()
	}
	for _, ref := range refs {
		r, err := p.readings(ctx, s, from, ref, look)
		if err == nil {
			bar.Step()
			if len(n.readings) == 0 {
				n.start = lastOpened(r)
			}
			n.readings = append(n.readings, r...)
			continue
		}
		bar.Clear()
		if err := p.Pass(ctx, refs, err); err != nil {
			return n, err
		}
		bar.Step()
		n.excuse = cmp.Or(n.excuse, "not read: "+err.Error())
	}
	if len(n.readings) == 0 && len(refs) > 0 {
		return n, run.ErrReported
	}
	return n, nil
}

// looker is [lookup.Outside], and when what ref names had changed last before
// it was read.
type looker func(ref string) (g importer.Glance, stamp time.Time, err error)

// lookAhead begins to read the only one of refs while the library is opened:
// each waits mostly for the system.
func (p *program) lookAhead(ctx context.Context, refs []string) looker {
	look := func(ref string) (importer.Glance, time.Time, error) {
		stamp := intake.LastChange(ref)
		g, err := lookup.Outside(ctx, p.Run, ref, importer.Hint{})
		return g, stamp, err
	}
	if len(refs) != 1 {
		return look
	}
	var g importer.Glance
	var stamp time.Time
	var err error
	read := make(chan struct{})
	go func() {
		defer close(read)
		g, stamp, err = look(refs[0])
	}()
	return func(string) (importer.Glance, time.Time, error) {
		<-read
		return g, stamp, err
	}
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

// keyboard is where keys come from: the standard input, or the terminal itself
// when an article comes in by the standard input.
func (p *program) keyboard() (*os.File, error) {
	if terminal.Is(p.Stdin) {
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
func (p *program) screenPager() (cmd *exec.Cmd, colors bool, err error) {
	found, err := p.Pager(pager.FromScreen)
	if err == nil && found.Cmd == nil {
		err = errors.New("$LEDE_PAGER or $PAGER says that there is no pager: set one of them to a command")
	}
	return found.Cmd, found.Colors, err
}

// clipboardWrite writes to the clipboard of the desktop; nil where there is none.
func clipboardWrite() func(text string) error {
	if clipboard.Unsupported {
		return nil
	}
	return clipboard.WriteAll
}

// libraryChanges tells when the library was written to: that goes into its log
// first.
func (p *program) libraryChanges(ctx context.Context) <-chan struct{} {
	path, err := p.Settings.Library()
	if err != nil {
		return nil // it was found before
	}
	return watch.File(ctx, path+"-wal", time.Time{})
}
