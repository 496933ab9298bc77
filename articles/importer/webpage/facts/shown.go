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

// line is a line that the page shows: where it stands, and what its markup says
// that it holds.
type line struct {
	spot
	text     string
	spans    []span
	portrait string // the words of the picture last seen before it
	below    int    // lines below the title; less than 0 above it
	opens    bool   // it is the opening of a paragraph
}

// span is a part of a line with markup of its own, in bytes of its text.
type span struct {
	from, to int
	stamp    time.Time // what the attributes of its element say
	marks    []string  // what its markup tells: a fact and a feature
}

// near reports whether a line stands where by-lines and dates of an article do.
func (l line) near() bool { return l.below >= -8 && l.below <= 20 }

// marked are the features of a fact that the markup around some bytes of a line
// gives it, or in them too.
func (l line) marked(fact string, from, to int, inner bool) []string {
	marks := slices.Clone(l.marks)
	for _, s := range l.spans {
		if inner && s.from >= from && s.to <= to || s.from <= from && s.to >= to {
			marks = append(marks, s.marks...)
		}
	}
	var out []string
	for _, mark := range marks {
		feature, ok := strings.CutPrefix(mark, fact+" ")
		says(&out, feature, ok)
	}
	return out
}

// features are those of where a line stands, and of how it ends.
func (l line) features() []string {
	var out []string
	says(&out, "near", l.near())
	says(&out, "close", l.below >= -3 && l.below <= 8)
	says(&out, "listed", l.listed)
	says(&out, "sentence", strings.HasSuffix(l.text, "."))
	return out
}

// longestLine is how many bytes a line may have that tells a fact, mostLines how
// many lines are looked at from the start of a page; half as many are from its
// end.
const longestLine, mostLines = 160, 1000

// lines reads the lines of a page that are of its article.
type lines struct {
	facts    *Facts
	head     *html.Node // the heading that says the title, else the first
	all      []line
	at       int // the line of the title
	open     line
	text     strings.Builder
	box      int // where the last small element ended
	portrait string
}

// readLines reads the short lines of a page that are of its article, and the
// openings of its paragraphs.
func (f *Facts) readLines(body *html.Node) []line {
	r := &lines{facts: f, head: f.head(body)}
	r.walk(body, spot{})
	r.end()
	for i := range r.all {
		r.all[i].below = i - r.at
	}
	if extra := len(r.all) - mostLines*3/2; extra > 0 {
		r.all = slices.Delete(r.all, mostLines, mostLines+extra)
	}
	return r.all
}

// spot is where something stands: in an article, in a list, a table or a
// quotation, and in small elements with marks.
type spot struct {
	entry, listed bool
	marks         []string
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
	case n.Data == "img":
		r.portrait = dom.Attr(n, "alt")
	case n == r.head:
		r.at = len(r.all)
	}
	block := dom.IsBlock(n) || n.Data == "br" || dom.HasBlock(n)
	if block {
		r.end()
	}
	in.entry = in.entry || isEntry(n)
	if (isOutside(n, in.entry) || r.isTeaser(n)) && (r.head == nil || !dom.Within(r.head, n)) {
		return
	}
	in.listed = in.listed || dom.Is(n, "li", "blockquote") || n.Data == "table" && dom.First(n, "th") != nil
	var own []string
	if dom.Is(n, "body", "article", "main", "section") || dom.Outweighs(n, small) {
		in.marks = nil
	} else if own = marksOf(n); block {
		in.marks = slices.Concat(in.marks, own)
	}
	box := dom.Is(n, "span", "a", "time", "abbr", "relative-time")
	if r.text.Len() > 0 && box && r.text.Len() == r.box { // small parts that nothing but the style of the page parts
		r.text.WriteString(apart)
	}
	from := r.text.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if block {
			r.open.spot = in
		}
		r.walk(c, in)
	}
	if stamp := r.facts.stamp(n); len(r.open.spans) < most && (!block && from < r.text.Len() || !stamp.IsZero() && from <= r.text.Len()) {
		r.open.spans = append(r.open.spans, span{from, r.text.Len(), stamp, own})
	}
	switch {
	case block:
		r.open.spot = in
		r.end()
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
func (r *lines) end() {
	l := r.open
	l.text, l.portrait = r.text.String(), r.portrait
	start := opening(l.text)
	if len(l.text) > longestLine || start != "" && words(l.text) > words(start)+7 {
		l.text, l.opens, l.spans = start, true, nil
	}
	if strings.TrimSpace(l.text) != "" || len(l.spans) > 0 {
		r.all = append(r.all, l)
	}
	r.open, r.box = line{spot: l.spot}, 0
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

// head is the heading that says the title, else the first of level 1.
func (f *Facts) head(body *html.Node) *html.Node {
	const longest = 400
	is := func(h *html.Node) bool {
		return dom.Is(h, "h1", "h2", "h3") && !dom.Outweighs(h, longest) && same(dom.Text(h), f.Article.Title)
	}
	return cmp.Or(dom.Find(body, is), dom.First(body, "h1"))
}

// isTeaser reports whether n is a box about another article: it has a heading that
// is a link to one, and little beside it, or is marked as an entry of its own.
func (r *lines) isTeaser(n *html.Node) bool {
	const small = 400
	if !dom.IsBlock(n) || dom.Is(n, "body", "main") || !isEntry(n) && dom.Outweighs(n, small) {
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
	return n != nil && (tells("review", strings.ToLower(dom.Attr(n, "itemprop"))) || inReview(n.Parent))
}

// isOutside reports whether n holds other things than the article: another
// work, a comment, a review, the foot of the page; entry says whether it stands in
// something marked as an article.
func isOutside(n *html.Node, entry bool) bool {
	if dom.Is(n, "aside", "nav") || tells("review", strings.ToLower(dom.Attr(n, "itemprop"))) || n.Data == "footer" && !entry {
		return true
	}
	if dom.Is(n, "body", "html", "article", "main", "h1", "h2", "h3", "footer") {
		return false
	}
	for _, parts := range namesOf(n) {
		for i, part := range parts {
			foot := part == "footer" && !entry && (i == 0 || !tells("own", parts[i-1]))
			if foot || tells("outside", part) && (i == 0 || len(parts[i-1]) > 1) && !tells("author class", parts[len(parts)-1]) {
				return true
			}
		}
	}
	return false
}

// namesOf are the parts of the names that n has for scripts and styles, in lower
// case: "post", "author" and "name" of "post__authorName".
func namesOf(n *html.Node) [][]string {
	var all [][]string
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && !tells("name", a.Key) {
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
		if large && small || r == '_' || r == '-' {
			b.WriteByte(' ')
		}
		if small = !large; r != '_' && r != '-' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// marksOf are what the markup of n says that it holds: a fact and a feature.
func marksOf(n *html.Node) []string {
	var marks []string
	says(&marks, "author address", n.Data == "a" && isAuthorAddress(dom.Attr(n, "href")))
	says(&marks, "author rel", n.Data == "a" && hasRel(n, "author"))
	says(&marks, "date time", dom.Is(n, "time", "relative-time"))
	says(&marks, "date entry", dom.Has(n, "pubdate"))
	for name := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "itemprop") + " " + dom.Attr(n, "property"))) {
		name = name[strings.LastIndexByte(name, ':')+1:]
		for _, mark := range [...]string{"author prop", "date prop", "date event", "changed prop"} {
			says(&marks, mark, tells(mark, name))
		}
	}
	for _, parts := range namesOf(n) {
		last := len(parts) - 1
		if last > 0 && tells("tail", parts[last]) {
			last--
		}
		says(&marks, "author class", tells("author class", parts[last]) || lexicon.Whole(parts[last]).Has(lexicon.AuthorLabel))
		for i, part := range parts {
			says(&marks, "date class", tells("date class", part) || len(part) > 3 && lexicon.Whole(part).Has(lexicon.Published))
			says(&marks, "date event", tells("date event", part))
			says(&marks, "changed class", tells("changed prop", part))
			says(&marks, "date entry", tells("date prop", part) || i > 0 && part == "date" && tells("own", parts[i-1]))
		}
	}
	return marks
}
