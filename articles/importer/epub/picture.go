package epub

import (
	"encoding/base64"
	"path"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// What of its pictures a book brings along within its text, in bytes: small
// ones, such as drawings of a formula, and not the photographs.
const (
	mostPicture   = 24 << 10
	mostOfChapter = 256 << 10
	mostOfBook    = 16 << 20
)

// pictures puts the small pictures of a document into it, and takes out those
// that nothing could be shown of.
func (r *reader) pictures(name string, page *html.Node) {
	room := min(mostOfChapter, mostOfBook/len(r.spine))
	for _, n := range dom.Elements(page, "img") {
		src := dom.Attr(n, "src")
		if articles.IsWeb(src) {
			continue
		}
		if data := r.picture(resolve(name, src), room); data != "" {
			dom.Set(n, "src", data)
			room -= len(data)
			continue
		}
		if dom.Attr(n, "alt") == "" {
			dom.Remove(n)
		}
	}
}

// picture is a picture of the book as a data: address; empty when it is not
// small or not one that can be shown.
func (r *reader) picture(name string, room int) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp":
	default:
		return ""
	}
	most := min(mostPicture, base64.StdEncoding.DecodedLen(room-100))
	f := r.find(name)
	if most <= 0 || f == nil || f.UncompressedSize64 > uint64(most) {
		return ""
	}
	data, err := r.read(name, int64(most))
	if err != nil {
		return ""
	}
	kind := kindOf(data)
	if kind == "" {
		return ""
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString([]byte(data))
}

// kindOf is the media type of a picture that can be shown, by its first bytes;
// empty for all else.
func kindOf(data string) string {
	switch {
	case strings.HasPrefix(data, "\x89PNG\r\n\x1a\n"):
		return "image/png"
	case strings.HasPrefix(data, "\xff\xd8\xff"):
		return "image/jpeg"
	case strings.HasPrefix(data, "GIF87a"), strings.HasPrefix(data, "GIF89a"):
		return "image/gif"
	case strings.HasPrefix(data, "RIFF") && strings.HasPrefix(data[min(8, len(data)):], "WEBPVP"):
		return "image/webp"
	}
	return ""
}
