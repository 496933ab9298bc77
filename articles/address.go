package articles

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// IsWeb reports whether an address is one of the web, that begins with http://
// or https:// in any case, and holds no white space.
func IsWeb(address string) bool {
	scheme, rest, found := strings.Cut(address, "://")
	return found && rest != "" && !strings.ContainsAny(rest, " \t\n") &&
		(strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}

// WebAddress is the web address that a word is meant for which somebody typed or pasted:
// the word itself, or with https:// before one that begins with www. It is empty for any
// other.
func WebAddress(word string) string {
	if head := word[:min(len(word), len("www."))]; strings.EqualFold(head, "www.") {
		word = "https://" + word
	}
	if !IsWeb(word) || strings.HasSuffix(word, "://www.") {
		return ""
	}
	return word
}

// Thing is what a text that somebody typed or pasted names, when lede may have it from
// there: a web address, or what begins as the path of a file does, also one that is
// dropped on a terminal, which may put it into quotes. It is empty for any other text.
func Thing(text string) string {
	if address := WebAddress(text); address != "" {
		return address
	}
	path := strings.ToLower(strings.TrimLeft(text, `'"`))
	if len(path) > len(`C:\`) && path[1] == ':' && (path[2] == '\\' || path[2] == '/') {
		return text // on Windows
	}
	for _, lead := range []string{"/", "~/", "./", "../", "file:"} {
		if len(path) > 1 && strings.HasPrefix(path, lead) {
			return text
		}
	}
	return ""
}

// KeptAddress is the form of a web address that lede keeps and prints: without
// what follows a reader about, without credentials and fragment, the host in
// lower case and ASCII, the port only where it is not the scheme's own. What is
// no web address stays as it is. See [PageKey] for which of them are one page.
func KeptAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || !IsWeb(u.String()) || u.Host == "" {
		return address
	}
	return KeptURL(u).String()
}

// KeptURL is [KeptAddress] of a web address that is parsed already, which it
// leaves alone.
func KeptURL(u *url.URL) *url.URL {
	k := *u
	k.User, k.Fragment, k.RawFragment = nil, "", ""
	k.Scheme = strings.ToLower(k.Scheme)
	k.Host = host(u, k.Scheme)
	if k.Path == "" {
		k.Path = "/"
	}
	Untrack(&k)
	return &k
}

// host is the host of an address of such a scheme in lower case and ASCII, with
// the port if it is not the usual one.
func host(u *url.URL, scheme string) string {
	name, port := ASCIIHost(u.Hostname()), u.Port()
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if port == "" || scheme == "http" && port == "80" || scheme == "https" && port == "443" {
		return name
	}
	return name + ":" + port
}

// ASCIIHost is the name of a host as the network knows it: bücher.example is
// xn--bcher-kva.example.
func ASCIIHost(host string) string {
	host = strings.ToLower(host) // before: of some capitals idna knows the small letter alone
	if !strings.ContainsFunc(host, func(r rune) bool { return r >= 0x80 }) && !strings.Contains(host, "xn--") {
		return host // as idna would, in a tenth of the time
	}
	if name, err := idna.Lookup.ToASCII(host); err == nil {
		return name
	}
	return host // an underscore or an address of IPv6
}
