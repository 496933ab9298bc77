package layout

import (
	"math"
	"slices"
)

// measures are what is usual in a document.
type measures struct {
	size  float64 // of the text
	mono  bool    // the text is set as code is
	bold  bool
	pitch map[float64]float64 // from line to line, in sizes, by size in half points
}

func half(f float64) float64 { return math.Round(2*f) / 2 }

// measure finds the size and font that most letters have.
func measure(pages [][]*line) measures {
	m := measures{pitch: map[float64]float64{}}
	sizes := map[float64]int{}
	all, mono, bold := 0, 0, 0
	for _, lines := range pages {
		for _, l := range lines {
			n := l.letters()
			all += n
			sizes[half(l.size)] += n
			if l.mono {
				mono += n
			}
			if l.bold {
				bold += n
			}
		}
	}
	most := -1
	for size, n := range sizes {
		if n > most || n == most && size < m.size {
			most, m.size = n, size
		}
	}
	m.mono, m.bold = 2*mono > all, 2*bold > all
	return m
}

// pitches finds how far the lines of a text stand from one another: the space
// that is most usual between lines of a size. A line that is full counts for more
// than another, behind which a paragraph may end and space may follow.
func (m *measures) pitches(blocks []*block) {
	const full = 5
	found := map[float64]map[int]int{}
	for _, b := range blocks {
		for i := 1; i < len(b.lines); i++ {
			above, l := b.lines[i-1], b.lines[i]
			if math.Abs(above.size-l.size) > 0.3 || l.size <= 0 {
				continue
			}
			size := half(l.size)
			if found[size] == nil {
				found[size] = map[int]int{}
			}
			weight := 1
			if above.isFull(l) {
				weight = full
			}
			found[size][int(math.Round((above.base-l.base)/l.size*20))] += weight
		}
	}
	for size, counts := range found {
		best, most := 0, 0
		for pitch, n := range counts {
			n += counts[pitch-1] + counts[pitch+1]
			if n > most || n == most && pitch < best {
				best, most = pitch, n
			}
		}
		m.pitch[size] = float64(best) / 20
	}
}

// usual is the space from line to line of a size, in points.
func (m *measures) usual(size float64) float64 {
	if p := m.pitch[half(size)]; p > 0 {
		return p * size
	}
	return 1.25 * size
}

// columns tells each line where the column begins and ends that it stands in:
// what the lines of the document reach that begin at the same place.
func columns(blocks []*block) {
	const slot = 3 // points
	ends := map[int][]float64{}
	for _, b := range blocks {
		at := int(b.Left / slot)
		for _, l := range b.lines {
			if len(l.cells) == 0 {
				ends[at] = append(ends[at], l.Right)
			}
		}
	}
	for _, e := range ends {
		slices.Sort(e)
	}
	for _, b := range blocks {
		at := int(b.Left / slot)
		right := b.reach()
		for near := at - 1; near <= at+1; near++ {
			if e := ends[near]; len(e) > 4 {
				right = max(right, e[len(e)*9/10])
			}
		}
		for _, l := range b.lines {
			l.left, l.right = b.Left, right
		}
	}
}

// reach is where most lines of a block end at the latest.
func (b *block) reach() float64 {
	const many = 8
	ends := make([]float64, 0, len(b.lines))
	for _, l := range b.lines {
		ends = append(ends, l.Right)
	}
	slices.Sort(ends)
	if len(ends) < many {
		return ends[len(ends)-1]
	}
	return ends[len(ends)*9/10]
}
