package cli

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
	"lede/ui/cli/usage"
)

// A thing is what a word of the command line named: an article, with what the
// library knows of it, or a file with several.
type thing struct {
	*articles.Article                          // nil for several
	name              string                   // of their file
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
		return glimpsed(ref, g), nil
	}
	if !p.HasLibrary() && intake.IsPath(ref) {
		return nil, missing(ref)
	}
	s, err := p.Open(ctx)
	if err != nil {
		return nil, err
	}
	t, err := inLibrary(ctx, s, ref)
	if t != nil && h.URL != "" {
		t.URL = h.URL
	}
	return t, errors.Join(err, s.Close())
}

// glimpsed is what was read outside of the library, under a name.
func glimpsed(ref string, g importer.Glance) *thing {
	if b := g.Bundle; b != nil {
		b.Load()
		return &thing{name: ref, bundle: b}
	}
	return &thing{Article: g.Article, whole: g.Finish, document: g.Document, related: format.Listed(g.Article)}
}

// lookOutside reads ref when it is a stream or a file; there is no article when
// it is neither.
func (p *program) lookOutside(ctx context.Context, ref string, h importer.Hint) (importer.Glance, error) {
	h.Waits = p.PDFWaits()
	if ref == "-" {
		return h.Stream(ctx, p.Typed())
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

// lookWeb finds the article at a web address: in the library, which is not made
// for it, or else on the web.
func (p *program) lookWeb(ctx context.Context, ref string, h importer.Hint) (*thing, error) {
	if p.HasLibrary() && !h.WholePage {
		s, err := p.Open(ctx)
		if err != nil {
			return nil, err
		}
		t, err := kept(ctx, p.Intake(s), s, ref)
		if err := errors.Join(err, s.Close()); t != nil || err != nil {
			return t, err
		}
	}
	g, err := h.Web(ctx, p.Web(), ref)
	if err != nil {
		return nil, err
	}
	return glimpsed(ref, g), nil
}

// kept is the article of the library at a web address; nil when there is none.
func kept(ctx context.Context, in *intake.Intake, s *store.Store, ref string) (*thing, error) {
	id, err := in.Kept(ctx, ref)
	if id == "" || err != nil {
		return nil, err
	}
	return inLibrary(ctx, s, string(id))
}
