package reader

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/facts"
)

// trimHead leaves out at the start of an article what its facts say already: the
// title, the by-line, dates, the read time, the dek. It ends at the first block
// with words of another kind; behind one line of these, which may be a dek that the page
// states nowhere, a line that names the author goes, too, with a date right behind it.
func (p *Page) trimHead(keep []bool) {
	a, passed, named := p.facts.Article, false, false
	for i, b := range p.Blocks {
		if !keep[i] {
			continue
		}
		if b.Text == "" {
			keep[i] = !dom.Is(b.Nodes[0], "hr")
			continue
		}
		by := a.Author != "" && strings.Contains(facts.Fold(b.Text), facts.Fold(a.Author))
		keep[i] = !b.isHead(b.Text, a) || passed && !by && !named || b.isCell()
		named = named || by
		if keep[i] && (passed || len(b.Text) > longestLine || b.isCell()) {
			return
		}
		passed = passed || keep[i]
	}
}

// isHead reports whether a text at the start of a block is of the head of an article.
func (b *Block) isHead(text string, a *articles.Article) bool {
	const prose = 160 // bytes; what is longer is of the text
	folded, title := facts.Fold(text), facts.Fold(a.Title)
	level := b.heading()
	switch {
	case folded == title && (level == 1 || level == 2 || b.name() != "p"), level == 1 && alike(folded, title):
		return true
	case folded != "" && folded == facts.Fold(a.Dek) && b.name() != "p":
		return true
	case len(text) >= prose || level > 1:
		return false
	}
	return b.name() != "li" && (folded != "" && folded == facts.Fold(a.Author) || facts.IsLine(text) && isKnown(text, a)) || level == 0 && lexicon.IsFurniture(text)
}

// isKnown reports whether the facts of an article have what a by-line or a line
// with a date says, or as much of the kind.
func isKnown(line string, a *articles.Article) bool {
	if !dates.IsLine(line) {
		return a.Author != "" || lexicon.Of(line).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
	}
	if label, _, ok := strings.Cut(line, ": "); ok && !strings.ContainsFunc(label, unicode.IsDigit) && lexicon.Whole(label)|lexicon.Of(label)|lexicon.Closing("· "+label) == 0 {
		return false // "When: 3 May 2024" may be of what the article is about
	}
	return !a.Published.IsZero() || !a.Updated.IsZero()
}

func alike(a, b string) bool {
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && len(a)*3 > len(b)*2 && len(b)*3 > len(a)*2
}

// dropEcho takes the dek away where it is but the start of the text, as pages
// that nobody wrote one for have it.
func (p *Page) dropEcho(keep []bool) {
	const telling, near = 40, 240 // bytes, folded
	a := p.facts.Article
	dek := facts.Fold(strings.TrimRight(a.Dek, ".… "))
	var start strings.Builder
	for i, b := range p.Blocks {
		if keep[i] && start.Len() < near {
			start.WriteString(facts.Fold(b.Text))
		}
	}
	text := start.String()
	if dek == facts.Fold(a.Title) || len(dek) >= telling && strings.Contains(text[:min(len(text), near)], dek[:telling]) {
		a.Dek = ""
	}
}

// takeApart leaves out what is no part of the text, and puts it where it belongs:
// notices, epigraphs, the words about the author.
func (p *Page) takeApart(keep []bool) {
	a := p.facts.Article
	for _, e := range p.order {
		p.takePart(e.node, e, e.from, e.to, keep)
	}
	for i, b := range p.Blocks {
		if b.name() != "" {
			p.takePart(b.Nodes[0], b.in, i, i+1, keep)
		}
		if keep[i] && b.isNotice() {
			if !slices.Contains(a.Notices, b.Text) {
				a.Notices = append(a.Notices, b.Text)
			}
			keep[i] = false
		}
	}
	p.trimBio(keep)
}

// takePart takes an element with some blocks in it, if it is an epigraph or about the
// author; in is the nearest element that has names.
func (p *Page) takePart(n *html.Node, in *element, from, to int, keep []bool) {
	a := p.facts.Article
	kept := slices.Contains(keep[from:to], true)
	switch {
	case isBio(n) && p.sums[to].bytes-p.sums[from].bytes < longestBio:
		about := nameBookOf().bits("comment", "related", "side")
		if a.AuthorBio == "" && (kept || a.Author != "" && in.namesAbove()&about == 0) {
			a.AuthorBio = bioOf(p.Blocks[from:to], a.Author)
		}
	case kept && n.Data == "blockquote" && dom.HasClass(n, "epigraph"):
		a.Epigraphs = append(a.Epigraphs, epigraph(n))
	default:
		return
	}
	clear(keep[from:to])
}

const longestBio = 1500 // bytes

// trimBio leaves out the words about the author at the end of an article: what
// stands under a label that says so, or one with the author's name.
func (p *Page) trimBio(keep []bool) {
	const most = 4 // blocks
	a := p.facts.Article
	blocks, size := 0, 0
	for i := len(p.Blocks) - 1; i > 0 && blocks <= most && size < longestBio; i-- {
		b := p.Blocks[i]
		if !keep[i] {
			continue
		}
		label := strings.TrimRight(b.Text, ": ")
		own, name := facts.Fold(label), facts.Fold(a.Author)
		named := name != "" && b.heading() > 0 && len(own) < len(name)+20 && own != name && strings.HasSuffix(own, name)
		labelled := lexicon.Whole(label).Has(lexicon.AuthorLabel) && (b.heading() > 0 || strings.HasSuffix(b.Text, ":") || b.isStrong())
		if blocks > 0 && (named || labelled) {
			if a.AuthorBio == "" {
				a.AuthorBio = bioOf(p.Blocks[i+1:], a.Author)
			}
			clear(keep[i:])
			return
		}
		blocks, size = blocks+1, size+len(b.Text)
	}
}

// isStrong reports whether a block is all of one strong element.
func (b *Block) isStrong() bool {
	n := dom.First(b.parent(), "strong", "b")
	return n != nil && dom.Text(n) == b.Text
}

// isBio reports whether one of the classes of n says that it is about the author.
func isBio(n *html.Node) bool {
	book := nameBookOf()
	both := book.bits("author", "about")
	for class := range strings.FieldsSeq(dom.Attr(n, "class")) {
		if book.groupsOf(class)&both == both {
			return true
		}
	}
	return false
}

// bioOf is the longest of some blocks about an author, when it is a sentence.
func bioOf(blocks []*Block, author string) string {
	const least = 40 // bytes
	best := ""
	for _, b := range blocks {
		if len(b.Text) > len(best) {
			best = b.Text
		}
	}
	if len(best) < least || facts.Fold(best) == facts.Fold(author) || !strings.ContainsAny(best, stopSigns) {
		return ""
	}
	return best
}

func epigraph(n *html.Node) articles.Quote {
	by := dom.First(n, "cite", "footer")
	var q articles.Quote
	if by != nil {
		q.By = strings.TrimLeft(dom.Text(by), "–—―- ")
		dom.Remove(by)
	}
	q.Text = dom.Text(n)
	return q
}

// isNotice reports whether a paragraph is told from the text by a notice's class or
// first words.
func (b *Block) isNotice() bool {
	const least, most = 15, 500 // bytes
	if len(b.Text) < least || len(b.Text) > most || !dom.Is(b.Nodes[0], "p", "div", "aside", "section") {
		return false
	}
	return lexicon.IsNotice(b.Text) || groupsOf(b.Nodes[0])&nameBookOf().bits("notice") != 0
}
