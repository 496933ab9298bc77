package articles

import (
	"math"
	"time"
	"unicode"
)

// Speeds of silent reading, per minute.
const (
	// WordsPerMinute is the mean for English non-fiction: Brysbaert (2019),
	// "How many words do we read per minute?", Journal of Memory and Language
	// 109, over 190 studies.
	WordsPerMinute = 238
	// CharactersPerMinute is for scripts written without spaces between
	// words, Chinese and Japanese. Read aloud they reach 255 and 357
	// (Trauzettel-Klosinski and Dietz 2012, the IReST texts); silent reading
	// is faster.
	CharactersPerMinute = 400
	// SlowWordsPerMinute is for code and tables, which are studied rather
	// than read: half the speed of prose.
	SlowWordsPerMinute = WordsPerMinute / 2
)

// Whole is from how many words on the text that a feed has of an article is not
// taken for a summary of it.
const Whole = 250

// Length is how much there is to read in an article.
type Length struct {
	Words      int // of prose, in scripts with spaces
	Characters int // Han and kana, which are counted one by one
	Slow       int // words in code and tables
}

// Total is the number that is shown as "1,481 words". A Chinese or Japanese
// character counts as a word.
func (l Length) Total() int { return l.Words + l.Characters + l.Slow }

// Add adds the length of another text.
func (l *Length) Add(other Length) {
	l.Words += other.Words
	l.Characters += other.Characters
	l.Slow += other.Slow
}

// Minutes is the read time: rounded, and at least 1.
func (l Length) Minutes() int {
	return max(1, int(math.Round(l.exact())))
}

// Time is the read time as it is.
func (l Length) Time() time.Duration { return time.Duration(l.exact() * float64(time.Minute)) }

func (l Length) exact() float64 {
	return float64(l.Words)/WordsPerMinute +
		float64(l.Characters)/CharactersPerMinute +
		float64(l.Slow)/SlowWordsPerMinute
}

// MeasureText counts the words of prose in s. A word is a run without white
// space that holds a letter or a digit; a Han or kana character is counted by
// itself. Thai, Lao, Khmer and Burmese set no spaces between words: there, as
// an estimate, five letters are a word.
func MeasureText(s string) Length {
	var l Length
	inWord, joined := false, 0
	for _, r := range s {
		switch {
		case r < unicode.MaxASCII:
			switch {
			case r == ' ' || r == '\n' || r == '\t' || r == '\r':
				inWord = false
			case 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9':
				if !inWord {
					l.Words++
					inWord = true
				}
			}
		case unicode.IsSpace(r):
			inWord = false
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			l.Characters++
			inWord = false
		case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			if unicode.IsLetter(r) {
				joined++
			}
			inWord = false
		case (unicode.IsLetter(r) || unicode.IsDigit(r)) && !inWord:
			l.Words++
			inWord = true
		}
	}
	l.Words += (joined + 4) / 5
	return l
}
