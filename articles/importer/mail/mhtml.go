package mail

import (
	"errors"
	"strings"

	"lede/articles"
)

// Archive is a page that a browser saved with its pictures as one message
// (MHTML, RFC 2557).
type Archive struct {
	HTML      string // in UTF-8
	URL       string // where it came from; empty when that was a file
	Title     string // as the browser had it
	resources map[string]*part
}

// IsArchive reports whether a message that begins with start is a page that was
// saved: nobody sent it.
func IsArchive(start string) bool {
	h, _ := cutHeader(trimStart(start))
	kind, _ := h.mediaType()
	if h.raw("Snapshot-Content-Location") != "" {
		return true
	}
	return h.count([]string{"To", "Received", "Message-Id", "Delivered-To", "Return-Path"}) == 0 &&
		(kind == "multipart/related" || kind == "text/html") && h.count([]string{"Mime-Version", "Content-Location"}) > 0
}

// ReadArchive reads a page that was saved.
func ReadArchive(text string) (*Archive, error) {
	if len(text) > MaxSize {
		return nil, errTooLong
	}
	p := parse(trimStart(text))
	main := p
	if len(p.parts) > 0 {
		main = p.root()
	}
	page := main.first("text/html")
	if page == nil {
		page = main.first("application/xhtml+xml")
	}
	if page == nil {
		return nil, errors.New("no page is in it")
	}
	a := &Archive{HTML: page.text(), Title: p.text1("Subject"), resources: map[string]*part{}}
	for _, at := range [...]string{p.raw("Snapshot-Content-Location"), page.raw("Content-Location"), p.raw("Content-Location")} {
		if at = articles.CleanLine(strings.TrimSpace(at)); a.URL == "" && articles.IsWeb(at) {
			a.URL = at
		}
	}
	for _, c := range p.parts {
		if c != page {
			c.name(a.resources)
		}
	}
	return a, nil
}

// Images are the pictures of the message that a text shows.
func (a *Archive) Images(text string) []articles.Image { return pictures(text, a.resources) }
