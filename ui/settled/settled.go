// Package settled tells of most characters how many columns of a screen they take,
// without asking a table: the table for all of Unicode is two megabytes, made
// when it is first asked, and a program that shows plain text need never make it.
package settled

// Columns is the columns that a character takes, 1 or 2; false when that is not
// settled. It is where both ways to count agree that terminals have, character
// by character and by grapheme clusters, and where the character joins no other
// that is settled too. A text of settled characters is as wide as they are together.
func Columns(r rune) (columns int, ok bool) {
	switch {
	case r < 0x7f:
		return 1, r >= ' '
	case r < 0x300:
		return 1, r >= 0xa0 && r != softHyphen
	case r < 0x2010:
		return 1, 0x370 <= r && r < 0x483 // Greek and Cyrillic
	case r < 0x2e80:
		return 1, r < 0x2028 || // dashes, quotation marks, bullets
			0x2030 <= r && r < 0x2060 ||
			0x20a0 <= r && r < 0x20d0 || // currencies
			0x2100 <= r && r < 0x231a || // letter-like signs, arrows, mathematics
			0x2400 <= r && r < 0x25fd || // lines, blocks, shapes
			0x2605 <= r && r < 0x2613 || // stars, boxes to tick
			0x2758 <= r && r < 0x2795 ||
			0x27c0 <= r && r < 0x2b1b // more mathematics and arrows
	}
	return 2, 0x3001 <= r && r < 0x3004 || // stops, as Chinese and Japanese have them
		0x3041 <= r && r < 0x3097 || 0x30a1 <= r && r < 0x3100 || // kana
		0x4e00 <= r && r < 0xa000 || // Han
		0xac00 <= r && r < 0xd7a4 || // Hangul
		0xff01 <= r && r < 0xff61 // full width
}

const softHyphen = '\u00ad'
