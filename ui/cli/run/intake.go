package run

import (
	"fmt"
	"io"
	"sync"

	"lede/articles/importer/intake"
	"lede/articles/rules"
	"lede/store"
	"lede/ui/terminal"
)

// Intake is what takes things into a library, for this run.
func (r *Run) Intake(s *store.Store) *intake.Intake {
	in := intake.New(s, r.Web)
	in.Stdin, in.Waits, in.Rules = r.Typed(), r.PDFWaits(), r.Rules()
	return in
}

// Rules are those of the settings: what is wrong with one was told.
func (r *Run) Rules() []rules.Rule {
	var all []rules.Rule
	for _, text := range r.Settings.Config().Rules {
		if rule, err := rules.Parse(text); err == nil {
			all = append(all, rule)
		}
	}
	return all
}

// Typed is the standard input. Whoever reads a terminal there is told how to end
// what they type.
func (r *Run) Typed() io.Reader {
	if !terminal.Is(r.Stdin) {
		return r.Stdin
	}
	return &prompted{r.Stdin, sync.OnceFunc(func() {
		_, _ = fmt.Fprintln(r.Stderr, "paste an article, then press ctrl-d") // a hint, no more
	})}
}

// prompted is a terminal to read that says so first.
type prompted struct {
	io.Reader
	prompt func()
}

// Read implements io.Reader.
func (r *prompted) Read(b []byte) (int, error) {
	r.prompt()
	return r.Reader.Read(b)
}

// PDFWaits tells who waits at a terminal why; nil where nobody does.
func (r *Run) PDFWaits() func() {
	if !terminal.Is(r.Stderr) {
		return nil
	}
	return func() {
		_, _ = fmt.Fprintln(r.Stderr, "making ready what reads PDF: some seconds, this time only") // a hint, no more
	}
}
