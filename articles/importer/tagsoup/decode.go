// Package tagsoup reads XML as it stands in the world: in whatever charset,
// with bare ampersands and entities of HTML, with tags that are not closed,
// with what is no XML before and behind it. It refuses nothing and gives
// elements that are closed in order. Memory and time grow with the text alone.
package tagsoup

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"lede/articles/importer/charset"
)

// Decode turns a document into UTF-8. What is valid UTF-8 is that, whatever it
// declares; else the charset is that of a byte order mark, of the declaration,
// or the one that a server said it has. Characters of windows-1252 that stand
// where Unicode has controls are taken for what they were meant to be.
func Decode(data, served string) string {
	return demoronized(decode(data, served))
}

func decode(data, served string) string {
	if strings.HasPrefix(data, "\x4c\x6f\xa7\x94") { // <?xm in EBCDIC
		return charset.Decode(data, "ibm037")
	}
	name, _, _ := strings.Cut(declaration(strings.TrimPrefix(data, "\xef\xbb\xbf")), " ") // <?xml encoding="latin1" standalone="yes"?>
	return charset.Decode(data, name, served)
}

// declaration is the charset that the XML declaration of data names.
func declaration(data string) string {
	head := data[:min(len(data), 512)]
	_, head, ok := strings.Cut(head, "<?xml")
	if !ok {
		return ""
	}
	head, _, _ = strings.Cut(head, "?>")
	_, name, ok := strings.Cut(head, "encoding")
	if !ok {
		return ""
	}
	return strings.Trim(strings.TrimLeft(name, " \t\r\n="), " \t\r\n\"'")
}

// demoronized is text with the characters U+0080 to U+009F, which are controls,
// as windows-1252 has them.
func demoronized(text string) string {
	at := strings.IndexByte(text, 0xc2)
	if at < 0 {
		return text
	}
	var b strings.Builder
	from := 0
	for i := at; i+1 < len(text); i++ {
		if text[i] == 0xc2 && text[i+1] >= 0x80 && text[i+1] <= 0x9f {
			if b.Len() == 0 {
				b.Grow(len(text) + 64)
			}
			b.WriteString(text[from:i])
			b.WriteRune(charmap.Windows1252.DecodeByte(text[i+1]))
			from = i + 2
			i++
		}
	}
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}
