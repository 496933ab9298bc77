package importer

import (
	"context"
	"fmt"

	"lede/articles"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/pdf"
)

const portable = "a PDF document"

// bytesKind is what data is that is read as it came, and not as a text; empty for
// a text. An error says why it is not read.
func (s source) bytesKind(data string) (string, error) {
	if !filetype.IsMarkdown(s.kind) && pdf.Is(data) {
		return portable, nil
	}
	if err := s.refused(data); err != nil {
		return "", err
	}
	return mailKind(s.kind, data), nil
}

// readPDF makes an article of a document of PDF.
func readPDF(s source, data string) (a *articles.Article, err error) {
	ctx, engine := s.hint.ctx, s.hint.engine
	if ctx == nil {
		ctx = context.Background()
	}
	if engine == nil {
		engine = &pdf.Engine{Compiles: s.hint.Waits}
		defer engine.Close() //nolint:errcheck // what was read is read
	}
	warn := func(err error) {
		if s.hint.Warn != nil {
			s.hint.Warn(fmt.Errorf("%s: %w", filename.Shown(s.name), err))
		}
	}
	if a, err = engine.Read(ctx, data, warn); err != nil {
		return nil, err
	}
	if a.Title == "" {
		a.Title = s.titleFor(a.Markdown)
	}
	if a.Published.IsZero() {
		file, _ := s.file()
		a.Published = filename.Date(file)
	}
	a.URL = s.hint.URL
	return a, nil
}
