package find

import (
	"unicode"
	"unicode/utf8"
)

// Spot is a place among the letters and signs of a chunk: the same in its
// plain words and in its words set in lines, whatever blanks stand between.
// Greater spots stand later.
//
// A letter is known by the number of letters before it. A sign is known by
// that and by the number of signs since the last letter, so that a sign more or
// less, as a hyphen at the end of a line, moves nothing but its neighbours.
type Spot uint64

const (
	letterBits = 21
	letterSpot = 1<<letterBits - 1
	// After is beyond all spots.
	After = ^Spot(0)
)

// Counter counts the letters and signs of a text that is read from its start.
type Counter struct {
	Letters int // letters and digits
	Signs   int // since the last of these
}

// Count is the spot of r, which comes next.
func (c *Counter) Count(r rune) Spot {
	switch kindOf(r) {
	case letter:
		s := Spot(c.Letters)<<letterBits | letterSpot
		c.Letters, c.Signs = c.Letters+1, 0
		return s
	case sign:
		s := c.Spot() | 1
		c.Signs++
		return s
	}
	return c.Spot()
}

// Spot is the place before whatever comes next.
func (c Counter) Spot() Spot {
	return Spot(c.Letters)<<letterBits | Spot(min(c.Signs<<1, letterSpot-3))
}

// Plus is the count after d more were counted from zero.
func (c Counter) Plus(d Counter) Counter {
	if d.Letters > 0 {
		return Counter{c.Letters + d.Letters, d.Signs}
	}
	return Counter{c.Letters, c.Signs + d.Signs}
}

// Since is what was counted after d, which is a part of c: c is d.Plus of it.
func (c Counter) Since(d Counter) Counter {
	if c.Letters > d.Letters {
		return Counter{c.Letters - d.Letters, c.Signs}
	}
	return Counter{0, c.Signs - d.Signs}
}

// Of counts s.
func Of(s string) Counter {
	var c Counter
	for i := 0; i < len(s); {
		b := s[i]
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			c.Count(r)
			i += n
			continue
		}
		i++
		switch {
		case 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9':
			c.Letters, c.Signs = c.Letters+1, 0
		case b > ' ' && b != 0x7f:
			c.Signs++
		}
	}
	return c
}

type kind uint8

const (
	letter kind = iota
	sign
	nothing // blanks, and what is no character of its own
)

func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9':
			return letter
		case r <= ' ' || r == 0x7f:
			return nothing
		}
		return sign
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return letter
	case unicode.IsSpace(r) || unicode.In(r, unicode.M, unicode.Cf, unicode.Cc):
		return nothing
	}
	return sign
}
