package reader

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// saying is what the words of a line say of it.
type saying int

const (
	nothing saying = iota
	hints          // some of its words are those of pages
	leads          // they stand before a link that is the rest of it
	wholly         // it consists of them
)

// lineKinds are the kinds of words that lines of pages consist of.
var lineKinds = append([]lexicon.Kind{lexicon.TagsLabel}, pageWords...)

// tailKinds are those of lines that say more than the words of a kind.
var tailKinds = []lexicon.Kind{
	lexicon.Ad, lexicon.Related, lexicon.Letter, lexicon.Pages, lexicon.Footer, lexicon.Cookie, lexicon.Comments, lexicon.TagsLabel, lexicon.More, lexicon.Button,
}

const (
	longestLine  = 240 // bytes; what is longer is a paragraph
	longestLabel = 60  // bytes of the words before a link
)

// says tells what the words of a line say of it, and of what kinds they are.
func (b *Block) says() (saying, lexicon.Kinds) {
	if b.Text == "" || len(b.Text) > longestLine {
		return nothing, 0
	}
	parts, said := 0, 0
	var kinds lexicon.Kinds
	whole := true
	for part := range b.parts() {
		parts++
		k := lexicon.Whole(part)
		if !k.HasAny(lineKinds...) {
			whole = false
			opening, _ := lexicon.Opening(part)
			k = opening | lexicon.Holds(part)
		}
		if k.HasAny(lineKinds...) {
			said++
		}
		kinds |= k
	}
	switch label := b.label(); {
	case parts > 0 && whole:
		return wholly, kinds
	case label != "" && lexicon.Whole(label).HasAny(lexicon.Related, lexicon.More, lexicon.Pages, lexicon.TagsLabel):
		return leads, lexicon.Whole(label)
	case label != "" && opens(b.Text, lexicon.More, lexicon.Related) && b.linked*2 > len(b.Text):
		return leads, 1 << lexicon.Related
	case parts > 1 && said == parts || kinds.HasAny(tailKinds...) && (b.linked > 0 || !isSentence(b.Text) || opens(b.Text, lexicon.Letter) && lexicon.Closing(b.Text).Has(lexicon.Letter)):
		return hints, kinds
	}
	return nothing, kinds
}

// parts are what a line is made of: its links where it is a row of them, else its
// phrases.
func (b *Block) parts() iter.Seq[string] {
	var links []string
	for _, n := range b.Nodes {
		if dom.Is(n, "a") {
			links = append(links, dom.Text(n))
		} else if n.Type == html.ElementNode {
			for _, a := range dom.Elements(n, "a") {
				links = append(links, dom.Text(a))
			}
		}
	}
	if len(links) > 1 && b.linked*10 >= len(b.Text)*8 {
		return slices.Values(links)
	}
	return Phrases(b.Text)
}

func opens(text string, kinds ...lexicon.Kind) bool {
	k, _ := lexicon.Opening(text)
	return k.HasAny(kinds...)
}

// Phrases are the parts of a line between the signs that pages set apart with,
// and its sentences.
func Phrases(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		part := func(to int) bool {
			s := line[from:to]
			return !strings.ContainsFunc(s, unicode.IsLetter) || yield(s)
		}
		for i := 0; i < len(line); {
			r, size := utf8.DecodeRuneInString(line[i:])
			next := line[i+size:]
			apart := strings.ContainsRune("|·•»›：:。！？/", r) || strings.ContainsRune(".!?", r) && strings.HasPrefix(next, " ") ||
				strings.ContainsRune("-–—", r) && strings.HasPrefix(next, " ") && (i == 0 || line[i-1] == ' ')
			if apart {
				if !part(i) {
					return
				}
				from = i + size
			}
			i += size
		}
		part(len(line))
	}
}

// label is the words before the link that is the rest of a line; in a line that is
// a link from its first word on, those before its colon or bar.
func (b *Block) label() string {
	if b.linked == 0 {
		return ""
	}
	var before strings.Builder
	for _, n := range b.Nodes {
		if textBefore(&before, n) {
			break
		}
	}
	label := strings.TrimSpace(before.String())
	rest := len(b.Text) - len(label)
	if !strings.ContainsFunc(label, unicode.IsLetter) {
		var ok bool
		if label, _, ok = cutAny(b.Text, ":：|"); !ok || b.linked*10 < len(b.Text)*9 {
			return ""
		}
		rest = b.linked
	}
	if len(label) > longestLabel || b.linked*10 < rest*6 {
		return ""
	}
	return label
}

// textBefore writes the words of n before its first link, and reports whether
// there is one.
func textBefore(b *strings.Builder, n *html.Node) bool {
	switch {
	case dom.Is(n, "a"):
		return true
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	}
	for c := range n.ChildNodes() {
		if textBefore(b, c) {
			return true
		}
	}
	return false
}

func cutAny(s, signs string) (before, after string, found bool) {
	at := strings.IndexAny(s, signs)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at:], true
}

// trimLines takes out of an article the lines that are its page's: what leads to
// another article, buttons, advertisements, and what follows its last words. Its
// words alone do not make a line one. Between prose it must lead somewhere, or be
// an advertisement's alone, or come again and again; or nothing of the article may
// follow.
func trimLines(root *html.Node, a *articles.Article) {
	blocks := Blocks(root)
	times := map[string]int{}
	for _, b := range blocks {
		times[b.Text]++
	}
	kept := trimEnd(blocks, a)
	for i, b := range blocks[:kept] {
		says, kinds := b.says()
		if says == nothing || b.isCell() {
			continue
		}
		linked := b.linked*2 >= len(b.Text)
		alone := !isItem(b) && !b.isHeading()
		switch {
		case says == leads, says == wholly && linked:
		case says == wholly && alone && (kinds.Has(lexicon.Ad) || times[b.Text] > 1):
		case says == hints && alone && b.linked > 0 && kinds.HasAny(lexicon.Letter, lexicon.Ad, lexicon.Cookie, lexicon.Related) && (!isSentence(b.Text) || saysAll(b.Text)):
		case says == wholly && b.isHeading() && (i+1 == kept || b.isOver(blocks[i+1])):
		default:
			continue
		}
		b.drop(kinds, a)
	}
}

// trimEnd takes out the lines of the page that follow the last words of an
// article, and says how many blocks stand before them.
func trimEnd(blocks []*Block, a *articles.Article) int {
	var signs []*Block // without a letter, between lines of the page
	for i, b := range slices.Backward(blocks) {
		if !strings.ContainsFunc(b.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			if b.Text != "" {
				signs = append(signs, b)
			}
			continue
		}
		says, kinds := b.says()
		if says == nothing || isItem(b) && b.linked == 0 || b.isCell() {
			return i + 1
		}
		b.drop(kinds, a)
		for _, s := range signs {
			s.drop(0, a)
		}
		signs = nil
	}
	return 0
}

// saysAll reports whether each sentence of a line has words of pages.
func saysAll(text string) bool {
	for part := range Phrases(text) {
		if !lexicon.Of(part).HasAny(tailKinds...) {
			return false
		}
	}
	return true
}

// isOfPage reports whether the words of a block say that it is of the page, before
// it is known which blocks are of the article. A cell, a term, an item or a heading
// has such words for reasons of its own.
func (b *Block) isOfPage() bool {
	if b.isHeading() || b.isCell() || isItem(b) && b.linked == 0 {
		return false
	}
	says, kinds := b.says()
	switch says {
	case wholly:
		return b.linked > 0 || kinds.Has(lexicon.Ad)
	case leads:
		return true
	case hints:
		return len(b.Text) < 100 && b.name() != "li" && kinds.HasAny(lexicon.Ad, lexicon.Related, lexicon.Letter, lexicon.Cookie)
	}
	return false
}

// isCell reports whether a block stands in a table, a list of definitions or a
// caption.
func (b *Block) isCell() bool {
	const names = "dt dd td th figcaption summary pre"
	return dom.Is(b.Nodes[0], strings.Fields(names)...) || dom.Above(b.Nodes[0], strings.Fields(names)...) != nil
}

func isItem(b *Block) bool {
	return dom.Is(b.Nodes[0], "li") || dom.Above(b.Nodes[0], "li") != nil
}

func (b *Block) isHeading() bool {
	name := b.name()
	return len(name) == 2 && name[0] == 'h' && name != "hr"
}

// isOver reports whether nothing stands between a heading and the next, of its
// level or a higher one.
func (b *Block) isOver(next *Block) bool {
	return next.isHeading() && next.name() <= b.name()
}

// drop takes a block out of its tree. What its links lead to is related to the
// article where its words say so.
func (b *Block) drop(kinds lexicon.Kinds, a *articles.Article) {
	for _, n := range b.Nodes {
		if kinds.HasAny(lexicon.Related, lexicon.More) {
			relate(n, a)
		}
		dom.Remove(n)
	}
}
