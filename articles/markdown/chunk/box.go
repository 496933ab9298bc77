package chunk

import (
	"sort"
	"strings"
)

// longestBox is how far, in bytes, an element of HTML may reach over Markdown
// to be set as one: no cut is made inside, and a screen is to need little. What
// is longer shows as if its tags were not there.
const longestBox = 16 << 10

// mostOpen is how many tags may wait for the ones that close them.
const mostOpen = 64

// Boxes are the elements of HTML that may hold Markdown, from the sign of the
// opening tag to that of the closing one, in the order of the source. They are
// found by their tags alone: that there is no cut in one costs nothing where it
// turns out to be none, as in a block of code.
type Boxes []Span

func boxesOf(src string) Boxes {
	f := boxFinder{src: src}
	for at := 0; ; at++ {
		n := strings.IndexByte(src[at:], '<')
		if n < 0 {
			break
		}
		at += n
		f.tag(at)
	}
	sort.Slice(f.found, func(i, j int) bool { return f.found[i].Start < f.found[j].Start })
	return f.found
}

type boxFinder struct {
	src   string
	open  []openTag
	found Boxes

	looked int // up to here, for blank lines
	blank  int // where the last blank line begins
}

type openTag struct {
	at   int
	name string
}

// tag takes account of what may be a tag.
func (f *boxFinder) tag(at int) {
	name, closes := boxName(f.src[at+1:])
	switch {
	case name == "":
	case !closes:
		if len(f.open) == 0 {
			f.looked = at
		}
		if len(f.open) == 2*mostOpen {
			f.open = append(f.open[:0], f.open[mostOpen:]...)
		}
		f.open = append(f.open, openTag{at, name})
	default:
		for i := len(f.open) - 1; i >= max(0, len(f.open)-mostOpen); i-- {
			if f.open[i].name != name {
				continue
			}
			start := f.open[i].at
			f.open = f.open[:i]
			if f.look(at); at-start <= longestBox && f.blank > start {
				f.found = append(f.found, Span{start, at})
			}
			return
		}
	}
}

// look finds the last blank line before a place.
func (f *boxFinder) look(to int) {
	bare := false
	for i := f.looked; i < to; {
		n := strings.IndexByte(f.src[i:to], '\n')
		if n < 0 {
			break
		}
		if bare && strings.Trim(f.src[i:i+n], " \t\r>") == "" {
			f.blank = i
		}
		bare, f.looked = true, i
		i += n + 1
	}
}

// boxName is the name of the element that a tag is of, in s behind its sign,
// when it may hold Markdown; closes says that the tag closes it.
func boxName(s string) (name string, closes bool) {
	s, closes = strings.CutPrefix(s, "/")
	n := 0
	for n < len(s) && n < 11 && isWordByte(s[n]) {
		n++
	}
	if n < 2 || n > 10 {
		return "", closes
	}
	switch name = strings.ToLower(s[:n]); name {
	case "div", "details", "aside", "figure", "blockquote", "center", "section", "article", "main", "header",
		"footer", "nav", "ul", "ol", "dl":
		return name, closes
	}
	return "", closes
}

// From is the number of the first box that does not begin before a place.
func (b Boxes) From(at int) int {
	return sort.Search(len(b), func(i int) bool { return b[i].Start >= at })
}

func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}
