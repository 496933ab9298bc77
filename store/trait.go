package store

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lede/articles"
)

// kind is what a trait says of an article. The numbers are stored.
type kind int

const (
	kindAddress kind = iota + 1 // a name under which others point to it
	kindLink                    // an address that it points to
	kindTag
	kindAuthor
	kindSite
	kindTerm // a word that tells it from others
)

// trait is one thing by which an article is found or is like others.
type trait struct {
	kind  kind
	value string
}

// mostTerms is how many of an article's telling words are looked up by. The
// first tell the most.
const mostTerms = 12

// traits returns everything by which a is found, sorted, each once.
func traits(a *articles.Article) []trait {
	out := make([]trait, 0, 32)
	add := func(k kind, value string) {
		if value != "" {
			out = append(out, trait{k, value})
		}
	}
	for _, name := range []string{a.Origin, a.URL, a.Slug} {
		add(kindAddress, address(name))
	}
	for _, link := range a.Links {
		add(kindLink, address(link))
	}
	for _, link := range a.Related {
		add(kindLink, address(link.Target))
	}
	for _, tag := range a.Tags {
		add(kindTag, fold(tag))
	}
	add(kindAuthor, fold(a.Author))
	add(kindSite, fold(a.Site))
	for _, term := range a.Terms[:min(mostTerms, len(a.Terms))] {
		add(kindTerm, fold(term))
	}
	slices.SortFunc(out, compareTraits)
	return slices.Compact(out)
}

func compareTraits(a, b trait) int {
	if a.kind != b.kind {
		return int(a.kind - b.kind)
	}
	return strings.Compare(a.value, b.value)
}

// address is the one spelling of the many that a URL, an origin or a slug can
// have. Of a URL it leaves out what does not say which page it is: the scheme,
// "www.", the fragment, tracking parameters, a slash at the end.
func address(s string) string {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, ":") {
		return strings.ToLower(strings.Trim(s, "/#"))
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return strings.TrimPrefix(filepath.ToSlash(s), "file://")
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
