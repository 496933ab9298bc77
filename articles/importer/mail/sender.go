package mail

import (
	"cmp"
	"net/url"
	"strings"
)

// sender is who wrote a message, and the name of the list or the letter, where it
// stands in that of the writer: "Ann via Piers", "Ann from Piers", "Piers by Ann". It
// is the one that the header names elsewhere.
func (p *part) sender() (author, site string) {
	name, from := p.address("From")
	local, host, _ := strings.Cut(from, "@")
	id, _, _ := strings.Cut(strings.TrimPrefix(p.raw("List-Id"), "<"), ".")
	host, _, _ = strings.Cut(host, ".")
	list := p.listName()
	isPlace := func(s string) bool {
		s = folded(s)
		return s != "" && (s == folded(local) || s == folded(host) || s == folded(id) || s == folded(list))
	}
	for _, between := range [...]string{" via ", " from ", " at ", " by ", " | ", " - ", " – ", " @ "} {
		before, after, ok := strings.Cut(name, between)
		before, after = strings.Trim(before, `"' `), strings.Trim(after, `"' `)
		switch {
		case !ok || before == "" || after == "":
		case isPlace(after):
			return before, after
		case between == " via " && p.raw("List-Id") != "":
			return before, ""
		case isPlace(before) && between != " at " && between != " from " && between != " via ":
			return after, before
		}
	}
	return cmp.Or(name, from), ""
}

// post is the address of a letter on the web, where the field that says how to write
// to a list has it and nothing else: it is no first page.
func (p *part) post() string {
	at := p.web("List-Post")
	if strings.Contains(p.raw("List-Post"), "mailto:") {
		return "" // who writes there writes to the list
	}
	if u, err := url.Parse(at); err == nil && strings.Count(strings.Trim(u.Path, "/"), "/") > 0 {
		return at
	}
	return ""
}
