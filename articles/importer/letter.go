package importer

import (
	"errors"
	"strings"

	"lede/articles"
	"lede/articles/importer/filetype"
	"lede/articles/importer/mail"
	"lede/articles/importer/webpage"
)

// The sorts of messages.
const (
	letter    = "a message"
	savedPage = "a page that was saved as a message"
)

// mailKind is which sort of message data is; empty when it is none.
func mailKind(name, data string) string {
	const far = 64 << 10
	if filetype.IsMarkdown(name) || filetype.IsHTML(name) || !mail.Is(data[:min(len(data), far)], filetype.IsMail(name)) {
		return ""
	}
	if ext := filetype.Extension(name); ext == ".mht" || ext == ".mhtml" || ext != ".eml" && mail.IsArchive(data) {
		return savedPage
	}
	return letter
}

// isBox reports whether what begins with start holds several messages.
func isBox(name, start string) bool {
	ext := filetype.Extension(name)
	return ext != ".eml" && ext != ".emlx" && !filetype.IsMarkdown(name) && mail.IsBox(start)
}

// readLetter makes an article of a message.
func readLetter(s source, data string) (*articles.Article, error) {
	a, err := mail.Read(data)
	if err != nil {
		return nil, err
	}
	a.URL = nonEmpty(s.hint.URL, a.URL)
	s.headed(a)
	return a, nil
}

// headed takes the title of a letter off its text, or makes one where it has
// none.
func (s source) headed(a *articles.Article) {
	a.Markdown = strings.TrimLeft(a.Markdown, "\n")
	if a.Title != "" {
		_, a.Markdown = cutTitle(a.Title, a.Markdown)
		return
	}
	s.origin = a.Origin // its words tell more than the name of its file
	a.Title = s.titleFor(a.Markdown)
}

// readSavedPage makes an article of a page that was saved as a message.
func readSavedPage(s source, data string) (*articles.Article, error) {
	page, err := mail.ReadArchive(data)
	if err != nil {
		return nil, err
	}
	s.hint.URL, s.hint.Charset = nonEmpty(s.hint.URL, page.URL), ""
	a, err := readPage(s, page.HTML)
	if errors.Is(err, webpage.ErrNoArticle) && s.hint.WholePage {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	a.Title = nonEmpty(a.Title, page.Title)
	a.Images = page.Images(a.Markdown)
	return a, nil
}
