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

// pageWords are the kinds of lines that belong to a page, not to its article.
var pageWords = []lexicon.Kind{
	lexicon.Menu, lexicon.Button, lexicon.Ad, lexicon.Image, lexicon.Related, lexicon.Comments, lexicon.Pages,
	lexicon.Aside, lexicon.Footer, lexicon.Cookie, lexicon.Letter, lexicon.More, lexicon.TagsLabel,
}

// tailKinds are those of lines that say more than the words of a kind.
var tailKinds = []lexicon.Kind{
	lexicon.Ad, lexicon.Related, lexicon.Letter, lexicon.Pages, lexicon.Footer, lexicon.Cookie, lexicon.Comments, lexicon.TagsLabel, lexicon.More, lexicon.Button,
}

const (
	longestLine  = 240 // bytes; what is longer is a paragraph
	longestLabel = 60  // bytes of the words before a link
)

// said tells what the words of a line say of it, and of what kinds they are.
func (b *Block) said() (saying, lexicon.Kinds) {
	if b.Text == "" || len(b.Text) > longestLine {
		return nothing, 0
	}
	parts, known := 0, 0
	var kinds lexicon.Kinds
	whole := true
	for part := range b.parts() {
		parts++
		k := lexicon.Whole(part)
		if !k.HasAny(pageWords...) {
			whole = false
			opening, _ := lexicon.Opening(part)
			k = opening | lexicon.Holds(part)
		}
		if k.HasAny(pageWords...) {
			known++
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
	case parts > 1 && known == parts || kinds.HasAny(tailKinds...) && (b.linked > 0 || !IsSentence(b.Text) || opens(b.Text, lexicon.Letter) && lexicon.Closing(b.Text).Has(lexicon.Letter)):
		return hints, kinds
	}
	return nothing, kinds
}

// parts are what a line is made of: its links where it is a row of them, else its
// phrases.
func (b *Block) parts() iter.Seq[string] {
	if b.linked*10 < len(b.Text)*8 {
		return Phrases(b.Text)
	}
	var links []string
	for _, n := range b.Nodes {
		if dom.Is(n, "a") {
			links = append(links, dom.Text(n))
		} else if n.Type == html.ElementNode {
			for a := range dom.Each(n, "a") {
				links = append(links, dom.Text(a))
			}
		}
	}
	if len(links) > 1 {
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
			apart := false
			switch r {
			case '|', '·', '•', '»', '›', '：', ':', '。', '！', '？', '/':
				apart = true
			case '.', '!', '?':
				apart = strings.HasPrefix(next, " ")
			case '-', '–', '—':
				apart = strings.HasPrefix(next, " ") && (i == 0 || line[i-1] == ' ')
			}
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
	label := b.Text
	for _, n := range b.Nodes {
		a := n
		if !dom.Is(n, "a") {
			a = dom.First(n, "a")
		}
		if a != nil {
			label, _, _ = strings.Cut(b.Text, dom.Text(a))
			break
		}
	}
	label = strings.TrimSpace(label)
	rest := len(b.Text) - len(label)
	if !strings.ContainsFunc(label, unicode.IsLetter) {
		at := strings.IndexAny(b.Text, ":：|")
		if at < 0 || b.linked*10 < len(b.Text)*9 {
			return ""
		}
		label, rest = b.Text[:at], b.linked
	}
	if len(label) > longestLabel || b.linked*10 < rest*6 {
		return ""
	}
	return label
}

// isOfPage reports whether a line is the page's: what leads to another article,
// a button, an advertisement, a call to subscribe. Its words alone do not make it
// one: it must lead somewhere, or be an advertisement's alone, or come again and
// again. A cell, a term, an item or a heading has such words for reasons of its own.
func (p *Page) isOfPage(b *Block) bool {
	alone := b.heading() == 0 && !b.stands("li")
	switch {
	case b.isCell():
		return false
	case b.says == leads:
		return true
	case b.says == wholly:
		return b.linked*2 >= len(b.Text) || alone && (b.kinds.Has(lexicon.Ad) || p.texts[b.Text] > 1)
	case b.says == hints && alone && b.kinds.HasAny(lexicon.Letter, lexicon.Ad, lexicon.Cookie, lexicon.Related):
		return b.linked > 0 && !IsSentence(b.Text)
	}
	return false
}

// isCell reports whether a block stands in a table, a list of definitions or a
// caption.
func (b *Block) isCell() bool {
	return b.stands("dt", "dd", "td", "th", "figcaption", "summary", "pre")
}

// isOwn reports whether the words of a block say nothing of a page, or stand where
// an article may have them for reasons of its own.
func (b *Block) isOwn() bool {
	return b.says == nothing || b.isCell() || b.linked == 0 && b.stands("li")
}

// readLines reads what the words of the lines say, and what stands under a label: the
// links under one of other articles lead to what is related, what stands under one of
// sources is of the article.
func (p *Page) readLines() {
	const longest = 80 // bytes of such a label
	for _, b := range p.Blocks {
		b.says, b.kinds = b.said()
	}
	for i, b := range p.Blocks {
		label := strings.TrimRight(b.Text, ": ")
		switch {
		case len(label) > longest || b.linked > 0:
		case b.heading() > 0 && lexicon.Whole(label).Has(lexicon.References):
			for _, o := range p.under(i, func(*Block) bool { return true }) {
				o.source = true
			}
		case lexicon.IsRelated(label) || opens(label, lexicon.Related):
			p.readRelated(p.under(i, func(b *Block) bool { return b.linked*10 >= len(b.Text)*6 }))
		}
	}
}

// under are a label and the blocks below it, up to the next heading or the first
// that does not fit.
func (p *Page) under(label int, fits func(*Block) bool) []*Block {
	top := p.Blocks[label].in
	for top.up != nil && top.to-top.from == 1 {
		top = top.up
	}
	end := label + 1
	for end < top.to && p.Blocks[end].heading() == 0 && fits(p.Blocks[end]) {
		end++
	}
	return p.Blocks[label:end]
}

// readRelated notes a label of other articles and the links below it, if they are
// not most of the page.
func (p *Page) readRelated(blocks []*Block) {
	bytes := 0
	for _, b := range blocks[1:] {
		bytes += len(b.Text)
	}
	if len(blocks) == 1 || bytes*3 > p.all.bytes {
		return
	}
	for _, b := range blocks {
		b.says, b.kinds = leads, 1<<lexicon.Related
	}
}

// trimEnd leaves out the lines of the page that follow the last words of an article.
func (p *Page) trimEnd(keep []bool) {
	signs := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for i, b := range slices.Backward(p.Blocks) {
		says := strings.ContainsFunc(b.Text, signs)
		if keep[i] && says && b.isOwn() && !(b.kinds.Has(lexicon.Footer) && b.says != nothing && b.stands("td")) {
			return
		}
		keep[i] = keep[i] && b.Text == ""
	}
}

// relate keeps the links of the blocks that lead to other articles.
func (p *Page) relate(a *articles.Article) {
	const most = 20
	for _, b := range p.Blocks {
		if b.says == nothing || !b.kinds.HasAny(lexicon.Related, lexicon.More) {
			continue
		}
		for _, n := range b.Nodes {
			for _, l := range append(dom.Elements(n, "a"), n) {
				title, target := dom.Text(l), dom.Attr(l, "href")
				if title != "" && articles.IsWeb(target) && len(a.Related) < most {
					a.Related = append(a.Related, articles.Link{Title: title, Target: target})
				}
			}
		}
	}
}
