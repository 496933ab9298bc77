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

// signatures are the first bytes of files that people take for articles by
// mistake, with what to call them. The longest of a family come first.
var signatures = []struct{ start, what string }{
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive (or an office document), neither a book nor an export"},
	{"\x1f\x8b", "gzip data"},
	{"BZh", "bzip2 data"},
	{"\xfd7zXZ", "xz data"},
	{"\x28\xb5\x2f\xfd", "zstd data"},
	{"7z\xbc\xaf", "a 7-Zip archive"},
	{"\x7fELF", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"MZ\x90", "a program"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"OggS", "an Ogg recording"},
	{"ID3", "an MP3 recording"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"wOF2", "a font"},
}

// binary names what data is when it is no text; it is empty for a text.
func binary(data string) string {
	for _, s := range signatures {
		// A short signature of letters may begin a sentence; a binary file
		// has a zero byte soon.
		if strings.HasPrefix(data, s.start) && (s.start[0] >= 0x7f || s.start[0] < 0x20 || s.start[0] == '%' || hasZero(data)) {
			return s.what
		}
	}
	if strings.HasPrefix(data, "RIFF") && strings.HasPrefix(data[min(8, len(data)):], "WEBP") {
		return "a WebP image"
	}
	wide := strings.HasPrefix(data, "\xff\xfe") || strings.HasPrefix(data, "\xfe\xff")
	if !wide && hasZero(data) {
		return "binary data"
	}
	return ""
}

func hasZero(data string) bool { return strings.IndexByte(data, 0) >= 0 }
