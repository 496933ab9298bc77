package facts

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// line is a line that the page shows.
type line struct {
	spot
	text  string
	spans []span
	below int  // lines below the title; less than 0 above it
	opens bool // it is the opening of a paragraph
}

// spot is where something stands: in an article, in a list, a table or a
// quotation, and in small elements with marks: what their names tell, as a fact and
// a sign.
type spot struct {
	entry, listed bool
	marks         []string
}

// span is a part of a line, in bytes of its text, with the marks of its own element
// and the date that its attributes state.
type span struct {
	from, to int
	marks    []string
	stamp    time.Time
}

// near reports whether a line stands where by-lines and dates of an article do.
func (l line) near() bool { return l.below >= -8 && l.below <= 20 }

// signs are those of a fact that the elements around a part of a line give it.
func (l line) signs(fact string, p span) []string {
	marks := slices.Clone(l.marks)
	for _, s := range l.spans {
		if s.from <= p.from && s.to >= p.to {
			marks = append(marks, s.marks...)
		}
	}
	var signs []string
	for _, mark := range marks {
		if sign, ok := strings.CutPrefix(mark, fact+" "); ok {
			signs = append(signs, sign)
		}
	}
	return signs
}

// longestLine is how many bytes a line may have that tells a fact, mostLines how
// many lines are looked at from the start of a page; half as many are from its
// end.
const longestLine, mostLines = 160, 1000

// lines reads the lines of a page that are of its article.
type lines struct {
	facts *Facts
	head  *html.Node // the heading that says the title, else the first
	all   []line
	at    int // the line of the title
	text  strings.Builder
	spans []span
	box   int // where the last small element ended
}

// readLines reads the short lines of a page that are of its article, and the
// openings of its paragraphs.
func (f *Facts) readLines(body *html.Node) []line {
	r := &lines{facts: f, head: f.head(body)}
	r.walk(body, spot{})
	r.end(spot{})
	for i := range r.all {
		r.all[i].below = i - r.at
	}
	if extra := len(r.all) - mostLines*3/2; extra > 0 {
		r.all = slices.Delete(r.all, mostLines, mostLines+extra)
	}
	return r.all
}

// walk reads what n shows.
func (r *lines) walk(n *html.Node, in spot) {
	const small = 200
	switch {
	case n.Type == html.TextNode:
		r.write(n.Data)
		return
	case n.Type != html.ElementNode || dom.Is(n, "script", "style", "template", "noscript", "svg", "button", "pre"):
		return
	case dom.Is(n, "cite", "footer") && dom.Above(n, "blockquote") != nil: // who is quoted
		return
	case n == r.head:
		r.at = len(r.all)
	}
	block := dom.IsBlock(n) || n.Data == "br" || dom.HasBlock(n)
	if block {
		r.end(in)
	}
	in.entry = in.entry || isEntry(n)
	names := namesOf(n)
	if (isOutside(n, names, in.entry) || r.isTeaser(n)) && (r.head == nil || !dom.Within(r.head, n)) {
		return
	}
	in.listed = in.listed || dom.Is(n, "li", "blockquote")
	var own []string
	if dom.Outweighs(n, small) {
		in.marks = nil
	} else if own = marksOf(n, names); block {
		in.marks = slices.Concat(in.marks, own)
	}
	box := dom.Is(n, "span", "a", "time", "abbr", "relative-time")
	if from := r.text.Len(); from > 0 && box && from == r.box { // small parts that nothing but the style of the page parts
		r.text.WriteString(apart)
	}
	from := r.text.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, in)
	}
	if stamp := r.facts.stamp(n); len(r.spans) < most && (from < r.text.Len() && !block || from <= r.text.Len() && !stamp.IsZero()) {
		r.spans = append(r.spans, span{from, r.text.Len(), own, stamp})
	}
	switch {
	case block:
		r.end(in)
	case box && r.text.Len() > from:
		r.box = r.text.Len()
	}
}

// write adds words to the line that is open, with one blank between them.
func (r *lines) write(s string) {
	const enough = 8 * longestLine
	blank := r.text.Len() == 0 || strings.HasSuffix(r.text.String(), " ")
	s = s[:min(len(s), max(0, enough-r.text.Len()))]
	from := 0
	for i, c := range s {
		if c > ' ' && c != '\u00a0' && c != '\u3000' {
			blank = false
			continue
		}
		r.text.WriteString(s[from:i])
		if from = i + utf8.RuneLen(c); !blank {
			r.text.WriteByte(' ')
			blank = true
		}
	}
	r.text.WriteString(s[from:])
}

// end keeps the line that is open, if it tells anything, and opens another.
func (r *lines) end(in spot) {
	l := line{spot: in, text: r.text.String(), spans: r.spans}
	start := opening(l.text)
	if len(l.text) > longestLine || start != "" && words(l.text) > words(start)+7 {
		l.text, l.opens, l.spans = start, true, nil
	}
	if strings.TrimSpace(l.text) != "" || len(l.spans) > 0 {
		r.all = append(r.all, l)
	}
	r.spans, r.box = nil, 0
	r.text.Reset()
}

// opening is what stands before the first dash of a paragraph, which may be a
// place and a day: "QUAY TOWN, 3 May 2024 – The wall stands."
func opening(text string) string {
	const longest = 80 // letters
	letters := 0
	for i := range text {
		if text[i] == ' ' && slices.ContainsFunc(dashes, func(dash string) bool { return strings.HasPrefix(text[i:], dash) }) {
			return text[:i]
		}
		if letters++; letters > longest {
			break
		}
	}
	return ""
}

var dashes = []string{" - ", " – ", " — ", " -- "}

// isTeaser reports whether n is a box about another article: it has a heading that
// is a link to one, and little beside it, or is marked as an entry of its own.
func (r *lines) isTeaser(n *html.Node) bool {
	const small = 400
	if !isEntry(n) && (!dom.IsBlock(n) || dom.Outweighs(n, small)) {
		return false
	}
	h := dom.First(n, "h1", "h2", "h3", "h4", "h5")
	if h == nil || r.head != nil && same(dom.Text(h), dom.Text(r.head)) {
		return false
	}
	a := cmp.Or(dom.First(h, "a"), dom.Above(h, "a"))
	return a != nil && !strings.HasPrefix(dom.Attr(a, "href"), "#")
}

// isEntry reports whether n is marked as an article.
func isEntry(n *html.Node) bool {
	return n.Data == "article" || strings.Contains(dom.Attr(n, "itemtype"), "Article") || dom.HasClass(n, "article", "hentry", "post")
}

// inReview reports whether n stands in a review of what the page is about, a
// comment on it, or an answer: that has an author and a date of its own.
func inReview(n *html.Node) bool {
	return n != nil && (isNamed("review", strings.ToLower(dom.Attr(n, "itemprop"))) || inReview(n.Parent))
}

// isOutside reports whether n holds other things than the article: another
// work, a comment, a review, the foot of the page; entry says whether it stands in
// something marked as an article.
func isOutside(n *html.Node, names [][]string, entry bool) bool {
	if dom.Is(n, "aside", "nav") || n.Data == "footer" && !entry {
		return true
	}
	for _, parts := range names {
		for i, part := range parts {
			foot := part == "footer" && !entry && (i == 0 || !isNamed("own", parts[i-1]))
			if foot || isNamed("outside", part) && (i == 0 || len(parts[i-1]) > 1) && !isNamed("author class", parts[len(parts)-1]) {
				return true
			}
		}
	}
	return false
}

// namesOf are the parts of the names that n has for scripts, styles and programs, in
// lower case: "post", "author" and "name" of "post__authorName".
func namesOf(n *html.Node) [][]string {
	var all [][]string
	for _, a := range n.Attr {
		if !isNamed("attributes", a.Key) {
			continue
		}
		for name := range strings.FieldsSeq(a.Val) {
			if parts := strings.Fields(parted(name)); len(parts) > 0 {
				all = append(all, parts)
			}
		}
	}
	return all
}

// parted is a name in lower case with blanks between its parts.
func parted(name string) string {
	var b strings.Builder
	small := false
	for _, r := range name {
		large := 'A' <= r && r <= 'Z'
		if large && small || strings.ContainsRune("_-:", r) {
			b.WriteByte(' ')
		}
		if small = !large; !strings.ContainsRune("_-:", r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// marksOf are what the markup of n says that it holds.
func marksOf(n *html.Node, names [][]string) []string {
	var marks []string
	says := func(mark string, so bool) {
		if so {
			marks = append(marks, mark)
		}
	}
	says("author address", n.Data == "a" && isAuthorAddress(dom.Attr(n, "href")))
	says("author rel", n.Data == "a" && HasRel(n, "author"))
	says("date time", dom.Is(n, "time", "relative-time"))
	for _, parts := range names {
		last := len(parts) - 1
		if last > 0 && isNamed("tail", parts[last]) {
			last--
		}
		says("author class", isNamed("author class", parts[last]) || lexicon.Whole(parts[last]).Has(lexicon.AuthorLabel))
		for i, part := range parts {
			says("date class", isNamed("date class", part) || len(part) > 3 && lexicon.Whole(part).Has(lexicon.Published))
			says("date event", isNamed("date event", part))
			says("changed class", isNamed("changed class", part))
			says("date entry", isNamed("date entry", part) || i > 0 && part == "date" && isNamed("own", parts[i-1]))
		}
	}
	return marks
}
