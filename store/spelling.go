package store

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// address is the one spelling of the many that a URL, an origin or a slug can
// have. Of a URL it leaves out what does not say which page it is: the scheme,
// "www.", the fragment, tracking parameters, a slash at the end.
func address(s string) string {
	s = strings.TrimSpace(s)
	scheme, rest, found := strings.Cut(s, ":")
	switch {
	case !found:
		s, _, _ = strings.Cut(s, "#")
		return strings.ToLower(strings.Trim(s, "/"))
	case strings.EqualFold(scheme, "http"), strings.EqualFold(scheme, "https"):
		return webAddress(s)
	case strings.EqualFold(scheme, "file"):
		path := "/" + strings.TrimLeft(strings.ReplaceAll(rest, `\`, "/"), "/")
		return "file:" + path
	}
	return s // the origin of a text that has no place of its own
}

func webAddress(s string) string {
	page, _, _ := strings.Cut(s, "#")
	u, err := url.Parse(page)
	if err != nil {
		return page // a malformed one is at least like itself
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	out := "//" + host + strings.TrimRight(u.EscapedPath(), "/")
	var query []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if part != "" && !tracks(part) {
			query = append(query, part)
		}
	}
	if query != nil {
		out += "?" + strings.Join(query, "&")
	}
	return out
}

// tracks reports whether a query parameter is there to count readers.
func tracks(parameter string) bool {
	name, _, _ := strings.Cut(strings.ToLower(parameter), "=")
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}

// fold makes texts alike that differ only in case, accents or white space.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// sortTitle is the title as the list sorts it: folded, from its first letter
// or digit on, and short enough for an index.
func sortTitle(title string) string {
	const most = 120
	folded := fold(title)
	s := strings.TrimLeftFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if s == "" {
		s = folded
	}
	if len(s) <= most {
		return s
	}
	cut := most
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}
