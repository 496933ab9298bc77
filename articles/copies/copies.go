// Package copies tells whether two texts are the same story: one was taken from the other,
// and a few words are different. It compares shingles, runs of words that follow one
// another (Broder, On the Resemblance and Containment of Documents, 1997): two texts on one
// subject share words, but hardly any shingle.
//
// A library finds those that may be copies by their [Bands], and asks [Same] of each.
package copies

import (
	"slices"
	"strings"
)

const (
	// shingle is how many words one has. Of two, texts on one subject share some; of
	// more, one changed word touches too many.
	shingle = 3
	// fewest is how many words a text has that can be told from others: shorter ones,
	// such as a notice that a page is gone, are alike and no copies.
	fewest = 50
	// alike is the share of the shingles of both texts that copies have in common. With
	// one word in twenty changed it is about .76; of other texts hardly any have a third.
	alike = .55
)

// Of copies with one word in twenty changed, 98 in 100 have a band in common, and hardly
// any other texts do. A band is made of so few bits that a library of 100,000 has some by
// chance, which [Same] tells: it is kept for each article.
const (
	NumBands  = 5
	perBand   = 2 // least shingles
	bandBits  = 31
	numLeasts = NumBands * perBand
)

// Bands are numbers of which copies have one in common, each for itself. A text that is too
// short to have copies has none. Its words are parted by blanks, as those of the index.
func Bands(words string) []int64 {
	var leasts [numLeasts]uint64
	for i := range leasts {
		leasts[i] = ^uint64(0)
	}
	n := 0
	for sum := range shingles(words) {
		n++
		for i := range leasts {
			leasts[i] = min(leasts[i], mixed(sum+uint64(i)*golden))
		}
	}
	if n < fewest-shingle+1 {
		return nil
	}
	bands := make([]int64, 0, NumBands)
	for i := 0; i < numLeasts; i += perBand {
		sum := uint64(i)
		for _, least := range leasts[i : i+perBand] {
			sum = mixed(sum ^ least)
		}
		bands = append(bands, int64(sum>>(64-bandBits)))
	}
	return bands
}

// Same reports whether two texts are the same story. Their words are as those of [Bands].
func Same(a, b string) bool {
	return resemblance(distinct(a), distinct(b)) >= alike && !otherSubjects(a, b)
}

// otherSubjects reports whether each of two texts says a word again and again that the
// other never says. The pages of two commands are alike but for that; of a copy in which
// words were changed here and there it is not so.
func otherSubjects(a, b string) bool {
	x, y := timesOf(a), timesOf(b)
	return says(x, y) && says(y, x)
}

func says(x, y map[string]int) bool {
	const again = 3
	for word, times := range x {
		if times >= again && y[word] == 0 {
			return true
		}
	}
	return false
}

// timesOf is how often a text has its words.
func timesOf(words string) map[string]int {
	times := map[string]int{}
	for word := range strings.FieldsSeq(words) {
		times[word]++
	}
	return times
}

// resemblance is the share of two sorted sets that is in both.
func resemblance(x, y []uint64) float64 {
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// distinct are the shingles of a text, sorted, each once.
func distinct(words string) []uint64 {
	var all []uint64
	for sum := range shingles(words) {
		all = append(all, sum)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// shingles yields a number for each shingle of a text.
func shingles(words string) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		var last [shingle]uint64
		n := 0
		for word := range strings.FieldsSeq(words) {
			copy(last[:], last[1:])
			last[shingle-1] = sumOf(word)
			if n++; n < shingle {
				continue
			}
			sum := uint64(0)
			for _, of := range last {
				sum = mixed(sum ^ of)
			}
			if !yield(sum) {
				return
			}
		}
	}
}

// sumOf is a word as a number: FNV-1a.
func sumOf(word string) uint64 {
	sum := uint64(14695981039346656037)
	for i := range len(word) {
		sum = (sum ^ uint64(word[i])) * 1099511628211
	}
	return sum
}

const golden = 0x9e3779b97f4a7c15

// mixed is a number of which every bit depends on all of another one: SplitMix64.
func mixed(x uint64) uint64 {
	x += golden
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
