// Package forest tells two kinds of things apart by their measures: each of many
// small trees asks a few measures of a thing and adds to its odds (gradient
// boosting: Friedman, 2001). The trees are fitted from labelled things by [Fit]
// and kept in a file of text.
package forest

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Table has a row for each thing, with the measures that Names tells.
type Table struct {
	Names []string
	Rows  [][]float32
}

// Forest gives odds. The zero value gives even ones; any number of readers can
// use it at once.
type Forest struct {
	base  float64
	names []string // of the measures
	trees [][]node
}

// node is a question, with the node for a small answer behind it, or an answer.
type node struct {
	asks  int // the measure, by its place in the names; -1 for an answer
	cut   float32
	large int     // the node for measures over cut
	value float64 // of an answer, as log odds
}

// Odds are the log odds that each row is of the kind that was looked for. What a
// tree asks for and the table does not have counts as 0.
func (f *Forest) Odds(t Table) []float64 {
	column := make([]int, len(f.names)) // -1 for a measure that the table does not have
	for i, name := range f.names {
		column[i] = slices.Index(t.Names, name)
	}
	out := make([]float64, len(t.Rows))
	for i, row := range t.Rows { // one row after another: a long table fits into no cache
		out[i] = f.base
		for _, tree := range f.trees {
			at := 0
			for tree[at].asks >= 0 {
				value := float32(0)
				if c := column[tree[at].asks]; c >= 0 {
					value = row[c]
				}
				if at++; value > tree[at-1].cut {
					at = tree[at-1].large
				}
			}
			out[i] += tree[at].value
		}
	}
	return out
}

// Write keeps a forest: the odds of a thing that nothing is known of, then a
// tree a line. A question is followed by what comes of a small answer, then by
// what comes of a large one.
func (f *Forest) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	_, _ = fmt.Fprintf(out, "%.3g\n", f.base) // Flush tells what fails
	for _, tree := range f.trees {
		for i, n := range tree {
			if i > 0 {
				_ = out.WriteByte(' ')
			}
			if n.asks < 0 {
				_, _ = fmt.Fprintf(out, "%.2g", n.value)
			} else {
				_, _ = fmt.Fprintf(out, "%s<%g", f.names[n.asks], n.cut)
			}
		}
		_ = out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write a forest: %w", err)
	}
	return nil
}

// Read reads what [Forest.Write] kept.
func Read(r io.Reader) (*Forest, error) {
	f := &Forest{}
	p := parser{place: map[string]int{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 0; lines.Scan(); n++ {
		words := strings.Fields(lines.Text())
		if n == 0 {
			base, err := strconv.ParseFloat(lines.Text(), 64)
			if err != nil {
				return nil, fmt.Errorf("the odds of a forest: %w", err)
			}
			f.base = base
			continue
		}
		p.words, p.nodes = words, make([]node, 0, len(words))
		if err := p.tree(); err != nil {
			return nil, fmt.Errorf("line %d of a forest: %w", n+1, err)
		}
		if len(p.words) > 0 {
			return nil, fmt.Errorf("line %d of a forest has more than a tree", n+1)
		}
		f.trees = append(f.trees, p.nodes)
	}
	f.names = p.names
	return f, lines.Err()
}

type parser struct {
	words []string // that are not read yet
	nodes []node   // of the tree
	names []string
	place map[string]int // of a measure in the names
}

func (p *parser) tree() error {
	if len(p.words) == 0 {
		return io.ErrUnexpectedEOF
	}
	name, number, isQuestion := strings.Cut(p.words[0], "<")
	if !isQuestion {
		name, number = "", name
	}
	p.words = p.words[1:]
	value, err := strconv.ParseFloat(number, 32)
	if err != nil {
		return fmt.Errorf("an answer: %w", err)
	}
	if !isQuestion {
		p.nodes = append(p.nodes, node{asks: -1, value: value})
		return nil
	}
	if _, known := p.place[name]; !known {
		p.place[name] = len(p.names)
		p.names = append(p.names, name)
	}
	at := len(p.nodes)
	p.nodes = append(p.nodes, node{asks: p.place[name], cut: float32(value)})
	if err := p.tree(); err != nil {
		return err
	}
	p.nodes[at].large = len(p.nodes)
	return p.tree()
}
