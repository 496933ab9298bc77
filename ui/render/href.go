package render

import "strings"

// longestHref is what terminals agree to keep of a link: VTE's limit.
const longestHref = 2083

// href is a link target as it may stand in an escape sequence: an absolute
// address of a scheme that is safe to open, percent-encoded so that it holds
// printable ASCII alone. It is empty when there is none, or when the terminal
// shall get no links.
func (s *setter) href(target string) string {
	if !s.hyperlinks {
		return ""
	}
	u, err := s.address(target)
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto", "file":
	default:
		return ""
	}
	return printable(u.String())
}

// printable percent-encodes every byte that is not printable ASCII, and
// nothing else: the URL is encoded already where it has to be.
func printable(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f {
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	if b.Len() > longestHref {
		return ""
	}
	return b.String()
}
