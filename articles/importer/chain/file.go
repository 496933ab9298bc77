package chain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The file has a line of labels, then a line for each feature and for each
// label before another: its name, then the weights in the order of the labels,
// in hundredths. The names of what is no feature begin with a sign.
const (
	startMark  = "^"
	beforeMark = ">"
)

// Write keeps a model. Features whose weights all round to 0 are left out.
func (m *Model) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	_, _ = fmt.Fprintln(out, strings.Join(m.labels, " ")) // Flush tells what fails
	writeRow(out, startMark, m.first, true)
	for i, row := range m.next {
		writeRow(out, beforeMark+m.labels[i], row, true)
	}
	for _, name := range slices.Sorted(maps.Keys(m.features)) {
		writeRow(out, name, m.features[name], false)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write a model: %w", err)
	}
	return nil
}

func writeRow(out *bufio.Writer, name string, weights []float64, always bool) {
	var b strings.Builder
	b.WriteString(name)
	some := always
	for _, w := range weights {
		n := int(math.Round(w * 100))
		some = some || n != 0
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(n))
	}
	if some {
		_, _ = fmt.Fprintln(out, b.String())
	}
}

// Read reads what [Model.Write] kept. The names of features have no blanks.
func Read(r io.Reader) (*Model, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	if !lines.Scan() {
		return nil, errors.Join(errors.New("a model without labels"), lines.Err())
	}
	m := &Model{labels: strings.Fields(lines.Text()), features: map[string][]float64{}}
	k := len(m.labels)
	if k == 0 || k > math.MaxUint8 {
		return nil, fmt.Errorf("a model of %d labels", k)
	}
	m.next = grid(k, k)
	for n := 2; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) != k+1 {
			return nil, fmt.Errorf("line %d of a model has %d fields and not %d", n, len(fields), k+1)
		}
		row := make([]float64, k)
		for j, f := range fields[1:] {
			v, err := strconv.Atoi(f)
			if err != nil {
				return nil, fmt.Errorf("line %d of a model: %w", n, err)
			}
			row[j] = float64(v) / 100
		}
		name := fields[0]
		if name == startMark {
			m.first = row
		} else if label, ok := strings.CutPrefix(name, beforeMark); ok {
			i := m.Label(label)
			if i < 0 {
				return nil, fmt.Errorf("line %d of a model: no label is named %q", n, label)
			}
			m.next[i] = row
		} else {
			m.features[name] = row
		}
	}
	if m.first == nil {
		return nil, errors.Join(errors.New("a model without a start"), lines.Err())
	}
	return m, lines.Err()
}
