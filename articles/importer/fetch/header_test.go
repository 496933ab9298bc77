package fetch

import (
	"net/http"
	"testing"
	"time"
)

func TestFreshFor(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 2, 2, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		control, expires string
		want             time.Duration
	}{
		{"max-age=60", "", time.Minute},
		{`public, MAX-AGE="60", immutable`, "Mon, 02 Feb 2026 09:00:00 GMT", time.Minute},
		{"max-age=60, no-cache", "", 0},
		{"no-store", "Mon, 02 Feb 2026 09:00:00 GMT", 0},
		{"", "Mon, 02 Feb 2026 09:00:00 GMT", time.Hour},
		{"", "0", 0},
		{"max-age=-1", "", 0},
		{"max-age=2147483647", "", longest},
		{"max-age=99999999999999999999", "", 0},
	} {
		h := http.Header{"Cache-Control": {c.control}, "Expires": {c.expires}}
		if got := freshFor(h, now); got != c.want {
			t.Errorf("%q, %q: %v, want %v", c.control, c.expires, got, c.want)
		}
	}
}

func TestContentType(t *testing.T) {
	t.Parallel()
	for header, want := range map[string][2]string{
		"text/html; charset=UTF-8":       {"text/html", "utf-8"},
		"text/html;charset='utf-8'":      {"text/html", "utf-8"},
		"text/html; charset=utf-8; x y":  {"text/html", "utf-8"},
		"TEXT/HTML; charset=\"euc-kr\";": {"text/html", "euc-kr"},
		"text/html; charset":             {"text/html", ""},
		"":                               {"", ""},
		"\x1b[31mhtml":                   {"html", ""},
	} {
		kind, charset := contentType(http.Header{"Content-Type": {header}})
		if kind != want[0] || charset != want[1] {
			t.Errorf("%q: %q, %q", header, kind, charset)
		}
	}
}

func FuzzHeaders(f *testing.F) {
	f.Add("text/html; charset=x", "max-age=1, no-cache", "Mon, 02 Feb 2026 09:00:00 GMT")
	f.Fuzz(func(t *testing.T, kind, control, date string) {
		h := http.Header{"Content-Type": {kind}, "Cache-Control": {control}, "Expires": {date}, "Retry-After": {date}}
		contentType(h)
		now := time.Now()
		if d := freshFor(h, now); d < 0 || d > longest {
			t.Errorf("fresh for %v", d)
		}
		if d := retryAfter(h, now); d < 0 || d > longest {
			t.Errorf("retry after %v", d)
		}
	})
}
