package reader

import (
	"math"
	"slices"

	"golang.org/x/net/html"
)

// Costs of a choice, found by trying them on pages that the weights were not
// fitted to.
const (
	cutCost  = 2.0  // of an element that is kept in one that is not, or the other way
	oddsCap  = 4.0  // how sure a block alone can be
	sizePull = 0.25 // how much more a long block counts
	spread   = 3.0  // how far the chances of a whole page may be off, as log odds
)

// chooseAt says which blocks are kept: those that are likely to be of the
// article, and what stands with them. chances are those of each block. An
// element is kept or left out as one as far as its blocks allow: each change
// between an element and what stands right in it has its cost, and the cheapest
// choice for the whole tree is taken. The time grows with the elements.
func chooseAt(root *html.Node, blocks []*Block, chances []float64, bias float64) []bool {
	type state struct {
		drop, keep float64
		kept       bool
	}
	states := map[*html.Node]*state{}
	var order []*html.Node // parents before children
	var up []*html.Node
	for _, b := range blocks {
		up = up[:0]
		for n := b.parent(); n != nil && states[n] == nil; n = n.Parent {
			states[n] = &state{}
			up = append(up, n)
			if n == root {
				break
			}
		}
		for _, n := range slices.Backward(up) {
			order = append(order, n)
		}
	}
	costs := make([]float64, len(blocks)) // of keeping
	for i, b := range blocks {
		p := min(max(chances[i], 1e-6), 1-1e-6)
		odds := min(max(math.Log(p/(1-p))+bias, -oddsCap), oddsCap)
		costs[i] = -odds * math.Pow(float64(len(b.Text)+1)/64, sizePull)
		if b.Text == "" {
			costs[i] *= 0.2
		}
		s := states[b.parent()]
		s.drop += min(0, costs[i]+cutCost)
		s.keep += min(costs[i], cutCost)
	}
	for _, n := range slices.Backward(order) {
		if n == root {
			continue
		}
		s, p := states[n], states[n.Parent]
		p.drop += min(s.drop, s.keep+cutCost)
		p.keep += min(s.keep, s.drop+cutCost)
	}
	for _, n := range order {
		s := states[n]
		cost := 0.0
		if n != root {
			if states[n.Parent].kept {
				cost = -cutCost
			} else {
				cost = cutCost
			}
		}
		s.kept = s.keep+cost < s.drop
	}
	out := make([]bool, len(blocks))
	for i, b := range blocks {
		if states[b.parent()].kept {
			out[i] = costs[i] < cutCost
		} else {
			out[i] = costs[i]+cutCost < 0
		}
	}
	return out
}

// Choose keeps the blocks by which the expected F1 is highest. How far the
// chances of a whole page are off is not known: many offsets are tried, each as
// likely as it is small and as it gives the page some text.
func Choose(root *html.Node, blocks []*Block, chances []float64) []bool {
	odds := make([]float64, len(blocks))
	leaning := make([]float64, len(blocks))
	for i, b := range blocks {
		p := min(max(chances[i], 1e-6), 1-1e-6)
		odds[i] = math.Log(p / (1 - p))
		if b.Lean < unlikely {
			odds[i] = min(odds[i], 0)
		}
		odds[i] += b.Lean
		leaning[i] = logistic(odds[i])
	}
	all := offsets(blocks, odds)
	var best []bool
	top := -1.0
	for bias := -3.0; bias <= 6; bias += 0.5 {
		keep := chooseAt(root, blocks, leaning, bias)
		if f := expected(blocks, keep, all); f > top {
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
