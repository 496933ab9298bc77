package chrome

import (
	"fmt"
	"strings"
	"testing"
)

// Each line of each block stands in some column, in however many there are.
func TestBesideShowsEveryLine(t *testing.T) {
	t.Parallel()
	for columns := range 8 {
		for _, sizes := range [][]int{{1}, {9, 1}, {1, 9}, {3, 14, 2, 2}, {20, 1, 1, 1, 1, 1}, {5, 5, 5}} {
			var blocks [][]string
			for i, size := range sizes {
				var block []string
				for j := range size {
					block = append(block, fmt.Sprintf("<%d.%d>", i, j))
				}
				blocks = append(blocks, block)
			}
			all := strings.Join(beside(blocks, columns+1, 10), "\n")
			for _, block := range blocks {
				for _, line := range block {
					if !strings.Contains(all, line) {
						t.Errorf("%d columns of %v: no %s in\n%s", columns+1, sizes, line, all)
					}
				}
			}
		}
	}
}
