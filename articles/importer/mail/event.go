package mail

import (
	"html"
	"strings"
	"time"

	"lede/articles"
)

// event writes what an invitation asks to (RFC 5545), for a message that has no
// other words: what, when, where and who. Its day is none of the message.
func (b *body) event(p *part) {
	fields := eventFields(p.text())
	line := func(label, words string) {
		if words = strings.TrimSpace(words); words != "" {
			b.html.WriteString("<p>" + label + html.EscapeString(words) + "</p>\n")
		}
	}
	if what := fields["SUMMARY"]; what != "" && what != b.of.text1("Subject") {
		b.html.WriteString("<h2>" + html.EscapeString(what) + "</h2>\n")
	}
	when := eventTime(fields["DTSTART"])
	if end := eventTime(fields["DTEND"]); end != "" && end != when {
		when += " – " + end
	}
	line("When: ", when)
	line("Where: ", fields["LOCATION"])
	for words := range strings.SplitSeq(fields["DESCRIPTION"], "\n") {
		line("", words)
	}
}

// eventFields are the fields of the first event of a calendar, by their names
// alone; a time has its zone behind it.
func eventFields(text string) map[string]string {
	text = strings.NewReplacer("\n ", "", "\n\t", "").Replace(text) // lines that go on
	fields := make(map[string]string)
	in := false
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		switch {
		case l == "BEGIN:VEVENT":
			in = true
		case l == "END:VEVENT", strings.HasPrefix(l, "BEGIN:") && in: // an alarm has words of its own
			return fields
		case in:
			name, value, ok := strings.Cut(l, ":")
			name, params, _ := strings.Cut(name, ";")
			if name = strings.ToUpper(name); !ok || fields[name] != "" {
				continue
			}
			value = strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(value)
			if _, zone, ok := strings.Cut(params, "TZID="); ok && strings.HasPrefix(name, "DT") {
				value += " " + strings.Trim(zone, `"`)
			}
			fields[name] = value
		}
	}
	return fields
}

// eventTime is a time of a calendar as people write it; as it stands where it is
// ill-formed.
func eventTime(s string) string {
	stamp, zone, _ := strings.Cut(s, " ")
	if at, err := time.Parse("20060102", stamp); err == nil {
		return articles.DateLabel(at)
	}
	if strings.HasSuffix(stamp, "Z") {
		stamp, zone = strings.TrimSuffix(stamp, "Z"), "UTC"
	}
	at, err := time.Parse("20060102T150405", stamp)
	if err != nil {
		return s
	}
	return strings.TrimSpace(articles.DateLabel(at) + ", " + at.Format("15:04") + " " + zone)
}
