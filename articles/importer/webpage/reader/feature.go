package reader

import (
	"math/bits"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/facts"
)

// Features describes each block of a page.
func Features(root *html.Node, f *facts.Facts) ([]*Block, [][]string) {
	p := newPage(root, f)
	out := make([][]string, len(p.blocks))
	paths := map[*html.Node][]string{}
	before := 0
	heading := ""
	for i, b := range p.blocks {
		fs := p.own(i, b)
		fs = append(fs, p.path(paths, b.parent())...)
		if n := b.Nodes[0]; n.Type == html.ElementNode && dom.IsBlock(n) {
			fs = append(fs, words(n, "w")...)
		}
		fs = append(fs, p.place(i, b, before)...)
		if heading != "" {
			fs = append(fs, "under:"+heading)
		}
		if name := b.name(); len(name) == 2 && name[0] == 'h' && name != "hr" {
			heading = ""
			for _, k := range kindsOf(b.Text) {
				heading = k
			}
		}
		before += len(b.Text)
		out[i] = fs
	}
	// What the neighbours look like.
	for i := range out {
		for _, d := range [...]int{-1, 1} {
			at := "none"
			if j := i + d; j >= 0 && j < len(p.blocks) {
				at = p.look(p.blocks[j])
			}
			out[i] = append(out[i], "n"+strconv.Itoa(d)+":"+at)
		}
	}
	return p.blocks, out
}

// look is the shape of a block in a word: how long, how much of it linked.
func (p *page) look(b *Block) string {
	l := 0
	if links := share(b.linked, len(b.Text)); links > 7 {
		l = 2
	} else if links > 2 {
		l = 1
	}
	return strconv.Itoa(length(b.Text)) + "/" + strconv.Itoa(l)
}

// length grows by one with each doubling of the words of a text.
func length(s string) int {
	n := utf8.RuneCountInString(s)
	if n < len(s)*2/3 { // a script that says more with a sign
		n *= 2
	}
	return min(7, bits.Len(uint(n/8)))
}

func (p *page) own(i int, b *Block) []string {
	name := b.name()
	look := p.look(b)
	fs := []string{
		"any", "t:" + name, "look:" + look, "look:" + look + ":" + p.kind, "t:" + name + ":" + look[2:],
	}
	if b.Text == "" {
		return append(fs, "empty")
	}
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	switch {
	case strings.ContainsRune(".!?。！？…”\"’»", last):
		fs = append(fs, "end:sentence")
	case last == ':':
		fs = append(fs, "end:colon")
	case unicode.IsLetter(last):
		fs = append(fs, "end:letter")
	case unicode.IsDigit(last):
		fs = append(fs, "end:digit")
	default:
		fs = append(fs, "end:sign")
	}
	commas := strings.Count(b.Text, ",") + strings.Count(b.Text, "，") + strings.Count(b.Text, "、") + strings.Count(b.Text, "،")
	fs = append(fs, "commas:"+strconv.Itoa(min(4, commas)))
	if n := p.shapes[p.shape[i]]; n > 1 {
		fs = append(fs, "same:"+strconv.Itoa(min(4, bits.Len(uint(n))))+"/"+look[2:])
	} else {
		fs = append(fs, "same:1")
	}
	if p.texts[b.Text] > 1 {
		fs = append(fs, "repeated")
	}
	if strings.ContainsRune(b.Text, '©') {
		fs = append(fs, "copyright")
	}
	if len(b.Text) < 120 {
		for _, k := range kindsOf(b.Text) {
			fs = append(fs, "lex:"+k)
		}
	}
	folded := fold(b.Text)
	if len(folded) > 30 && p.dek != "" && (strings.Contains(p.dek, folded) || strings.HasPrefix(folded, p.dek[:min(len(p.dek), 60)])) {
		fs = append(fs, "dek")
	}
	if len(p.body) > 500 && len(folded) > 20 {
		if strings.Contains(p.body, folded) {
			fs = append(fs, "body:yes")
		} else {
			fs = append(fs, "body:no")
		}
	}
	return fs
}

// How far what is known for sure moves a block, as log odds.
const (
	unlikely = -4.0 // a name or a word says that it is not of the article
	never    = -8.0 // its element, or where it stands, says so
)

// shapeNames are the classes near a block.
func shapeNames(b *Block) string {
	s := ""
	n := b.Nodes[0]
	for range 4 {
		if n == nil {
			break
		}
		s += dom.Classes(n) + dom.Attr(n, "itemprop")
		n = n.Parent
	}
	return strings.ReplaceAll(s, "author", "user")
}

// isPart reports whether n is a part of a page by its element or role.
func isPart(n *html.Node) bool {
	switch dom.Attr(n, "role") {
	case "navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar":
		return true
	}
	return dom.Is(n, "nav", "dialog", "menu", "form") || n.Data == "footer" && dom.Above(n, "article", "blockquote", "main") == nil
}

// pageWords are the kinds of lines that belong to a page, not to its article.
var pageWords = []lexicon.Kind{
	lexicon.Menu, lexicon.Button, lexicon.Ad, lexicon.Image, lexicon.Related, lexicon.Comments, lexicon.Pages,
	lexicon.Aside, lexicon.Footer, lexicon.Cookie, lexicon.Letter, lexicon.More,
}

func kindsOf(text string) []string {
	kinds := lexicon.Of(text)
	var out []string
	for k := lexicon.Menu; k <= lexicon.Months && kinds != 0; k++ {
		if kinds.Has(k) {
			out = append(out, strings.ReplaceAll(k.String(), " ", "-"))
		}
	}
	return out
}

// place says where in the page and near what a block stands.
func (p *page) place(i int, b *Block, before int) []string {
	fs := []string{"at:" + strconv.Itoa(share(before, p.total))}
	switch {
	case p.title < 0:
		fs = append(fs, "title:none")
	case i < p.title:
		fs = append(fs, "title:before")
	case i == p.title:
		fs = append(fs, "title:is")
	case i < p.title+6:
		fs = append(fs, "title:near")
	default:
		fs = append(fs, "title:after")
	}
	n := b.parent()
	in := "no"
	for c, up := p.best, 0; c != nil && up < 4; c, up = c.Parent, up+1 {
		if dom.Within(n, c) {
			in = strconv.Itoa(up)
			break
		}
	}
	where := ""
	if dom.Within(n, p.main) {
		where += "m"
	}
	b.Lean = p.lean(b)
	furniture := b.Lean < 0
	if furniture {
		where += "f"
	}
	if in == "0" || in == "1" {
		where += "b"
	}
	fs = append(fs, "where:"+where, "where:"+where+":"+p.look(b), "best:"+in, "best:"+in+":"+p.look(b))
	if p.title >= 0 {
		t := p.blocks[p.title].parent()
		up := 0
		for c := t; c != nil && !dom.Within(n, c); c = c.Parent {
			up++
		}
		fs = append(fs, "up:"+strconv.Itoa(min(up, 6)))
	}
	for up := 0; up < 3 && n != nil; up++ {
		if m := p.mass[n]; m != nil {
			fs = append(fs, "m"+strconv.Itoa(up)+":"+strconv.Itoa(share(m.linked, m.bytes)/2)+":"+strconv.Itoa(min(5, bits.Len(uint(m.bytes/64))/2)),
				"p"+strconv.Itoa(up)+":"+strconv.Itoa(share(m.prose, m.bytes)/3), "s"+strconv.Itoa(up)+":"+strconv.Itoa(share(m.bytes, p.total)/2))
		}
		n = n.Parent
	}
	return fs
}

// leanOfArticle speaks for a paragraph without links in what the page marks as its
// one article, as log odds: it is dropped for strong reasons alone.
const leanOfArticle = 2.0

// isSentence reports whether a block is prose by its end: its first words alone
// do not make it a label or a call to do something.
func isSentence(text string) bool {
	const least = 5 // words
	return strings.ContainsAny(text[max(0, len(text)-4):], ".!?。！？؟") && len(strings.Fields(text)) >= least
}

// lean is what is known of a block for sure, as log odds.
func (p *page) lean(b *Block) float64 {
	n := b.parent()
	lean := 0.0
	for c := n; c != nil; c = c.Parent {
		lean = min(lean, p.side[c])
	}
	if e := b.Nodes[0]; b.name() != "" && isFurniture(e) {
		lean = min(lean, unlikely)
	}
	furniture := lean < 0
	if b.isOfPage() {
		furniture = true
	}
	if furniture {
		lean = min(lean, unlikely)
	} else if lean == 0 && p.isOfArticle(b) {
		lean = leanOfArticle
	} else if p.thread && len(b.Text) < 160 && strings.Contains(shapeNames(b), "user") {
		if lean = unlikely; len(b.Text) < 40 { // a name, and not how many points its bearer has
			lean = -unlikely
		}
	}
	return lean
}

// isOfArticle reports whether a block is text without links in what the page
// marks as its one article.
func (p *page) isOfArticle(b *Block) bool {
	return b.linked == 0 && dom.Is(b.Nodes[0], "p", "h2", "h3", "blockquote", "li") && dom.Is(p.main, "article") && dom.Within(b.parent(), p.main)
}
