package importer

import (
	"fmt"
	"strings"

	"lede/articles"
	"lede/articles/importer/charset"
	"lede/articles/importer/clipping"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/frontmatter"
	"lede/articles/importer/record"
	"lede/articles/markdown"
)

// readText makes an article of Markdown, of a record or of a plain text.
func readText(s source, text string) (*articles.Article, error) {
	front, body, flaw, err := frontmatter.Split(text)
	if flaw != nil && len(flaw.Unread) > 0 && front.SayNothing(s.from()) {
		front, body, flaw = nil, text, nil // prose with a colon in it, between two rules
	}
	switch {
	case err != nil:
		return nil, err
	case flaw != nil && record.Is(front):
		return nil, &flaw.FieldError // what the reader did would be lost
	case flaw != nil:
		return s.flawed(front, body, flaw), nil
	case record.Is(front) && strings.HasPrefix(text, "---") && !articles.IsWeb(s.origin):
		// What comes from the web says nothing of this library.
		return readRecord(s, front, text)
	case front != nil || filetype.IsMarkdown(s.kind) || filetype.LooksLikeMarkdown(text):
		return readMarkdown(s, front, body), nil
	}
	return readPlain(s, text), nil
}

// readMarkdown makes an article of a body and its front matter, which may be
// nil. The title is the front matter's, or else the heading of level 1, or
// else the name of the file; where the body repeats it, it goes.
func readMarkdown(s source, front frontmatter.Fields, body string) *articles.Article {
	a := &articles.Article{}
	s.misread(a, front.Fill(a, s.from()))
	body = s.actedOut(a, front, body)
	a.Title, body = cutTitle(a.Title, strings.TrimLeft(body, "\n"))
	if a.Title == "" {
		if title, rest, ok := cutOnlyTitle(body); ok {
			a.Title, body = title, rest
		} else {
			a.Title = s.titleFor(body)
		}
	}
	a.Markdown = endLine(body)
	if file, ok := s.file(); ok {
		tagsOfNote(a, file, s.hint.disk)
	}
	return a
}

// flawed is readMarkdown of front matter with a mistake in it: that is told, and
// what of it was not read is shown with the article.
func (s source) flawed(front frontmatter.Fields, body string, f *frontmatter.Flaw) *articles.Article {
	a := readMarkdown(s, front, body)
	if s.hint.Warn != nil {
		s.hint.Warn(fmt.Errorf("%s:%s; the rest is read", filename.Shown(s.name), articles.CleanLine(f.Error())))
	}
	if len(f.Unread) > 0 {
		a.Notices = append(a.Notices, "In the front matter, this is no field: "+inLine(f.Unread))
	}
	return a
}

// misread tells of fields of which nothing is made, and shows them with the article,
// whole, for they stand nowhere else.
func (s source) misread(a *articles.Article, fields []string) {
	if len(fields) == 0 {
		return
	}
	words := inLine(fields)
	a.Notices = append(a.Notices, "In the front matter, this is not understood: "+words)
	if s.hint.Warn != nil {
		const most = 200
		if len(words) > most {
			words = strings.ToValidUTF8(words[:most], "") + "…"
		}
		s.hint.Warn(fmt.Errorf("%s: front matter: not understood: %s; the rest is read", filename.Shown(s.name), words))
	}
}

// inLine is lines of front matter as one.
func inLine(lines []string) string { return articles.CleanLine(strings.Join(lines, " / ")) }

// readRecord reads what lede wrote. One that is as lede wrote it is no original.
func readRecord(s source, front frontmatter.Fields, text string) (*articles.Article, error) {
	a, intact, err := record.Read(text, s.hint.folder)
	if err != nil {
		return nil, err
	}
	// The dates alone are not told by the reader of records.
	dates := frontmatter.Fields{"date": front["date"], "published": front["published"], "updated": front["updated"]}
	s.misread(a, dates.Fill(&articles.Article{}, s.from()))
	a.Origin = nonEmpty(a.Origin, s.origin)
	if a.Title == "" {
		a.Title = s.titleFor(a.Markdown)
	}
	if !intact {
		a.Original = s.original(text) // what somebody made of it
	}
	return a, nil
}

// endLine is body with one newline at its end and no other blanks there; where
// it can it makes no copy.
func endLine(body string) string {
	text := strings.TrimRight(body, " \t\n")
	if strings.HasPrefix(body[len(text):], "\n") {
		return body[:len(text)+1]
	}
	return text + "\n"
}

// readPlain makes an article of a plain text.
func readPlain(s source, text string) *articles.Article {
	a := clipping.Parse(text)
	if a.Title == "" {
		a.Title = s.titleFor(a.Markdown)
	}
	if a.Published.IsZero() {
		file, _ := s.file()
		a.Published = filename.Date(file)
	}
	return a
}

// titleFor is the title of an article that has none: the name of its file, or
// of a stream its first heading or its first words.
func (s source) titleFor(body string) string {
	if file, ok := s.file(); ok {
		return nonEmpty(filename.Title(file), untitled)
	}
	for h := range markdown.Parse(body).Headings() {
		if words := articles.CleanLine(h.Text); words != "" {
			return words
		}
	}
	if title := markdown.Opening(body); title != "" || !articles.Shows(body) {
		return title
	}
	return untitled
}

// untitled is the title of what has no words for one, such as a picture alone.
const untitled = "Untitled"

// decode turns the bytes of a text into clean UTF-8. A text of which nobody
// says what it is, and that is not UTF-8, is taken for windows-1252, the superset
// of Latin-1 that the web assumes, unless its bytes look like the East's.
func decode(data, name string) string {
	if articles.IsClean(data) && !charset.Shifts(data, name) {
		return data // as nearly all are: one look at each byte is enough
	}
	return articles.Clean(charset.Decode(data, name))
}
