package compose

import (
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// link writes a link; its words alone when it leads nowhere, and a picture
// alone that leads to itself.
func (l *line) link(n *html.Node) {
	href := destination(dom.Attr(n, "href"))
	for _, e := range l.marks {
		if e.mark.head == "[" {
			href = "" // a link in a link is none
		}
	}
	img := dom.First(n, "img")
	if href == "" || img != nil && isPicture(href) && dom.Text(n) == "" || dom.Find(n, func(c *html.Node) bool { return dom.Has(c, "data-note") }) != nil {
		l.children(n)
		return
	}
	l.within(link(href), n)
}

// destination is an address as a link has it; empty when it leads nowhere.
func destination(href string) string {
	if href == "" || strings.HasPrefix(href, "#") {
		return ""
	}
	if scheme, _, ok := strings.Cut(href, ":"); ok && !strings.ContainsAny(scheme, "/?#. ") {
		switch strings.ToLower(scheme) {
		case "http", "https", "mailto", "tel", "ftp", "gemini", "gopher", "cid": // the last names a part of a message
		default:
			return ""
		}
	}
	return addressSigns().Replace(articles.Clean(href))
}

// addressSigns escapes what would end an address in Markdown.
var addressSigns = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C", "\n", "", "\t", "", "|", "%7C", "`", "%60", "\u00a0", "%C2%A0")
})

func isPicture(href string) bool {
	href, _, _ = strings.Cut(strings.ToLower(href), "?")
	return slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"}, path.Ext(href))
}

func (l *line) image(n *html.Node) {
	src, alt := dom.Attr(n, "src"), articles.CleanLine(dom.Attr(n, "alt"))
	if alt != "" && (dom.Holds(dom.Classes(n), "emoji", "emoticon", "smiley") || strings.IndexFunc(alt, isNoPictogram) < 0) {
		l.put(piece{kind: words, text: alt})
		return
	}
	if !strings.HasPrefix(src, "data:image/") || strings.ContainsAny(src, "()<>\\ \t\n|`") {
		src = destination(src)
	}
	if src+alt == "" || l.single && (alt == "" || !l.heading) {
		return
	}
	title := articles.CleanLine(dom.Attr(n, "title"))
	if !strings.Contains(lettersOf(alt+" "+src), lettersOf(title)) { // it is no name of a file
		if src == "" {
			src = "<>"
		}
		src += ` "` + strings.ReplaceAll(escaped(title, ' ', 'x', l.cell, true), `"`, `\"`) + `"`
	}
	l.put(piece{kind: atom, text: "![" + escaped(alt, ' ', 'x', l.cell, true) + "](" + src + ")"})
}

// lettersOf is s in lower case without what is no letter and no digit.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isNoPictogram reports whether r stands in no emoji.
func isNoPictogram(r rune) bool {
	return !unicode.In(r, unicode.So, unicode.Sk, unicode.Mn, unicode.Me, unicode.Cf)
}

// code writes a span of code, or a formula.
func (l *line) code(n *html.Node) {
	text := strings.Join(strings.Fields(dom.Raw(n)), " ")
	switch {
	case text == "":
		l.part(blank)
	case isFormula(n), dom.Has(n, "data-tex"):
		l.formula(text)
	case dom.First(n, "sup", "sub", "q", "rt", "img") != nil:
		l.within(tag("code", ""), n)
	default:
		name := "code"
		if n.Data == "kbd" {
			name = n.Data
		}
		l.put(piece{kind: codeWords, text: text, mark: tag(name, "`")})
	}
}

// formula writes a formula between the signs that can stand around it. No digit
// follows a single dollar; a formula in a table has no bar of its own.
func (l *line) formula(text string) {
	if l.cell {
		text = strings.ReplaceAll(text, "|", "\\vert ")
	}
	switch {
	case strings.Contains(text, "$$"), strings.HasSuffix(text, "$"), strings.HasPrefix(text, "$"):
		l.put(piece{kind: codeWords, text: text, mark: tag("code", "`")})
	case strings.ContainsAny(text, "$"), strings.HasSuffix(text, "\\"):
		l.put(piece{kind: atom, text: "$$" + text + "$$"})
	default:
		l.put(piece{kind: texWords, text: text})
	}
}

// codeSpan is a span of code. Beside another one, and where it could be taken for a
// part of an address or of a row, it is an element of HTML.
func codeSpan(p *piece, before rune, cell, linked bool) string {
	ticks := "`"
	for strings.Contains(p.text, ticks) {
		ticks += "`"
	}
	if before == '`' || before != ' ' && strings.Contains(p.text, "@") || cell && strings.Contains(p.text, "\\|") {
		return p.mark.head + escaped(p.text, '>', '<', cell, linked) + p.mark.tail
	}
	text := p.text
	if text[0] == '`' || text[len(text)-1] == '`' {
		text = " " + text + " "
	}
	if cell {
		text = strings.ReplaceAll(text, "|", "\\|")
	}
	return ticks + text + ticks
}

// raised writes what stands above or below the line: numbers, signs and single
// letters as characters of their own where there are such, and level what is the
// ending of a number.
func (l *line) raised(n *html.Node) {
	plain := dom.Text(n)
	raise := articles.Superscript
	if n.Data == "sub" {
		raise = articles.Subscript
	}
	small, ok := raise(plain)
	ok = ok && small != plain && (utf8.RuneCountInString(plain) == 1 || strings.IndexFunc(plain, unicode.IsLetter) < 0) &&
		dom.Find(n, func(c *html.Node) bool {
			return dom.Has(c, "data-note") || dom.Is(c, "a", "img", "code", "sup", "sub", "q", "rt")
		}) == nil
	switch {
	case ok:
		l.put(piece{kind: words, text: small})
	case plain == "" || n.Data == "sup" && l.isOrdinal(plain):
		l.children(n)
	default:
		l.within(tag(n.Data, ""), n)
	}
}

// isOrdinal reports whether s stands raised behind a number for looks alone:
// "21st", "XXe", "n.º".
func (l *line) isOrdinal(s string) bool {
	before := ' '
	if last := len(l.all) - 1; last >= 0 && l.due == nothing {
		before = l.all[last].last()
	}
	s = " " + strings.ToLower(s) + " "
	return strings.Contains(" ® ™ º ª tm sm ", s) || (unicode.IsDigit(before) || strings.ContainsRune(".IVXLCDM", before)) && strings.Contains(" st nd rd th er ers re ère e ème es o a os as ", s)
}
