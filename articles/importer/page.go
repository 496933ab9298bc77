package importer

import (
	"context"
	"errors"
	"time"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/pdf"
	"lede/articles/importer/webpage"
)

// Hint is what is known of a file or stream beside its bytes.
type Hint struct {
	URL       string          // the address that it came from
	Charset   string          // that the server said it is in
	WholePage bool            // of a web page, all that it shows is wanted
	Public    bool            // of a web address, that something from the web named it: see fetch.Request
	Access    articles.Access // of a web address: see fetch.Request
	Images    bool            // of what is on the web, the images are wanted too
	Bookmark  bool            // of a web page, only what it says of itself is wanted

	// Reader names this program, see [articles.Original].
	Reader string
	// Known reports whether the article with an ID is what this program makes of
	// an original. Then the file is not read again. It may be nil and is called
	// from several goroutines. A refresh asks it of a book too, with an empty ID.
	Known func(id articles.ID, o *articles.Original) bool

	// Refresh is for folders that are read again, without being asked for each
	// file: what says what was once, such as records and exports of other
	// services, is left alone as if it were known, and so are files that are
	// empty.
	Refresh bool
	// Warn is called with what is wrong in a file that is read all the same, in one
	// line, by several goroutines; nil for nobody.
	Warn func(error)
	// Passed is called with the name of each file in a folder that is not read and
	// that somebody may look for among the articles, by one goroutine before the
	// walk ends; nil for nobody.
	Passed func(name string)
	// Waits is called when the first PDF of this user is to be read, which takes some
	// seconds more; nil for nobody.
	Waits func()
	// Work is held while a file is read, by others too; nil for as many files at
	// a time as there are processors.
	Work chan struct{}

	written time.Time       // when the file was, that one article is made of
	folder  string          // that the file stands in; what stands beside it can be read
	disk    *disk.Files     // of a walk; nil for a file by itself
	engine  *pdf.Engine     // of a walk; nil for one that is started for a file
	ctx     context.Context // ends the reading of a PDF; nil for what nobody waits for
}

const webPage = "a web page"

// readPage makes an article of a web page. One without an article in it can
// still be kept: then the error is [webpage.ErrNoArticle].
func readPage(s source, data string) (*articles.Article, error) {
	p, err := webpage.Parse(webpage.Source{Data: data, URL: s.hint.URL, Charset: s.hint.Charset, WholePage: s.hint.WholePage})
	if s.hint.Bookmark && (err == nil || errors.Is(err, webpage.ErrNoArticle)) {
		return p.Article, nil
	}
	if err == nil && s.rest != nil {
		err = s.rest(&p)
	}
	if err != nil {
		return nil, err
	}
	a := p.Article
	a.URL = nonEmpty(a.URL, s.hint.URL)
	if a.Title == "" {
		a.Title = s.titleFor(a.Markdown)
	}
	return a, nil
}
