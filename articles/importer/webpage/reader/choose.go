package reader

import "math"

// How sure the trees can be of a block alone, and how far the chances of a whole
// page may be off, as log odds; the text that a page with an article surely has.
const (
	oddsCap = 4.0
	spread  = 1.5
	some    = 300 // bytes
)

// Choose says which blocks are kept: those by which the expected F1 is highest,
// given the log odds of each that it is of the article. How far the odds of a whole
// page are off is not known: many offsets are tried, each as likely as it is small
// and as it gives the page some text.
func (p *Page) Choose(odds []float64) []bool {
	odds = p.together(odds)
	var all []offset
	for by := -4.0; by <= 8; by++ {
		o := offset{chances: make([]float64, len(odds))}
		for i, b := range p.Blocks {
			o.chances[i] = 1 / (1 + math.Exp(-odds[i]-by))
			o.bytes += o.chances[i] * float64(len(b.Text))
		}
		o.weight = math.Exp(-by*by/(2*spread*spread)) * (1 - math.Exp(-o.bytes/some))
		all = append(all, o)
	}
	var best []bool
	top := -1.0
	for least := -6.0; least <= 3; least += 0.5 {
		keep := make([]bool, len(odds))
		for i := range keep {
			keep[i] = odds[i] > least
		}
		if f := p.expected(keep, all); f > top {
			top, best = f, keep
		}
	}
	return best
}

// together are the odds with what is known for sure. What stands right in one element
// is of one kind as far as nothing is known: each block has half of its odds from all
// of the element, in which long ones count more.
func (p *Page) together(odds []float64) []float64 {
	sums, weights := make([]float64, len(odds)+1), make([]float64, len(odds)+1)
	out := make([]float64, len(odds))
	for i, b := range p.Blocks {
		if out[i] = odds[i] + b.lean; b.lean < 0 {
			out[i] = min(out[i], b.lean)
		}
		w := math.Sqrt(float64(len(b.Text) + 8))
		sums[i+1], weights[i+1] = sums[i]+w*max(-oddsCap, min(oddsCap, out[i])), weights[i]+w
	}
	for i, b := range p.Blocks {
		if e := b.in; b.lean >= 0 {
			out[i] = (out[i] + (sums[e.to]-sums[e.from])/(weights[e.to]-weights[e.from])) / 2
		}
	}
	return out
}

// offset is one way in which the chances of a page may be off.
type offset struct {
	weight  float64
	bytes   float64 // that are of the article, as expected
	chances []float64
}

// expected is the F1 of a choice over all offsets, up to a factor.
func (p *Page) expected(keep []bool, all []offset) float64 {
	f := 0.0
	for _, o := range all {
		bytes, hits := 0.0, 0.0
		for i, b := range p.Blocks {
			if keep[i] {
				bytes += float64(len(b.Text))
				hits += o.chances[i] * float64(len(b.Text))
			}
		}
		f += o.weight * 2 * hits / (bytes + o.bytes + 1)
	}
	return f
}
