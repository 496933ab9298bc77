package row

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// A column is a part of every row that stands under that of the row above.
type column int

const (
	progress column = iota // how far an article is that was begun
	minutes
	views
	source // the site or feed, and who wrote it
	tags
	date
	dek // of rows of one line; else it takes the line
	title
	numColumns
)

// isText reports whether what stands in a column begins at its left: figures end
// under one another.
func (c column) isText() bool { return c == source || c == tags || c == dek }

// forms are the ways to say what stands in a column, the longest first.
func (c column) forms(r *articles.Row) []string {
	switch c {
	case progress:
		if r.State.InProgress() {
			return []string{fmt.Sprintf("%.0f%%", 100*r.State.Place.Progress)}
		}
	case minutes:
		return []string{articles.ReadLabel(r.Minutes), strconv.Itoa(r.Minutes) + " min"}
	case views:
		return viewForms(r)
	case source:
		site := cmp.Or(r.Site, r.Author)
		if r.Author != "" && r.Author != site {
			return []string{site + " · " + r.Author, site}
		}
		return []string{site}
	case tags:
		if len(r.Tags) > 0 {
			return []string{"#" + strings.Join(r.Tags, " #")}
		}
	case date:
		return dateForms(r)
	case title:
		return []string{r.Title}
	case dek:
		return []string{r.Lede()}
	}
	return []string{""}
}

// viewForms always say a number: a reader looks for it where it stands in every row.
// The word ends where that of several views ends.
func viewForms(r *articles.Row) []string {
	label := cmp.Or(articles.ViewsLabel(r.State.Views, r.SourceViews), "0 views")
	if strings.HasSuffix(label, " view") {
		label += " "
	}
	short, _, _ := strings.Cut(label, " · ")
	return []string{label, short, strings.Fields(short)[0]}
}

// dateForms say of a day that is not the article's own what it is: in little room the
// month is enough of it.
func dateForms(r *articles.Row) []string {
	if !r.Published.IsZero() {
		return []string{articles.DateLabel(r.Published)}
	}
	of := "added "
	if !r.FileTime.IsZero() {
		of = "file "
	}
	return []string{of + articles.DateLabel(r.Dated), of + r.Dated.Format("Jan 2006")}
}

// width is how wide the longest of what stands in a column is, said in full and said
// shortly.
type width struct{ full, short int }

// widths are those of all columns, of the rows that were seen. They only grow: no
// figure goes to another place because the rows above have left the screen.
type widths [numColumns]width

// atFirst are the widths before any row was seen: those that most lists have, so that
// no row that comes moves a column. A day may be that on which a thing was added.
func atFirst() widths {
	return widths{minutes: {full: 11, short: 6}, views: {full: 8, short: 8}, date: {full: 18, short: 14}}
}

func (w *widths) measure(rows []articles.Row) {
	for i := range rows {
		for c := range numColumns {
			forms := c.forms(&rows[i])
			w[c].full = max(w[c].full, ansi.StringWidth(forms[0]))
			w[c].short = max(w[c].short, ansi.StringWidth(forms[min(1, len(forms)-1)]))
		}
	}
}
