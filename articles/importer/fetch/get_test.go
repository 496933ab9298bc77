package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestAnswer(t *testing.T) {
	t.Parallel()
	s := serve(t, map[string]http.HandlerFunc{"/page": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", `Text/HTML; charset="ISO-8859-1"`)
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Feb 2026 08:00:00 GMT")
		w.Header().Set("Cache-Control", "public, max-age=600")
		fmt.Fprint(w, "caf\xe9")
	}})
	got := get(t, client(t, Options{}), Request{URL: s.URL + "/page?utm_source=letter&id=1#part"})
	want := &Response{
		URL: s.URL + "/page?id=1", Private: true, ETag: `"v1"`, LastModified: "Mon, 02 Feb 2026 08:00:00 GMT",
		Type: "text/html", Charset: "iso-8859-1", Body: []byte("caf\xe9"), FreshFor: 10 * time.Minute,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestRequestSaysWhoAsksAndNoMore(t *testing.T) {
	t.Parallel()
	asked := make(chan http.Header, 4)
	s := serve(t, map[string]http.HandlerFunc{
		"/from": func(w http.ResponseWriter, r *http.Request) {
			asked <- r.Header
			http.SetCookie(w, &http.Cookie{Name: "follow", Value: "me"})
			http.Redirect(w, r, "/to", http.StatusFound)
		},
		"/to": func(_ http.ResponseWriter, r *http.Request) { asked <- r.Header },
	})
	c := client(t, Options{Version: "v1.2.3", Language: "de,en;q=0.7"})
	get(t, c, Request{URL: s.URL + "/from"})
	get(t, c, Request{URL: s.URL + "/from", Kind: Feed})
	for i, kind := range []Kind{Page, Page, Feed, Feed} {
		want := http.Header{
			"User-Agent": {"lede/v1.2.3 (terminal reader)"}, "Accept": {accept[kind]}, "Accept-Language": {"de,en;q=0.7"}, "Accept-Encoding": {"gzip"},
		}
		if i%2 == 1 { // a cookie goes with the journey that it was given on
			want["Cookie"] = []string{"follow=me"}
		}
		if got := <-asked; !reflect.DeepEqual(got, want) {
			t.Errorf("request %d has %v, want %v", i, got, want)
		}
	}
}

func TestConditionalRequest(t *testing.T) {
	t.Parallel()
	s := serve(t, map[string]http.HandlerFunc{"/feed": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v2"`)
		if r.Header.Get("If-None-Match") == `"v2"` && r.Header.Get("If-Modified-Since") == "yesterday" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "new")
	}, "/confused": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }})
	c := client(t, Options{})
	if got := get(t, c, Request{URL: s.URL + "/feed", ETag: `"v1"`}); got.NotModified || string(got.Body) != "new" || got.ETag != `"v2"` {
		t.Errorf("what changed is answered %+v", got)
	}
	got := get(t, c, Request{URL: s.URL + "/feed", ETag: `"v2"`, LastModified: "yesterday"})
	if !got.NotModified || got.Body != nil || got.ETag != `"v2"` || got.LastModified != "yesterday" {
		t.Errorf("what did not change is answered %+v", got)
	}
	refused(t, c, Request{URL: s.URL + "/confused"}, "304 Not Modified")
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	to := func(status int, location string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", location)
			w.WriteHeader(status)
		}
	}
	handlers := map[string]http.HandlerFunc{
		"/end":       func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "end") },
		"/permanent": to(301, "/permanent2"), "/permanent2": to(308, "/end?utm_medium=x"),
		"/mixed": to(301, "/found"), "/found": to(302, "/other"), "/other": to(303, "/seven"), "/seven": to(307, "end"),
		"/circle": to(302, "/circle2"), "/circle2": to(302, "/circle"), "/self": to(301, ""),
		"/file": to(302, "file:///etc/passwd"), "/script": to(302, "javascript:alert(1)"), "/ftp": to(301, "ftp://example.org/x"),
		"/bad": to(302, "http://[::1"), "/escape": to(302, "gopher://\u009b31m/"), "/multiple": to(300, "/end"),
	}
	for i := range 12 {
		handlers[fmt.Sprintf("/n%d", i)] = to(302, fmt.Sprintf("/n%d", i+1))
	}
	handlers["/n12"] = handlers["/end"]
	s := serve(t, handlers)
	c := client(t, Options{})
	for path, moved := range map[string]string{"/end": "", "/permanent": s.URL + "/end", "/mixed": "", "/found": ""} {
		if got := get(t, c, Request{URL: s.URL + path}); string(got.Body) != "end" || got.URL != s.URL+"/end" || got.Moved != moved {
			t.Errorf("%s leads to %s, moved to %q", path, got.URL, got.Moved)
		}
	}
	for path, words := range map[string]string{
		"/n0": "redirects more than 10 times", "/circle": "in a circle", "/self": "redirects to no address", "/bad": "redirects to no address",
		"/file": "file:///etc/passwd, which is no web address", "/script": "no web address", "/ftp": "no web address", "/escape": "no web address",
		"/multiple": "300 Multiple Choices",
	} {
		refused(t, c, Request{URL: s.URL + path}, s.URL+path, words)
	}
	if got := get(t, c, Request{URL: s.URL + "/n2"}); string(got.Body) != "end" {
		t.Errorf("ten redirects lead to %q", got.Body)
	}
}

// What stands before a server turns programs away with a status that says to wait.
func TestGuarded(t *testing.T) {
	t.Parallel()
	s := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cf-Mitigated", "challenge")
		w.WriteHeader(http.StatusServiceUnavailable)
	}})
	_ = failure(t, client(t, Options{}), Request{URL: s.URL}, "answered 503 Service Unavailable: it wants you to sign in, or turns programs away")
}

func TestStatus(t *testing.T) {
	t.Parallel()
	answers := map[string]struct {
		status int
		retry  string
		after  time.Duration
		words  string
	}{
		"/404": {404, "", 0, "answered 404 Not Found: check the address"},
		"/410": {410, "", 0, "answered 410 Gone: it was taken away for good"},
		"/403": {403, "", 0, "answered 403 Forbidden: it wants you to sign in, or turns programs away"},
		"/429": {429, "120", 2 * time.Minute, "answered 429 Too Many Requests: try again in 2 minutes"},
		"/503": {503, time.Now().Add(time.Hour).UTC().Format(http.TimeFormat), time.Hour, "answered 503 Service Unavailable: try again in "},
		"/500": {500, "", 0, "answered 500 Internal Server Error: try again later"},
		"/502": {502, "soon", 0, "try again later"},
		"/999": {999, "-5", 0, "answered 999: try again later"},
		"/204": {204, "", 0, "answered 204 No Content: open it in the browser to see why"},
		"/206": {206, "", 0, "answered 206 Partial Content"},
	}
	handlers := map[string]http.HandlerFunc{}
	for path, a := range answers {
		handlers[path] = func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", a.retry)
			w.WriteHeader(a.status)
			if a.status != 204 {
				fmt.Fprint(w, "an error page")
			}
		}
	}
	s := serve(t, handlers)
	c := client(t, Options{})
	for path, a := range answers {
		e := failure(t, c, Request{URL: s.URL + path}, s.URL+path+" ", a.words)
		if e.Status != a.status || e.IsGone() != (a.status == 410) || (e.RetryAfter-a.after).Abs() > time.Minute {
			t.Errorf("%s: %+v, want a retry after %v", path, e, a.after)
		}
	}
	_ = failure(t, c, Request{URL: s.URL + "/403", Kind: Feed}, "give lede feeds add or set a --user, --header or --user-agent for it")
}

func TestAddressesThatAreNone(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	for address, words := range map[string]string{
		"file:///etc/passwd":      "file:///etc/passwd is no web address",
		"notes.md":                "is no web address",
		"":                        "is no web address",
		"https://":                "names no host",
		"http://user:secret@[::1": "cannot be read",
		"http://a b/":             "cannot be read",
		"javascript:alert(1)":     "is no web address",
	} {
		refused(t, c, Request{URL: address}, words)
	}
}

func TestCredentialsAreUsedAndNotKept(t *testing.T) {
	t.Parallel()
	var other string
	asks := func(w http.ResponseWriter, r *http.Request) {
		if name, password, _ := r.BasicAuth(); name != "reader" || password != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}
	s := serve(t, map[string]http.HandlerFunc{
		"/": asks, "/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusMovedPermanently) },
		"/away": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other, http.StatusFound) },
		"/fail": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) },
	})
	other = serve(t, map[string]http.HandlerFunc{"/": asks}).URL
	with := func(path string) Request {
		return Request{URL: strings.Replace(s.URL, "http://", "http://reader:secret@", 1) + path}
	}
	c := client(t, Options{})
	if got := get(t, c, with("/moved")); got.URL != s.URL+"/" || got.Moved != s.URL+"/" {
		t.Errorf("kept %+v", got)
	}
	refused(t, c, with("/away"), s.URL+"/away answered 401")
	refused(t, c, with("/fail"), s.URL+"/fail answered 404")
	refused(t, c, Request{URL: "http://reader:secret@127.0.0.1:1/"}, "http://127.0.0.1:1/ cannot be had: 127.0.0.1 takes no connection")
}

func TestWait(t *testing.T) {
	t.Parallel()
	for d, want := range map[time.Duration]string{
		time.Millisecond: "1 second", 90 * time.Second: "90 seconds", 91 * time.Second: "2 minutes", time.Hour: "60 minutes",
		4 * time.Hour: "4 hours", 36*time.Hour + 1: "2 days", 365 * 24 * time.Hour: "365 days",
	} {
		if got := wait(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

// TestNothingEncrypted tells hosts that may have an answer by http from others.
func TestNothingEncrypted(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	plain := strings.Replace(serve(t, nil).URL, "http:", "https:", 1)
	closed := httptest.NewServer(nil)
	closed.Close()
	mute, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mute.Close() })
	go func() {
		for {
			conn, err := mute.Accept()
			if err != nil {
				return
			}
			_ = conn.Close()
		}
	}()
	for address, want := range map[string]bool{
		plain: true, strings.Replace(closed.URL, "http:", "https:", 1): true, "https://" + mute.Addr().String(): true,
		secure(t, nil).URL: false, // whose certificate nobody trusts
	} {
		_, err := c.Get(t.Context(), Request{URL: address})
		if e, ok := errors.AsType[*Error](err); !ok || e.IsUnencrypted() != want || strings.HasSuffix(e.Error(), "EOF") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestOffline tells a computer without a network from a host that is not there.
func TestOffline(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	d := dialer(nil)
	d.Resolver = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) { return nil, syscall.ENETUNREACH }}
	c.direct = transport(d)
	_, err := c.Get(t.Context(), Request{URL: "https://a.example/"})
	if e, ok := errors.AsType[*Error](err); !ok || !e.IsOffline() || !strings.HasSuffix(e.Error(), "are you online?") {
		t.Errorf("without a network: %v", err)
	}
	(&names{}).use(t, c)
	_, err = c.Get(t.Context(), Request{URL: "https://a.example/"})
	if e, ok := errors.AsType[*Error](err); !ok || e.IsOffline() || !strings.Contains(e.Error(), "there is no host a.example") {
		t.Errorf("a host that is not there: %v", err)
	}
}
