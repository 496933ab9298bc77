package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lede/articles"
)

// decode turns the bytes of a text into clean UTF-8: UTF-16 is known by its
// byte order mark, and a text without a single well-formed sequence of UTF-8
// is taken for windows-1252, the superset of Latin-1 that the web assumes
// (WHATWG Encoding, "latin1" is a label of windows-1252). In any other text,
// bytes that are not UTF-8 become U+FFFD. Where the charset is known by name it
// is that, unless the text is UTF-8, which nothing else is by chance.
func decode(data, name string) string {
	switch {
	case strings.HasPrefix(data, "\xff\xfe"), strings.HasPrefix(data, "\xfe\xff"):
		wide := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		if text, err := wide.String(data); err == nil {
			data = text
		}
	case named(name) != nil && !utf8.ValidString(data):
		if text, err := named(name).NewDecoder().String(data); err == nil {
			data = text
		}
	case oneByteCharset(data):
		if text, err := charmap.Windows1252.NewDecoder().String(data); err == nil {
			data = text
		}
	}
	return articles.Clean(data)
}

// named is the charset of a name but for UTF-8; nil for none.
func named(name string) encoding.Encoding {
	enc, label := charset.Lookup(name)
	if label == "utf-8" {
		return nil
	}
	return enc
}

// oneByteCharset reports whether data has bytes beyond ASCII of which none is
// part of a sequence of UTF-8.
func oneByteCharset(data string) bool {
	found := false
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, n := utf8.DecodeRuneInString(data[i:]); n > 1 {
			return false
		}
		found = true
		i++
	}
	return found
}
