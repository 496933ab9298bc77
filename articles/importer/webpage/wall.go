package webpage

import (
	"slices"
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

const bySaving = "open it in a browser, save it there, and add the file"

// walls are the pages that stand in the place of an article, by the words that
// they consist of.
var walls = []struct {
	kind   lexicon.Kind
	beside bool // such lines stand beside articles, too, on all pages of a site
	wall   Wall
}{
	{lexicon.Missing, false, Wall{"says that there is nothing at this address", "look for the article on the site, or in an archive of the web"}},
	{lexicon.Challenge, false, Wall{"asks whether a person reads it", bySaving}},
	{lexicon.Members, true, Wall{"asks to sign in", bySaving}},
	{lexicon.Cookie, true, Wall{"asks for consent and shows no article", bySaving}},
}

// said is what a page says in short.
type said struct {
	lines   [4]int // of each kind of walls
	others  int    // sentences of its text that are of none
	letters int    // of these
	prose   int    // letters of such sentences in the page as a whole
}

const longest = 300 // bytes of a line of a wall

// sayings reads the title and the lines of a page, of which some are kept as its text.
func sayings(title string, page *reader.Page, kept []*reader.Block) said {
	const most = 400 // lines; no wall is so long
	if len(page.Blocks) > most {
		return said{}
	}
	text, seen := map[*reader.Block]bool{}, map[string]bool{}
	for _, b := range kept {
		text[b] = true
	}
	s := said{}
	look := func(line string, inside bool) (is bool) {
		if len(line) > longest {
			return false
		}
		kinds := saying(line)
		for i, w := range walls {
			if kinds.Has(w.kind) {
				is = true
				if !seen[line] && (inside || w.kind != lexicon.Members) {
					s.lines[i]++
				}
			}
		}
		seen[line] = true
		return is
	}
	look(title, true)
	seen = map[string]bool{}
	for i, b := range page.Blocks {
		if look(b.Text, page.IsInside(i)) || len(b.Text) <= longest && !reader.IsSentence(b.Text) {
			continue
		}
		s.prose += letters(b.Text)
		if text[b] {
			s.others++
			s.letters += letters(b.Text)
		}
	}
	return s
}

// letters is about how many letters a text has; a sign of a script that has one for
// a syllable or a word counts for three.
func letters(s string) int {
	if n := utf8.RuneCountInString(s); n*2 > len(s) {
		return n
	}
	return len(s)
}

// notFound is how servers say in all languages that a page is not there.
const notFound = "404"

// saying is what a line and its sentences are by their words.
func saying(text string) lexicon.Kinds {
	const few = 6 // words
	kinds := lexicon.Of(text)
	if words := strings.Fields(text); len(words) <= few && slices.Contains(words, notFound) {
		kinds |= 1 << lexicon.Missing
	}
	for part := range reader.Phrases(text) {
		opening, _ := lexicon.Opening(part)
		kinds |= lexicon.Whole(part) | opening
	}
	return kinds
}

// wall is what a page is that says more of such a kind than anything else, if it is
// one. A page with a paragraph or two of its own is an article, whatever it is
// about; who wrote it, and when, no wall says. Where a wall's lines stand beside
// articles, there must be no other sentence, or a field for a password.
func (s said) wall(a *articles.Article, asks bool) *Wall {
	const hardly, page = 280, 1200 // letters of other sentences: of the article, of the page
	if s.letters > hardly {
		return nil
	}
	others := s.others
	if a.Author != "" {
		others++
	}
	if !a.Published.IsZero() {
		others++
	}
	for i, w := range walls {
		lines := s.lines[i]
		switch {
		case lines == 0 || w.beside && s.prose > page:
		case w.kind == lexicon.Members && asks, w.kind != lexicon.Cookie && lines > others, s.others == 0 && w.beside:
			wall := w.wall
			return &wall
		}
	}
	return nil
}

// asksForPassword reports whether a page has a field for a password.
func asksForPassword(body *html.Node) bool {
	return dom.Find(body, func(n *html.Node) bool { return dom.Is(n, "input") && dom.Attr(n, "type") == "password" }) != nil
}
