package tokens

import "unicode/utf8"

// Begins reports whether a token is one letter of those that come in pairs: as the last
// of what is looked for, it is the beginning of a token wherever the text goes on.
func Begins(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return isPaired(r) && letter(token, 0) == len(token)
}
