package clipping

import (
	"strings"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
)

// mailField is the name of a field of a mail's head in small English letters,
// whatever the language: "from", "subject", "date", "" for another. It reports
// false for a line that is none.
func mailField(s string) (name, value string, ok bool) {
	lead, value, cut := strings.Cut(strings.Replace(s, "：", ":", 1), ":")
	if !cut || len(lead) > 40 {
		return "", "", false
	}
	kinds := lexicon.Whole(lead)
	switch {
	case kinds.Has(lexicon.MailFrom):
		name = "from"
	case kinds.Has(lexicon.MailSubject):
		name = "subject"
	case kinds.Has(lexicon.MailDate):
		name = "date"
	}
	return name, strings.TrimSpace(value), name != "" || kinds.Has(lexicon.MailHead) || fieldName(lead)
}

func isMailField(s string) bool {
	_, _, ok := mailField(s)
	return ok
}

// fieldName reports whether s is written as the name of a field is, in words
// that a hyphen joins: In-Reply-To.
func fieldName(s string) bool {
	return strings.Contains(s, "-") && startsUpper(s) && !strings.ContainsFunc(s, func(r rune) bool { return r != '-' && (r < 'A' || r > 'z') })
}

// readMail takes the header of a saved e-mail off the text: lines such as
// "Subject: …" at its start, of which the subject must be there. One that was
// forwarded has a line over its header that says so; then who wrote it must be
// there too.
func (p *page) readMail() {
	got, n := map[string]string{}, 0
	forwarded := len(p.lines) > 0 && !isMailField(p.lines[0].text)
	if forwarded {
		n++
	}
	for first := n; n < len(p.lines) && (n == first || p.lines[n].gap == 0); n++ {
		l := &p.lines[n]
		name, value, ok := mailField(l.text)
		if ok && got[name] == "" {
			got[name] = value
		}
		if !ok && (n == first || l.indent == 0) { // what is indented goes on with a field
			break
		}
	}
	if n < 2 || got["subject"] == "" || forwarded && got["from"] == "" {
		return
	}
	p.header, p.lines = p.lines[:n:n], p.lines[n:]
	for i := range p.lines {
		p.lines[i].unset()
	}
	p.subject = got["subject"]
	for lead, rest, ok := strings.Cut(p.subject, ":"); ok && len(lead) <= 3 && strings.TrimSpace(rest) != ""; lead, rest, ok = strings.Cut(p.subject, ":") {
		p.subject = strings.TrimSpace(rest) // "Re:", "Fwd:", "AW:"
	}
	if p.subject[0] == '[' {
		if _, rest, ok := strings.Cut(p.subject, "] "); ok {
			p.subject = rest
		}
	}
	name, _, _ := strings.Cut(got["from"], "<")
	p.sender = strings.Trim(name, " \"'")
	if t, ok := dates.Parse(got["date"], dates.Unsure); ok {
		p.out.Published = day(t)
	}
}

// unset takes off a line the signs with which a mail program writes in plain words
// that all of it is bold or slanted: "*What the packet says*".
func (l *line) unset() {
	inner := strings.Trim(l.text, "*/_")
	if marks := l.text[:len(l.text)-len(strings.TrimLeft(l.text, "*/_"))]; len(marks) == 1 && l.text == marks+inner+marks && startsUpper(inner) && !strings.Contains(inner, marks) {
		l.text, l.raw = inner, inner
		l.weight = weigh(inner)
	}
}
