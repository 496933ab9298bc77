package saved

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
)

// columns are the names, folded, that exports give what a table says, by what
// it is.
var columns = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"url":       {"url", "link", "href", "address"},
		"title":     {"title", "name"},
		"author":    {"author", "authors", "bookauthor"},
		"site":      {"site", "domain", "publisher"},
		"dek":       {"excerpt", "description", "summary"},
		"quote":     {"selection"},
		"note":      {"note", "notes"},
		"content":   {"content", "html"},
		"tags":      {"tags", "documenttags", "labels"},
		"added":     {"timeadded", "timestamp", "saveddate", "savedat", "created", "createdat", "creationdate", "dateadded", "added", "highlightedat"},
		"published": {"publisheddate", "publishedat"},
		"status":    {"status", "location", "state"},
		"folder":    {"folder", "collection"},
		"progress":  {"readingprogress", "progress"},
		"starred":   {"favorite", "favourite", "starred", "isstarred"},
		"archived":  {"isarchived", "archived"},
		"read":      {"isread"},
		"marks":     {"highlights"},
		"highlight": {"highlight"},
		"book":      {"booktitle"},
	}
})

// telling are the columns of which one beside address and title says that a
// table is an export and not a table of something else.
var telling = []string{"added", "status", "folder", "tags", "progress", "quote"}

// header is where a table has its columns.
type header map[string]int

func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' || r == '-' || r == '\ufeff' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(name)))
}

// headerOf finds the columns in the first line of a table.
func headerOf(names []string) header {
	h := header{}
	for what, known := range columns() {
		for _, name := range known {
			at := slices.IndexFunc(names, func(s string) bool { return foldName(s) == name })
			if at >= 0 {
				h[what] = at
				break
			}
		}
	}
	if at, ok := h["book"]; ok { // of highlights
		h["title"] = at
	}
	return h
}

func (h header) has(what string) bool { _, ok := h[what]; return ok }

// isExport reports whether a table has what one reads of saved things.
func (h header) isExport() bool {
	if h.has("highlight") && h.has("book") {
		return true
	}
	return h.has("url") && h.has("title") && slices.ContainsFunc(telling, h.has)
}

// of is a column of a row; empty where the row is too short.
func (h header) of(row []string, what string) string {
	if at, ok := h[what]; ok && at < len(row) {
		return seen(row[at])
	}
	return ""
}

// isTable reports whether a text begins with the header of an export.
func isTable(start string) bool {
	line, _, ok := strings.Cut(strings.TrimPrefix(start, "\ufeff"), "\n")
	if !ok || len(line) > 2000 {
		return false
	}
	row, err := reader(strings.NewReader(line), line).Read()
	return err == nil && headerOf(row).isExport()
}

// reader reads a table that begins with a line: some have semicolons.
func reader(r io.Reader, line string) *csv.Reader {
	c := csv.NewReader(r)
	c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = true, -1, true
	if strings.Count(line, ";") > strings.Count(line, ",") {
		c.Comma = ';'
	}
	return c
}

// table reads CSV.
func (t *teller) table(m *meter) error {
	start := make([]byte, Head)
	n, err := io.ReadFull(m, start)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return err
	}
	text := strings.TrimPrefix(string(start[:n]), "\ufeff")
	line, _, _ := strings.Cut(text, "\n")
	c := reader(io.MultiReader(strings.NewReader(text), m), line)
	m.comma = byte(c.Comma)
	m.next()
	row, err := c.Read()
	if err != nil {
		return fmt.Errorf("line 1: %w", plainly(err))
	}
	h := headerOf(row)
	if h.has("highlight") && h.has("book") {
		return t.highlights(m, c, h)
	}
	for {
		m.next()
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if _, ok := errors.AsType[*csv.ParseError](err); err != nil && !ok {
			return err
		}
		at := 0
		if len(row) > 0 {
			at, _ = c.FieldPos(0)
		}
		place := fmt.Sprintf("line %d", at)
		if err != nil {
			err = t.fail(plainly(err))
		} else if seen(strings.Join(row, "")) != "" {
			err = t.tell(h.record(row), place)
		}
		if err != nil {
			return err
		}
	}
}

// plainly is an error of a table in our words.
func plainly(err error) error {
	if e, ok := errors.AsType[*csv.ParseError](err); ok {
		return fmt.Errorf("line %d: %w", e.Line, e.Err)
	}
	return err
}

// record is a row of a table.
func (h header) record(row []string) record {
	of := func(what string) string { return h.of(row, what) }
	r := record{
		url: of("url"), title: of("title"), author: of("author"), site: of("site"), dek: of("dek"),
		quote: of("quote"), note: of("note"), content: of("content"), tags: names(of("tags")),
		added: when(of("added")), published: when(of("published")),
		archived: yes(of("archived")), read: yes(of("read")), starred: yes(of("starred")), progress: number(of("progress")),
	}
	var marks strings.Builder
	for words := range strings.SplitSeq(of("marks"), "Highlight:") { // as Raindrop writes them
		words, note, _ := strings.Cut(words, "\nNote:")
		marks.WriteString(quoted(words) + paragraph(note))
	}
	r.marks = marks.String()
	r.mark(of("status"))
	if folder := of("folder"); !r.mark(folder) {
		r.tags = append(r.tags, folder)
	}
	return r
}

// mark takes in where a service has a thing, and reports whether that is a place
// of its own and not a folder of the reader's.
func (r *record) mark(place string) bool {
	switch foldName(place) {
	case "archive", "archived", "readarchive":
		r.archived = true
	case "read":
		r.read = true
	case "starred", "favorites", "favourites", "liked":
		r.starred = true
	case "", "unread", "new", "later", "shortlist", "feed", "inbox", "home", "unsorted", "readlater":
	default:
		return false
	}
	return true
}
