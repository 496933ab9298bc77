package render

import (
	"net/url"
	"strings"

	"lede/articles"
	"lede/articles/markdown"
)

// Link is something that can be followed: a link, the mark of a footnote, the
// title of a related article. Part and N, its number in the part, tell it from
// all others at every width.
type Link struct {
	Part, N int
	Target  string // as it is written, cleaned; empty for a footnote's mark
	Note    int    // number of the footnote, from 1; else 0
	Related int    // number of the related article, from 1; else 0
}

// Is reports whether both are the same place of the text.
func (k Link) Is(other Link) bool { return k.Part == other.Part && k.N == other.N }

// Span is what a link takes of a line, in columns of the screen from 0; To is
// the column after it.
type Span struct {
	*Link
	From, To int
}

// newLink numbers a link of the part that is being set.
func (s *setter) newLink(k Link) *Link {
	k.Part, k.N = s.part, *s.links
	*s.links++
	return &k
}

// span notes that width cells of the row, from a column on, belong to a link.
func (r *row) span(k *Link, from, width int) {
	if k == nil || width == 0 {
		return
	}
	if n := len(r.links); n > 0 && r.links[n-1].Link == k {
		r.links[n-1].To = from + width
		return
	}
	r.links = append(r.links, Span{k, from, from + width})
}

// moved are spans by columns further to the right.
func moved(spans []Span, by int) []Span {
	for i := range spans {
		spans[i].From += by
		spans[i].To += by
	}
	return spans
}

// Document is the text that is laid out. Unlike the layout it is safe for
// concurrent use.
func (l *Layout) Document() *markdown.Document { return l.doc }

// Link is the first link that begins at p or below, or the last that begins
// above p when dir is negative, and its line. It sets at most so many parts to
// find one.
func (l *Layout) Link(p Pos, dir, parts int) (Pos, Link, bool) {
	for i := p.Part; 0 <= i && i < l.parts() && parts > 0; i += dir {
		if l.isBody(i) && !l.doc.MayLink(i-1) {
			parts--
			continue
		}
		if at, k, ok := l.linkIn(i, p, dir); ok {
			return at, k, true
		}
		parts--
	}
	return Pos{}, Link{}, false
}

// linkIn is Link for the lines of one part.
func (l *Layout) linkIn(part int, p Pos, dir int) (at Pos, found Link, ok bool) {
	seen := -1
	for i, line := range l.part(part) {
		here := Pos{part, i}
		for _, s := range line.Links {
			if s.N <= seen {
				continue // it goes on from the line above
			}
			seen = s.N
			switch {
			case dir > 0 && !here.Less(p):
				return here, *s.Link, true
			case dir < 0 && here.Less(p):
				at, found, ok = here, *s.Link, true
			}
		}
	}
	return at, found, ok
}

// Address is where on the web the target of a link stands; empty when it
// stands nowhere there.
func (l *Layout) Address(target string) string {
	s := setter{base: l.base}
	if u, err := s.address(target); err == nil && articles.IsWeb(u.String()) {
		return printable(u.String())
	}
	return ""
}

// address is a target as seen from the article.
func (s *setter) address(target string) (*url.URL, error) {
	u, err := url.Parse(articles.CleanLine(target))
	if err == nil && s.base != nil {
		u = s.base.ResolveReference(u)
	}
	return u, err
}

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
