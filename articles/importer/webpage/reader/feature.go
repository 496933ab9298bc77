package reader

import (
	_ "embed"
	"math/bits"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/dom"
	"lede/articles/importer/webpage/facts"
)

// page is what the blocks of one page are described from.
type page struct {
	root   *html.Node
	blocks []*Block
	mass   map[*html.Node]*mass
	shapes map[string]int // blocks of a shape
	shape  []string
	texts  map[string]int // blocks with the same words
	best   *html.Node     // the element with most prose right in it
	title  int            // block of the heading that is the title, or -1
	dek    string         // folded
	body   string         // folded: the text that the page states for programs
	kind   string         // of the page as a whole
	total  int
	thread bool                   // it shows a question with its answers, or a discussion
	main   *html.Node             // what the page marks as its main part
	side   map[*html.Node]float64 // what is known of elements for sure
}

// mass sums up what stands in an element.
type mass struct {
	bytes, linked, prose, blocks int
	score                        int // prose in paragraphs near below
}

func (m *mass) links() int { return share(m.linked, m.bytes) }

// share is a part of a whole in tenths.
func share(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (10*part + whole/2) / whole
}

func newPage(root *html.Node, f *facts.Facts) *page {
	p := &page{root: root, blocks: Blocks(root), mass: map[*html.Node]*mass{}, shapes: map[string]int{}, texts: map[string]int{}, title: -1}
	p.dek, p.body = fold(f.Article.Dek), fold(f.Body)
	titled := fold(f.Article.Title)
	for i, b := range p.blocks {
		prose := proseOf(b)
		depth := 0
		for n := b.parent(); n != nil; n = n.Parent {
			m := p.mass[n]
			if m == nil {
				m = &mass{}
				p.mass[n] = m
			}
			m.bytes += len(b.Text)
			m.linked += b.linked
			m.prose += prose
			m.blocks++
			if depth < 3 {
				m.score += prose / (1 + depth)
			}
			depth++
			if n == root {
				break
			}
		}
		p.total += len(b.Text)
		p.shape = append(p.shape, shapeOf(b))
		p.shapes[p.shape[i]]++
		if b.Text != "" {
			p.texts[b.Text]++
		}
		if name := b.name(); p.title < 0 && len(name) == 2 && name[0] == 'h' && len(titled) > 3 && alike(fold(b.Text), titled) {
			p.title = i
		}
	}
	p.thread = dom.Find(root, func(n *html.Node) bool {
		kind := dom.Attr(n, "itemtype")
		return strings.HasSuffix(kind, "/QAPage") || strings.HasSuffix(kind, "/Question") || strings.HasSuffix(kind, "/DiscussionForumPosting")
	}) != nil
	top := 0
	for n, m := range p.mass {
		if m.score > top || m.score == top && p.best != nil && m.bytes < p.mass[p.best].bytes {
			top, p.best = m.score, n
		}
	}
	body := root
	p.main = container(root)
	p.side = map[*html.Node]float64{}
	for n, m := range p.mass {
		if n == root {
			continue
		}
		titled := p.title >= 0 && dom.Within(p.blocks[p.title].parent(), n)
		outside := p.title >= 0 && p.main != body && dom.Within(p.blocks[p.title].parent(), p.main) && !dom.Within(n, p.main) && !dom.Within(p.main, n)
		switch {
		case isFurniture(n) && (m.bytes*5 < p.total*2 || outside && !titled):
			p.side[n] = unlikely
			if outside || isPart(n) {
				p.side[n] = never
			}
		case !titled && names(n, commentWords) && m.prose < p.mass[root].prose:
			p.side[n] = never
		}
	}
	if p.title >= 0 { // articles beside the one with the title are others
		if own := dom.Above(p.blocks[p.title].Nodes[0], "article"); own != nil {
			for c := own.Parent.FirstChild; c != nil; c = c.NextSibling {
				if c != own && dom.Is(c, "article") {
					p.side[c] = never
				}
			}
		}
	}
	all := p.mass[root]
	if all == nil {
		all = &mass{}
	}
	p.kind = "p" + strconv.Itoa(min(3, share(all.prose, all.bytes)/2)) + "b" + strconv.Itoa(min(3, bits.Len(uint(all.prose/512))/2))
	if f.IsArticle() {
		p.kind += "a"
	}
	return p
}

// proseOf is how much of a block reads as prose: bytes outside of links, in
// blocks with sentences.
func proseOf(b *Block) int {
	const sentence = 60
	own := len(b.Text) - b.linked
	if own < sentence || b.linked*2 > len(b.Text) {
		return 0
	}
	return own
}

// shapeOf names what blocks of the same kind in a page have in common.
func shapeOf(b *Block) string {
	var s strings.Builder
	s.WriteString(b.name())
	if n := b.Nodes[0]; n.Type == html.ElementNode {
		s.WriteString(dom.Attr(n, "class"))
	}
	n := b.parent()
	for range 4 {
		if n == nil {
			break
		}
		s.WriteByte('<')
		s.WriteString(n.Data)
		s.WriteByte('.')
		s.WriteString(dom.Attr(n, "class"))
		n = n.Parent
	}
	return s.String()
}

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
	furniture := false
	for c := n; c != nil; c = c.Parent {
		b.Lean = min(b.Lean, p.side[c])
	}
	if e := b.Nodes[0]; b.name() != "" && isFurniture(e) {
		b.Lean = min(b.Lean, unlikely)
	}
	furniture = b.Lean < 0
	if len(b.Text) < 60 && lexicon.Whole(strings.TrimRight(b.Text, ":")).HasAny(pageWords...) {
		furniture = true
	} else if len(b.Text) < 100 && b.name() != "li" && lexicon.Of(b.Text).HasAny(lexicon.Ad, lexicon.Related, lexicon.Letter, lexicon.Cookie) {
		furniture = true
	}
	if furniture {
		b.Lean = min(b.Lean, unlikely)
	} else if p.thread && len(b.Text) < 160 && strings.Contains(shapeNames(b), "user") {
		if b.Lean = unlikely; len(b.Text) < 40 { // a name, and not how many points its bearer has
			b.Lean = -unlikely
		}
	}
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

// path describes the elements that a block stands in; what is said of an
// element is said once for all its blocks.
func (p *page) path(known map[*html.Node][]string, n *html.Node) []string {
	if n == nil || n == p.root || n.Type != html.ElementNode {
		return nil
	}
	if fs, ok := known[n]; ok {
		return fs
	}
	seen := map[string]bool{}
	var fs []string
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			fs = append(fs, s)
		}
	}
	for _, s := range p.path(known, n.Parent) {
		add(s)
	}
	switch n.Data {
	case "div", "span", "p", "tbody", "section", "a":
	default:
		add("in:" + n.Data)
	}
	if role := dom.Attr(n, "role"); role != "" && !strings.ContainsRune(role, ' ') {
		add("role:" + strings.ToLower(role))
	}
	if prop := dom.Attr(n, "itemprop"); prop != "" && !strings.ContainsRune(prop, ' ') {
		add("prop:" + strings.ToLower(prop))
	}
	if n.Data != "body" {
		for _, w := range words(n, "c") {
			add(w)
		}
	}
	known[n] = fs
	return fs
}

// words are the groups of the words that the class and the id of n are made of.
// An id that a heading's words make says nothing.
func words(n *html.Node, mark string) []string {
	names := dom.Attr(n, "class")
	if id := dom.Attr(n, "id"); id != "" && !isSlug(n, id) {
		names += " " + id
	}
	var out []string
	for i, name := range strings.Fields(names) {
		if i == 12 || len(name) > 60 {
			continue
		}
		for _, w := range strings.FieldsFunc(kebab(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
			for _, g := range nameGroups()[w] {
				out = append(out, mark+":"+g)
			}
		}
	}
	return out
}

//go:embed names.txt
var namesFile string

var nameGroups = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(namesFile) {
		group, names, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(names) {
			m[w] = append(m[w], group)
		}
	}
	return m
})

// kebab is a name in small letters with a hyphen before each word: mainText is
// main-text.
func kebab(s string) string {
	var b strings.Builder
	small := false
	for _, r := range s {
		if unicode.IsUpper(r) && small {
			b.WriteByte('-')
		}
		small = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// isSlug reports whether an id is made of the words of the heading that it
// marks.
func isSlug(n *html.Node, id string) bool {
	h := n
	if !dom.Is(n, "h1", "h2", "h3", "h4", "h5", "h6") {
		h = nil
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				h = c
				break
			}
		}
		if !dom.Is(h, "h1", "h2", "h3", "h4", "h5", "h6") {
			return false
		}
	}
	a, b := fold(id), fold(dom.Text(h))
	return a != "" && (strings.HasPrefix(a, b) && b != "" || strings.Contains(b, a))
}
