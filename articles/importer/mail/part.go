package mail

import (
	"io"
	"mime/quotedprintable"
	"path"
	"strings"

	"lede/articles"
)

// The most that is read of a message: levels of parts in parts, and parts.
const (
	deepest   = 20
	mostParts = 2000
)

// part is a message or a part of one.
type part struct {
	header
	kind   string // its media type: "text/html"
	params map[string]string
	body   string // as it came
	parts  []*part
}

// parse reads a message with all its parts. What is nested too deep, or too
// much, is left out.
func parse(text string) *part {
	left := mostParts
	return parsePart(text, "text/plain", 0, &left)
}

func parsePart(text, usual string, depth int, left *int) *part {
	p := &part{}
	p.header, p.body = cutHeader(text)
	p.kind, p.params = usual, map[string]string{}
	if p.raw("Content-Type") != "" {
		p.kind, p.params = p.mediaType()
	}
	if depth >= deepest {
		return p
	}
	switch {
	case strings.HasPrefix(p.kind, "multipart/"):
		usual := "text/plain"
		if p.kind == "multipart/digest" {
			usual = "message/rfc822"
		}
		bodies := splitParts(p.body, p.boundary())
		if len(bodies) == 0 { // whatever it says, it is one
			p.kind = "text/plain"
		}
		for _, body := range bodies {
			if *left--; *left < 0 {
				break
			}
			p.parts = append(p.parts, parsePart(body, usual, depth+1, left))
		}
	case p.kind == "message/rfc822", p.kind == "message/global":
		if *left--; *left >= 0 {
			p.parts = []*part{parsePart(strings.TrimLeft(p.content(), "\r\n"), "text/plain", depth+1, left)}
		}
	}
	return p
}

// boundary is what stands between the parts. Where the header does not say, it
// is the first line that looks like one.
func (p *part) boundary() string {
	if b := strings.TrimRight(p.params["boundary"], " "); b != "" && strings.Contains(p.body, "--"+b) {
		return b
	}
	for line := range strings.Lines(p.body[:min(len(p.body), 64<<10)]) {
		line = strings.TrimRight(line, " \r\n")
		if b, ok := strings.CutPrefix(line, "--"); ok && len(b) > 1 && len(b) <= 200 && !strings.Contains(b, " ") && strings.Trim(b, "-") != "" {
			return b
		}
	}
	return ""
}

// splitParts is what stands between lines of a boundary; the last one may have
// no end.
func splitParts(body, boundary string) []string {
	if boundary == "" {
		return nil
	}
	var out []string
	from := -1 // where the part begins that is open
	mark := "--" + boundary
	for at := 0; at < len(body); {
		line, _, _ := strings.Cut(body[at:], "\n")
		next := min(len(body), at+len(line)+1)
		rest, ok := strings.CutPrefix(line, mark)
		rest = strings.TrimRight(rest, " \t\r")
		if ok && (rest == "" || rest == "--") {
			if from >= 0 {
				out = append(out, strings.TrimSuffix(strings.TrimSuffix(body[from:max(from, at)], "\n"), "\r"))
			}
			from = next
			if rest == "--" {
				return out
			}
		}
		at = next
	}
	if from >= 0 && from < len(body) {
		out = append(out, body[from:])
	}
	return out
}

// content is the bytes of a part, its transfer encoding undone as far as that
// goes.
func (p *part) content() string {
	switch strings.ToLower(strings.TrimSpace(p.raw("Content-Transfer-Encoding"))) {
	case "base64":
		return unbase64(p.body)
	case "quoted-printable":
		data, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(p.body)))
		if err != nil { // a line that is ill-formed ends its reading
			return looselyQuoted(p.body)
		}
		return string(data)
	}
	return p.body
}

// looselyQuoted undoes quoted-printable wherever it is well-formed, and leaves
// the rest as it stands.
func looselyQuoted(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '=' {
			rest := strings.TrimLeft(s[i+1:min(len(s), i+100)], " \t")
			if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r\n") {
				i += strings.IndexByte(s[i:], '\n')
				continue
			}
			if i+2 < len(s) && hexDigit(s[i+1]) >= 0 && hexDigit(s[i+2]) >= 0 {
				b.WriteByte(byte(hexDigit(s[i+1])<<4 | hexDigit(s[i+2])))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func hexDigit(c byte) int {
	return strings.IndexByte("0123456789abcdef", c|0x20*(c>>6&1))
}

// text is the words of a part of text, in UTF-8.
func (p *part) text() string {
	return strings.ReplaceAll(decoded(p.content(), p.params["charset"]), "\r\n", "\n")
}

// isAttached reports whether a part is a file that is sent along, and not to
// be read where it stands.
func (p *part) isAttached() bool {
	how, _, _ := strings.Cut(strings.ToLower(p.raw("Content-Disposition")), ";")
	return strings.TrimSpace(how) == "attachment"
}

// fileName is what a part is called; empty when it has no name.
func (p *part) fileName() string {
	name := p.params["name"]
	disposition := header{"Content-Type": {"x/" + p.raw("Content-Disposition")}}
	if _, params := disposition.mediaType(); params["filename"] != "" {
		name = params["filename"]
	}
	if name = articles.CleanLine(words(name)); name == "" {
		return ""
	}
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}
