// Package forest tells two kinds of things apart by their measures: each of many
// small trees asks a few measures of a thing and adds to its odds (gradient
// boosting: Friedman, 2001). The trees are fitted from labelled things by [Fit]
// and kept in a file of text.
package forest

import (
	"bufio"
	"fmt"
	"io"
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
	trees [][]node
}

// node is a question, with the node for a small answer behind it, or an answer.
type node struct {
	name  string // of the measure; empty for an answer
	cut   float32
	large int     // the node for measures over cut
	value float64 // of an answer, as log odds
}

// Odds are the log odds that each row is of the kind that was looked for. What a
// tree asks for and the table does not have counts as 0.
func (f *Forest) Odds(t Table) []float64 {
	column := make(map[string]int, len(t.Names))
	for i, name := range t.Names {
		column[name] = i
	}
	asked := make([][]int, len(f.trees))
	for k, tree := range f.trees {
		for _, n := range tree {
			c, ok := column[n.name]
			if !ok {
				c = -1
			}
			asked[k] = append(asked[k], c)
		}
	}
	out := make([]float64, len(t.Rows))
	for i, row := range t.Rows { // one row after another: a long table fits into no cache
		out[i] = f.base
		for k, tree := range f.trees {
			at := 0
			for tree[at].name != "" {
				if c := asked[k][at]; c >= 0 && row[c] > tree[at].cut || c < 0 && tree[at].cut < 0 {
					at = tree[at].large
				} else {
					at++
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
			if n.name == "" {
				_, _ = fmt.Fprintf(out, "%.2g", n.value)
			} else {
				_, _ = fmt.Fprintf(out, "%s<%g", n.name, n.cut)
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
		p := parser{words: words}
		if err := p.tree(); err != nil {
			return nil, fmt.Errorf("line %d of a forest: %w", n+1, err)
		}
		if len(p.words) > 0 {
			return nil, fmt.Errorf("line %d of a forest has more than a tree", n+1)
		}
		f.trees = append(f.trees, p.nodes)
	}
	return f, lines.Err()
}

type parser struct {
	words []string
	nodes []node
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
		p.nodes = append(p.nodes, node{value: value})
		return nil
	}
	at := len(p.nodes)
	p.nodes = append(p.nodes, node{name: name, cut: float32(value)})
	if err := p.tree(); err != nil {
		return err
	}
	p.nodes[at].large = len(p.nodes)
	return p.tree()
}
