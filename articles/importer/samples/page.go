package samples

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// Page is a page of which all parts are known.
type Page struct {
	Layout   string // its name in data/layouts.txt
	Language string // of its words: "en"
	Form     string // how its text was copied: by which browser, or as which kind of file
	Complete bool   // the text is the whole page; else the article and little around it

	// HTML is the page; leaves have their label in [LabelAttribute].
	HTML string
	// Lines are its text. The empty ones between them have no label.
	Lines []Line

	// What the HTML shows, each empty or zero where it does not.
	Title, Author, Site string
	Published           time.Time
}

// Line is a line of the text of a page.
type Line struct {
	Text  string
	Label Label
}

// Text returns the lines as one text.
func (p Page) Text() string {
	lines := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		lines[i] = l.Text
	}
	return strings.Join(lines, "\n") + "\n"
}

// writer makes one page.
type writer struct {
	seed     uint64
	random   *rand.Rand
	language *language
	layout   *layout
	form     form
	parts    map[string]func(*writer)
	root, at *node

	title, author, site       string
	published, updated, when  time.Time
	minutes, views            int
	dayForm                   string
	titleCase, headingCase    byte
	headings, numbered        string // their manner, and how they are numbered
	paragraph, bullet, number string
	finals                    string // what items end with
	marked, hashed            bool
	plan                      []section // where a list of contents stands before the text
	ends                      []string  // headings of what stands after the text of a handbook's article
	told                      []string  // the sentences of the latest paragraph
	depth                     []int     // numbers of headings
	deep                      int       // chance of an element more around an element, in percent
	solid                     bool      // blanks in short lines do not break
	tight                     bool      // no empty lines, as some programs copy
	closeHeadings             bool      // headings have no margin below them
	closeParagraphs           bool      // nor have paragraphs
}

func (w *writer) n(n int) int             { return w.random.IntN(n) }
func (w *writer) chance(percent int) bool { return w.n(100) < percent }
func pick[T any](w *writer, all []T) T    { return all[w.n(len(all))] }

// Pages makes n pages: all layouts and languages come in turns. The same seed
// makes the same pages.
func Pages(n int, seed uint64) []Page {
	out, all := make([]Page, n), layouts().layouts
	for i := range out {
		out[i] = page(all[i%len(all)], seed+uint64(i)*1000003)
	}
	return out
}

// Layouts returns the names of all layouts.
func Layouts() []string {
	var names []string
	for _, l := range layouts().layouts {
		names = append(names, l.name)
	}
	return names
}

// OfLayout makes n pages of one layout.
func OfLayout(name string, n int, seed uint64) ([]Page, error) {
	for at, l := range layouts().layouts {
		if l.name == name {
			out := make([]Page, n)
			for i := range out {
				out[i] = page(l, seed+uint64(i)*1000003+uint64(at)*7919) // no two layouts tell of the same article
			}
			return out, nil
		}
	}
	return nil, fmt.Errorf("no layout is named %q", name)
}

// page makes a page of a layout.
func page(l *layout, seed uint64) Page {
	w := &writer{seed: seed, random: rand.New(rand.NewPCG(seed, 8)), layout: l} //nolint:gosec // pages must be the same for the same seed
	w.language = w.someLanguage()
	w.form = formNamed(pick(w, l.forms))
	w.habits()
	w.root = &node{tag: "div", class: "page"}
	w.at = w.root
	w.write(l.page)
	p := Page{Layout: l.name, Language: w.language.name, Form: w.form.name, Complete: w.chance(50)}
	blocks := w.blocks()
	p.state(w, blocks)
	if !p.Complete {
		blocks = w.onlyArticle(blocks)
	}
	p.Lines = w.lines(blocks)
	var b strings.Builder
	b.WriteString(w.head())
	w.writeHTML(&b, w.root)
	b.WriteString("</body></html>\n")
	p.HTML = b.String()
	if w.form.name == "reader" && !p.Complete && w.chance(30) {
		p.Lines = append([]Line{{Text: strings.ToLower(strings.ReplaceAll(w.site, " ", "")) + ".example", Label: Site}, {}}, p.Lines...)
	}
	return p
}

// state tells of a page what it shows: what no block that is seen is labelled as,
// it does not.
func (p *Page) state(w *writer, blocks []block) {
	for _, b := range blocks {
		for _, n := range b.nodes {
			switch n.label {
			case Title:
				p.Title = w.title
			case Byline:
				p.Author = w.author
			case Date:
				p.Published = w.published
			case Site:
				p.Site = w.site
			}
		}
	}
}

// someLanguage is English in half of the pages.
func (w *writer) someLanguage() *language {
	all := languages()
	fit := slices.DeleteFunc(slices.Clone(all), func(l *language) bool { return !slices.Contains(w.layout.languages, l.name) })
	if len(fit) == 0 || w.chance(15) {
		fit = all
	}
	if i := slices.IndexFunc(all, func(l *language) bool { return l.name == "en" }); len(w.layout.languages) == 0 && w.chance(50) {
		return all[i]
	}
	return pick(w, fit)
}

// habits decides how the site writes.
func (w *writer) habits() {
	w.site = upperFirst(w.say("site"))
	w.titleCase = pick(w, []byte("sssssstttttlu"))
	w.headingCase = pick(w, []byte("sssstttlu"))
	w.headings = w.layout.heading
	if w.headings == "" && w.chance(30) {
		w.headings = pick(w, []string{"item", "item", "question", "lower", "anchor", "roman"})
	}
	w.numbered = pick(w, []string{"1. ", "1. ", "1) ", "1 ", "§ 1 ", "#1 ", "1: ", "1 – "})
	if w.headings == "roman" {
		w.numbered = pick(w, []string{".", ""})
	}
	w.title = w.newTitle()
	w.author = w.name()
	w.published = w.someDay()
	w.updated = w.published.AddDate(0, 0, 1+w.n(60))
	w.dayForm = w.language.day(w)
	w.minutes, w.views = 1+w.n(28), 3+w.n(9)*w.n(1200)
	w.marked = w.chance(80)
	w.hashed = w.chance(15)
	w.deep = pick(w, []int{0, 0, 0, 10, 30})
	w.solid = w.chance(4)
	w.tight = w.form.width == 0 && w.chance(12)
	w.closeHeadings, w.closeParagraphs = w.chance(35), w.chance(15)
	w.paragraph = pick(w, []string{"p", "p", "p", "p", "p", "p", "p", "p", "div"})
	w.finals = pick(w, []string{"", "", "", ".", ".", ";", ","})
	w.bullet = pick(w, w.form.bullets)
	w.number = pick(w, w.form.numbers)
}

func (l *language) day(w *writer) string {
	if all := l.lists["day"]; len(all) > 0 {
		return pick(w, all)
	}
	return "{y}-{mm}-{dd}"
}

// onlyArticle keeps what a reader marks who wants the article alone: rarely
// exactly from its first to its last word.
func (w *writer) onlyArticle(blocks []block) []block {
	from, to := -1, 0
	for i, b := range blocks {
		switch b.first().label {
		case Title:
			if from < 0 {
				from = i
			}
		case Prose, Item, Quote, QuoteBy, Code, Table, Notice, Bio, Tags:
			to = i + 1
		}
	}
	from = max(0, from)
	if w.chance(40) {
		from = max(0, from-w.n(4))
	}
	if w.chance(50) {
		to = min(len(blocks), to+w.n(12))
	}
	blocks = blocks[from:max(from, to)]
	if len(blocks) > 0 {
		blocks[0].gap = 0
	}
	return blocks
}
