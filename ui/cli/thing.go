package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/markdown"
	"lede/store"
)

// A thing is what a word of the command line named: an article, with what the
// library knows of it, or a file with several.
type thing struct {
	*articles.Article                          // nil for several
	bundle            *importer.Bundle         // nil for one
	chapter           bool                     // it is printed between others of its book
	whole             func() *articles.Article // see importer.Glance
	document          *markdown.Document       // see importer.Glance
	state             articles.State
	related           []articles.Related
}

// look finds the article that ref names: the standard input for -, what stands
// at a web address, a file when there is one at that path (a folder is none),
// and else an article of the library, which is not opened before.
func (p *program) look(ctx context.Context, ref string, h importer.Hint) (*thing, error) {
	if articles.IsWeb(ref) {
		return p.lookWeb(ctx, ref, h)
	}
	g, err := p.lookOutside(ctx, ref, h)
	if err != nil {
		return nil, err
	}
	if g.Bundle != nil || g.Article != nil {
		return glimpsed(g), nil
	}
	if !p.hasLibrary() && isPath(ref) {
		return nil, missing(ref)
	}
	s, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	t, err := inLibrary(ctx, s, ref)
	if t != nil && h.URL != "" {
		t.URL = h.URL
	}
	return t, errors.Join(err, s.Close())
}

// glimpsed is what was read outside of the library.
func glimpsed(g importer.Glance) *thing {
	if g.Bundle != nil {
		g.Bundle.Load()
		return &thing{bundle: g.Bundle}
	}
	return &thing{Article: g.Article, whole: g.Finish, document: g.Document, related: listed(g.Article)}
}

// lookOutside reads ref when it is a stream or a file; there is no article when
// it is neither.
func (p *program) lookOutside(ctx context.Context, ref string, h importer.Hint) (importer.Glance, error) {
	if ref == "-" {
		if isTerminal(p.Stdin) {
			_, _ = fmt.Fprintln(p.Stderr, "paste an article, then press ctrl-d") // a hint, no more
		}
		return h.Stream(ctx, p.Stdin)
	}
	if isTerminal(p.Stderr) {
		h.Waits = func() {
			_, _ = fmt.Fprintln(p.Stderr, "making ready what reads PDF: some seconds, this time only") // a hint, no more
		}
	}
	if _, err := os.Lstat(ref); isFolder(ref) || err != nil && !errors.Is(err, fs.ErrPermission) {
		return importer.Glance{}, nil // no file: it may be an article of the library
	}
	return h.File(ctx, ref)
}

// nameOf is how an error calls what a word of the command line names.
func nameOf(ref string) string {
	if strings.TrimSpace(ref) == "" {
		return strconv.Quote(ref)
	}
	return ref
}

// missing says why a word that names no article does not.
func missing(ref string) error {
	switch {
	case isFolder(ref):
		return fmt.Errorf("%s is a folder: lede add puts it into the library", ref)
	case articles.IsWeb(ref):
		return fmt.Errorf("%s is not in the library: lede add puts it there", ref)
	case isBare(ref):
		return fmt.Errorf("%s is no file and no article of the library: if it is an address, write https://%s", ref, ref)
	case isPath(ref):
		return fmt.Errorf("%s does not exist", ref)
	}
	return fmt.Errorf("%s is no file and no article of the library: lede list shows what there is", nameOf(ref))
}

func inLibrary(ctx context.Context, s *store.Store, ref string) (*thing, error) {
	id, err := s.Resolve(ctx, ref)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, missing(ref)
	case err != nil:
		return nil, err
	}
	a, state, err := s.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	const relatedMost = 10
	related, err := s.Related(ctx, a, relatedMost)
	return &thing{Article: a, state: state, related: related}, err
}

// listed is the article's own list of related ones, for one that stands
// outside of the library.
func listed(a *articles.Article) []articles.Related {
	var out []articles.Related
	for _, link := range a.Related {
		r := articles.Related{Title: link.Title, Reason: "listed here"}
		if articles.IsWeb(link.Target) {
			r.URL = link.Target
		}
		if r.Title == "" {
			r.Title = strings.TrimPrefix(link.Target, "file:")
		}
		out = append(out, r)
	}
	return out
}

func (p *program) hasLibrary() bool {
	path, err := p.libraryPath()
	if err != nil {
		return false
	}
	_, err = os.Stat(path)
	return err == nil
}

func isFolder(ref string) bool {
	info, err := os.Stat(ref)
	return err == nil && info.IsDir()
}

func isFile(ref string) bool {
	info, err := os.Stat(ref)
	return err == nil && !info.IsDir()
}

// isPath reports whether ref can only be meant as the path of a file.
func isPath(ref string) bool {
	return !articles.IsWeb(ref) && (importer.IsText(ref) || strings.ContainsRune(filepath.ToSlash(ref), '/'))
}
