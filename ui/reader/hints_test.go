package reader

import "testing"

// No label is another's beginning, and as many as can be have one letter.
func TestLabels(t *testing.T) {
	t.Parallel()
	for n := range 620 {
		seen, short := map[string]bool{}, 0
		for i := range n {
			label := hint(i, n)
			if seen[label] || seen[label[:1]] {
				t.Errorf("link %d of %d has the label %q, and another has", i, n, label)
			}
			if seen[label] = true; len(label) == 1 {
				short++
			}
		}
		if n <= 26 && short != n || n == 27 && short != 25 {
			t.Errorf("%d of %d links have a label of one letter", short, n)
		}
	}
}
