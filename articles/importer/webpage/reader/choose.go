package reader

import (
	"math"
	"slices"

	"lede/articles/importer/htmldoc/dom"
)

// Costs of a choice, found by trying them on pages that the weights were not
// fitted to.
const (
	cutCost  = 2.0  // of an element that is kept in one that is not, or the other way
	tieCost  = 6.0  // the same for quotations, rows and figures, which are seldom kept in part
	oddsCap  = 4.0  // how sure a block alone can be
	sizePull = 0.25 // how much more a long block counts
	spread   = 2.0  // how far the chances of a whole page may be off, as log odds
)

// choice is what an element costs when it is kept, and when it is left out.
type choice struct {
	drop, keep float64
	kept       bool
}

// cut is the cost of a change between e and what stands right in it.
func (e *element) cut() float64 {
	if dom.Is(e.node, "blockquote", "figure", "tr") {
		return tieCost
	}
	return cutCost
}

// chooseAt says which blocks are kept: those that are likely to be of the
// article, and what stands with them. An element is kept or left out as one as far
// as its blocks allow: each change between an element and what stands right in it
// has its cost, and the cheapest choice for the whole tree is taken. The time grows
// with the elements.
func (p *Page) chooseAt(odds []float64, bias float64) []bool {
	for _, e := range p.order {
		e.choice = choice{}
	}
	costs := make([]float64, len(p.Blocks)) // of keeping
	for i, b := range p.Blocks {
		costs[i] = -min(max(odds[i]+bias, -oddsCap), oddsCap) * math.Pow(float64(len(b.Text)+1)/64, sizePull)
		if b.Text == "" {
			costs[i] *= 0.2
		}
		b.in.drop += min(0, costs[i]+b.in.cut())
		b.in.keep += min(costs[i], b.in.cut())
	}
	for _, e := range slices.Backward(p.order) {
		if up := e.up; up != nil {
			up.drop += min(e.drop, e.keep+up.cut())
			up.keep += min(e.keep, e.drop+up.cut())
		}
	}
	for _, e := range p.order {
		cost := 0.0
		if e.up != nil && e.up.kept {
			cost = -e.up.cut()
		} else if e.up != nil {
			cost = e.up.cut()
		}
		e.kept = e.keep+cost < e.drop
	}
	out := make([]bool, len(p.Blocks))
	for i, b := range p.Blocks {
		if b.in.kept {
			out[i] = costs[i] < b.in.cut()
		} else {
			out[i] = costs[i]+b.in.cut() < 0
		}
	}
	return out
}

// Choose says which blocks are kept: those by which the expected F1 is highest,
// given the log odds of each that it is of the article. How far the odds of a whole
// page are off is not known: many offsets are tried, each as likely as it is small
// and as it gives the page some text.
func (p *Page) Choose(odds []float64) []bool {
	leaning := make([]float64, len(p.Blocks))
	for i, b := range p.Blocks {
		leaning[i] = odds[i] + b.lean
		if b.lean < 0 {
			leaning[i] = min(leaning[i], b.lean)
		}
	}
	all := offsets(p.Blocks, leaning)
	var best []bool
	top := -1.0
	for bias := -3.0; bias <= 6; bias += 0.5 {
		keep := p.chooseAt(leaning, bias)
		if f := expected(p.Blocks, keep, all); f > top {
			top, best = f, keep
		}
	}
	return best
}

func logistic(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// offset is one way in which the chances of a page may be off.
type offset struct {
	weight  float64
	size    float64 // bytes that are of the article, as expected
	chances []float64
}

func offsets(blocks []*Block, odds []float64) []offset {
	const some = 300 // bytes of text that a page with an article surely has
	var out []offset
	for by := -4.0; by <= 8; by++ {
		o := offset{chances: make([]float64, len(blocks))}
		for i, b := range blocks {
			o.chances[i] = logistic(odds[i] + by)
			o.size += o.chances[i] * float64(len(b.Text))
		}
		o.weight = math.Exp(-by*by/(2*spread*spread)) * (1 - math.Exp(-o.size/some))
		out = append(out, o)
	}
	return out
}

// expected is the F1 of a choice over all offsets, up to a factor.
func expected(blocks []*Block, keep []bool, all []offset) float64 {
	size := 0.0
	hits := make([]float64, len(all))
	for i, b := range blocks {
		if !keep[i] {
			continue
		}
		size += float64(len(b.Text))
		for k, o := range all {
			hits[k] += o.chances[i] * float64(len(b.Text))
		}
	}
	f := 0.0
	for k, o := range all {
		f += o.weight * 2 * hits[k] / (size + o.size + 1)
	}
	return f
}
