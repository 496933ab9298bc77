package format

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"lede/articles"
)

// articleJSON is an article as show --format json prints it. A list that is
// empty is [], a text that the article lacks is "", a date or an id that it
// lacks is null.
type articleJSON struct {
	ID          articles.ID    `json:"id"`
	Slug        string         `json:"slug"`
	Origin      string         `json:"origin"`
	Title       string         `json:"title"`
	Dek         string         `json:"dek"`
	Author      string         `json:"author"`
	AuthorBio   string         `json:"author_bio"`
	Site        string         `json:"site"`
	URL         string         `json:"url"`
	Published   *time.Time     `json:"published"`
	Updated     *time.Time     `json:"updated"`
	Series      string         `json:"series"`
	Part        int            `json:"part"`  // in the series, from 1; 0 when it is not known
	Parts       int            `json:"parts"` // that the series has; 0 when that is not known
	ReadMinutes int            `json:"read_minutes"`
	Words       int            `json:"words"`
	Views       int            `json:"views"`
	SourceViews int64          `json:"source_views"`
	Notices     []string       `json:"notices"`
	Tags        []string       `json:"tags"`
	Epigraphs   []quoteJSON    `json:"epigraphs"`
	Quotes      []quoteJSON    `json:"quotes"`
	Related     []relationJSON `json:"related"`
	Markdown    string         `json:"markdown"`
}

type quoteJSON struct {
	Text string `json:"text"`
	By   string `json:"by"`
}

type relationJSON struct {
	ID     *articles.ID `json:"id"`
	Title  string       `json:"title"`
	URL    string       `json:"url"`
	Reason string       `json:"reason"`
}

// rowJSON is an article as list --json prints it, in the same terms.
type rowJSON struct {
	ID          articles.ID `json:"id"`
	Title       string      `json:"title"`
	Dek         string      `json:"dek"`
	Author      string      `json:"author"`
	Site        string      `json:"site"`
	Published   *time.Time  `json:"published"`
	ReadMinutes int         `json:"read_minutes"`
	Words       int         `json:"words"`
	Views       int         `json:"views"`
	SourceViews int64       `json:"source_views"`
	Tags        []string    `json:"tags"`
	Read        bool        `json:"read"`
	Starred     bool        `json:"starred"`
	Archived    bool        `json:"archived"`
	Progress    float64     `json:"progress"` // from 0 to 1
}

// An Item is an article with what is known of it beside.
type Item struct {
	*articles.Article
	State   articles.State
	Related []articles.Related
}

// JSON writes an article as an object.
func JSON(w io.Writer, t Item) error { return Encode(w, articleOf(t), "  ") }

func articleOf(t Item) articleJSON {
	related := make([]relationJSON, 0, len(t.Related))
	for _, r := range t.Related {
		related = append(related, relation(r))
	}
	return articleJSON{
		ID: t.ID, Slug: t.Slug, Origin: t.Origin,
		Title: t.Title, Dek: t.Dek, Author: t.Author, AuthorBio: t.AuthorBio, Site: t.Site, URL: t.URL,
		Published: dateOrNull(t.Published), Updated: dateOrNull(t.Updated),
		Series: t.Series, Part: t.Part, Parts: t.Parts,
		ReadMinutes: t.Length.Minutes(), Words: t.Length.Total(),
		Views: t.State.Views, SourceViews: t.SourceViews,
		Notices: list(t.Notices), Tags: list(t.Tags),
		Epigraphs: quotes(t.Epigraphs), Quotes: quotes(quotesOf(t.Article)),
		Related: related, Markdown: t.Markdown,
	}
}

func relation(r articles.Related) relationJSON {
	out := relationJSON{Title: r.Title, URL: r.URL, Reason: r.Reason}
	if r.ID != "" {
		out.ID = &r.ID
	}
	return out
}

// RelatedJSON writes a related article as an object in a line.
func RelatedJSON(w io.Writer, r articles.Related) error { return Encode(w, relation(r), "") }

// RelatedLine writes a related article in a line: its id, its title and the reason; of
// one that is not in the library its address, if it has one.
func RelatedLine(w io.Writer, r articles.Related) error {
	_, err := fmt.Fprintf(w, "%-10s  %s (%s)\n", cmp.Or(string(r.ID), r.URL, "-"), r.Title, r.Reason)
	return err
}

// RowJSON writes a row of the library as an object in a line.
func RowJSON(w io.Writer, r articles.Row) error { return Encode(w, rowOf(r), "") }

// LeftJSON is RowJSON with the minutes that remain of the article.
func LeftJSON(w io.Writer, r articles.Row) error {
	return Encode(w, struct {
		rowJSON
		MinutesLeft int `json:"minutes_left"`
	}{rowOf(r), r.MinutesLeft()}, "")
}

func rowOf(r articles.Row) rowJSON {
	return rowJSON{
		ID: r.ID, Title: r.Title, Dek: r.Dek, Author: r.Author, Site: r.Site, Published: dateOrNull(r.Published),
		ReadMinutes: r.Minutes, Words: r.Words, Views: r.State.Views, SourceViews: r.SourceViews,
		Tags: list(r.Tags), Read: r.State.Read, Starred: r.State.Starred, Archived: r.State.Archived, Progress: r.State.Place.Progress,
	}
}

// Encode writes a value as JSON that no terminal obeys; an indent puts it on
// several lines.
func Encode(w io.Writer, v any, indent string) error {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	if err == nil {
		_, err = io.WriteString(w, inert(text.String()))
	}
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// inert escapes what JSON allows in a string and a terminal would obey, such
// as a C1 control in the name of a file: the name stays what it is.
func inert(text string) string {
	if articles.Clean(text) == text {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch s := string(r); {
		case articles.Clean(s) == s:
			b.WriteString(s)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

func dateOrNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.Truncate(time.Millisecond) // as the library keeps it
	return &t
}

// list is never nil, so that JSON has [] for it.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func quotes(all []articles.Quote) []quoteJSON {
	out := make([]quoteJSON, 0, len(all))
	for _, q := range all {
		out = append(out, quoteJSON(q))
	}
	return out
}
