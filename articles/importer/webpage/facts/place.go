package facts

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
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

// longestLine is how many bytes a line may have that tells a fact.
const longestLine = 160

// readLines reads the short lines of a page that are of its article, and where
// they stand from its title: the heading that says it, else the first, else the
// start of the page.
func (f *Facts) readLines(body *html.Node) []line {
	var lines []line
	at, portrait, exact := -1, "", false
	within := map[*html.Node]bool{} // other things than the article
	for _, n := range dom.Elements(body) {
		if within[n] = within[n.Parent] || isOutside(n); within[n] {
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
		l := line{stamp: f.stamp(n), text: lineOf(n), portrait: portrait, below: len(lines)}
		if l.text == "" && l.stamp.IsZero() {
			continue
		}
		l.mark(n)
		l.listed = dom.Above(n, "li", "blockquote", "table") != nil
		lines = append(lines, l)
	}
	for i := range lines {
		lines[i].below -= max(at, 0)
	}
	return lines
}

// lineOf is the text of n where that is one short line, or its first line where
// a break ends it. Small parts that nothing but the style of the page parts stand
// apart in it.
func lineOf(n *html.Node) string {
	const apart = " · "
	if dom.HasBlock(n) {
		return ""
	}
	long, boxed := dom.Outweighs(n, longestLine), false
	var b strings.Builder
	for c := n.FirstChild; c != nil && b.Len() <= 2*longestLine; c = c.NextSibling {
		box := dom.Is(c, "span", "a", "time", "abbr", "relative-time")
		switch {
		case dom.Is(c, "br") && strings.TrimSpace(b.String()) != "":
			if long {
				return articles.CleanLine(b.String())
			}
			b.WriteString(apart)
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode:
			if boxed && box {
				b.WriteString(apart)
			}
			b.WriteString(dom.Text(c))
		}
		boxed = box && dom.Outweighs(c, 0)
	}
	if long {
		return ""
	}
	return strings.Trim(articles.CleanLine(b.String()), "· ")
}

// Parts of the names in markup. Outside are boxes with other things than the
// article, comments or lists of others; own are some of the article's.
var (
	outside = setOf("footer widget widgets card cards teaser teasers promo comment comments commentlist commentlists disqus related sidebar recommend recommended recommendations recent stories readnext trending popular latest testimonial testimonials")
	own     = []string{"post-footer", "entry-footer", "article-footer", "card__author", "card-author"}
	reviews = setOf("review reviews comment answer acceptedanswer suggestedanswer")

	authors = setOf("author authors authorname authorlink byline bylines writer writtenby postedby contributor creator username fn")
	tails   = setOf("name link url") // of "author-name"
	days    = setOf("age date dateline published pubdate publish posted timestamp publishdate postdate datetime publication byline meta created submitted")
	entries = setOf("published pubdate publish datepublished datecreated dateposted uploaddate publishdate")
	changes = setOf("updated modified datemodified")
)

func setOf(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// partsOf are the parts of a class or of an id, in lower case: "post",
// "author" and "name" of "post__authorName".
func partsOf(class string) []string {
	var b strings.Builder
	for i, r := range class {
		if i > 0 && r >= 'A' && r <= 'Z' && class[i-1] >= 'a' && class[i-1] <= 'z' {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool { return r == '-' || r == '_' })
}

// isOutside reports whether n holds other things than the article: another
// work, a comment, a review, the foot of the page.
func isOutside(n *html.Node) bool {
	switch {
	case dom.Is(n, "aside", "nav") || isReview(n) || n.Data == "footer" && dom.Above(n, "article") == nil:
		return true
	case len(n.Attr) == 0 || dom.Is(n, "body", "html", "article", "main", "h1", "h2", "h3"):
		return false
	}
	for class := range strings.FieldsSeq(dom.Attr(n, "class") + " " + dom.Attr(n, "id")) {
		for _, part := range partsOf(class) {
			if outside[part] && !slices.ContainsFunc(own, func(o string) bool { return strings.Contains(strings.ToLower(class), o) }) {
				return true
			}
		}
	}
	return false
}

// isReview reports whether n is a review of what the page is about, a comment on
// it, or an answer: that has an author and a date of its own.
func isReview(n *html.Node) bool { return reviews[strings.ToLower(dom.Attr(n, "itemprop"))] }

// mark finds what the markup of n, and of the small elements around it, says
// that a line holds.
func (l *line) mark(n *html.Node) {
	const levels, small = 4, 200
	for c, level := n, 0; c != nil && level < levels && !dom.Is(c, "body", "article", "main", "section"); c, level = c.Parent, level+1 {
		if level > 0 && dom.Outweighs(c, small) {
			break
		}
		if c.Data == "a" {
			l.says(isAuthorAddress(dom.Attr(c, "href")), &l.author, "address")
			l.says(strings.Contains(" "+strings.ToLower(dom.Attr(c, "rel"))+" ", " author "), &l.author, "rel")
		}
		l.says(level == 0 && dom.Is(c, "time", "relative-time"), &l.date, "time")
		l.says(dom.Has(c, "pubdate"), &l.date, "entry")
		for name := range strings.FieldsSeq(dom.Attr(c, "itemprop") + " " + dom.Attr(c, "property")) {
			_, name, _ = cutLast(strings.ToLower(name), ":")
			l.says(name == "author" || name == "creator", &l.author, "prop")
			l.says(entries[name], &l.date, "prop")
			l.changed = l.changed || changes[name]
		}
		for class := range strings.FieldsSeq(dom.Attr(c, "class") + " " + dom.Attr(c, "id")) {
			parts := partsOf(class)
			last := len(parts) - 1
			if last > 0 && tails[parts[last]] {
				last--
			}
			l.says(last >= 0 && len(parts) <= 6 && authors[parts[last]], &l.author, "class")
			for i, part := range parts {
				l.says(days[part], &l.date, "class")
				l.says(entries[part] || i > 0 && part == "date" && parts[i-1] == "entry", &l.date, "entry")
				l.changed = l.changed || changes[part]
			}
		}
	}
	l.changed = l.changed && !hasFold(l.date, "entry") && !hasFold(l.date, "prop")
}

// says adds a feature when it is so.
func (l *line) says(so bool, features *[]string, feature string) {
	if so && !hasFold(*features, feature) {
		*features = append(*features, feature)
	}
}

// inReview reports whether n stands in one.
func inReview(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if isReview(n) {
			return true
		}
	}
	return false
}
