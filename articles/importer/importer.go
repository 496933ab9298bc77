package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/markdown"
)

// MaxSize is the most that one article may have, in bytes. The Bible in plain
// text has 4 MB.
const MaxSize = 64 << 20

// Read makes an article of the bytes of a file or stream. The name is the path
// of the file, or empty for a stream; with the look of the bytes it tells what
// they are: Markdown with or without front matter, or plain text. An error is
// one line that begins with the name.
func Read(name string, data []byte) (*articles.Article, error) {
	s := source{name: name}
	if name == "" {
		sum := sha256.Sum256(data)
		s = source{name: "input", origin: "text:" + hex.EncodeToString(sum[:])}
	} else if origin, err := originOf(name); err != nil {
		return nil, fmt.Errorf("read %s: %w", shown(name), err)
	} else {
		s.origin = origin
	}
	return read(s, data)
}

// originOf is the origin of the file at a path, the same one through whatever
// links and from whatever directory it is named.
func originOf(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if real, broken := filepath.EvalSymlinks(abs); broken == nil {
		abs = real
	}
	return FileOrigin(abs), err
}

func read(s source, data []byte) (*articles.Article, error) {
	name := shown(s.name)
	if len(data) > MaxSize {
		return nil, tooLarge(name + " is")
	}
	if what := binary(data); what != "" {
		return nil, fmt.Errorf("%s is %s, not text: %s", name, what, supported)
	}
	text := decode(data)
	if strings.TrimSpace(text) == "" {
		return nil, fmt.Errorf("%s is empty", name)
	}
	if what := markup(s.name, text); what != "" {
		return nil, fmt.Errorf("%s is %s: %s", name, what, supported)
	}
	a, err := readText(s, text)
	if err != nil {
		if e, ok := errors.AsType[*fieldError](err); ok {
			return nil, fmt.Errorf("%s:%s", name, articles.CleanLine(e.Error()))
		}
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if a.Title == "" {
		return nil, fmt.Errorf("%s has no text in it", name)
	}
	a.Origin = s.origin
	a.ID = articles.NewID(s.origin)
	if a.Slug == "" {
		a.Slug = articles.Slug(a.Title)
	}
	return a, nil
}

const supported = "lede reads Markdown and plain text"

// shown is the name of a file as a message has it: a name of nothing but
// control characters is quoted.
func shown(name string) string {
	if clean := articles.CleanLine(name); clean != "" {
		return clean
	}
	return strconv.QuoteToASCII(name)
}

func tooLarge(what string) error {
	return fmt.Errorf("%s over the limit of %d MB for one article", what, MaxSize>>20)
}

func readText(s source, text string) (*articles.Article, error) {
	front, body, err := splitFront(text)
	switch {
	case err != nil:
		return nil, err
	case front != nil || isMarkdown(s.name) || looksLikeMarkdown(text):
		return readMarkdown(s, front, body), nil
	}
	return readPlain(s, text), nil
}

// readMarkdown makes an article of a body and its front matter, which may be
// nil. The title is the front matter's, or else the heading of level 1, or
// else the name of the file; where the body repeats it, it goes.
func readMarkdown(s source, front fields, body string) *articles.Article {
	a := &articles.Article{}
	front.fill(a, s)
	a.Title, body = cutTitle(a.Title, strings.Trim(body, "\n"))
	found := markdown.Survey(a.Title, body)
	if a.Title == "" {
		title, rest, ok := cutOnlyTitle(body, found.Headings)
		if ok {
			a.Title, body = title, rest
			found = markdown.Survey(title, body)
		}
	}
	a.Title = nonEmpty(a.Title, s.titleFor(body, found))
	file, ok := s.file()
	if a.Published.IsZero() {
		a.Published = dateOfPath(file)
	}
	if ok && a.Slug == "" {
		a.Slug = slugOf(file)
	}
	a.Markdown = strings.TrimRight(body, " \t\n") + "\n"
	survey(a, s, found)
	return a
}

func survey(a *articles.Article, s source, found markdown.Found) {
	a.Length = found.Length
	a.Links = s.links(found.Links)
	a.Terms = found.Terms
}

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
