package importer

import (
	"lede/articles"
	"lede/articles/importer/charset"
)

// decode turns the bytes of a text into clean UTF-8. A text of which nobody
// says what it is, and that is not UTF-8, is taken for windows-1252, the superset
// of Latin-1 that the web assumes, unless its bytes look like the East's.
func decode(data, name string) string {
	return articles.Clean(charset.Decode(data, name))
}
