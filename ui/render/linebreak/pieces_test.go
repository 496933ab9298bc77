package linebreak

import (
	"slices"
	"testing"

	"github.com/rivo/uniseg"
)

// slowPieces asks the segmenter about every word.
func slowPieces(words string) []Piece {
	var out []Piece
	b := breaker{words: words, yield: func(p Piece) bool { out = append(out, p); return true }}
	rest, state := words, -1
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		b.segment(len(words)-len(rest)-len(segment), len(words)-len(rest))
	}
	return out
}

var pieceSeeds = []string{
	"Plain words, and more. Then some",
	"a « mot » b — c, d e\u0301 f (g h) i. j 50 % k! l",
	"( a b) \"c d\" [e f] “g h” – i j -v k /usr l .NET m",
	"漢字 and words。and 日本 a b\nnew line a  b  c \n\n d",
	"soft\u00adhyphen a \u00a0 b c\u2060 d e \U0001f469\u200d\U0001f680 f g",
	"don't 12 o'clock; in 1999: was it? 3,4 5. 'tis 6' 7' a! 8% 9$ b ' c '' d",
	"x a\u0308 b \u0308c d, \u0301e. f",
}

func TestPlainWordsAreNoOthersThanTheSegmenters(t *testing.T) {
	t.Parallel()
	for _, words := range pieceSeeds {
		got := slices.Collect(Pieces(words))
		if want := slowPieces(words); !slices.Equal(got, want) {
			t.Errorf("%q:\ngot  %v\nwant %v", words, got, want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range pieceSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, words string) {
		got := slices.Collect(Pieces(words))
		if want := slowPieces(words); !slices.Equal(got, want) {
			t.Errorf("%q:\ngot  %v\nwant %v", words, got, want)
		}
	})
}
