package find

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"lede/articles/markdown"
)

// Index is the words of a document, chunk by chunk, and of what stands around
// it; each is read once, when it is first asked for. It is safe for concurrent
// use.
type Index struct {
	doc    *markdown.Document
	texts  []atomic.Pointer[string] // of the chunks
	around []func() string          // above and below the chunks: two, or none
}

// NewIndex is an index of d with nothing in it yet.
func NewIndex(d *markdown.Document) *Index {
	return &Index{doc: d, texts: make([]atomic.Pointer[string], len(d.Chunks))}
}

// Between is the index with what stands above the chunks and below them. What
// was read of the chunks is shared. Their numbers are one greater there: the
// words above them have number 0.
func (x *Index) Between(above, below func() string) *Index {
	ready := func(words func() string) func() string {
		return sync.OnceValue(func() string { return normal(words()) })
	}
	return &Index{doc: x.doc, texts: x.texts, around: []func() string{ready(above), ready(below)}}
}

// Len is the number of chunks, with what stands around them.
func (x *Index) Len() int { return len(x.texts) + len(x.around) }

// chunk is the chunk that text i is of; false for what stands around them.
func (x *Index) chunk(i int) (int, bool) {
	if len(x.around) == 0 {
		return i, true
	}
	return i - 1, 0 < i && i <= len(x.texts)
}

// text is the words of number i as searches compare them.
func (x *Index) text(i int) string {
	c, ok := x.chunk(i)
	if !ok {
		return x.around[min(i, 1)]()
	}
	if t := x.texts[c].Load(); t != nil {
		return *t
	}
	t := normal(x.doc.Shown(c))
	x.texts[c].Store(&t)
	return t
}

// likely reports whether text i looks as if it had a match; it parses nothing.
func (x *Index) likely(q *Query, i int) bool {
	n, ok := x.chunk(i)
	if !ok || x.texts[n].Load() != nil {
		return true
	}
	c := x.doc.Chunks[n]
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
	if x.isBarred(q, i) {
		return nil
	}
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

// isBarred reports whether surely no match begins in text i, as its rarest letter
// is neither there nor in those where a match may end.
func (x *Index) isBarred(q *Query, i int) bool {
	for j := i; j <= min(i+nearby, x.Len()-1); j++ {
		n, ok := x.chunk(j)
		if !ok || j == i && x.texts[n].Load() != nil || !q.isBarredBy(x.doc.Markdown(n)) {
			return false
		}
	}
	return true
}

// across is the match that begins in chunk i and ends in a later one.
func (x *Index) across(q *Query, i int, text string, free int) (found Match, ok bool) {
	if i+1 >= x.Len() || len(q.runes) < 2 || text == "" {
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
	for j := i + 1; j < x.Len() && len(seam) < tail+q.reach; j++ {
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
	n, ok := x.chunk(j)
	joined := ok && x.doc.Chunks[n].Joined && strings.IndexByte(" \n\t", x.doc.Source[x.doc.Chunks[n].Start-1]) < 0
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if unspaced(last) && unspaced(first) || joined {
		return ""
	}
	return " "
}

// Count is how many matches begin in each chunk from number from on, up to the
// chunk before which stop is true.
func (x *Index) Count(q *Query, from int, stop func() bool) []int {
	var out []int
	for i := from; i < x.Len() && !stop(); i++ {
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
	n, step := x.Len(), 1
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

// Richest is the first place that has most, of which enough is all there is: densest says
// of the words of a chunk how much there is at a byte of it. Only so many bytes are looked
// at.
func (x *Index) Richest(densest func(text string) (n, at int), enough, bytes int, stop func() bool) Place {
	best, most := Place{}, 0
	for i := 0; i < x.Len() && most < enough && bytes > 0 && !stop(); i++ {
		text := x.text(i)
		if n, at := densest(text); n > most {
			best, most = Place{Chunk: i, Offset: at}, n
		}
		bytes -= len(text)
	}
	return best
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

// Carried is a match of an older index of the same document in this one, where
// what stands around the chunks may say other things: words before it and behind
// it that are the same tell where it is.
func (x *Index) Carried(m Match, from *Index) Match {
	m.Start = x.carried(m.Chunk, m.Start, from)
	m.End = x.carried(m.Last, m.End, from)
	return m
}

func (x *Index) carried(i, at int, from *Index) int {
	if _, ok := x.chunk(i); ok || from == x {
		return at
	}
	was, now := from.text(i), x.text(i)
	same := 0
	for same < min(len(was), len(now)) && was[same] == now[same] {
		same++
	}
	if at <= same {
		return at
	}
	return max(0, at+len(now)-len(was))
}
