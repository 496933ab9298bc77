package fetch

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"lede/articles"
)

// longest is the most that a server's word about time is taken for.
const longest = 365 * 24 * time.Hour

// retryAfter is how long a server asks to be left alone: it says so in seconds
// or as a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.ParseInt(value, 10, 32); err == nil {
		return within(time.Duration(n) * time.Second)
	}
	if at, err := http.ParseTime(value); err == nil {
		return within(at.Sub(now))
	}
	return 0
}

// freshFor is how long an answer holds (RFC 9111, section 4.2.1).
func freshFor(h http.Header, now time.Time) time.Duration {
	age := time.Duration(-1)
	for part := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch strings.ToLower(name) {
		case "no-store", "no-cache":
			return 0
		case "max-age":
			if n, err := strconv.ParseInt(strings.Trim(value, `" `), 10, 32); err == nil {
				age = time.Duration(n) * time.Second
			}
		}
	}
	if age >= 0 {
		return within(age)
	}
	if at, err := http.ParseTime(h.Get("Expires")); err == nil {
		if sent, err := http.ParseTime(h.Get("Date")); err == nil {
			now = sent
		}
		return within(at.Sub(now))
	}
	return 0
}

func within(d time.Duration) time.Duration { return max(0, min(d, longest)) }

// contentType is the type of an answer and its charset, in lower case, as the
// server says. Each is read even if the other cannot be.
func contentType(h http.Header) (kind, charset string) {
	value := h.Get("Content-Type")
	kind, params, err := mime.ParseMediaType(value)
	charset = params["charset"]
	if err != nil {
		var rest string
		kind, rest, _ = strings.Cut(value, ";")
		if _, after, ok := strings.Cut(strings.ToLower(rest), "charset="); ok {
			charset, _, _ = strings.Cut(after, ";")
		}
	}
	word := func(s string) string {
		return strings.ToLower(strings.Trim(articles.CleanLine(s), `"' `))
	}
	return word(kind), word(charset)
}
