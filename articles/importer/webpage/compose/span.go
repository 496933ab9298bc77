package compose

import (
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/webpage/dom"
)

// link writes a link; its words alone when it leads nowhere.
func (l *line) link(n *html.Node) {
	href := destination(dom.Attr(n, "href"))
	if l.inLink {
		href = ""
	}
	s := l.inner(n, "", href != "")
	switch {
	case s == "":
	case href == "", strings.Contains(s, "[^"):
		l.put(s)
	case strings.HasPrefix(s, "![") && strings.HasSuffix(s, ")") && isPicture(href):
		l.put(s) // a picture that leads to itself, larger
	default:
		l.linked = true
		l.put("[" + s + "](" + href + ")")
	}
	l.space = l.space || endsBlank(n)
}

// destination is an address as a link has it; empty when it leads nowhere.
func destination(href string) string {
	if href == "" || strings.HasPrefix(href, "#") {
		return ""
	}
	if scheme, _, ok := strings.Cut(href, ":"); ok && !strings.ContainsAny(scheme, "/?#. ") {
		switch strings.ToLower(scheme) {
		case "http", "https", "mailto", "tel", "ftp", "gemini", "gopher":
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
	for _, ext := range [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"} {
		if strings.HasSuffix(href, ext) {
			return true
		}
	}
	return false
}

func (l *line) image(n *html.Node) {
	src := dom.Attr(n, "src")
	if !strings.HasPrefix(src, "data:image/") || strings.ContainsAny(src, "()<>\\ \t\n|`") {
		src = destination(src)
	}
	if src == "" || l.single {
		return
	}
	alt := articles.CleanLine(dom.Attr(n, "alt"))
	if l.w.cell {
		alt = strings.ReplaceAll(alt, "|", " ")
	}
	l.put("![" + escaped(alt, l.w.cell) + "](" + src + ")")
}

// code writes a span of code, or a formula.
func (l *line) code(n *html.Node) {
	text := strings.Join(strings.Fields(articles.Clean(raw(n))), " ")
	if dom.Attr(n, "data-tex") != "" && text != "" && !strings.Contains(text, "$") {
		l.put("$" + text + "$")
		return
	}
	if text == "" {
		l.space = true
		return
	}
	ticks := "`"
	for strings.Contains(text, ticks) {
		ticks += "`"
	}
	if text[0] == '`' || text[len(text)-1] == '`' {
		text = " " + text + " "
	}
	if l.w.cell {
		text = strings.ReplaceAll(text, "|", "\\|")
	}
	l.put(ticks + text + ticks)
}

// raised writes what stands above or below the line: numbers have characters
// of their own for it, ordinals need none.
func (l *line) raised(n *html.Node) {
	from, to := "0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"
	if n.Data == "sub" {
		from, to = "0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ"
	}
	s := l.inner(n, "", false)
	plain := strings.TrimSpace(dom.Text(n))
	if small := translated(plain, from, to); small != "" && s == escaped(plain, l.w.cell) {
		s = small
	} else if len(plain) > 0 && len(plain) <= 12 && s == plain && !isOrdinal(plain) {
		s = "<" + n.Data + ">" + s + "</" + n.Data + ">"
	}
	l.put(s)
	l.space = l.space || endsBlank(n)
}

// isOrdinal reports whether s is what stands raised behind a number: "21st",
// "1er", "n.º".
func isOrdinal(s string) bool {
	return strings.Contains(" st nd rd th er ère e ème o a os as tm sm ® ™ º ª ", " "+strings.ToLower(s)+" ")
}

// translated is s with each character of from as the one of to; empty when it
// has others.
func translated(s, from, to string) string {
	var b strings.Builder
	all, small := []rune(from), []rune(to)
	for _, r := range s {
		at := -1
		for i, f := range all {
			if f == r {
				at = i
				break
			}
		}
		if at < 0 {
			return ""
		}
		b.WriteRune(small[at])
	}
	return b.String()
}
