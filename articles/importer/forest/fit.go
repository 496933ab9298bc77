package forest

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// Sample is a table of which it is known what each row is.
type Sample struct {
	Table
	Is     []bool
	Weight []float64 // how much each row counts
}

// Fitting says how trees are fitted.
type Fitting struct {
	Trees int     // how many
	Depth int     // questions one after another
	Rate  float64 // how much of its error each tree makes good
	Pull  float64 // how strongly answers are held near 0
	Least float64 // the weight that an answer must rest on
	Share float64 // of the samples and of the measures that a tree looks at
	Seed  uint64
}

const steps = 32 // into which a measure is cut

// Fit finds trees that tell the rows of the samples apart. The same samples
// always give the same trees.
func Fit(samples []Sample, how Fitting) *Forest {
	f := &fitter{Fitting: how, random: rand.New(rand.NewPCG(how.Seed, 7))} //nolint:gosec // an order that is the same each time is what is wanted
	is, all := 0.0, 0.0
	for k, s := range samples {
		f.names = s.Names
		for i, row := range s.Rows {
			f.rows, f.of, f.weight = append(f.rows, row), append(f.of, k), append(f.weight, s.Weight[i])
			f.is = append(f.is, 0)
			all += s.Weight[i]
			if s.Is[i] {
				f.is[len(f.is)-1] = 1
				is += s.Weight[i]
			}
		}
	}
	out := &Forest{}
	if is == 0 || is == all {
		return out
	}
	f.bin()
	out.names, out.base = f.names, math.Log(is/(all-is))
	f.score = slices.Repeat([]float64{out.base}, len(f.rows))
	f.pull, f.push = make([]float64, len(f.rows)), make([]float64, len(f.rows))
	for range how.Trees {
		out.trees = append(out.trees, f.tree(len(samples)))
	}
	return out
}

// fitter holds the rows, and how far the trees so far have brought them.
type fitter struct {
	Fitting
	names      []string
	rows       [][]float32
	of         []int // the sample of each row
	is, weight []float64
	score      []float64
	pull, push []float64   // first and second derivative of the loss, by row
	cuts       [][]float32 // by measure
	bins       [][]uint8   // by measure and row
	random     *rand.Rand
	columns    []int // that this tree may ask for
	nodes      []node
}

// bin cuts each measure so that about as many rows lie in each part.
func (f *fitter) bin() {
	for c := range f.names {
		values := make([]float32, len(f.rows))
		for i, row := range f.rows {
			values[i] = row[c]
		}
		slices.Sort(values)
		some := slices.Compact(slices.Clone(values))
		var cuts []float32
		if len(some) <= steps {
			for i := range len(some) - 1 {
				cuts = append(cuts, (some[i]+some[i+1])/2)
			}
		} else {
			for q := 1; q < steps; q++ {
				cuts = append(cuts, values[q*len(values)/steps])
			}
			cuts = slices.Compact(cuts)
		}
		for i, cut := range cuts { // as the file will have it
			cuts[i] = short(cut)
		}
		bins := make([]uint8, len(f.rows))
		for i, row := range f.rows {
			bins[i] = uint8(sort.Search(len(cuts), func(q int) bool { return row[c] <= cuts[q] }))
		}
		f.cuts, f.bins = append(f.cuts, cuts), append(f.bins, bins)
	}
}

// short is v with three digits.
func short(v float32) float32 {
	if v == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(float64(v))))-2)
	return float32(math.Round(float64(v)/unit) * unit)
}

// tree fits one more tree to what the trees so far get wrong.
func (f *fitter) tree(samples int) []node {
	seen := make([]bool, samples)
	for i := range seen {
		seen[i] = f.random.Float64() < f.Share
	}
	var rows []int
	for i := range f.rows {
		if seen[f.of[i]] {
			p := 1 / (1 + math.Exp(-f.score[i]))
			f.pull[i], f.push[i] = f.weight[i]*(f.is[i]-p), f.weight[i]*p*(1-p)
			rows = append(rows, i)
		}
	}
	f.columns = f.columns[:0]
	for c := range f.names {
		if f.random.Float64() < f.Share {
			f.columns = append(f.columns, c)
		}
	}
	f.nodes = nil
	f.grow(rows, f.Depth)
	fitted := &Forest{names: f.names, trees: [][]node{f.nodes}}
	for i, odds := range fitted.Odds(Table{f.names, f.rows}) {
		f.score[i] += odds
	}
	return f.nodes
}

// grow adds the node for some rows, and those below it.
func (f *fitter) grow(rows []int, depth int) {
	at := len(f.nodes)
	pull, push := 0.0, 0.0
	for _, i := range rows {
		pull, push = pull+f.pull[i], push+f.push[i]
	}
	f.nodes = append(f.nodes, node{asks: -1, value: f.Rate * pull / (push + f.Pull)})
	if depth == 0 {
		return
	}
	column, cut := f.question(rows, pull, push)
	if column < 0 {
		return
	}
	var small, large []int
	for _, i := range rows {
		if int(f.bins[column][i]) <= cut {
			small = append(small, i)
		} else {
			large = append(large, i)
		}
	}
	f.nodes[at] = node{asks: column, cut: f.cuts[column][cut]}
	f.grow(small, depth-1)
	f.nodes[at].large = len(f.nodes)
	f.grow(large, depth-1)
}

// question is the one that tells most of some rows: its measure, -1 for none,
// and where that is cut.
func (f *fitter) question(rows []int, pull, push float64) (column, cut int) {
	column = -1
	best := pull*pull/(push+f.Pull) + 1e-6
	for _, c := range f.columns {
		var pulls, pushes [steps + 1]float64
		for _, i := range rows {
			b := f.bins[c][i]
			pulls[b] += f.pull[i]
			pushes[b] += f.push[i]
		}
		left, down := 0.0, 0.0
		for q := range f.cuts[c] {
			left, down = left+pulls[q], down+pushes[q]
			if down < f.Least || push-down < f.Least {
				continue
			}
			gain := left*left/(down+f.Pull) + (pull-left)*(pull-left)/(push-down+f.Pull)
			if gain > best {
				best, column, cut = gain, c, q
			}
		}
	}
	return column, cut
}
