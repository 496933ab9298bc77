package cli

import (
	"context"
	"io"

	"lede/articles/importer"
	"lede/ui/cli/format"
	"lede/ui/cli/lookup"
	"lede/ui/cli/run"
)

// writeBundle prints all articles of a file in their order.
func (p *program) writeBundle(ctx context.Context, w io.Writer, b *importer.Bundle, s showing) error {
	for _, err := range b.Failed {
		p.Complain(err)
	}
	if err := ctx.Err(); err != nil { // which is then what failed
		return err
	}
	var err error
	switch s.format {
	case "json", "md", "html":
		err = format.Bundle(w, b, s.format)
	default:
		for i, e := range b.Items {
			if err := ctx.Err(); err != nil {
				return err
			}
			if i > 0 {
				if _, err := io.WriteString(w, "\n\n"); err != nil {
					return err
				}
			}
			if err := p.typeset(ctx, w, printed(b, e, s), s); err != nil {
				return err
			}
		}
	}
	if err == nil && len(b.Failed) > 0 {
		return run.ErrReported
	}
	return err
}

// printed is an article of a file as it stands between the others. A chapter has
// its title above it, which in the text of a book is of the book's own words.
func printed(b *importer.Bundle, e importer.Entry, s showing) *lookup.Thing {
	t := &lookup.Thing{Article: e.Article, Related: format.Listed(e.Article), Chapter: b.Kind == importer.BookBundle}
	if t.Chapter && e.Named && s.format == "text" {
		a := *e.Article
		a.Title = ""
		t.Article = &a
	}
	return t
}
