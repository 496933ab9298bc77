package fetch

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// sentOn is the address to which a page sends its readers on as soon as it is
// shown, by its head or by the header Refresh; empty for one that lets them
// read. A page that is shown anew sends nobody on.
func sentOn(u *url.URL, h http.Header, r *Response) string {
	to := refreshed(h.Get("Refresh"))
	if to == "" && strings.Contains(r.Type, "html") {
		to = refreshOf(r.Body)
	}
	if next, err := u.Parse(to); to == "" || err != nil || ready(next).String() == u.String() {
		return ""
	}
	return to
}

// refreshOf is where the head of a page sends on to. What stands in noscript
// there is for programs as this one is, and holds too.
func refreshOf(page []byte) string {
	const head = 16 << 10
	z := html.NewTokenizer(bytes.NewReader(page[:min(len(page), head)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return ""
			}
			if t.Data != "meta" {
				continue
			}
			equiv, content := "", ""
			for _, a := range t.Attr {
				switch a.Key {
				case "http-equiv":
					equiv = a.Val
				case "content":
					content = a.Val
				}
			}
			if strings.EqualFold(strings.TrimSpace(equiv), "refresh") {
				return refreshed(content)
			}
		}
	}
}

// refreshed is the address in a value such as "0; url=/other", when it is to be
// shown before a text could be read.
func refreshed(value string) string {
	const longest = 5 // seconds
	seconds, rest, _ := strings.Cut(strings.Replace(value, ",", ";", 1), ";")
	after, err := strconv.ParseFloat(strings.TrimSpace(seconds), 64)
	if err != nil || after < 0 || after > longest {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if name, to, ok := strings.Cut(rest, "="); ok && strings.EqualFold(strings.TrimSpace(name), "url") {
		rest = to
	}
	return strings.Trim(strings.TrimSpace(rest), `"'`)
}
