package mail

import (
	"net/mail"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/lazy"
)

// original is what a message that was sent on says of itself.
type original struct {
	title, author string
	published     time.Time
}

var fieldLine = &lazy.Regexp{Source: `^[\s>*]*([\p{L}][\p{L}\- ]{0,19}?)\s?\*?\s?[:：]\*?\s*(.*)$`}

// forwarded looks for the head that programs write over a message that is sent on
// with no word before it: lines of a word, a colon and a value, of which one has the
// address of somebody and one is the subject. It leaves them out, and returns how many
// units that are.
func (b *body) forwarded(all []unit, out []bool) int {
	const least, most = 3, 24 // fields, with what stands before them
	subject := folded(withoutPrefix(b.of.text1("Subject")))
	if subject == "" || withoutPrefix(b.of.text1("Subject")) == b.of.text1("Subject") {
		return 0
	}
	o := &original{}
	fields, until, named := 0, 0, false // whose value is in the next line
	for i := 0; i < min(most, len(all)) && (fields == 0 || until == i); i++ {
		for _, l := range all[i].lines() {
			m := fieldLine.Get().FindStringSubmatch(strings.TrimSpace(l))
			switch {
			case named:
				o.take(articles.CleanLine(l), subject)
				until, named = i+1, false
			case m != nil:
				fields++
				until, named = i+1, m[2] == ""
				o.take(articles.CleanLine(strings.Trim(m[2], "* ")), subject)
			}
		}
		if fields == 0 && !isMark(all[i].text) {
			return 0 // who sent it on wrote too: the message is theirs
		}
	}
	if fields < least || o.title == "" || o.author == "" {
		return 0
	}
	for i := range until {
		out[i] = true
	}
	b.original = o
	return until
}

// take takes in the value of a field.
func (o *original) take(value, subject string) {
	switch at, dated := dates.Find(value, dates.Unsure); {
	case o.title == "" && folded(withoutPrefix(value)) == subject:
		o.title = withoutPrefix(value)
	case o.author == "" && strings.Contains(value, "@"):
		o.author = value
		if one, err := mail.ParseAddress(value); err == nil {
			o.author = one.Address
			if one.Name != "" {
				o.author = articles.CleanLine(one.Name)
			}
		} else if name, _, _ := strings.Cut(value, "<"); strings.TrimSpace(name) != "" {
			o.author = strings.Trim(name, `"' `)
		}
	case o.published.IsZero() && dated:
		o.published = at.Time
	}
}

// isMark reports whether a line only says that a message follows.
func isMark(text string) bool {
	text = strings.TrimSpace(text)
	return folded(text) == "" || len(text) < fewWords && (strings.HasPrefix(text, "---") || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "："))
}
