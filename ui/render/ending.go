package render

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/render/style"
)

// ending is what stands below the text: notes, epigraphs, the author, related
// articles.
func (s *setter) ending(l *Layout, width int) []*row {
	var out []*row
	section := func(rows []*row) {
		if len(rows) > 0 {
			out = append(append(out, &row{}), rows...)
		}
	}
	section(s.notes(l.doc.Footnotes(), width))
	if l.options.Chapter {
		return out
	}
	for _, q := range l.article.Epigraphs {
		section(s.cited(articles.Quote{Text: articles.Clean(q.Text), By: articles.CleanLine(q.By)}, width))
	}
	section(s.authorBox(l.article, width))
	section(s.related(l.options.Related, width))
	return out
}

// Heads of what stands below the text.
const (
	notesHead   = "Notes"
	relatedHead = "Related articles"
)

func (s *setter) notes(notes []markdown.Footnote, width int) []*row {
	if len(notes) == 0 {
		return nil
	}
	room := len(strconv.Itoa(len(notes))) + 1
	var all [][]*row
	loose := false
	for _, note := range notes {
		inner := *s
		inner.src = note.Source
		rows := s.item(strconv.Itoa(note.Number)+".", "", room+1, width,
			func(width int) []*row { return inner.blocks(note.Node, width) })
		all = append(all, rows)
		loose = loose || slices.ContainsFunc(rows, func(r *row) bool { return r.width == 0 })
	}
	out := s.sectionHead(notesHead, width)
	for i, rows := range all {
		if i > 0 && loose { // notes of several paragraphs need air between
			out = append(out, &row{})
		}
		out = append(out, rows...)
	}
	return out
}

// Note is the text of a footnote in lines of the measure; none for a number
// that there is not.
func (l *Layout) Note(number int) []string {
	for _, note := range l.doc.Footnotes() {
		if note.Number != number {
			continue
		}
		s := l.setter(0)
		s.src = note.Source
		var out []string
		for _, r := range s.blocks(note.Node, l.measure) {
			out = append(out, r.text)
		}
		return out
	}
	return nil
}

func (s *setter) sectionHead(words string, width int) []*row {
	t := s.plain(words, style.Heading2)
	rows := t.wrap(width)
	for i := range rows {
		rows[i].letters = 0
	}
	rows[0].mark = headingRow
	return append(append([]*row{s.line(width, "─")}, rows...), &row{})
}

func (s *setter) authorBox(a *articles.Article, width int) []*row {
	bio := articles.CleanLine(a.AuthorBio)
	if bio == "" {
		return nil
	}
	out := []*row{s.line(width, "─")}
	name := articles.CleanLine(a.Author)
	if name == "" {
		return append(out, s.plain(bio, style.Notice).wrap(width)...)
	}
	if rest, ok := afterName(bio, name); ok { // the words name the author themselves
		t := s.plain(bio[:len(bio)-len(rest)], style.Author)
		t.add(rest, ink{sgr: s.inks.Of(style.Notice, 0)})
		return append(out, t.wrap(width)...)
	}
	out = append(out, s.plain(name, style.Author).wrap(width)...)
	return append(out, s.plain(bio, style.Notice).wrap(width)...)
}

// afterName is what follows the author's name in a text that begins with it.
func afterName(bio, name string) (string, bool) {
	if len(bio) <= len(name) || !strings.EqualFold(bio[:len(name)], name) {
		return "", false
	}
	rest := bio[len(name):]
	next, _ := utf8.DecodeRuneInString(rest)
	return rest, !unicode.IsLetter(next) && !unicode.IsNumber(next)
}

// related is the numbered list of articles to read next.
func (s *setter) related(list []articles.Related, width int) []*row {
	if len(list) == 0 {
		return nil
	}
	out := s.sectionHead(relatedHead, width)
	room := len(strconv.Itoa(len(list))) + 1
	for i, r := range list {
		rows := s.item(strconv.Itoa(i+1)+".", "", room+1, width, func(width int) []*row {
			return append(s.relatedTitle(i, r, width), s.items(relatedItems(r), style.Reason, width)...)
		})
		if i > 0 {
			out = append(out, &row{})
		}
		for j := range rows {
			rows[j].related = i + 1
		}
		out = append(out, rows...)
	}
	return out
}

func (s *setter) relatedTitle(i int, r articles.Related, width int) []*row {
	var t text
	t.add(articles.CleanLine(r.Title), ink{
		sgr: s.inks.Of(style.Author, 0), link: s.href(r.URL), at: s.newLink(Link{Target: r.URL, Related: i + 1}),
	})
	return t.wrap(width)
}

func relatedItems(r articles.Related) []string {
	var items []string
	if r.Minutes > 0 {
		items = append(items, articles.ReadLabel(r.Minutes))
	}
	if views := articles.ViewsLabel(r.Views, 0); views != "" {
		items = append(items, views)
	}
	for _, fact := range [...]string{r.Author, r.Reason} {
		if fact = articles.CleanLine(fact); fact != "" {
			items = append(items, fact)
		}
	}
	return items
}

// notesWords are the words of the notes below the text.
func notesWords(notes []markdown.Footnote) string {
	if len(notes) == 0 {
		return ""
	}
	words := []string{notesHead}
	for _, note := range notes {
		words = slices.AppendSeq(words, note.Words())
	}
	return strings.Join(words, "\n")
}

// endingWords are the words that stand below the notes.
func endingWords(a *articles.Article, related []articles.Related) string {
	var words []string
	for _, q := range a.Epigraphs {
		words = append(words, articles.Clean(q.Text), articles.CleanLine(q.By))
	}
	if bio, name := articles.CleanLine(a.AuthorBio), articles.CleanLine(a.Author); bio != "" {
		if _, ok := afterName(bio, name); !ok {
			words = append(words, name)
		}
		words = append(words, bio)
	}
	if len(related) > 0 {
		words = append(words, relatedHead)
	}
	for _, r := range related {
		words = append(append(words, r.Title), relatedItems(r)...)
	}
	return lined(words)
}
