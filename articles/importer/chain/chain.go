// Package chain gives each member of a sequence its label: each line of a page,
// or each block of one. It knows what a member looks like and which labels
// follow one another, and finds the best labels for all members together. It is
// a conditional random field in a line (Lafferty, McCallum and Pereira, 2001);
// its weights are fitted from labelled sequences by [Fit] and kept in a small
// file of text.
package chain

import (
	"math"
	"slices"
)

// Label is a place in the list of labels of a [Model].
type Label int

// Model scores labels. The zero value has none; it comes from [Read] or [Fit],
// and any number of readers can use it at once.
type Model struct {
	labels []string
	// features has the weight of each label where a feature is seen.
	features map[string][]float64
	// first is the weight of a label at the start, next that of one after another.
	first []float64
	next  [][]float64
}

// Label finds a label by its name; -1 stands for a name that is none.
func (m *Model) Label(name string) Label {
	for i, l := range m.labels {
		if l == name {
			return Label(i)
		}
	}
	return -1
}

// Decode returns the best labels of a sequence, of which each member is given
// by its features (Viterbi, 1967). What the fitting never saw counts nothing.
// The time grows with the length, and with the square of the number of labels.
func (m *Model) Decode(sequence [][]string) []Label {
	return m.best(m.scores(sequence))
}

func (m *Model) best(scores [][]float64) []Label {
	if len(scores) == 0 {
		return nil
	}
	k := len(m.labels)
	from := make([]uint8, len(scores)*k) // the best label before, by place and label
	now, before := make([]float64, k), make([]float64, k)
	for j := range now {
		now[j] = m.first[j] + scores[0][j]
	}
	for t := 1; t < len(scores); t++ {
		now, before = before, now
		for j := range now {
			best, at := math.Inf(-1), 0
			for i, b := range before {
				if s := b + m.next[i][j]; s > best {
					best, at = s, i
				}
			}
			now[j], from[t*k+j] = best+scores[t][j], uint8(at)
		}
	}
	last := 0
	for j := range now {
		if now[j] > now[last] {
			last = j
		}
	}
	out := make([]Label, len(scores))
	for t := len(scores) - 1; t >= 0; t-- {
		out[t] = Label(last)
		last = int(from[t*k+last])
	}
	return out
}

// scores sums the weights of the features of each member, by label.
func (m *Model) scores(sequence [][]string) [][]float64 {
	k := len(m.labels)
	all := make([]float64, len(sequence)*k)
	out := make([][]float64, len(sequence))
	for t, names := range sequence {
		row := all[t*k : (t+1)*k : (t+1)*k]
		for _, name := range names {
			for j, w := range m.features[name] {
				row[j] += w
			}
		}
		out[t] = row
	}
	return out
}

// Chances returns how likely each label of each member is, from 0 to 1, by
// place and label (the forward-backward algorithm).
func (m *Model) Chances(sequence [][]string) [][]float64 {
	return m.weigh(m.scores(sequence)).chances()
}

// weighed holds what all ways to label a sequence add up to: ahead up to each
// member with a label, back from there to the end. Both are scaled by sums, so
// that they stay near 1 however long the sequence is.
type weighed struct {
	ahead, back [][]float64
	here        [][]float64 // what the features of each member say for each label
	next        [][]float64 // what each pair of labels says
	sums        []float64
}

// least keeps a sum of ways off 0.
const least = 1e-300

func (m *Model) weigh(scores [][]float64) *weighed {
	n, k := len(scores), len(m.labels)
	w := &weighed{ahead: grid(n, k), back: grid(n, k), here: grid(n, k), next: grid(k, k), sums: make([]float64, n)}
	for i := range k {
		for j := range k {
			w.next[i][j] = math.Exp(m.next[i][j])
		}
	}
	for t, row := range scores {
		top := slices.Max(row)
		for j, s := range row {
			w.here[t][j] = math.Exp(s - top)
		}
		if t == 0 {
			for j := range k {
				w.ahead[0][j] = math.Exp(m.first[j])
			}
		} else {
			for i, a := range w.ahead[t-1] {
				for j, e := range w.next[i] {
					w.ahead[t][j] += a * e
				}
			}
		}
		sum := least
		for j, e := range w.here[t] {
			w.ahead[t][j] *= e
			sum += w.ahead[t][j]
		}
		w.sums[t] = sum
		for j := range k {
			w.ahead[t][j] /= sum
		}
	}
	for t := n - 1; t >= 0; t-- {
		for i := range k {
			if t == n-1 {
				w.back[t][i] = 1
				continue
			}
			sum := 0.0
			for j, e := range w.next[i] {
				sum += e * w.here[t+1][j] * w.back[t+1][j]
			}
			w.back[t][i] = sum / w.sums[t+1]
		}
	}
	return w
}

// chances are those of each label at each place.
func (w *weighed) chances() [][]float64 {
	out := grid(len(w.ahead), len(w.next))
	for t := range out {
		for j := range out[t] {
			out[t][j] = w.ahead[t][j] * w.back[t][j]
		}
	}
	return out
}

func grid(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	out := make([][]float64, rows)
	for i := range out {
		out[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return out
}
