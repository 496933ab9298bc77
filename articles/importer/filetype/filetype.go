// Package filetype tells what a file is by its name, its bytes or the look of its
// text. Files that are no articles it names by what they are, and it says how lede
// can read those that another program turns into a text.
package filetype

import (
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"

	"lede/articles/importer/charset"
)

// Document is a sort of file that has a text, which lede does not read.
type Document struct {
	What string // "an Org file"
	Do   string // a command that makes a text of FILE; empty when there is none
}

const (
	pandoc  = "pandoc -t gfm FILE | lede"
	calibre = "ebook-convert FILE book.epub && lede add book.epub"
	office  = "soffice --headless --convert-to html FILE && lede add the page that it writes"
)

// Manual is the source of a manual page.
var Manual = Document{"a manual page", "man -l FILE | lede"}

// documents are the sorts by the ends of their names.
var documents = sync.OnceValue(func() map[string]Document {
	return map[string]Document{
		".org":       {"an Org file", pandoc},
		".rst":       {"a reStructuredText file", pandoc},
		".rest":      {"a reStructuredText file", pandoc},
		".adoc":      {"an AsciiDoc file", "asciidoctor -o - FILE | lede"},
		".asciidoc":  {"an AsciiDoc file", "asciidoctor -o - FILE | lede"},
		".textile":   {"a Textile file", pandoc},
		".mediawiki": {"a page of wiki text", "pandoc -f mediawiki -t gfm FILE | lede"},
		".wiki":      {"a page of wiki text", "pandoc -f mediawiki -t gfm FILE | lede"},
		".muse":      {"a Muse file", pandoc},
		".t2t":       {"a txt2tags file", pandoc},
		".typ":       {"a Typst file", pandoc},
		".tex":       {"a LaTeX file", pandoc},
		".latex":     {"a LaTeX file", pandoc},
		".dbk":       {"a DocBook file", "pandoc -f docbook -t gfm FILE | lede"},
		".docbook":   {"a DocBook file", "pandoc -f docbook -t gfm FILE | lede"},
		".docx":      {"a Word document", pandoc},
		".odt":       {"an OpenDocument text", pandoc},
		".rtf":       {"an RTF document", pandoc},
		".doc":       {"an old Word document", office},
		".pages":     {"a Pages document", ""},
		".wpd":       {"a WordPerfect document", office},
		".fb2":       {"a FictionBook", pandoc},
		".ipynb":     {"a Jupyter notebook", pandoc},
		".ps":        {"a PostScript document", "ps2ascii FILE | lede"},
		".djvu":      {"a DjVu document", "djvutxt FILE | lede"},
		".mobi":      {"a Kindle book", calibre},
		".azw":       {"a Kindle book", calibre},
		".azw3":      {"a Kindle book", calibre},
		".prc":       {"a Kindle book", calibre},
		".kfx":       {"a Kindle book", calibre},
		".lit":       {"a Microsoft Reader book", calibre},
		".chm":       {"a Windows help file", calibre},
		".cbz":       {"a comic, pictures alone", ""},
		".cbr":       {"a comic, pictures alone", ""},
		".pptx":      {"a PowerPoint presentation", pandoc},
		".ppt":       {"an old PowerPoint presentation", office},
		".odp":       {"an OpenDocument presentation", office},
		".xlsx":      {"an Excel table", ""},
		".xls":       {"an old Excel table", ""},
		".ods":       {"an OpenDocument table", ""},
		".man":       Manual,
		".fountain":  {"a screenplay", "lede < FILE"},
	}
})

// OfName is the sort of document that a name ends as.
func OfName(name string) (d Document, ok bool) {
	d, ok = documents()[end(name)]
	return d, ok
}

func end(name string) string { return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) }

// IsPassedOver reports whether a file in a folder is of a sort that somebody may
// miss among the articles: a document, or one that is read when it is named.
func IsPassedOver(name string) (ext string, ok bool) {
	ext = end(name)
	if _, ok := documents()[ext]; ok {
		return ext, true
	}
	return ext, slices.Contains([]string{".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".opml", ".xml", ".rss", ".atom", ".zip"}, ext)
}

// Advice says what to do with a document to read it: a command for a name.
func (d Document) Advice(name string) string {
	if d.Do == "" {
		return ""
	}
	if strings.ContainsFunc(name, func(r rune) bool { return !isPlain(r) }) {
		name = "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return strings.ReplaceAll(d.Do, "FILE", name)
}

func isPlain(r rune) bool {
	return r >= utf8.RuneSelf || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("./_-+,@:", r)
}

// OfBytes names what data is when it is no text; empty for a text.
func OfBytes(data string) (what string, d Document) {
	zero := strings.IndexByte(data, 0) >= 0
	start := data[:min(len(data), 3<<10)]
	switch {
	case strings.HasPrefix(data, "%PDF-"):
		return "a PDF document", Document{}
	case strings.HasPrefix(data, "%!PS"):
		return "a PostScript document", documents()[".ps"]
	case strings.HasPrefix(data, `{\rtf`):
		return "an RTF document", documents()[".rtf"]
	case data == "", !zero && data[0] >= 0x20 && data[0] < 0x7f, !zero && utf8.ValidString(start[:validEnd(start)]):
		return "", Document{}
	}
	if zero && (strings.HasPrefix(data, "\xff\xfe") || strings.HasPrefix(data, "\xfe\xff")) {
		return "", Document{} // UTF-16
	}
	m := mimetype.Detect([]byte(start))
	if name := nameOf(m.String(), m.Extension()); name != "" {
		return name, documents()[m.Extension()]
	}
	if charset.IsBinary(data) {
		return "binary data", Document{}
	}
	return "", Document{}
}

// validEnd is how far a piece of UTF-8 goes that may be cut within a character.
func validEnd(s string) int {
	for i := len(s) - 1; i >= max(0, len(s)-utf8.UTFMax); i-- {
		if utf8.RuneStart(s[i]) {
			if utf8.FullRuneInString(s[i:]) {
				return len(s)
			}
			return i
		}
	}
	return len(s)
}

// nameOf is what people call a media type; empty for a text and for one that
// nobody knows.
func nameOf(kind, ext string) string {
	if name := names()[ext]; name != "" {
		return name
	}
	kind, _, _ = strings.Cut(kind, ";")
	family, _, _ := strings.Cut(kind, "/")
	upper := strings.ToUpper(strings.TrimPrefix(ext, "."))
	if d, ok := documents()[ext]; ok {
		return d.What
	}
	switch family {
	case "image":
		return article(upper + " image")
	case "audio":
		return article(upper + " recording")
	case "video":
		return article(upper + " film")
	case "font":
		return "a font"
	}
	switch {
	case kind == "application/octet-stream", family == "text":
		return ""
	case strings.Contains(kind, "executable"), strings.Contains(kind, "sharedlib"), strings.Contains(kind, "mach-binary"), strings.Contains(kind, "object"), strings.Contains(kind, "x-elf"):
		return "a program"
	case upper != "":
		return article(upper + " file")
	}
	return ""
}

// article puts "a" or "an" before the name of a format, which is spelled out.
func article(name string) string {
	word, _, _ := strings.Cut(name, " ")
	if strings.ContainsRune("AEFHILMNORSX8", rune((word + " ")[0])) && len(word) <= 4 {
		return "an " + name
	}
	return "a " + name
}

var names = sync.OnceValue(func() map[string]string {
	return map[string]string{
		".jpg": "a JPEG image", ".webp": "a WebP image", ".ico": "an icon", ".gif": "a GIF image", ".tiff": "a TIFF image",
		".heic": "a HEIC image", ".psd": "a Photoshop image", ".mp3": "an MP3 recording", ".ogg": "an Ogg recording",
		".oga": "an Ogg recording", ".ogv": "an Ogg film", ".flac": "a FLAC recording", ".midi": "a MIDI recording",
		".zip": "a ZIP archive, neither a book nor an export", ".gz": "gzip data", ".bz2": "bzip2 data", ".xz": "xz data", ".zst": "zstd data", ".lz": "lzip data",
		".7z": "a 7-Zip archive", ".rar": "a RAR archive", ".tar": "a tar archive", ".cab": "a CAB archive", ".deb": "a Debian package",
		".rpm": "an RPM package", ".jar": "a Java archive", ".apk": "an Android package", ".exe": "a program", ".class": "a program",
		".wasm": "a program", ".so": "a program", ".sqlite": "an SQLite database", ".mdb": "an Access database", ".dbf": "a dBase table",
		".woff": "a font", ".woff2": "a font", ".ttf": "a font", ".otf": "a font", ".eot": "a font",
		".msg": "an Outlook message: save it as .eml", ".pst": "an Outlook mailbox: readpst makes an mbox of it",
		".torrent": "a torrent", ".pem": "a certificate", ".iso": "a disk image", ".dcm": "a DICOM image",
	}
})
