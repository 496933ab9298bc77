package articles

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// SamePage reports whether two addresses lead to the same page of the web. It is
// the one place where lede decides that; what is no web address is like itself
// alone.
func SamePage(a, b string) bool { return a != "" && PageKey(a) == PageKey(b) }

// PageKey is the one spelling of the many addresses that a page of the web has:
// two addresses are one page when their keys are equal. It leaves out what does
// not say which page it is: the scheme and its port, "www.", credentials, the
// fragment, a slash at the end, trackers and the order of parameters, and it
// writes letters in one way. The key of a key is the key. What is no web address
// is its own.
//
// Libraries hold keys: whoever changes what this returns adds a step to
// store/schema that brings them up to date.
func PageKey(address string) string {
	page, _, _ := strings.Cut(address, "#")
	page = strings.TrimSpace(page)
	u := webPage(page)
	if u == nil {
		return page // a malformed one is at least like itself
	}
	key := "//" + bareHost(u.Hostname())
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		key += ":" + port
	}
	key += strings.TrimRight(spell(u.EscapedPath(), "/", "!$'()*,:@;=&+"), "/")
	if query := queryKey(u.RawQuery); query != "" {
		key += "?" + query
	}
	return key
}

// webPage is a parsed address of the web, or key of one, which has no scheme; nil
// for anything else.
func webPage(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return nil
	}
	colons := strings.Contains(u.Hostname(), ":") && !strings.HasPrefix(u.Host, "[")
	if colons || u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "" {
		return nil
	}
	return u
}

// bareHost is the name of a host without "www.", and without the blanks at its ends that
// no network knows.
func bareHost(name string) string {
	bare := func(name string) string {
		for before := ""; before != name; {
			before = name
			name = strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(name), "www."), ".")
		}
		return name
	}
	return bare(ASCIIHost(bare(strings.ToLower(name))))
}

// queryKey is a query without what counts readers, in the order of the names.
func queryKey(query string) string {
	name := func(part string) string {
		name, _, _ := strings.Cut(part, "=")
		return name
	}
	var parts []string
	for part := range strings.SplitSeq(query, "&") {
		part = spell(strings.ReplaceAll(part, "+", "%20"), "=", "!$'()*,:@/;?")
		if n := strings.ToLower(name(part)); part != "" && n != referrer && !isTracker(n) {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b string) int { return strings.Compare(name(a), name(b)) })
	return strings.Join(parts, "&")
}

// unreserved are the signs that mean the same in an address however they are
// written, besides letters and digits (RFC 3986, section 2.3).
const unreserved = "-._~"

// spell writes each byte of a part of an address in one way: letters, digits and
// the signs of plain as they are, all others as %XX. Programs differ in which
// they write so. The signs of apart part it where they stand as they are, and are
// something else when they do not.
func spell(part, apart, plain string) string {
	isPlain := func(c byte) bool {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			strings.IndexByte(unreserved, c) >= 0 || strings.IndexByte(plain, c) >= 0
	}
	isRight := func(c byte) bool { return isPlain(c) || strings.IndexByte(apart, c) >= 0 }
	from := 0
	for from < len(part) && isRight(part[from]) {
		from++
	}
	if from == len(part) {
		return part
	}
	var b strings.Builder
	b.WriteString(part[:from])
	for i := from; i < len(part); i++ {
		c := part[i]
		if strings.IndexByte(apart, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		if c == '%' && i+2 < len(part) {
			if value, err := url.PathUnescape(part[i : i+3]); err == nil {
				c = value[0]
				i += 2
			}
		}
		if isPlain(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
