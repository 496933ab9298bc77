package importer

import (
	"strings"

	"lede/articles"
	"lede/articles/importer/charset"
)

// decode turns the bytes of a text into clean UTF-8. A text of which nobody
// says what it is, and that is not UTF-8, is taken for windows-1252, the superset
// of Latin-1 that the web assumes, unless its bytes look like the East's.
func decode(data, name string) string {
	return articles.Clean(charset.Decode(data, name))
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
	if charset.IsBinary(data) {
		return "binary data"
	}
	return ""
}

func hasZero(data string) bool { return strings.IndexByte(data, 0) >= 0 }
