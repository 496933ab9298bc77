package webpage

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/reader"
)

// A Wall is the error of a page that stands in the place of an article. It is an
// [ErrNoArticle].
type Wall struct {
	Is  string // what the page does: "asks to sign in"
	Try string // what the reader can do
}

// Error says both in one line.
func (w *Wall) Error() string { return "the page " + w.Is + ": " + w.Try }

// Unwrap makes it an [ErrNoArticle].
func (w *Wall) Unwrap() error { return ErrNoArticle }

const stops = ".!?。！？؟।"

const bySaving = "open it in a browser, save it there, and add the file"

// walls are the pages that stand in the place of an article, by the words that
// they consist of.
var walls = []struct {
	kind lexicon.Kind
	wall Wall
}{
	{lexicon.Missing, Wall{"says that there is nothing at this address", "look for the article on the site, or in an archive of the web"}},
	{lexicon.Challenge, Wall{"asks whether a person reads it", bySaving}},
	{lexicon.Members, Wall{"asks to sign in", bySaving}},
	{lexicon.Cookie, Wall{"asks for consent and shows no article", bySaving}},
}

var wallKinds = []lexicon.Kind{lexicon.Missing, lexicon.Challenge, lexicon.Members, lexicon.Cookie}

// lines are what a page says in short: how many of its lines are of each kind, and
// which of them are its title or a heading.
type lines struct {
	said   map[lexicon.Kind]int
	headed lexicon.Kinds
	asks   bool // for a password
	prose  int  // letters of sentences in the page as a whole
}

// readLines looks at a page before anything is taken out of it.
func readLines(root, body *html.Node) lines {
	const most, longest = 400, 300 // lines, bytes
	l := lines{said: map[lexicon.Kind]int{}}
	look := func(text string, head, inside bool) (kinds lexicon.Kinds) {
		if len(text) > longest {
			return 0
		}
		kinds = saying(text)
		if !inside {
			kinds &^= 1 << lexicon.Members
		}
		for _, w := range walls {
			if kinds.Has(w.kind) {
				l.said[w.kind]++
			}
		}
		if head {
			l.headed |= kinds
		}
		return kinds
	}
	if title := dom.First(root, "title"); title != nil {
		look(dom.Text(title), true, true)
	}
	inside := insideOf(body)
	for i, b := range reader.Blocks(body) {
		if i == most {
			return lines{} // no wall is so long
		}
		if look(b.Text, dom.Is(b.Nodes[0], "h1", "h2"), inside(b.Nodes[0])) == 0 && strings.ContainsAny(b.Text, stops) {
			l.prose += letters(b.Text)
		}
	}
	l.asks = dom.Find(body, func(n *html.Node) bool { return dom.Is(n, "input") && dom.Attr(n, "type") == "password" && inside(n) }) != nil
	return l
}

// insideOf tells what stands where a page has its article. The box beside it, or the
// dialog that waits for a click, asks to sign in on every page of a site, whatever
// the page says. A page whose heading does not ask for it has its article after the
// heading, and within the heading's article or main part if that has a sentence.
func insideOf(body *html.Node) func(*html.Node) bool {
	head := dom.Find(body, func(n *html.Node) bool { return dom.Is(n, "h1") && dom.Text(n) != "" })
	if head == nil || saying(dom.Text(head)).Has(lexicon.Members) {
		return func(*html.Node) bool { return true }
	}
	part := dom.Above(head, "article", "main")
	if part != nil && !hasSentence(part) {
		part = nil
	}
	outside, within := map[*html.Node]bool{}, false
	for n := range dom.Below(body) {
		within = within || n == head
		if !within || part != nil && !dom.Within(n, part) {
			outside[n] = true
		}
	}
	return func(n *html.Node) bool { return !outside[n] }
}

// hasSentence says whether a part of a page has a sentence that is of no wall.
func hasSentence(n *html.Node) bool {
	for _, b := range reader.Blocks(n) {
		if strings.ContainsAny(b.Text, stops) && !dom.IsHeading(b.Nodes[0]) && !saying(b.Text).HasAny(wallKinds...) {
			return true
		}
	}
	return false
}

// letters is about how many letters a text has; a sign of a script that has one for
// a syllable or a word counts for three.
func letters(s string) int {
	if n := utf8.RuneCountInString(s); n*2 > len(s) {
		return n
	}
	return len(s)
}

// saying is what a line and its sentences are by their words.
func saying(text string) lexicon.Kinds {
	kinds := lexicon.Of(text)
	for part := range reader.Phrases(text) {
		opening, _ := lexicon.Opening(part)
		kinds |= lexicon.Whole(part) | opening
	}
	return kinds
}

// wall is what a page is that has hardly any text but words of such a kind, if it
// is one; body is what is left of it as its article, and may be nil. A page with a
// paragraph or two of its own is an article, whatever it is about; so is a page that
// somebody wrote on some day, though it is called "Page not found".
func (l lines) wall(body *html.Node, a *articles.Article) *Wall {
	const hardly, page = 280, 1200 // letters of other sentences: of the article, of the page
	if len(l.said) == 0 {
		return nil
	}
	other := 0
	if body != nil {
		for _, b := range reader.Blocks(body) {
			long := len(b.Text) > 2*hardly
			if long || strings.ContainsAny(b.Text, stops) && !saying(b.Text).HasAny(wallKinds...) {
				if other += letters(b.Text); other > hardly {
					return nil
				}
			}
		}
	}
	written := a.Author != "" && !a.Published.IsZero() && other > 0 // as no error of a server is
	for _, w := range walls {
		said := l.said[w.kind]
		if written && (w.kind == lexicon.Missing || w.kind == lexicon.Challenge) {
			continue
		}
		if l.prose > page && (w.kind == lexicon.Members || w.kind == lexicon.Cookie) {
			continue
		}
		switch {
		case l.headed.Has(w.kind) && w.kind != lexicon.Cookie && (w.kind != lexicon.Members || said > 1 || l.asks),
			w.kind == lexicon.Challenge && said > 1, w.kind == lexicon.Members && (said > 1 || said > 0 && l.asks),
			w.kind == lexicon.Cookie && said > 0 && other == 0:
			wall := w.wall
			return &wall
		}
	}
	return nil
}
