package find

import (
	"math"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"lede/articles/markdown"
)

// Index is the words of a document, chunk by chunk; each is parsed once, when it
// is first asked for. It is safe for concurrent use.
type Index struct {
	doc   *markdown.Document
	texts []atomic.Pointer[string]
}

// NewIndex is an index of d with nothing in it yet.
func NewIndex(d *markdown.Document) *Index {
	return &Index{doc: d, texts: make([]atomic.Pointer[string], len(d.Chunks))}
}

// Len is the number of chunks.
func (x *Index) Len() int { return len(x.texts) }

// text is the words of chunk i as searches compare them.
func (x *Index) text(i int) string {
	if t := x.texts[i].Load(); t != nil {
		return *t
	}
	t := normal(x.doc.Plain(i))
	x.texts[i].Store(&t)
	return t
}

// likely reports whether chunk i looks as if it had a match; it parses nothing.
func (x *Index) likely(q *Query, i int) bool {
	if x.texts[i].Load() != nil {
		return true
	}
	c := x.doc.Chunks[i]
	return q.mayBeIn(x.doc.Source[c.Start:c.End])
}

// Place is where a search begins: a byte of the words of a chunk. A chunk
// number past the last is the end.
type Place struct{ Chunk, Offset int }

// Match is a stretch of the words: from Start, in a chunk, to before End, which
// is in the chunk Last. Both are in bytes.
type Match struct {
	Chunk, Start int
	Last, End    int
}

// Matches are the matches that begin in chunk i, in order.
func (x *Index) Matches(q *Query, i int) []Match {
	var out []Match
	free := 0 // where the next one may begin
	text := x.text(i)
	q.each(text, func(start, end int) bool {
		out = append(out, Match{i, start, i, end})
		free = end
		return true
	})
	if m, ok := x.across(q, i, text, free); ok {
		out = append(out, m)
	}
	return out
}

// across is the match that begins in chunk i and ends in a later one.
func (x *Index) across(q *Query, i int, text string, free int) (found Match, ok bool) {
	if i+1 >= len(x.texts) || len(q.runes) < 2 || text == "" {
		return Match{}, false
	}
	from := max(free, len(text)-q.reach)
	for from > free && !utf8.RuneStart(text[from]) {
		from--
	}
	tail := len(text) - from
	seam := text[from:]
	type part struct{ chunk, at int }
	var parts []part
	for j := i + 1; j < len(x.texts) && len(seam) < tail+q.reach; j++ {
		more := x.text(j)
		if more == "" {
			continue
		}
		seam += x.gap(j, seam, more)
		parts = append(parts, part{j, len(seam)})
		seam += more[:min(len(more), q.reach)]
	}
	q.each(seam, func(start, end int) bool {
		if start < tail && end > tail {
			for _, p := range parts {
				if end > p.at {
					found, ok = Match{i, from + start, p.chunk, end - p.at}, true
				}
			}
		}
		return start < tail && !ok
	})
	return found, ok
}

// gap is what stands between the words before chunk j and its own.
func (x *Index) gap(j int, before, after string) string {
	c := x.doc.Chunks[j]
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if unspaced(last) && unspaced(first) || c.Joined && strings.IndexByte(" \n\t", x.doc.Source[c.Start-1]) < 0 {
		return ""
	}
	return " "
}

// Count is how many matches begin in each chunk from number from on, up to the
// chunk before which stop is true.
func (x *Index) Count(q *Query, from int, stop func() bool) []int {
	var out []int
	for i := from; i < len(x.texts) && !stop(); i++ {
		out = append(out, len(x.Matches(q, i)))
	}
	return out
}

// Seek is the next match from a place on, or the one before it, once round.
// In chunks that no search has read yet it may miss matches with markup inside
// of a word: none found means none only when all is counted. sums, as far as
// they are known, are how many matches begin before each chunk. When stop is
// true, it gives up.
func (x *Index) Seek(q *Query, from Place, back bool, sums []int, stop func() bool) (Match, bool) {
	n, step := len(x.texts), 1
	if back {
		step = -1
	}
	if from.Chunk >= n {
		from = Place{}
		if back {
			from = Place{n - 1, math.MaxInt}
		}
	}
	for k := 0; k <= n && n > 0 && !stop(); k++ {
		i := ((from.Chunk+k*step)%n + n) % n
		if i+1 < len(sums) && sums[i] == sums[i+1] || !x.likely(q, i) {
			continue
		}
		if m, ok := pick(x.Matches(q, i), back, func(m Match) bool {
			before := m.Start < from.Offset
			return i != from.Chunk || before == (back == (k == 0))
		}); ok {
			return m, true
		}
	}
	return Match{}, false
}

// pick is the first match that will do, or the last.
func pick(all []Match, last bool, do func(Match) bool) (found Match, ok bool) {
	for _, m := range all {
		if do(m) {
			found, ok = m, true
			if !last {
				break
			}
		}
	}
	return found, ok
}
