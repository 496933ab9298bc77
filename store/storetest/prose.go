package storetest

import (
	"math"
	"math/rand/v2"
	"strings"
)

// The words of made-up texts are as often as in life: the word of rank n stands 1/n
// times as often as the commonest (Zipf 1949). One in five is of the subject of the
// text, so that texts of one subject share words that others lack.
const (
	vocabulary     = 300_000
	subjectsOfText = 500
	wordsOfSubject = 400
	ofSubject      = .2
)

// common are the commonest words of English, in their order.
var common = [...]string{
	"the", "of", "and", "to", "a", "in", "is", "that", "it", "was", "for", "on", "with", "as", "he", "be", "at", "by",
	"this", "had", "not", "are", "but", "from", "or", "have", "an", "they", "which", "one", "you", "were", "all", "her",
	"she", "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "no", "more", "if", "out", "so",
	"up", "said", "what", "its", "about", "than", "into", "them", "can", "only", "other", "time", "new", "some", "could",
	"these", "two", "may", "first", "then", "do", "any", "like", "my", "now", "over", "such", "our", "man", "me", "even",
	"most", "made", "after", "also", "well", "did", "many", "before", "must", "years", "back", "through", "much", "where",
	"your", "way", "down", "should",
}

// ranked is the word of a rank, from 0.
func ranked(rank int) string {
	if rank < len(common) {
		return common[rank]
	}
	return word(rank)
}

// prose makes up about so many words on a subject, in paragraphs.
func prose(r *rand.Rand, subject, words int) string {
	var b strings.Builder
	for sentence := 0; words > 0; sentence++ {
		switch {
		case sentence == 0:
		case sentence%5 == 0:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		n := 5 + r.IntN(18)
		words -= n
		for i := range n {
			w := zipf(r, vocabulary)
			if r.Float64() < ofSubject {
				w = 2000 + (subject*wordsOfSubject+zipf(r, wordsOfSubject))%(vocabulary-2000)
			}
			text := ranked(w)
			if i == 0 {
				text = strings.ToUpper(text[:1]) + text[1:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(text)
		}
		b.WriteByte('.')
	}
	return b.String()
}

// zipf picks a rank below n, each as often as it is in life.
func zipf(r *rand.Rand, n int) int {
	return min(n-1, int(math.Exp(r.Float64()*math.Log(float64(n+1))))-1)
}
