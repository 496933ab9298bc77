package reader

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc/dom"
)

// Features measures each block of a page.
func (p *Page) Features() forest.Table {
	r := &row{}
	marked := len(dom.Elements(p.root, "article"))
	for i, b := range p.Blocks {
		r.values = make([]float32, 0, len(r.table.Names))
		p.words(r, b)
		p.near(r, i)
		p.above(r, b)
		p.place(r, i)
		p.wide(r, marked)
		r.table.Rows = append(r.table.Rows, r.values)
	}
	return r.table
}

// row collects the measures of one block after another.
type row struct {
	table  forest.Table
	values []float32
	ups    []float64 // see above
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
	letters := b.size
	var upper, digits, stops, signs int
	for _, c := range b.Text {
		switch {
		case 'a' <= c && c <= 'z', c == ' ': // as most are
		case unicode.IsUpper(c):
			upper++
		case unicode.IsDigit(c):
			digits++
		case strings.ContainsRune(stopSigns, c):
			stops++
		case !unicode.IsLetter(c):
			signs++
		}
	}
	r.put("own", "size", log(letters))
	r.put("own", "links", share(b.linked, len(b.Text)))
	r.put("own", "linked", log(b.linked))
	r.put("own", "prose", log(b.prose()))
	r.put("own", "upper", share(upper, letters))
	r.put("own", "digits", share(digits, letters))
	r.put("own", "signs", share(signs, letters))
	r.put("own", "stops", log(stops))
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	r.flag("own", "sentence", strings.ContainsRune(stopSigns+"…”\"’»", last))
	r.put("own", "again", log(p.texts[b.Text]))
	r.put("own", "heading", float64(b.heading()))
	r.flag("own", "div", b.name() == "div")
	r.put("known", "lean", b.lean)
	r.put("known", "words", float64(b.says))
}

// near measures the blocks around one, and those that look as it does.
func (p *Page) near(r *row, i int) {
	for k, d := range [...]int{-2, -1, 1, 2} {
		group := [...]string{"next-2", "next-1", "next1", "next2"}[k]
		letters, links := -1.0, -1.0
		if j := i + d; j >= 0 && j < len(p.Blocks) {
			o := p.Blocks[j]
			letters, links = log(o.size), share(o.linked, len(o.Text))
		}
		r.put(group, "size", letters)
		r.put(group, "links", links)
	}
	for k, d := range [...]int{4, 12} {
		group := [...]string{"window4", "window12"}[k]
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
	since, level := 99, 0
	if h := p.heads[i]; h >= 0 {
		since, level = i-h, p.Blocks[h].heading()
	}
	r.put("heading", "since", float64(since))
	r.put("heading", "level", float64(level))
}

// above measures the elements that a block stands in: how many up is the nearest of
// each kind and name, what is in the nearest ones, in the nearest of which there are
// several, and in the nearest of these with several blocks, as cards and posts have.
func (p *Page) above(r *row, b *Block) {
	groups := nameBookOf().groups
	r.ups = append(r.ups[:0], make([]float64, len(groups)+len(elementKinds))...)
	ups := r.ups
	look := func(kind int, names uint32, up float64) {
		if kind < 0 && names == 0 {
			return // as most
		}
		for k := range ups {
			if ups[k] == 0 && (names&(1<<k) != 0 && k < len(groups) || k == len(groups)+kind && kind >= 0) {
				ups[k] = up
			}
		}
	}
	var repeated, item *element
	up := 1.0
	if n := b.Nodes[0]; b.name() != "" {
		look(elementKind(n), groupsOf(n), up)
	}
	for e := b.in; e != p.all; e = e.up {
		up++
		look(elementKind(e.node), e.groups, up)
		if e.alike >= 3 && repeated == nil {
			repeated = e
		}
		if e.alike >= 3 && item == nil && e.blocks >= 2 {
			item = e
		}
	}
	for k, name := range groups {
		r.put("up", "."+name, ups[k])
	}
	for k, name := range elementKinds {
		r.put("up", name, ups[len(groups)+k])
	}
	for k, e := range [...]*element{repeated, item} {
		group := [...]string{"repeated", "item"}[k]
		if e == nil {
			e = nowhere
		}
		r.put(group, "alike", float64(e.alike))
		r.sum(group, e.sum, p.all.sum)
		r.sum(group+"-list", e.up.sum, p.all.sum)
	}
	e := b.in
	for k := range 4 {
		var s sum
		if e != nil {
			s, e = e.sum, e.up
		}
		group := [...]string{"parent0", "parent1", "parent2", "parent3"}[k]
		r.sum(group, s, p.all.sum)
		r.put(group, "all-prose", share(s.prose, p.all.prose))
	}
}

var nowhere = &element{up: &element{}}

// place measures where in the page a block stands.
func (p *Page) place(r *row, i int) {
	e := p.Blocks[i].in
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

// wide measures the page as a whole, with so many elements that are articles.
func (p *Page) wide(r *row, marked int) {
	r.sum("page", p.all.sum, sum{})
	r.flag("page", "article", p.facts.IsArticle())
	r.put("page", "articles", log(marked))
	main := 0.0
	if p.main != p.all {
		main = share(p.main.bytes, p.all.bytes)
	}
	r.put("page", "main", main)
	r.put("page", "best", share(p.best.prose, p.all.prose))
}
