package reader

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/forest"
)

// Features measures each block of a page.
func (p *Page) Features() forest.Table {
	r := &row{}
	for i, b := range p.Blocks {
		r.values = make([]float32, 0, len(r.table.Names))
		p.words(r, b)
		p.near(r, i)
		p.above(r, b)
		p.place(r, i)
		p.wide(r)
		r.table.Rows = append(r.table.Rows, r.values)
	}
	return r.table
}

// row collects the measures of one block after another.
type row struct {
	table  forest.Table
	values []float32
}

// put adds a measure; all rows have the same, in the same order. Its name is a
// group and what is measured.
func (r *row) put(group, name string, value float64) {
	if len(r.table.Rows) == 0 {
		r.table.Names = append(r.table.Names, group+":"+name)
	}
	r.values = append(r.values, float32(value))
}

func (r *row) flag(group, name string, is bool) {
	value := 0.0
	if is {
		value = 1
	}
	r.put(group, name, value)
}

// sum adds the measures of what stands in some blocks.
func (r *row) sum(group string, s, all sum) {
	r.put(group, "bytes", log(s.bytes))
	r.put(group, "blocks", log(s.blocks))
	r.put(group, "links", share(s.linked, s.bytes))
	r.put(group, "prose", share(s.prose, s.bytes))
	r.put(group, "share", share(s.bytes, all.bytes))
}

func log(n int) float64 { return math.Log2(float64(1 + n)) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// words measures what a block says, and how.
func (p *Page) words(r *row, b *Block) {
	letters := size(b.Text)
	r.put("own", "size", log(letters))
	r.put("own", "links", share(b.linked, len(b.Text)))
	r.put("own", "linked", log(b.linked))
	r.put("own", "prose", log(b.prose()))
	var upper, digits, commas, stops, signs int
	for _, c := range b.Text {
		switch {
		case unicode.IsLetter(c):
			if unicode.IsUpper(c) {
				upper++
			}
		case unicode.IsDigit(c):
			digits++
		case strings.ContainsRune(",，、،;；", c):
			commas++
		case strings.ContainsRune(stopSigns, c):
			stops++
		case c != ' ':
			signs++
		}
	}
	r.put("own", "upper", share(upper, letters))
	r.put("own", "digits", share(digits, letters))
	r.put("own", "signs", share(signs, letters))
	r.put("own", "commas", log(commas))
	r.put("own", "stops", log(stops))
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	r.flag("own", "sentence", strings.ContainsRune(stopSigns+"…”\"’»", last))
	r.put("own", "again", log(p.texts[b.Text]))
	r.put("own", "heading", float64(b.heading()))
	for _, name := range [...]string{"p", "li", "td", "div", "", "pre"} {
		r.flag("is", name, b.name() == name)
	}
}

// near measures the blocks around one, and those that look as it does.
func (p *Page) near(r *row, i int) {
	for _, d := range [...]int{-2, -1, 1, 2} {
		group := "next" + strconv.Itoa(d)
		letters, links, level := -1.0, -1.0, -1
		if j := i + d; j >= 0 && j < len(p.Blocks) {
			o := p.Blocks[j]
			letters, links, level = log(size(o.Text)), share(o.linked, len(o.Text)), min(1, o.heading())
		}
		r.put(group, "size", letters)
		r.put(group, "links", links)
		r.put(group, "heading", float64(level))
	}
	for _, d := range [...]int{4, 12} {
		group := "window" + strconv.Itoa(d)
		lo, hi := max(0, i-d), min(len(p.Blocks), i+d+1)
		around := p.sums[hi].minus(p.sums[lo])
		r.put(group, "before", log(p.sums[i].prose-p.sums[lo].prose))
		r.put(group, "after", log(p.sums[hi].prose-p.sums[i+1].prose))
		r.put(group, "links", share(around.linked, around.bytes))
		r.put(group, "size", share(around.bytes, around.blocks))
	}
	for k, group := range [...]string{"strict", "loose"} {
		same := p.of[k][i]
		r.put(group, "blocks", float64(same.blocks))
		r.put(group, "size", share(same.bytes, same.blocks))
		r.put(group, "links", share(same.linked, same.bytes))
		r.put(group, "share", share(same.bytes, p.all.bytes))
		r.put(group, "spread", share(same.last-same.first, len(p.Blocks)))
	}
	h, since := p.heads[i], 99
	if h.block >= 0 {
		since = min(since, i-h.block)
	}
	r.put("heading", "since", float64(since))
	r.put("heading", "level", float64(h.level))
}

// above measures the elements that a block stands in: how many up is the nearest
// of each kind and name, and how much of the page is in it.
func (p *Page) above(r *row, b *Block) {
	groups := nameBookOf().groups
	ups, shares := make([]float64, len(groups)+len(elementKinds)), make([]float64, len(groups)+len(elementKinds))
	note := func(k int, up, share float64) {
		if ups[k] == 0 {
			ups[k], shares[k] = up, share
		}
	}
	look := func(n *html.Node, names uint32, up, share float64) {
		for k := range groups {
			if names&(1<<k) != 0 {
				note(k, up, share)
			}
		}
		if k := elementKind(n); k >= 0 {
			note(len(groups)+k, up, share)
		}
	}
	if b.name() != "" {
		look(b.Nodes[0], groupsOf(b.Nodes[0]), 1, share(len(b.Text), p.all.bytes))
	}
	var repeated, item *element
	up := 2.0
	for e := b.in; e != p.all; e, up = e.up, up+1 {
		look(e.node, e.groups, up, share(e.bytes, p.all.bytes))
		if e.alike >= 3 && repeated == nil {
			repeated = e
		}
		if e.alike >= 3 && item == nil && e.blocks >= 2 {
			item = e
		}
	}
	for k := range ups {
		name := elementKinds[max(0, k-len(groups))]
		if k < len(groups) {
			name = "." + groups[k]
		}
		r.put("up", name, ups[k])
		r.put("in", name, shares[k])
	}
	p.lists(r, repeated, item)
	e := b.in
	for k := range 4 {
		var s sum
		if e != nil {
			s, e = e.sum, e.up
		}
		group := "parent" + strconv.Itoa(k)
		r.sum(group, s, p.all.sum)
		r.put(group, "all-prose", share(s.prose, p.all.prose))
	}
}

// lists measures the nearest element of which there are several, and the nearest
// with several blocks in it, as cards and posts have.
func (p *Page) lists(r *row, repeated, item *element) {
	for k, e := range [...]*element{repeated, item} {
		group := [...]string{"repeated", "item"}[k]
		var one, list sum
		alike := 0
		if e != nil {
			one, list, alike = e.sum, e.up.sum, e.alike
		}
		r.put(group, "alike", float64(alike))
		r.sum(group, one, p.all.sum)
		r.sum(group+"-list", list, p.all.sum)
	}
}

// place measures where in the page a block stands.
func (p *Page) place(r *row, i int) {
	b := p.Blocks[i]
	e := b.in
	r.put("at", "byte", share(p.sums[i].bytes, p.all.bytes))
	r.put("at", "block", share(i, len(p.Blocks)))
	r.put("at", "prose", share(p.sums[i].prose, p.all.prose))
	r.put("at", "depth", float64(e.depth))
	down, up := e.apart(p.best)
	r.put("best", "up", up)
	r.put("best", "down", down)
	r.flag("main", "in", p.main != p.all && e.isIn(p.main))
	blocks, bytes := -99, -1.0
	up, down = -1, -1
	if p.title >= 0 {
		blocks = max(-64, min(64, i-p.title))
		bytes = log(max(p.sums[i].bytes-p.sums[p.title].bytes, p.sums[p.title].bytes-p.sums[i].bytes))
		down, up = e.apart(p.Blocks[p.title].in)
	}
	r.put("title", "blocks", float64(blocks))
	r.put("title", "bytes", bytes)
	r.put("title", "up", up)
	r.put("title", "down", down)
	r.put("known", "lean", b.lean)
	r.put("known", "words", float64(b.says))
}

// apart is how many elements there are from e and from o up to what holds both.
func (e *element) apart(o *element) (fromE, fromO float64) {
	const most = 12
	for e != o {
		if e.depth >= o.depth {
			e, fromE = e.up, fromE+1
		} else {
			o, fromO = o.up, fromO+1
		}
	}
	return min(fromE, most), min(fromO, most)
}

// wide measures the page as a whole.
func (p *Page) wide(r *row) {
	r.sum("page", p.all.sum, sum{})
	r.flag("page", "article", p.facts.IsArticle())
	r.flag("page", "thread", p.thread)
	r.put("page", "articles", log(p.marked))
	main := 0.0
	if p.main != p.all {
		main = share(p.main.bytes, p.all.bytes)
	}
	r.put("page", "main", main)
	r.put("page", "best", share(p.best.prose, p.all.prose))
}
