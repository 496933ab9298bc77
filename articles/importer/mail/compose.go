package mail

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"lede/articles/lazy"
)

var (
	webAddress  = &lazy.Regexp{Source: `https?://[^\s<>"]+`}
	mailAddress = &lazy.Regexp{Source: `[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+`}
	bullet      = &lazy.Regexp{Source: `^\s{0,3}([-*•·–+])\s+(\S.*)$`}
	numbered    = &lazy.Regexp{Source: `^\s{0,3}(\d{1,3})[.)]\s+(\S.*)$`}
)

// writeText writes paragraphs of plain text as HTML.
func writeText(b *strings.Builder, all []paragraph) {
	width := widest(all)
	depth := 0
	for i := 0; i < len(all); i++ {
		p := all[i]
		for ; depth < p.depth; depth++ {
			b.WriteString("<blockquote>\n")
		}
		for ; depth > p.depth; depth-- {
			b.WriteString("</blockquote>\n")
		}
		switch {
		case p.asIs:
			n := i + 1
			lines := p.lines
			for ; n < len(all) && all[n].asIs && all[n].depth == p.depth; n++ {
				for range min(all[n].gap, 3) {
					lines = append(lines, "")
				}
				lines = append(lines, all[n].lines...)
			}
			i = n - 1
			b.WriteString("<pre>" + html.EscapeString(strings.Join(undented(lines), "\n")) + "</pre>\n")
		case isRule(p) && i > 0 && isRule(all[i-1]): // the frame of a title, of which nothing is left
		case isRule(p):
			b.WriteString("<hr>\n")
		case len(p.lines) == 2 && underlines(p.lines[1], p.lines[:1]):
			b.WriteString("<h2>" + inline(strings.TrimPrefix(p.lines[0], "** ")) + "</h2>\n") // so does one service set headings off
		default:
			writeLines(b, p.lines, width)
		}
	}
	for ; depth > 0; depth-- {
		b.WriteString("</blockquote>\n")
	}
}

// widest is how wide the lines were set that were wrapped, in letters.
func widest(all []paragraph) int {
	const usual, most = 60, 100
	width := usual
	for _, p := range all {
		for _, l := range p.lines {
			if n := utf8.RuneCountInString(l); n <= most && !p.asIs {
				width = max(width, n)
			}
		}
	}
	return width
}

// writeLines writes the lines of a paragraph: one that was wrapped since the
// next word did not fit goes on in the next line, any other ends where it ends.
func writeLines(b *strings.Builder, lines []string, width int) {
	open := "" // the list that is open
	item := false
	paragraphOpen := false
	for i, l := range lines {
		first, _, _ := strings.Cut(strings.TrimSpace(l), " ")
		wrapped := i > 0 && utf8.RuneCountInString(lines[i-1])+1+utf8.RuneCountInString(first) > width
		tag, start, words := "", "", l
		if m := bullet.Get().FindStringSubmatch(l); m != nil {
			tag, words = "ul", m[2]
		} else if m := numbered.Get().FindStringSubmatch(l); m != nil && !wrapped {
			n, _ := strconv.Atoi(m[1])
			if open == "ol" || n <= 1 || i == 0 {
				tag, start, words = "ol", ` start="`+strconv.Itoa(n)+`"`, m[2]
			}
		}
		switch {
		case tag != "":
			if paragraphOpen {
				b.WriteString("</p>\n")
				paragraphOpen = false
			}
			if open != tag {
				if open != "" {
					b.WriteString("</" + open + ">\n")
				}
				b.WriteString("<" + tag + start + ">\n")
				open = tag
			}
			b.WriteString("<li>" + inline(words) + "\n")
			item = true
		case item && (wrapped || strings.HasPrefix(l, "  ") || strings.HasPrefix(l, "\t")):
			b.WriteString(" " + inline(strings.TrimSpace(l)) + "\n")
		default:
			if item {
				b.WriteString("</" + open + ">\n")
				open, item = "", false
			}
			switch {
			case !paragraphOpen:
				b.WriteString("<p>")
				paragraphOpen = true
			case wrapped:
				b.WriteString("\n")
			default:
				b.WriteString("<br>\n")
			}
			b.WriteString(inline(strings.TrimSpace(l)))
		}
	}
	if item {
		b.WriteString("</" + open + ">\n")
	}
	if paragraphOpen {
		b.WriteString("</p>\n")
	}
}

// inline is a line of text as HTML, its addresses as links.
func inline(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range webAddress.Get().FindAllStringIndex(s, -1) {
		from, to := m[0], m[1]
		address := bareAddress(s[from:to])
		to = from + len(address)
		before := s[at:from]
		if strings.HasSuffix(before, "<") && strings.HasPrefix(s[to:], ">") {
			before, to = strings.TrimSuffix(before, "<"), to+1
		}
		b.WriteString(html.EscapeString(before) + `<a href="` + html.EscapeString(address) + `">` + html.EscapeString(address) + "</a>")
		at = to
	}
	return b.String() + html.EscapeString(s[at:])
}

// bareAddress is an address without the signs of the sentence that it stands in.
func bareAddress(s string) string {
	for {
		short := strings.TrimRight(s, ".,;:!?'*_")
		for _, pair := range [...]string{"()", "[]"} {
			if strings.HasSuffix(short, pair[1:]) && !strings.Contains(short, pair[:1]) {
				short = strings.TrimSuffix(short, pair[1:])
			}
		}
		if short == s {
			return s
		}
		s = short
	}
}

// isRule reports whether a paragraph is a line that parts others.
func isRule(p paragraph) bool { return len(p.lines) == 1 && isRuleLine(p.lines[0]) }

// isRuleLine reports whether a line parts others: it has signs alone, and none of
// them set apart as the columns of a table are.
func isRuleLine(s string) bool {
	s = strings.TrimSpace(s)
	n := utf8.RuneCountInString(s)
	blanks := strings.Count(s, " ")
	return n >= 3 && strings.Trim(s, "-=_*~# ─━═—–•·＝－＊") == "" && (blanks == 0 || blanks == n/2)
}

func isUnderline(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// underlines reports whether a line makes the one before it a heading, which is
// alone and no longer than a line.
func underlines(rule string, before []string) bool {
	const most = 80
	return len(before) == 1 && isUnderline(rule) && len(before[0]) <= most && !isUnderline(before[0]) && !isSentence(before[0])
}

// undented are lines without the blanks that all of them begin with.
func undented(lines []string) []string {
	least := -1
	for _, l := range lines {
		if n := len(l) - len(strings.TrimLeft(l, " ")); strings.TrimSpace(l) != "" && (least < 0 || n < least) {
			least = n
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l[min(len(l), max(0, least)):]
	}
	return out
}
