// Package tagsoup reads XML as it stands in the world: in whatever charset,
// with bare ampersands and entities of HTML, with tags that are not closed,
// with what is no XML before and behind it. It refuses nothing and gives
// elements that are closed in order. Memory and time grow with the text alone.
package tagsoup

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"lede/articles"
)

// Decode turns a document into UTF-8. What is valid UTF-8 is that, whatever it
// declares; else the charset is that of a byte order mark, of the declaration,
// or the one that a server said it has. Characters of windows-1252 that stand
// where Unicode has controls are taken for what they were meant to be.
func Decode(data, served string) string {
	return demoronized(decode(data, served))
}

func decode(data, served string) string {
	if e, mark := wide(data); e != nil {
		return decoded(e, data[mark:])
	}
	data = strings.TrimPrefix(data, "\xef\xbb\xbf")
	declared := declaration(data)
	if utf8.ValidString(data) && !shifts(data, declared) {
		return data
	}
	if strings.HasPrefix(data, "\x4c\x6f\xa7\x94") { // <?xm in EBCDIC
		return decoded(charmap.CodePage037, data)
	}
	for _, name := range [...]string{declared, served} {
		if e := byName(name); e != nil {
			if e == unicode.UTF8 && !articles.MostlyUTF8(data) {
				continue
			}
			return decoded(e, data)
		}
	}
	if articles.MostlyUTF8(data) {
		return strings.ToValidUTF8(data, "\ufffd")
	}
	return decoded(guess(data), data)
}

// wide is the encoding of a text in UTF-16 or UTF-32, by its mark or by the
// zeros of its first characters, with the length of the mark.
func wide(data string) (e encoding.Encoding, mark int) {
	big16, little16 := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big32, little32 := utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	for _, w := range [...]struct {
		start string
		e     encoding.Encoding
		mark  int
	}{
		{"\x00\x00\xfe\xff", big32, 4},
		{"\xff\xfe\x00\x00", little32, 4},
		{"\xfe\xff", big16, 2},
		{"\xff\xfe", little16, 2},
		{"\x00\x00\x00<", big32, 0},
		{"<\x00\x00\x00", little32, 0},
		{"\x00<", big16, 0},
		{"<\x00", little16, 0},
	} {
		if strings.HasPrefix(data, w.start) {
			return w.e, w.mark
		}
	}
	return nil, 0
}

func decoded(e encoding.Encoding, data string) string {
	text, err := e.NewDecoder().String(data)
	if err != nil {
		text = data
	}
	return strings.ToValidUTF8(strings.TrimPrefix(text, "\ufeff"), "\ufffd")
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

// shifts reports whether data is of a charset that ASCII is the bytes of.
func shifts(data, name string) bool {
	switch strings.ToLower(name) {
	case "iso-2022-jp":
		return strings.Contains(data, "\x1b$")
	case "hz-gb-2312":
		return strings.Contains(data, "~{")
	}
	return false
}

func byName(name string) encoding.Encoding {
	name, _, _ = strings.Cut(name, " ") // <?xml encoding="latin1" standalone="yes"?>
	name = strings.ToLower(strings.Trim(name, "\"' \t\r\n"))
	if name == "" || len(name) > 40 {
		return nil
	}
	switch e, known := charset.Lookup(name); known {
	case "", "replacement":
	case "utf-8":
		return unicode.UTF8
	case "utf-16be", "utf-16le":
		return nil // it has no zeros, so it is neither
	default:
		return e
	}
	if strings.HasPrefix(name, "utf") || strings.HasPrefix(name, "ucs") || strings.HasPrefix(name, "iso-10646") {
		return nil // nor any of these
	}
	e, err := ianaindex.IANA.Encoding(strings.Replace(name, "cp", "ibm", 1))
	if err != nil || e == nil {
		e, err = ianaindex.MIME.Encoding(name)
	}
	if err != nil {
		return nil
	}
	return e
}

// guess is the charset of a text that says none: where nearly all bytes beyond
// ASCII stand in pairs they are one of the East, and else the one that the web
// assumes.
func guess(data string) encoding.Encoding {
	pairs, singles := 0, 0
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] < utf8.RuneSelf:
		case i+1 < len(data) && data[i] >= 0xa1 && data[i+1] >= 0xa1:
			pairs++
			i++
		default:
			singles++
		}
	}
	if pairs > 4 && singles*20 < pairs {
		if e, _ := charset.Lookup("gb18030"); e != nil {
			return e
		}
	}
	return charmap.Windows1252
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
