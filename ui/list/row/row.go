// Package row draws the articles of a list: each a row of one line or of two, in
// columns that stand under one another down the screen.
package row

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/snippet"
	"lede/ui/chrome"
	"lede/ui/theme"
)

// Table draws rows of articles.
type Table struct {
	theme  *theme.Theme
	seen   widths
	forget bool // at the next rows
	width  int  // of a row
	tall   bool
	first  []place // the columns of the line with the title
	second []place // of the line below it
}

// Look is how a row stands in the list.
type Look struct {
	On    bool         // the cursor is there
	Mark  string       // of one column, told of the row by who lists it; empty for none
	Words []query.Text // that found it
	// Snippet is where its text has them; nil when that is not known.
	Snippet *snippet.Snippet
}

// New makes a table of no width.
func New(t *theme.Theme) *Table {
	return &Table{theme: t, seen: atFirst()}
}

// SetTheme draws the rows in other colours from now on.
func (t *Table) SetTheme(to *theme.Theme) { t.theme = to }

// Forget has the next rows be those of another list: the columns fit them alone.
func (t *Table) Forget() { t.forget = true }

// See widens the columns for what stands in some rows.
func (t *Table) See(rows []articles.Row) {
	if t.forget {
		t.seen, t.forget = atFirst(), false
	}
	t.seen.measure(rows)
	t.lay()
}

// Resize lays rows out that are so many columns wide, of two lines or of one.
func (t *Table) Resize(width int, tall bool) {
	t.width, t.tall = width, tall
	t.lay()
}

// From so many columns on there is room for what narrower rows say shortly or not.
const (
	roomy    = 56  // for a mark beside the cursor, and for figures beside the title
	spacious = 110 // for all that is known of an article
)

// lay gives the columns their room.
func (t *Table) lay() {
	w, tight := t.text(), t.width < spacious
	switch {
	case t.tall && t.width < roomy:
		t.first = nil
		t.second = t.seen.fit(w+gap, wish{column: minutes, short: true}, wish{column: views, short: true, least: 7},
			wish{column: date, short: true}, wish{column: progress})
	case t.width < roomy:
		t.first = t.seen.fit(w-titleLeast(w), wish{column: minutes, short: true}, wish{column: views, short: true, least: 7, most: 8})
		t.second = nil
	case t.tall:
		t.first = t.seen.fit(w-titleLeast(w), wish{column: minutes}, wish{column: views}, wish{column: progress})
		wishes := []wish{{column: date, short: tight}, {column: source, short: tight, least: 8, most: w / 4}}
		if !tight {
			wishes = append(wishes, wish{column: tags, least: 8, most: w / 6})
		}
		t.second = t.seen.fit(w-titleLeast(w), wishes...)
	default:
		room := w - titleLeast(w)
		if !tight {
			room = w - min(t.seen[title].full, titleLeast(w))
		}
		wishes := []wish{
			{column: minutes, short: tight},
			{column: views, short: tight},
			{column: date, short: tight},
			{column: source, short: tight, least: 8, most: w / 5},
		}
		if !tight {
			wishes = append(wishes, wish{column: progress}, wish{column: tags, least: 8, most: w / 8}, wish{column: dek, least: 20})
		}
		t.first, t.second = t.seen.fit(room, wishes...), nil
	}
}

// text is how many columns of a row are not its gutter and its margin.
func (t *Table) text() int {
	gutter := 3
	switch {
	case t.width < roomy && !t.tall:
		gutter = 4
	case t.width >= roomy && t.tall:
		gutter = 5
	case t.width >= roomy:
		gutter = 6
	}
	return max(1, t.width-gutter)
}

// Tall is a row of two lines.
func (t *Table) Tall(r *articles.Row, look Look) (first, second string) {
	w := t.text()
	first = t.gutter(look, state(r)) + t.line(t.lead(r, look, rest(w, t.first)), r, t.first)
	lead := t.gutter(Look{On: look.On}, star(r))
	if t.width < roomy {
		return chrome.Cut(first, t.width), chrome.Cut(lead+t.figures(r, w), t.width)
	}
	columns := filled(r, t.second)
	return first, lead + t.line(t.lede(r, look, rest(w, columns)), r, columns)
}

// Line is a row of one line.
func (t *Table) Line(r *articles.Row, look Look) string {
	return chrome.Cut(t.gutter(look, state(r)+star(r))+t.line(t.lead(r, look, rest(t.text(), t.first)), r, t.first), t.width)
}

// lead is the title of a row in so many columns. Where there is no column for
// the progress, that of an article which was begun takes the end of its title.
func (t *Table) lead(r *articles.Row, look Look, width int) string {
	has := slices.ContainsFunc(t.first, func(p place) bool { return p.column == progress })
	if has || !r.State.InProgress() || t.width < roomy {
		return t.stack(r, look, width)
	}
	figure := t.cell(r, place{progress, len("99%")})
	return chrome.Spread(t.stack(r, look, width-gap-len("99%")), figure, width)
}

// line is what stands first, and the columns behind it at the right end of the row.
func (t *Table) line(lead string, r *articles.Row, columns []place) string {
	var b strings.Builder
	b.WriteString(lead)
	b.WriteString(strings.Repeat(" ", max(0, rest(t.text(), columns)-ansi.StringWidth(lead))))
	for _, p := range columns {
		b.WriteString(strings.Repeat(" ", gap) + t.cell(r, p))
	}
	return b.String()
}

// figures is the second line of a narrow row: the title has the first one.
func (t *Table) figures(r *articles.Row, w int) string {
	var b strings.Builder
	for i, p := range t.second {
		switch {
		case i > 0 && p.column == date:
			b.WriteString(strings.Repeat(" ", gap+rest(w+gap, t.second)))
		case i > 0:
			b.WriteString(strings.Repeat(" ", gap))
		}
		b.WriteString(t.cell(r, p))
	}
	return b.String()
}

// cell is what stands in a column, as wide as the column: the longest form that fits.
func (t *Table) cell(r *articles.Row, p place) string {
	forms := p.column.forms(r)
	text := forms[len(forms)-1]
	for _, form := range forms {
		if ansi.StringWidth(form) <= p.width {
			text = form
			break
		}
	}
	text = chrome.Cut(text, p.width)
	blank := strings.Repeat(" ", p.width-ansi.StringWidth(text))
	style := t.theme.Screen.Meta
	switch {
	case p.column == views && r.State.Views+int(r.SourceViews) > 0, p.column == progress:
		style = t.theme.Screen.Figure
	case p.column == dek:
		style = t.theme.Screen.Dek
	}
	if p.column.isText() {
		return style.Render(text) + blank
	}
	return blank + style.Render(text)
}
