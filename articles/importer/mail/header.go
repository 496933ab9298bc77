package mail

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/lazy"
)

// The most that is read of the header of a part: fields, and bytes of one.
const (
	mostFields = 2000
	mostField  = 64 << 10
)

// header is the fields of a part, unfolded and as they came, by their
// canonical names.
type header map[string][]string

// cutHeader parts the header of a message or a part from its body. What stands
// among the fields and is none is left out: the rest is read all the same. Where no
// blank line ends the fields, the first line that is none begins the body.
func cutHeader(text string) (h header, body string) {
	h = header{}
	last, n, stray := "", 0, ""
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			return h, rest
		}
		from := text
		text = rest
		line = line[:min(len(line), mostField)]
		if line[0] == ' ' || line[0] == '\t' {
			if values := h[last]; len(values) > 0 && len(values[len(values)-1]) < mostField {
				values[len(values)-1] += " " + strings.TrimSpace(line)
			}
			continue
		}
		last = ""
		if name, value, ok := strings.Cut(line, ":"); ok && isFieldName(name) && n < mostFields {
			n++
			last = textproto.CanonicalMIMEHeaderKey(strings.TrimRight(name, " \t"))
			h[last] = append(h[last], strings.TrimSpace(value))
		} else if stray == "" {
			stray = from
		}
	}
	return h, stray
}

// isFieldName reports whether a word may name a field (RFC 5322, 3.6.8).
func isFieldName(s string) bool {
	s = strings.TrimRight(s, " \t")
	if s == "" || len(s) > 80 {
		return false
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func (h header) raw(name string) string {
	if values := h[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// text is a field as a line, its encoded words decoded.
func (h header) text(name string) string { return articles.CleanLine(words(h.raw(name))) }

var encodedWord = &lazy.Regexp{Source: `=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=`}

// words decodes the encoded words of a field (RFC 2047). Writers cut them
// within a character: those of one charset that stand side by side are one.
func words(s string) string {
	var out, run strings.Builder
	label := ""
	flush := func() {
		out.WriteString(decoded(run.String(), label))
		run.Reset()
	}
	at := 0
	for _, m := range encodedWord.Get().FindAllStringSubmatchIndex(s, -1) {
		between, next := s[at:m[0]], strings.ToLower(s[m[2]:m[3]])
		if run.Len() == 0 || strings.TrimSpace(between) != "" || next != label {
			flush()
			if at == 0 || strings.TrimSpace(between) != "" {
				out.WriteString(decoded(between, ""))
			}
		}
		label, at = next, m[1]
		run.WriteString(encoded(s[m[6]:m[7]], s[m[4]:m[5]]))
	}
	flush()
	return out.String() + decoded(s[at:], "")
}

// encoded is the bytes that the text of an encoded word stands for.
func encoded(text, how string) string {
	if strings.EqualFold(how, "b") {
		return unbase64(text)
	}
	data, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(strings.ReplaceAll(text, "_", " ") + "=\n"))) // as far as it goes
	return string(data)
}

// mediaType is what a part is, as "text/plain", with its parameters. A field
// that is ill-formed still says its first word.
func (h header) mediaType() (kind string, params map[string]string) {
	field := h.raw("Content-Type")
	kind, params, err := mime.ParseMediaType(field)
	if err != nil {
		kind, _, _ = strings.Cut(field, ";")
		params = map[string]string{}
		for _, m := range parameter.Get().FindAllStringSubmatch(field, 20) {
			if key := strings.ToLower(m[1]); params[key] == "" {
				params[key] = strings.Trim(m[2], `"'`)
			}
		}
	}
	kind = strings.ToLower(strings.TrimSpace(kind))
	if !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return kind, params
}

var parameter = &lazy.Regexp{Source: `;\s*([A-Za-z-]+)\s*=\s*("[^"]*"|[^;\s]+)`}

// address is who a field names: the name, and the address.
func (h header) address(field string) (name, address string) {
	raw := h.raw(field)
	if all, err := mail.ParseAddressList(strings.Trim(raw, ", ")); err == nil && len(all) > 0 {
		name, address = all[0].Name, all[0].Address
	} else if before, after, ok := strings.Cut(raw, "<"); ok {
		name = before
		address, _, _ = strings.Cut(after, ">")
	} else {
		address = raw
	}
	name = articles.CleanLine(words(strings.Trim(strings.TrimSpace(name), `"'`)))
	return strings.Trim(name, `"' `), articles.CleanLine(strings.TrimSpace(address))
}

// date is when a message was written; else when the last server took it.
func (h header) date() time.Time {
	raw := h.raw("Date")
	if raw == "" {
		_, raw, _ = strings.Cut(h.raw("Received"), ";")
	}
	said, _, _ := strings.Cut(raw, "(") // a comment, such as the name of a zone
	at, ok := dates.Stamp(said)
	if !ok {
		at, _ = mail.ParseDate(strings.TrimSpace(raw)) // the zero time where it is none
	}
	if year := at.Year(); year < 1971 || year > 2200 {
		return time.Time{}
	}
	return at
}

// angled is what stands between < and > in a field, each of them.
func (h header) angled(field string) []string {
	var out []string
	for _, m := range between.Get().FindAllStringSubmatch(h.raw(field), 10) {
		out = append(out, articles.CleanLine(strings.TrimSpace(m[1])))
	}
	return out
}

var between = &lazy.Regexp{Source: `<([^<>]+)>`}

// web is the first address of the web in a field.
func (h header) web(field string) string {
	for _, at := range append(h.angled(field), articles.CleanLine(h.raw(field))) {
		if articles.IsWeb(at) && !strings.Contains(at, " ") {
			return at
		}
	}
	return ""
}
