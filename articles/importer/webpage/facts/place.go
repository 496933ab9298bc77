package facts

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// line is a line that the page shows: where it stands, and what its markup says
// that it holds.
type line struct {
	text         string
	stamp        time.Time // what the attributes of its element say
	portrait     string    // the words of the picture last seen before it
	below        int       // lines below the title; less than 0 above it
	listed       bool      // in a list, a table or a quotation
	author, date []string  // features that the markup gives it
	changed      bool      // the markup says that its date is of a change
}

// near reports whether a line stands where by-lines and dates of an article do.
func (l line) near() bool { return l.below >= -10 && l.below <= 40 }

// place are the features of where a line stands, and of how it ends.
func (l line) place() []string {
	var features []string
	says(&features, "near", l.near())
	says(&features, "close", l.below >= -4 && l.below <= 12)
	says(&features, "listed", l.listed)
	says(&features, "sentence", strings.HasSuffix(l.text, "."))
	return features
}

// says adds a feature where it is so.
func says(features *[]string, feature string, so bool) {
	if so && !slices.Contains(*features, feature) {
		*features = append(*features, feature)
	}
}

// longestLine is how many bytes a line may have that tells a fact, mostElements
// how many elements are looked at from the start of a page; half as many are from
// its end.
const longestLine, mostElements = 160, 2000

// readLines reads the short lines of a page that are of its article, and where
// they stand from its title: the heading that says it, else the first, else the
// start of the page.
func (f *Facts) readLines(body *html.Node) []line {
	var lines []line
	at, portrait, exact := -1, "", false
	outside := map[*html.Node]bool{}
	all := dom.Elements(body)
	for i, n := range all {
		if outside[n] = outside[n.Parent] || isOutside(n) || f.isTeaser(n); outside[n] {
			continue
		}
		if i > mostElements && i < len(all)-mostElements/2 {
			continue
		}
		switch {
		case n.Data == "img":
			portrait = dom.Attr(n, "alt")
			continue
		case dom.Is(n, "script", "style", "svg", "form", "label", "button", "br", "sup", "sub", "code", "pre"):
			continue
		case dom.Is(n, "h1", "h2", "h3") && !exact && !dom.Outweighs(n, 400):
			if exact = same(dom.Text(n), f.Article.Title); exact || n.Data == "h1" && at < 0 {
				at = len(lines)
			}
		}
		stamp, runs := f.stamp(n), runsOf(n)
		if len(runs) == 0 && !stamp.IsZero() {
			runs = []string{""}
		}
		for _, run := range runs {
			l := line{text: run, stamp: stamp, portrait: portrait, below: len(lines)}
			l.listed = isListed(n)
			l.mark(n)
			lines = append(lines, l)
		}
	}
	for i := range lines {
		lines[i].below -= max(at, 0)
	}
	return lines
}

// runsOf are the short lines that n itself has, up to its breaks and to the
// blocks in it. Small parts that nothing but the style of the page parts stand
// apart in them.
func runsOf(n *html.Node) []string {
	const apart = " · "
	var runs []string
	var b strings.Builder
	end := func() {
		if s := strings.Trim(articles.CleanLine(b.String()), "· "); s != "" && len(s) <= longestLine && len(runs) < most {
			runs = append(runs, s)
		}
		b.Reset()
	}
	boxed := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		box := dom.Is(c, "span", "a", "time", "abbr", "relative-time")
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case dom.Is(c, "br") || dom.IsBlock(c) || dom.HasBlock(c):
			end()
		case c.Type == html.ElementNode && b.Len() <= 2*longestLine:
			if boxed && box {
				b.WriteString(apart)
			}
			b.WriteString(dom.Text(c))
		}
		boxed = box && dom.Outweighs(c, 0)
	}
	end()
	return runs
}

// isListed reports whether n stands in a list, a quotation or a table with heads.
func isListed(n *html.Node) bool {
	table := dom.Above(n, "table")
	return dom.Above(n, "li", "blockquote") != nil || table != nil && dom.First(table, "th") != nil
}

// isTeaser reports whether n is a box about another article: its heading is a
// link, and no title of this one.
func (f *Facts) isTeaser(n *html.Node) bool {
	if n.Data != "article" && !dom.HasClass(n, "hentry") && !dom.HasClass(n, "post") {
		return false
	}
	h := dom.First(n, "h1", "h2", "h3", "h4")
	return h != nil && !same(dom.Text(h), f.Article.Title) && (dom.First(h, "a") != nil || dom.Above(h, "a") != nil)
}

// namesOf are the parts of the classes and of the id of n, in lower case: "post",
// "author" and "name" of "post__authorName".
func namesOf(n *html.Node) [][]string {
	var all [][]string
	for class := range strings.FieldsSeq(dom.Attr(n, "class") + " " + dom.Attr(n, "id")) {
		var b strings.Builder
		for i, r := range class {
			if i > 0 && unicode.IsUpper(r) && class[i-1] >= 'a' {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
		}
		if parts := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' || r == '_' }); len(parts) > 0 {
			all = append(all, parts)
		}
	}
	return all
}

// within reports whether n, or an element that it stands in, is of a sort.
func within(n *html.Node, is func(*html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if is(n) {
			return true
		}
	}
	return false
}

// isEntry reports whether n is marked as an article.
func isEntry(n *html.Node) bool {
	return n.Data == "article" || strings.Contains(dom.Attr(n, "itemtype"), "Article") || dom.HasClass(n, "article")
}

// isReview reports whether n is a review of what the page is about, a comment on
// it, or an answer: that has an author and a date of its own.
func isReview(n *html.Node) bool { return tells("review", strings.ToLower(dom.Attr(n, "itemprop"))) }

// isOutside reports whether n holds other things than the article: another
// work, a comment, a review, the foot of the page.
func isOutside(n *html.Node) bool {
	if dom.Is(n, "aside", "nav") || isReview(n) || n.Data == "footer" && !within(n, isEntry) {
		return true
	}
	if len(n.Attr) == 0 || dom.Is(n, "body", "html", "article", "main", "h1", "h2", "h3", "footer") {
		return false
	}
	for _, parts := range namesOf(n) {
		for i, part := range parts {
			foot := part == "footer" && (i == 0 || !tells("own", parts[i-1])) && !within(n, isEntry)
			if foot || tells("outside", part) && !tells("author", parts[len(parts)-1]) {
				return true
			}
		}
	}
	return false
}

// mark finds what the markup of n, and of the small elements around it, says
// that a line holds.
func (l *line) mark(n *html.Node) {
	const levels, small, beside = 4, 200, 12
	for c, level := n, 0; c != nil && level < levels && !dom.Is(c, "body", "article", "main", "section"); c, level = c.Parent, level+1 {
		if level > 0 && dom.Outweighs(c, small) {
			break
		}
		around := level > 0 && dom.Outweighs(c, len(l.text)+beside) // with more than this line
		says(&l.author, "address", c.Data == "a" && isAuthorAddress(dom.Attr(c, "href")))
		says(&l.author, "rel", c.Data == "a" && hasRel(c, "author"))
		says(&l.date, "time", level == 0 && dom.Is(c, "time", "relative-time"))
		says(&l.date, "entry", dom.Has(c, "pubdate"))
		for name := range strings.FieldsSeq(strings.ToLower(dom.Attr(c, "itemprop") + " " + dom.Attr(c, "property"))) {
			name = name[strings.LastIndexByte(name, ':')+1:]
			says(&l.author, "prop", name == "author" || name == "creator")
			says(&l.date, "prop", tells("entry", name))
			l.changed = l.changed || tells("change", name)
		}
		for _, parts := range namesOf(c) {
			last := len(parts) - 1
			if last > 0 && tells("tail", parts[last]) {
				last--
			}
			says(&l.author, "class", len(parts) <= 6 && (tells("author", parts[last]) || lexicon.Whole(parts[last]).Has(lexicon.AuthorLabel)))
			for i, part := range parts {
				says(&l.date, "class", tells("date", part) || len(part) > 3 && lexicon.Whole(part).Has(lexicon.Published))
				says(&l.date, "entry", !around && (tells("entry", part) || i > 0 && part == "date" && tells("own", parts[i-1])))
				l.changed = l.changed || !around && tells("change", part)
			}
		}
	}
	l.changed = l.changed && !slices.Contains(l.date, "entry") && !slices.Contains(l.date, "prop")
}
