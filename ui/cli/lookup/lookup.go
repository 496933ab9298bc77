// Package lookup finds what a word of the command line names: an article of the library,
// a file, a stream, or a page of the web.
package lookup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/articles/markdown"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// A Thing is what a word of the command line named: an article, with what the
// library knows of it, or a file with several.
type Thing struct {
	*articles.Article                          // nil for several
	Name              string                   // of their file
	Bundle            *importer.Bundle         // nil for one
	Chapter           bool                     // it is printed between others of its book
	Whole             func() *articles.Article // see importer.Glance
	Document          *markdown.Document       // see importer.Glance
	State             articles.State
	Related           []articles.Related
}

// Find finds the article that ref names: the standard input for -, what stands
// at a web address, a file when there is one at that path (a folder is none),
// and else an article of the library, which is not opened before.
func Find(ctx context.Context, r *run.Run, ref string, h importer.Hint) (*Thing, error) {
	if articles.IsWeb(ref) {
		return web(ctx, r, ref, h)
	}
	g, err := Outside(ctx, r, ref, h)
	if err != nil {
		return nil, err
	}
	if g.Bundle != nil || g.Article != nil {
		return glimpsed(ref, g), nil
	}
	if !r.HasLibrary() && intake.IsPath(ref) {
		return nil, missing(ref)
	}
	s, err := r.Open(ctx)
	if err != nil {
		return nil, err
	}
	t, err := InLibrary(ctx, s, ref)
	if t != nil && h.URL != "" {
		t.URL = h.URL
	}
	return t, errors.Join(err, s.Close())
}

// glimpsed is what was read outside of the library, under a name.
func glimpsed(ref string, g importer.Glance) *Thing {
	if b := g.Bundle; b != nil {
		b.Load()
		return &Thing{Name: ref, Bundle: b}
	}
	return &Thing{Article: g.Article, Whole: g.Finish, Document: g.Document, Related: format.Listed(g.Article)}
}

// Outside reads ref when it is a stream or a file; there is no article when
// it is neither.
func Outside(ctx context.Context, r *run.Run, ref string, h importer.Hint) (importer.Glance, error) {
	h.Waits = r.PDFWaits()
	if ref == "-" {
		return h.Stream(ctx, r.Typed())
	}
	ref = intake.Meant(ref)
	if _, err := os.Lstat(ref); intake.IsFolder(ref) || err != nil && !errors.Is(err, fs.ErrPermission) {
		return importer.Glance{}, nil // no file: it may be an article of the library
	}
	return h.File(ctx, ref)
}

// missing says why a word that names no article does not.
func missing(ref string) error {
	switch {
	case articles.IsWeb(ref):
		return fmt.Errorf("%s is not in the library: lede add puts it there", ref)
	case intake.IsBare(ref):
		return fmt.Errorf("%s is no file and no article of the library: if it is an address, write https://%s", ref, ref)
	}
	if err := intake.Refuse(ref); err != nil {
		return err
	}
	return fmt.Errorf("%s is no file and no article of the library: lede list shows what there is", usage.Name(ref))
}

// InLibrary finds the article of a library that ref names.
func InLibrary(ctx context.Context, s *store.Store, ref string) (*Thing, error) {
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
	return &Thing{Article: a, State: state, Related: related}, err
}

// web finds the article at a web address: in the library, which is not made
// for it, or else on the web.
func web(ctx context.Context, r *run.Run, ref string, h importer.Hint) (*Thing, error) {
	if r.HasLibrary() && !h.WholePage {
		s, err := r.Open(ctx)
		if err != nil {
			return nil, err
		}
		t, err := Kept(ctx, r.Intake(s), s, ref)
		if err := errors.Join(err, s.Close()); t != nil || err != nil {
			return t, err
		}
	}
	g, err := h.Web(ctx, r.Web(), ref)
	if err != nil {
		return nil, err
	}
	return glimpsed(ref, g), nil
}

// Kept is the article of the library at a web address; nil when there is none.
func Kept(ctx context.Context, in *intake.Intake, s *store.Store, ref string) (*Thing, error) {
	id, err := in.Kept(ctx, ref)
	if id == "" || err != nil {
		return nil, err
	}
	return InLibrary(ctx, s, string(id))
}
