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
// (AdaGrad: Duchi, Hazan and Singer, 2011), as the mean of those after each of
// the later rounds: the last alone leans towards what it looked at last. The same
// samples always give the same weights.
func Fit(labels []string, samples []Sample, how Fitting) *Model {
	f := newFitter(labels, samples, how.orDefaults())
	order := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order that is the same each time is what is wanted
	all := f.weights()
	sums := make([][]float64, len(all))
	for i, weights := range all {
		sums[i] = make([]float64, len(weights))
	}
	early := f.Rounds / 2
	for round := range f.Rounds {
		for _, i := range order.Perm(len(samples)) {
			f.look(samples[i], f.numbers[i])
		}
		if round < early {
			continue
		}
		for i := range all {
			for j, w := range all[i] {
				sums[i][j] += w / float64(f.Rounds-early)
			}
		}
	}
	for i := range all {
		copy(all[i], sums[i])
	}
	return f.m
}

// weights are all that are fitted.
func (f *fitter) weights() [][]float64 {
	all := append([][]float64{f.m.first}, f.m.next...)
	for _, r := range f.rows {
		all = append(all, r.weights)
	}
	return all
}

// fitter holds a model that is being fitted, and the squares of all moves of
// each weight, which make its later moves smaller.
type fitter struct {
	Fitting
	m         *Model
	numbers   [][][]int32 // of the features of each member of each sample
	rows      []row       // by the number of a feature
	seenFirst []float64
	seenNext  [][]float64
}

// row holds the weights of a feature, and where they move next.
type row struct {
	weights, seen, moves []float64
	moved                bool
}

// newFitter gives each feature that is seen often enough a number, and its weights.
func newFitter(labels []string, samples []Sample, how Fitting) *fitter {
	k := len(labels)
	f := &fitter{
		Fitting: how, m: &Model{labels: labels, features: map[string][]float64{}, first: make([]float64, k), next: grid(k, k)},
		numbers: make([][][]int32, len(samples)), seenFirst: make([]float64, k), seenNext: grid(k, k),
	}
	often, known := spread(samples), map[string]int32{}
	for i, s := range samples {
		f.numbers[i] = make([][]int32, len(s.Features))
		for t, names := range s.Features {
			for _, name := range names {
				if often[name] < how.Rarest {
					continue
				}
				n, ok := known[name]
				if !ok {
					n, known[name] = int32(len(f.rows)), int32(len(f.rows))
					f.rows = append(f.rows, row{weights: make([]float64, k), seen: make([]float64, k), moves: make([]float64, k)})
					f.m.features[name] = f.rows[n].weights
				}
				f.numbers[i][t] = append(f.numbers[i][t], n)
			}
		}
	}
	return f
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

// look moves the weights towards the labels of one sample, away from what the
// model expects.
func (f *fitter) look(s Sample, numbers [][]int32) {
	if len(numbers) == 0 {
		return
	}
	weight, k := s.Weight, len(f.m.labels)
	if weight == 0 {
		weight = 1
	}
	scores := grid(len(numbers), k)
	for t, features := range numbers {
		for _, n := range features {
			for j, v := range f.rows[n].weights {
				scores[t][j] += v
			}
		}
	}
	ways := f.m.weigh(scores)
	moves, pairs := ways.chances(), grid(k, k)
	var touched []int32
	for t, here := range moves {
		for j := range here {
			here[j] = -here[j]
		}
		here[s.Labels[t]]++
		if t > 0 {
			ways.expect(pairs, t)
			pairs[s.Labels[t-1]][s.Labels[t]]++
		}
		for _, n := range numbers[t] {
			r := &f.rows[n]
			if !r.moved {
				r.moved = true
				touched = append(touched, n)
			}
			for j, v := range here {
				r.moves[j] += v
			}
		}
	}
	for _, n := range touched {
		r := &f.rows[n]
		f.move(r.weights, r.seen, r.moves, weight)
		r.moved = false
		clear(r.moves)
	}
	f.move(f.m.first, f.seenFirst, moves[0], weight)
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
