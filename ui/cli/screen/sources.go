package screen

import (
	"context"
	"time"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui"
	"lede/ui/cli/run"
	"lede/ui/watch"
)

// sources are where the screens get articles from that the library does not have:
// see [ui.Sources] and [ui.Files].
type sources struct {
	run *run.Run
	*intake.Intake
	ahead *ahead
}

// sources are those of the screens: their standard input is the keyboard.
func (p *program) sources(s *store.Store) sources {
	in := intake.New(s, p.Web)
	in.Rules = p.Rules()
	return sources{p.Run, in, &ahead{pages: map[string]*coming{}}}
}

// Fetch implements [ui.Sources].
func (s sources) Fetch(ctx context.Context, address string, from *articles.Article) ([]ui.Reading, error) {
	if come, ok := s.ahead.take(address); ok {
		return come(ctx)
	}
	all, err := s.Intake.Fetch(ctx, address, from)
	return inReader(all), err
}

// Add implements [ui.Sources].
func (s sources) Add(ctx context.Context, thing string) (articles.Intake, error) {
	return s.Intake.Add(ctx, []string{thing}, intake.Options{}, func(intake.Event) {})
}

// Refresh implements [ui.Sources].
func (s sources) Refresh(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error) {
	return s.Intake.Refresh(ctx, progress)
}

// RefreshFrom implements [ui.Sources].
func (s sources) RefreshFrom(ctx context.Context, o articles.Origins, progress func(done, total int)) (articles.Refreshed, error) {
	return s.Intake.RefreshFrom(ctx, o, progress)
}

// files are the files of the disk, for the screens: see [ui.Files].
type files struct{ sources }

// Linked implements [ui.Files].
func (f files) Linked(ctx context.Context, from *articles.Article, target string) ([]ui.Reading, bool, error) {
	all, ok, err := f.LinkedFile(ctx, from, target)
	return inReader(all), ok, err
}

// Read implements [ui.Files].
func (f files) Read(ctx context.Context, path string) (ui.Reading, error) {
	r, err := f.ReadFile(ctx, path)
	return inReader([]intake.Reading{r})[0], err
}

// Watch implements [ui.Files].
func (f files) Watch(ctx context.Context, path string, was time.Time) <-chan struct{} {
	return watch.File(ctx, path, was)
}

// inReader is what was read as the reader takes it.
func inReader(all []intake.Reading) []ui.Reading {
	out := make([]ui.Reading, len(all))
	for i, r := range all {
		out[i] = ui.Reading{
			Article: r.Article, State: r.State, Saved: r.Saved, Whole: r.Whole, Document: r.Document, File: r.File, Stamp: r.Stamp, Coming: r.Coming,
		}
	}
	return out
}
