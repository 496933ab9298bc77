package mail

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"

	"lede/articles/importer/charset"
	"lede/articles/importer/tagsoup"
)

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// unbase64 decodes what is written in base64. A stray character in a line is passed
// over (RFC 2045, 6.8); a line of words ends it, since a list puts its footer behind
// the text. Programs that encode a text piece by piece leave an end within it: full
// lines after that go on.
func unbase64(text string) string {
	const fullLine = 40
	var out, run strings.Builder
	flush := func() {
		digits := run.String()
		if len(digits)%4 == 1 {
			digits = digits[:len(digits)-1]
		}
		data, _ := base64.RawStdEncoding.DecodeString(digits) // it has nothing else in it
		out.Write(data)
		run.Reset()
	}
	ended := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		digits := strings.Map(func(r rune) rune {
			if r < 0x80 && strings.IndexByte(base64Digits, byte(r)) >= 0 {
				return r
			}
			return -1
		}, line)
		bare := strings.TrimRight(line, "=")
		stray := len(bare) - len(digits)
		if stray > max(1, len(line)/20) || stray > 0 && strings.ContainsAny(bare, " =") || ended && len(line) > 0 && len(digits) < fullLine {
			break
		}
		ended = ended && line == ""
		run.WriteString(digits)
		if len(bare) < len(line) {
			ended = true
			flush()
		}
	}
	flush()
	return out.String()
}

// decoded is bytes in a charset of a name as UTF-8.
func decoded(data, label string) string {
	switch label = strings.ToLower(label); {
	case strings.HasSuffix(label, "utf-7"):
		data = unutf7(data)
	case strings.HasPrefix(label, "iso-2022"), strings.HasPrefix(label, "hz-"), strings.HasPrefix(label, "utf-16"):
		// Their bytes are ASCII too, so that they would pass for UTF-8.
		if e, _ := charset.Lookup(label); e != nil {
			if text, err := e.NewDecoder().String(data); err == nil {
				return text
			}
		}
	}
	return tagsoup.Decode(data, label)
}

// unutf7 undoes UTF-7 (RFC 2152), which old mail programs write and nothing else:
// a plus opens UTF-16 in base64, which any sign that is no digit ends. What is
// ill-formed stands as it is.
func unutf7(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "+")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, base64Digits))]
		data, err := base64.RawStdEncoding.DecodeString(digits)
		if err != nil {
			data = nil
		}
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = uint16(data[2*i])<<8 | uint16(data[2*i+1])
		}
		s = rest[len(digits):]
		switch {
		case len(units) > 0:
			b.WriteString(string(utf16.Decode(units)))
			s = strings.TrimPrefix(s, "-")
		case digits == "" && strings.HasPrefix(s, "-"):
			b.WriteByte('+')
			s = s[1:]
		default:
			b.WriteString("+" + digits)
		}
	}
}
