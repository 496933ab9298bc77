// Package charset turns the bytes of a text into UTF-8, whatever its charset
// is and whatever that is called.
package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"lede/articles"
)

// Decode turns a text into valid UTF-8, without a byte order mark. What is
// valid UTF-8 is that, whatever names say; else the charset is that of a byte
// order mark or of the zeros between the letters, the first of names that means
// one and that the text can have, or a guess. Names are what the text and its
// server say of it, in the order of who is to be believed first; each may be
// empty.
func Decode(data string, names ...string) string {
	if e, mark := wide(data); e != nil {
		return decoded(e, data[mark:])
	}
	data = strings.TrimPrefix(data, "\xef\xbb\xbf")
	valid := utf8.ValidString(data)
	for _, name := range names {
		e, label := Lookup(name)
		switch {
		case e == nil, strings.HasPrefix(label, "utf-16"): // it has no zeros, so it is not
		case valid && !shifts(data, label):
		case label == "utf-8":
			if articles.MostlyUTF8(data) {
				return strings.ToValidUTF8(data, "\ufffd")
			}
		default:
			return decoded(e, data)
		}
	}
	switch {
	case valid:
		return data
	case articles.MostlyUTF8(data):
		return strings.ToValidUTF8(data, "\ufffd")
	}
	return decoded(guess(data), data)
}

func decoded(e encoding.Encoding, data string) string {
	text, err := e.NewDecoder().String(data)
	if err != nil {
		text = data
	}
	return strings.ToValidUTF8(strings.TrimPrefix(text, "\ufeff"), "\ufffd")
}

// wide is the encoding of a text in UTF-16 or UTF-32, by its mark or by the
// zeros of its first characters, with the length of the mark. It is nil for any
// other text.
func wide(data string) (e encoding.Encoding, mark int) {
	const seen, least = 256, 12 // bytes
	var zeros [4]int
	head := data[:min(len(data), seen)&^3]
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i%4]++
		}
	}
	most, few := len(head)/4*3/5, len(head)/4/5 // of a column of bytes
	full := func(columns ...int) bool {
		for _, c := range columns {
			if len(head) < least || zeros[c] <= most {
				return false
			}
		}
		return true
	}
	big16, little16 := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big32, little32 := utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	switch {
	case strings.HasPrefix(data, "\x00\x00\xfe\xff"):
		return big32, 4
	case strings.HasPrefix(data, "\xff\xfe\x00\x00"):
		return little32, 4
	case strings.HasPrefix(data, "\xfe\xff"):
		return big16, 2
	case strings.HasPrefix(data, "\xff\xfe"):
		return little16, 2
	case full(0, 1) && zeros[3] <= few:
		return big32, 0
	case full(2, 3) && zeros[0] <= few:
		return little32, 0
	case full(0, 2) && zeros[1]+zeros[3] <= few:
		return big16, 0
	case full(1, 3) && zeros[0]+zeros[2] <= few:
		return little16, 0
	case strings.HasPrefix(data, "\x00<\x00"): // letters of another alphabet follow the first tag soon
		return big16, 0
	case strings.HasPrefix(data, "<\x00") && !strings.HasPrefix(data, "<\x00\x00"):
		return little16, 0
	}
	return nil, 0
}

// IsBinary reports whether data is no text of any charset: more than one in
// fifty of its bytes are controls that no text has. A zero byte or two, that a
// program left in a text, do not make it binary.
func IsBinary(data string) bool {
	const seen, share = 1 << 16, 50
	if e, _ := wide(data); e != nil {
		return false
	}
	controls, head := 0, data[:min(len(data), seen)]
	for i := range len(head) {
		if c := head[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\b' && c != 0x1b && c != 0x0e && c != 0x0f {
			controls++
		}
	}
	return controls*share > len(head)
}

// Shifts reports whether data, which is valid UTF-8 for all its bytes say, is of the
// charset of that name, one that writes all letters in the bytes of ASCII.
func Shifts(data, name string) bool {
	_, label := Lookup(name)
	return shifts(data, label)
}

func shifts(data, label string) bool {
	switch label {
	case "iso-2022-jp":
		return strings.Contains(data, "\x1b$") || strings.Contains(data, "\x1b(J") || strings.Contains(data, "\x1b(I")
	case "hz-gb-2312":
		return strings.Contains(data, "~{")
	}
	return false
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
		return simplifiedchinese.GB18030
	}
	return charmap.Windows1252
}

// OfPage is the name of the charset that a page of HTML states, in a meta or in
// a declaration of XML, however far behind its start; empty when it states none
// or is of UTF-8 alone.
func OfPage(page string) string {
	if utf8.ValidString(page) && !strings.Contains(page, "\x1b") && !strings.Contains(page, "~{") {
		return ""
	}
	if head, _, ok := strings.Cut(page[:min(len(page), 512)], "?>"); ok {
		if _, name, ok := strings.Cut(head, "encoding"); ok && strings.Contains(head, "<?xml") {
			return strings.Trim(name, " \t\r\n=\"'")
		}
	}
	z := html.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		tag, more := z.TagName()
		if string(tag) != "meta" {
			continue
		}
		for more {
			var key, value []byte
			key, value, more = z.TagAttr()
			name := ""
			switch string(key) {
			case "charset":
				name = string(value)
			case "content":
				_, name, _ = strings.Cut(strings.ToLower(string(value)), "charset")
				name = strings.TrimLeft(name, " \t\r\n=\"'")
			}
			if e, _ := Lookup(name); e != nil {
				return name
			}
		}
	}
	return ""
}
