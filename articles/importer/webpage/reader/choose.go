package reader

import (
	"math"
	"slices"

	"golang.org/x/net/html"
)

// Costs of a choice, found by trying.
var (
	CutCost  = 2.0 // of an element that is kept in one that is not, or the other way
	OddsCap  = 4.0 // how sure a block alone can be
	SizePull = 0.25
	Bias     = 0.0
	Sigma    = 3.0
	AsideCost = 4.0
	MostBias = 6.0
)

// choose says which blocks are kept: those that are likely to be of the
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
		odds := min(max(math.Log(p/(1-p))+bias, -OddsCap), OddsCap)
		costs[i] = -odds * math.Pow(float64(len(b.Text)+1)/64, SizePull)
		if b.Text == "" {
			costs[i] *= 0.2
		}
		s := states[b.parent()]
		s.drop += min(0, costs[i]+CutCost)
		s.keep += min(costs[i], CutCost)
	}
	for _, n := range slices.Backward(order) {
		if n == root {
			continue
		}
		s, p := states[n], states[n.Parent]
		p.drop += min(s.drop, s.keep+CutCost)
		p.keep += min(s.keep, s.drop+CutCost)
	}
	for _, n := range order {
		s := states[n]
		cost := 0.0
		if n != root {
			if states[n.Parent].kept {
				cost = -CutCost
			} else {
				cost = CutCost
			}
		}
		s.kept = s.keep+cost < s.drop
	}
	out := make([]bool, len(blocks))
	for i, b := range blocks {
		if states[b.parent()].kept {
			out[i] = costs[i] < CutCost
		} else {
			out[i] = costs[i]+CutCost < 0
		}
	}
	return out
}

// Choose keeps the blocks by which the expected F1 is highest. How sure the
// chances of a whole page are off by is not known: many offsets are tried, each
// as likely as it is small and as it gives the page some text.
func Choose(root *html.Node, blocks []*Block, chances []float64) []bool {
	odds := make([]float64, len(blocks))
	for i, p := range chances {
		p = min(max(p, 1e-6), 1-1e-6)
		odds[i] = math.Log(p / (1 - p))
	}
	shifted := slices.Clone(chances)
	for i, b := range blocks {
		if b.Lean < -AsideCost {
			odds[i] = min(odds[i], 0)
		}
		odds[i] += b.Lean
		shifted[i] = 1 / (1 + math.Exp(-odds[i]))
	}
	chances = shifted
	type world struct {
		weight, all float64
		p           []float64
	}
	var worlds []world
	for u := -4.0; u <= 8; u++ {
		w := world{weight: math.Exp(-u * u / (2 * Sigma * Sigma)), p: make([]float64, len(blocks))}
		for i, o := range odds {
			w.p[i] = 1 / (1 + math.Exp(-o-u))
			w.all += w.p[i] * float64(len(blocks[i].Text))
		}
		w.weight *= 1 - math.Exp(-w.all/300)
		worlds = append(worlds, w)
	}
	var best []bool
	top := -1.0
	for bias := -3.0; bias <= MostBias; bias += 0.5 {
		keep := chooseAt(root, blocks, chances, bias)
		size := 0.0
		for i, b := range blocks {
			if keep[i] {
				size += float64(len(b.Text))
			}
		}
		f := 0.0
		for _, w := range worlds {
			hit := 0.0
			for i, b := range blocks {
				if keep[i] {
					hit += w.p[i] * float64(len(b.Text))
				}
			}
			f += w.weight * 2 * hit / (size + w.all + 1)
		}
		if f > top {
			top, best = f, keep
		}
	}
	return best
}
