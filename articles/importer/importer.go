package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/fetch"
	"lede/articles/importer/filename"
	"lede/articles/importer/frontmatter"
	"lede/articles/importer/links"
	"lede/articles/importer/mail"
	"lede/articles/importer/opml"
	"lede/articles/importer/record"
	"lede/articles/importer/webpage"
	"lede/articles/markdown"
)

// Read makes an article of the bytes of a file or stream. The name is the path
// of the file, or empty for a stream; with the look of the bytes it tells what
// they are: Markdown with or without front matter, or plain text. An error is
// one line that begins with the name; a file with several articles is one.
func Read(name, data string) (*articles.Article, error) {
	g, err := Hint{}.Read(name, data)
	if err != nil {
		return nil, err
	}
	return g.Single(name)
}

// A Glance is what a file or stream holds: an article, as far as its first
// screen needs it, or several.
type Glance struct {
	*articles.Article // nil for several
	Bundle            *Bundle
	Lost              []error // why images that were wanted are not there
	Known             bool    // see [Hint]: there is nothing new in it, and nothing else is set
	// Whole returns the article with all that a survey of its text finds: its
	// length, of which there is an estimate till then, and links. It is
	// nil where that is known already: in a text that is soon looked through.
	Whole func() *articles.Article
	// Document is the text of a very long article, cut; nil for a shorter one.
	Document *markdown.Document
}

// Finish returns the whole article; nil for several.
func (g Glance) Finish() *articles.Article {
	if g.Whole == nil {
		return g.Article
	}
	return g.Whole()
}

// Single is the whole article; an error with this name for several.
func (g Glance) Single(name string) (*articles.Article, error) {
	if g.Bundle != nil {
		return nil, severalError(name, g.Bundle)
	}
	return g.Finish(), nil
}

// Articles are all that the file holds, each of them whole.
func (g Glance) Articles() iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		switch {
		case g.Bundle != nil:
			g.Bundle.Articles()(yield)
		case g.Article != nil:
			yield(g.Finish())
		}
	}
}

// idWithin is how far into a file its record's ID is looked for, in bytes.
const idWithin = 64 << 10

// soonSurveyed is how long a text may be, in bytes, to be surveyed before it
// is shown: some 5 ms.
const soonSurveyed = 64 << 10

// Read is [Read] for one or several articles that somebody waits for, with what
// is known of their file.
func (h Hint) Read(name, data string) (Glance, error) {
	s, err := sourceOf(name, data, h)
	if err != nil {
		return Glance{}, err
	}
	if h.Refresh && strings.HasPrefix(data, "---\n") && record.ID([]byte(data[:min(len(data), idWithin)])) != "" ||
		h.Known != nil && h.Known(articles.NewID(s.origin), s.original(data)) {
		return Glance{Known: true}, nil
	}
	g, err := glanceAt(s, data)
	if h.Refresh && g.Article != nil && g.Origin != s.origin && !strings.HasPrefix(g.Origin, mail.Scheme) {
		return Glance{Known: true}, nil // a record, written by another hand
	}
	return g, err
}

func glanceAt(s source, data string) (Glance, error) {
	data, err := unpacked(s, data)
	if err != nil {
		return Glance{}, err
	}
	if b, err := bundleOf(s, data); b != nil || err != nil {
		return Glance{Bundle: b}, err
	}
	a, err := draft(s, data)
	if err != nil {
		return Glance{}, err
	}
	if len(a.Markdown) <= soonSurveyed {
		survey(a, s)
		return Glance{Article: a}, nil
	}
	g := Glance{Article: a, Whole: func() *articles.Article {
		whole := *a
		survey(&whole, s)
		return &whole
	}}
	var cut sync.WaitGroup
	if len(a.Markdown) >= disk.Bulk {
		cut.Go(func() { g.Document = markdown.Parse(a.Markdown) })
	}
	a.Length = markdown.Gauge(a.Markdown)
	cut.Wait()
	return g, nil
}

func sourceOf(name, data string, h Hint) (source, error) {
	s := source{name: name, kind: name, hint: h}
	if name == "" {
		sum := sha256.Sum256([]byte(data))
		s = source{name: "input", origin: "text:" + hex.EncodeToString(sum[:]), hint: h}
	} else if articles.IsWeb(name) {
		s.kind, s.origin, s.hint.URL = "", name, nonEmpty(h.URL, name)
	} else if origin, err := links.OriginOf(name); err != nil {
		return source{}, fmt.Errorf("read %s: %w", filename.Shown(name), err)
	} else {
		s.origin = origin
	}
	return s, nil
}

func read(s source, data string) (*articles.Article, error) {
	a, err := draft(s, data)
	if err == nil {
		survey(a, s)
	}
	return a, err
}

// draft is read without the survey.
func draft(s source, data string) (*articles.Article, error) {
	name := filename.Shown(s.name)
	if len(data) > disk.MaxSize {
		return nil, disk.TooLarge(name + " is")
	}
	what, err := s.bytesKind(data)
	if err != nil {
		return nil, err
	}
	text := data
	if what == "" {
		text = decode(data, s.hint.Charset)
	}
	if !articles.Shows(text) {
		return nil, fmt.Errorf("%s %w", name, errEmpty)
	}
	var a *articles.Article
	if what == "" {
		what = markup(s.kind, text)
	}
	switch what {
	case "":
		if foreign := s.written(text); foreign != nil {
			return nil, foreign
		}
		if a, err = readText(s, text); err == nil && s.hint.URL != "" {
			a.URL = s.hint.URL
		}
	case portable:
		a, err = readPDF(s, data)
	case letter:
		a, err = readLetter(s, data)
	case savedPage:
		a, err = readSavedPage(s, data)
	case webPage:
		a, err = readPage(s, data)
	case subscriptionList:
		a, err = opml.Article(s.kind, data)
	default:
		return nil, fmt.Errorf("%s is %s: %s", name, what, supported)
	}
	if err != nil {
		return nil, s.failed(what, err)
	}
	if a.Title == "" {
		return nil, fmt.Errorf("%s has no text in it", name)
	}
	if a.ID == "" { // and no record
		a.Origin = nonEmpty(a.Origin, s.origin)
		a.ID = articles.NewID(a.Origin)
		if a.Slug == "" {
			a.Slug = articles.Slug(a.Title)
		}
		a.Original = s.original(data)
		s.age(a)
	}
	return a, nil
}

// failed is why the source, which is what it is, is not read: a line that begins
// with its name.
func (s source) failed(what string, err error) error {
	name := filename.Shown(s.name)
	if _, ok := errors.AsType[*fetch.Error](err); ok {
		return err // it names an address, of a part
	}
	if w, ok := errors.AsType[*webpage.Wall](err); ok && articles.IsWeb(s.origin) {
		return fmt.Errorf("%s %s: %s, or keep its address with lede add --bookmark", name, w.Is, w.Try)
	}
	if errors.Is(err, webpage.ErrNoArticle) && articles.IsWeb(s.origin) {
		return fmt.Errorf("%s %w", name, errNothing)
	}
	if e, ok := errors.AsType[*frontmatter.FieldError](err); ok {
		return fmt.Errorf("%s:%s", name, articles.CleanLine(e.Error()))
	}
	if what == portable {
		return fmt.Errorf("%s: %w", name, err)
	}
	return fmt.Errorf("read %s: %w", name, err)
}

// errEmpty is of a file without a text; the name stands before it.
var errEmpty = errors.New("is empty")

const supported = "lede reads web pages, feeds, EPUB books, PDF, mail, exports of other services, Markdown and plain text"

func survey(a *articles.Article, s source) {
	s.origin = a.Origin // links lead from there
	found := markdown.Survey(a.Markdown)
	a.Length = found.Length
	a.Links = s.from().All(found.Links)
	if a.Dek == "" {
		a.Opening = markdown.Lede(a.Markdown)
	}
}

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
