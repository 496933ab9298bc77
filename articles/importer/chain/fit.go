package chain

import (
	"math"
	"math/rand/v2"
)

// Sample is a labelled sequence.
type Sample struct {
	Features [][]string // of each member
	Labels   []Label
	Weight   float64 // how much it counts; 0 counts as 1
}

// Fitting says how weights are fitted. The zero value does well on some hundred
// samples.
type Fitting struct {
	Rounds int     // how often each sample is looked at; 0 means 30
	Step   float64 // how far a look moves a weight at first; 0 means 0.2
	Pull   float64 // how strongly weights are held near 0; 0 means 0.001
	Rarest int     // in how many samples a feature must be seen to count; 0 means 2
}

func (f Fitting) orDefaults() Fitting {
	if f.Rounds == 0 {
		f.Rounds = 30
	}
	if f.Step == 0 {
		f.Step = 0.2
	}
	if f.Pull == 0 {
		f.Pull = 0.001
	}
	if f.Rarest == 0 {
		f.Rarest = 2
	}
	return f
}

// Fit finds the weights under which the labels of the samples are likely
// (AdaGrad: Duchi, Hazan and Singer, 2011). The same samples always give the
// same weights.
func Fit(labels []string, samples []Sample, how Fitting) *Model {
	how = how.orDefaults()
	k := len(labels)
	f := &fitter{Fitting: how, m: &Model{labels: labels, features: map[string][]float64{}, first: make([]float64, k), next: grid(k, k)}}
	f.seen, f.seenFirst, f.seenNext = map[string][]float64{}, make([]float64, k), grid(k, k)
	for name, n := range spread(samples) {
		if n >= how.Rarest {
			f.m.features[name], f.seen[name] = make([]float64, k), make([]float64, k)
		}
	}
	order := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order that is the same each time is what is wanted
	for range how.Rounds {
		for _, i := range order.Perm(len(samples)) {
			f.look(samples[i])
		}
	}
	return f.m
}

// spread counts the samples in which each feature is seen.
func spread(samples []Sample) map[string]int {
	count, last := map[string]int{}, map[string]int{}
	for i, s := range samples {
		for _, names := range s.Features {
			for _, name := range names {
				if last[name] != i+1 {
					last[name] = i + 1
					count[name]++
				}
			}
		}
	}
	return count
}

// fitter holds a model that is being fitted, and the squares of all moves of
// each weight, which make its later moves smaller.
type fitter struct {
	Fitting
	m         *Model
	seen      map[string][]float64
	seenFirst []float64
	seenNext  [][]float64
}

// look moves the weights towards the labels of one sample, away from what the
// model expects.
func (f *fitter) look(s Sample) {
	weight := s.Weight
	if weight == 0 {
		weight = 1
	}
	ways := f.m.weigh(f.m.scores(s.Features))
	chances := ways.chances()
	k := len(f.m.labels)
	pairs := grid(k, k)
	moves := map[string][]float64{}
	var first []float64
	for t, here := range chances {
		for j := range here {
			here[j] = -here[j]
		}
		here[s.Labels[t]]++
		if t == 0 {
			first = here
		} else {
			ways.expect(pairs, t)
			pairs[s.Labels[t-1]][s.Labels[t]]++
		}
		for _, name := range s.Features[t] {
			if f.m.features[name] == nil {
				continue
			}
			if moves[name] == nil {
				moves[name] = make([]float64, k)
			}
			for j, v := range here {
				moves[name][j] += v
			}
		}
	}
	for name, by := range moves {
		f.move(f.m.features[name], f.seen[name], by, weight)
	}
	if first == nil {
		return
	}
	f.move(f.m.first, f.seenFirst, first, weight)
	for i := range k {
		f.move(f.m.next[i], f.seenNext[i], pairs[i], weight)
	}
}

// expect takes off pairs how likely each pair of labels is at place t.
func (w *weighed) expect(pairs [][]float64, t int) {
	for i, a := range w.ahead[t-1] {
		a /= w.sums[t]
		for j, e := range w.next[i] {
			pairs[i][j] -= a * e * w.here[t][j] * w.back[t][j]
		}
	}
}

func (f *fitter) move(weights, seen, by []float64, weight float64) {
	for j, v := range by {
		v = weight*v - f.Pull*weights[j]
		seen[j] += v * v
		if seen[j] > 0 {
			weights[j] += f.Step * v / math.Sqrt(seen[j]+1e-6)
		}
	}
}
