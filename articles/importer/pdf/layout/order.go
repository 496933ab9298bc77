package layout

import (
	"math"
	"slices"
)

// block is lines that stand one under the other.
type block struct {
	Box
	lines []*line
}

func (b *block) last() *line { return b.lines[len(b.lines)-1] }

func (b *block) add(l *line) {
	b.lines = append(b.lines, l)
	b.Box = b.Union(l.Box)
}

// takes reports whether a line stands right under a block.
func (b *block) takes(l *line, farthest float64) bool {
	last := b.last()
	if last.turned || l.turned {
		return false
	}
	down, size := last.base-l.base, max(last.size, l.size)
	return down > sameBase*size && down < farthest*size && b.shared(l.Box) > 0.3*min(b.width(), l.width())
}

// inOrder are the lines of a page in the order of reading, by blocks. That is
// the order of the file, but that what stands above comes first.
func inOrder(lines []*line) []*block {
	const (
		near    = 1.7 // sizes from line to line in a text
		far     = 2.6 // between a heading and its text
		looked  = 6   // blocks that a line may go on with
		largest = 400 // blocks that are put in order
	)
	var blocks []*block
next:
	for _, l := range lines {
		for i := len(blocks) - 1; i >= max(0, len(blocks)-looked); i-- {
			farthest := near
			if i == len(blocks)-1 {
				farthest = far
			}
			if blocks[i].takes(l, farthest) && !isBetween(blocks, i, l) {
				blocks[i].add(l)
				continue next
			}
		}
		blocks = append(blocks, &block{Box: l.Box, lines: []*line{l}})
	}
	if len(blocks) > largest {
		return blocks
	}
	return sorted(blocks)
}

// isBetween reports whether another block stands where a line would be added to
// the block with an index.
func isBetween(blocks []*block, at int, l *line) bool {
	gap := Box{Left: l.Left, Right: l.Right, Bottom: l.Bottom, Top: blocks[at].last().Bottom}
	for _, b := range blocks[at+1:] {
		if b.shared(gap) > 0 && b.Top < gap.Top+l.size/2 && b.Bottom > gap.Bottom {
			return true
		}
	}
	return false
}

// sorted puts blocks in order: again and again it takes the first of which no
// other stands above. A column that the file has before the one to its left waits
// until all of that is placed.
func sorted(blocks []*block) []*block {
	out := make([]*block, 0, len(blocks))
	placed, waits := make([]bool, len(blocks)), make([]bool, len(blocks))
	for len(out) < len(blocks) {
		first, free := -1, -1
		for i, b := range blocks {
			if placed[i] {
				continue
			}
			if first < 0 {
				first = i
			}
			if !isUnder(b, blocks, placed) {
				free = i
				break
			}
		}
		if free < 0 {
			free = first // they stand in one another
		} else if waits[free] = waits[free] || !hasColumnBefore(out, blocks[free]); waits[free] {
			for i, b := range blocks {
				if i > free && !placed[i] && b.isColumnBefore(blocks[free]) && !isUnder(b, blocks, placed) {
					free = i
					break
				}
			}
		}
		placed[free] = true
		out = append(out, blocks[free])
	}
	return out
}

func isUnder(b *block, blocks []*block, placed []bool) bool {
	for i, above := range blocks {
		turned, beside := b.lines[0].turned, above.lines[0].turned
		if placed[i] || above == b || beside && !turned {
			continue
		}
		if turned && !beside { // what is turned stands behind all of the page
			return true
		}
		slack := math.Min(above.last().size, b.lines[0].size) / 3
		if above.Bottom >= b.Top-slack && above.shared(b.Box) > slack {
			return true
		}
	}
	return false
}

// isColumnBefore reports whether a block stands to the left of one that is as
// wide, where scripts run that way.
func (b *block) isColumnBefore(o *block) bool {
	const fewest, alike = 3, 0.2 // lines; share of the width
	return b.Right <= o.Left && len(b.lines) >= fewest && len(o.lines) >= fewest &&
		math.Abs(b.width()-o.width()) < alike*max(b.width(), o.width()) && !isRightToLeft(o.lines[0].text())
}

// hasColumnBefore reports whether what stands to the left of a block, and beside
// it, is among those that are placed: the file goes from row to row.
func hasColumnBefore(placed []*block, o *block) bool {
	return slices.ContainsFunc(placed, func(b *block) bool {
		return b.isColumnBefore(o) && b.Top > o.Bottom && b.Bottom < o.Top
	})
}
