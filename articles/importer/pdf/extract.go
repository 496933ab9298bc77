package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"lede/articles/importer/pdf/layout"
)

// limits are the most that is read of a document.
type limits struct {
	pages   int
	letters int
	time    time.Duration
}

var usual = limits{pages: 5000, letters: 8 << 20, time: 3 * time.Minute}

// contents are the pages of a document and what it says of itself.
type contents struct {
	pages    []layout.Page
	meta     map[string]string
	all      int   // pages in the document, of which pages are the first
	flaw     error // why some of them are missing
	pictures bool  // something is drawn on a page without words
}

// What a document can say to be read is told by these.
var (
	errLocked  = errors.New("the PDF is locked with a password: qpdf --decrypt --password=… writes one that is not")
	errDamaged = errors.New("the PDF is damaged or not all there: download it again")
	errSlow    = errors.New("the PDF takes too long to read: it is damaged, or larger than lede is made for")
	errScan    = errors.New("the PDF has no text: it is a scan; ocrmypdf makes one that has")
	errNothing = errors.New("the PDF has no text in it")
)

// extract reads the words of all pages. When ctx ends, so does PDFium, whatever
// it does at the time.
func (e *Engine) extract(ctx context.Context, data string, most limits) (*contents, error) {
	if !strings.Contains(data, "obj") {
		return nil, errDamaged // and not worth starting for
	}
	pool, err := e.start()
	if err != nil {
		return nil, err
	}
	defer e.users.Done()
	in, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("start the reader of PDF: %w", err)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, most.time, errSlow)
	defer cancel()
	killed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(killed)
		in.Kill() //nolint:errcheck // it ends, or has ended
	})
	c, err := read(ctx, in, data, most)
	if !stop() {
		<-killed
		return nil, context.Cause(ctx)
	}
	if closed := in.Close(); closed != nil && err == nil {
		err = closed
	}
	return c, err
}

// document is one that is being read.
type document struct {
	in   pdfium.Pdfium
	ref  references.FPDF_DOCUMENT
	left int // letters that may still be read
	font map[string]layout.Font
}

func read(ctx context.Context, in pdfium.Pdfium, data string, most limits) (*contents, error) {
	bytes := []byte(data)
	open, err := in.OpenDocument(&requests.OpenDocument{File: &bytes})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, errLocked
	case err != nil:
		return nil, errDamaged
	}
	d := &document{in: in, ref: open.Document, left: most.letters, font: map[string]layout.Font{}}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil || count.PageCount == 0 {
		return nil, errDamaged
	}
	c := &contents{all: count.PageCount, meta: d.meta()}
	for i := 0; i < min(c.all, most.pages) && d.left > 0 && ctx.Err() == nil; i++ {
		page, drawn, err := d.page(i)
		if err != nil && c.flaw == nil {
			c.flaw = fmt.Errorf("page %d cannot be read", i+1)
		}
		c.pages, c.pictures = append(c.pages, page), c.pictures || drawn
	}
	return c, ctx.Err()
}

// meta is what the document says of itself, by the names that PDF has.
func (d *document) meta() map[string]string {
	out := map[string]string{}
	for _, tag := range [...]string{"Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"} {
		if r, err := d.in.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: tag}); err == nil {
			out[tag] = strings.TrimSpace(strings.Trim(r.Value, "\x00"))
		}
	}
	return out
}

// page reads one page. Each call into PDFium costs some microseconds, more than
// it takes to do the work: what is the same for the letters of a word is asked
// once. Drawn says that it has no words and is not empty.
func (d *document) page(index int) (of layout.Page, drawn bool, err error) {
	ref, err := d.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: index})
	if err != nil {
		return layout.Page{}, false, err
	}
	defer d.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: ref.Page}) //nolint:errcheck // nothing hangs on it
	one := requests.Page{ByReference: &ref.Page}
	text, err := d.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: one})
	if err != nil {
		return layout.Page{}, false, err
	}
	defer d.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) //nolint:errcheck // nothing hangs on it
	p := &page{document: d, text: text.TextPage, upright: d.upright(one)}
	p.Width, p.Height = p.size()
	if err := p.words(); err != nil {
		return p.Page, false, err
	}
	p.links(ref.Page)
	if len(p.Words) == 0 {
		n, err := d.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: one})
		drawn = err == nil && n.Count > 0
	}
	return p.Page, drawn, nil
}

// page is one that is being read.
type page struct {
	*document
	layout.Page
	upright
	text  references.FPDF_TEXTPAGE
	index []int // that PDFium has for the letters; nil when it is the same
}

// words reads the words of a page.
func (p *page) words() error {
	count, err := p.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil {
		return err
	}
	letters := make([]rune, min(count.Count, p.left))
	p.left -= len(letters)
	for i := range letters {
		r, err := p.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.text, Index: i})
		if err != nil {
			return err
		}
		letters[i] = rune(uint32(r.Unicode))
	}
	if err := p.parted(letters); err != nil || !p.misparted() {
		return err
	}
	return p.measured(letters)
}

// parted reads words as blanks part them.
func (p *page) parted(letters []rune) error {
	joined := false
	for at := 0; at < len(letters); {
		if isBlank(letters[at]) {
			joined = joined && letters[at] == 0
			at++
			continue
		}
		end := at + 1
		for end < len(letters) && !isBlank(letters[end]) && !isHyphen(letters[end-1]) {
			end++
		}
		if err := p.word(letters, at, end, joined); err != nil {
			return err
		}
		joined, at = true, end
	}
	return nil
}
