package render

import (
	"maps"
	"net/url"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/find"
	"lede/ui/render/selection"
	"lede/ui/render/style"
	"lede/ui/render/syntax"
	"lede/ui/theme"
)

// DefaultMeasure is the wanted width of the column of text, in cells: 66
// characters are held to be ideal, 45 to 75 good (Bringhurst, The Elements of
// Typographic Style, 2.1.2).
const DefaultMeasure = 72

// Options say how an article is laid out.
type Options struct {
	Width   int // columns of the screen, at least 1
	Measure int // wanted measure; 0 is DefaultMeasure
	Theme   *theme.Theme
	// Profile is how rich the styles may be; Unknown leaves that to whoever
	// writes the lines.
	Profile    colorprofile.Profile
	Hyperlinks bool               // links as OSC 8
	WholeCode  bool               // lines of code as long as they are, for a file to copy from
	Cut        bool               // lines of code, and tables, too wide are cut: see [Layout.Shift]
	Flush      bool               // lines begin at the left, with no margin before them
	State      articles.State     // for "42 views", starred
	Related    []articles.Related // the numbered list at the end

	// Document is what the article's Markdown is when it is parsed; nil has New
	// parse it.
	Document *markdown.Document

	// Chapter says that the article stands between others, in a book that is
	// printed as a whole: above its text it has its title alone, and below it
	// its notes.
	Chapter bool

	// Lexers says which code is coloured at once; nil for all.
	Lexers *syntax.Lexers

	// Pictures draws the pictures that stand by themselves; nil leaves them
	// their captions.
	Pictures Pictures
}

// Layout is an article laid out at one width in one theme. Only the parts that
// are asked for are ever set in lines. It keeps a cache: use it from one
// goroutine at a time.
//
// Its parts are the masthead, the chunks of the body, and the ending.
type Layout struct {
	article *articles.Article
	doc     *markdown.Document
	options Options
	inks    *style.Inks
	base    *url.URL
	measure int
	margin  string
	cache   cache

	// bare are the marks, or all rows, that a part was found to be without, by
	// its number: nobody who looks for them lays it out again.
	bare map[bareKey]bool

	unplaced bool // it is printed: see [text]

	shift   int         // columns that what is cut is shifted by
	longest map[int]int // cells of the longest line of code that is parted, by its first chunk

	index     *find.Index // of the words; made when a search first needs it
	says      [2]string   // what of it stands around the body
	bodyIndex *find.Index // of those of the body alone
	plainOf   int         // number of the chunk, from 1, whose words plainText are
	plainText string

	copies map[int]*selection.Text // parts as they are copied
}

type bareKey struct {
	part int
	mark mark
}

// New lays out a. It costs a scan of the Markdown; the rest is done line by
// line when it is asked for.
func New(a *articles.Article, o Options) *Layout {
	l := &Layout{article: a, doc: o.Document, bare: make(map[bareKey]bool), longest: make(map[int]int)}
	if l.doc == nil {
		l.doc = markdown.Parse(a.Markdown)
	}
	if u, err := url.Parse(a.URL); err == nil && u.IsAbs() {
		l.base = u
	}
	l.set(o)
	return l
}

// About says that a is known better now, its Markdown being the same. The
// next [Layout.With] shows it.
func (l *Layout) About(a *articles.Article) { l.article = a }

// With is the same article laid out otherwise: after a resize, with another
// theme or measure, with news of its state. It keeps what was parsed.
func (l *Layout) With(o Options) *Layout {
	n := &Layout{
		article: l.article, doc: l.doc, base: l.base, inks: l.inks, bodyIndex: l.bodyIndex, bare: maps.Clone(l.bare),
		shift: l.shift, longest: maps.Clone(l.longest),
	}
	n.set(o)
	if l.index != nil && l.says == n.saying() {
		n.index, n.says = l.index, l.says
	}
	return n
}

// Apart is the same layout for another goroutine, where it may be used beside l.
func (l *Layout) Apart() *Layout { return l.With(l.options) }

func (l *Layout) set(o Options) {
	o.Width = max(1, o.Width)
	if o.Measure <= 0 {
		o.Measure = DefaultMeasure
	}
	l.options = o
	if l.inks == nil || !l.inks.AreOf(o.Theme, o.Profile) {
		l.inks = style.New(o.Theme, o.Profile)
	}
	gutter := 0
	if o.Width >= 24 {
		gutter = 1 // so that the text never touches the edge of the screen
	}
	l.measure = max(1, min(o.Measure, o.Width-2*gutter))
	l.margin = ""
	if !o.Flush {
		l.margin = strings.Repeat(" ", (o.Width-l.measure)/2)
	}
	l.cache = cache{}
}

// Recolor sets code again that a language was missing for (see
// [syntax.Lexers.Wanted]). No line moves.
func (l *Layout) Recolor() { l.cache = cache{} }

// Measure is the width of the column of text in use, in cells.
func (l *Layout) Measure() int { return l.measure }

// Margin is how many columns are empty at the left of the text.
func (l *Layout) Margin() int { return len(l.margin) }

// parts is how many parts there are.
func (l *Layout) parts() int { return len(l.doc.Chunks) + 2 }

func (l *Layout) isBody(part int) bool { return 0 < part && part <= len(l.doc.Chunks) }

// part sets a part in lines.
func (l *Layout) part(i int) []Line {
	if lines, ok := l.cache.get(i); ok {
		return lines
	}
	if l.bare[bareKey{i, anyRow}] {
		return nil
	}
	lines := l.lay(i)
	if len(lines) == 0 && l.isBody(i) { // what stands around it may get lines later
		l.bare[bareKey{i, anyRow}] = true
		return nil
	}
	l.cache.put(i, lines)
	return lines
}

// lay is part without the cache; many goroutines may call it at a time.
func (l *Layout) lay(i int) []Line {
	rows := l.rows(i)
	place(rows, len(l.margin))
	lines, before := make([]Line, len(rows)), 0
	for j, r := range rows {
		lines[j] = Line{
			Related: r.related, Picture: r.picture, Body: r.body, Opens: r.opens,
			before: before, own: r.letters, mark: r.mark, art: r.art, spans: r.spans, source: r.source,
			strip: r.strip, segments: r.segments, passed: r.passed || r.art, block: r.block,
		}
		switch {
		case r.strip != nil:
			r.strip.At += len(l.margin)
			lines[j].Text = l.margin + r.text
			lines[j].Links = moved(r.links, len(l.margin))
		case r.width > 0:
			lines[j].Text = l.margin + strings.TrimRight(r.text, " ")
			lines[j].Links = moved(r.links, len(l.margin))
		}
		before += r.letters
	}
	return lines
}

func (l *Layout) setter(part int) *setter {
	return &setter{
		inks: l.inks, hyperlinks: l.options.Hyperlinks, base: l.base,
		pictures: l.options.Pictures, wholeCode: l.options.WholeCode, cut: l.options.Cut, part: part, links: new(int),
		unplaced: l.unplaced, lexers: l.options.Lexers,
	}
}

func (l *Layout) rows(i int) []*row {
	s := l.setter(i)
	switch {
	case i == 0:
		if l.options.Chapter && l.article.Title == "" {
			return nil
		}
		if l.options.Chapter {
			return s.plain(l.article.Title, style.Title).balance(l.measure)
		}
		return s.masthead(l.article, l.options.State, l.measure)
	case i > len(l.doc.Chunks):
		return s.ending(l, l.measure)
	}
	if l.doc.Mute(i - 1) {
		return nil
	}
	root, src := l.doc.AST(i - 1)
	s.src, s.offset = src, l.doc.Offset(i-1)
	return l.bodyRows(s, root, i-1)
}

// bodyRows sets the blocks of chunk i. Each has an empty row before it.
func (l *Layout) bodyRows(s *setter, root ast.Node, i int) []*row {
	c := l.doc.Chunks[i]
	out := make([]*row, 0, (c.End-c.Start)*3/2/l.measure+8) // more than most chunks need
	afterHeading := i == 0                                 // as after the rule of the masthead
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		s.goesOn = n.NextSibling() == nil && i+1 < len(l.doc.Chunks) && l.doc.Chunks[i+1].Joined
		wentOn := c.Joined && n.PreviousSibling() == nil
		s.longest, s.midLine = 0, wentOn && l.doc.Source[c.Start-1] != '\n'
		if s.cut && (wentOn || s.goesOn) && n.Kind() == ast.KindFencedCodeBlock {
			s.longest = l.longestOf(i)
		}
		rows := s.block(n, l.measure)
		if len(rows) == 0 {
			continue
		}
		isHeading := rows[0].mark == headingRow
		if isHeading && !afterHeading {
			out = append(out, &row{}) // more space above a heading than below it
		}
		afterHeading = isHeading
		begins := !wentOn && !tightBefore(n)
		if begins {
			out = append(out, &row{})
		}
		rows = parted(n, rows, wentOn, s.goesOn)
		for j := range rows {
			rows[j].body = true
			rows[j].opens = rows[j].opens || j == 0 && begins
			if j == 0 && !wentOn || n.Kind() == ast.KindList && rows[j].opens {
				rows[j].block = blockOf(n)
			}
		}
		if wentOn {
			l.goOn(n, rows[0], i)
		}
		out = append(out, rows...)
	}
	return out
}
