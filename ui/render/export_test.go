package render

import (
	"fmt"

	"lede/articles/markdown/find"
)

// Misread says how the words that a search reads in a part differ from those
// that its lines are marked by; empty when they do not.
func (l *Layout) Misread(part int) string {
	var last find.Counter
	for _, line := range l.part(part) {
		for _, s := range line.spans {
			if !s.again && s.to.Letters >= last.Letters {
				last = s.to
			}
		}
	}
	end := l.Index().Place(part, last.Spot())
	next := l.Index().Place(part, find.After)
	letter := l.Index().Place(part, find.Counter{Letters: last.Letters - 1}.Spot())
	if last.Letters > 0 && (next != end || letter == next) {
		return fmt.Sprintf("part %d says %d letters, and ends at %v of %v", part, last.Letters, end, next)
	}
	return ""
}
