package fetch

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"lede/articles"
)

func TestAccessIsForTheServerThatWasAsked(t *testing.T) {
	t.Parallel()
	tells := func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		fmt.Fprintf(w, "%s %s %s:%s", r.Header.Get("X-Token"), r.UserAgent(), user, password)
	}
	other := serve(t, map[string]http.HandlerFunc{"/": tells})
	s := serve(t, map[string]http.HandlerFunc{
		"/feed": tells,
		"/away": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) },
	})
	access := articles.Access{Agent: "Reader/1", User: "ann", Password: "secret"}
	for _, line := range []string{"X-Token: old", "x-token: 12", "X-Other: 1", "X-Other:"} {
		if err := access.SetHeader(line); err != nil {
			t.Fatal(err)
		}
	}
	c := client(t, Options{})
	if got := string(get(t, c, Request{URL: s.URL + "/feed", Kind: Feed, Access: access}).Body); got != "12 Reader/1 ann:secret" {
		t.Errorf("the server was told %q", got)
	}
	if got := string(get(t, c, Request{URL: s.URL + "/away", Kind: Feed, Access: access}).Body); got != " lede/dev (terminal reader) :" {
		t.Errorf("another server was told %q", got)
	}
	if got := access.String(); got != "1 header, a user agent, a user and password" {
		t.Errorf("what is printed of it: %q", got)
	}
}

func TestACertificateIsTrusted(t *testing.T) {
	t.Parallel()
	s := secure(t, nil)
	file := filepath.Join(t.TempDir(), "cert.pem")
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if _, err := x509.ParseCertificate(s.Certificate().Raw); err != nil || os.WriteFile(file, block, 0o600) != nil {
		t.Fatal(err)
	}
	c := client(t, Options{})
	for range 2 {
		if got := get(t, c, Request{URL: s.URL, Access: articles.Access{Certificate: file}}); len(got.Body) == 0 {
			t.Error("no answer")
		}
	}
	refused(t, c, Request{URL: s.URL}, "cannot be trusted")
	if err := os.WriteFile(file+"2", []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, c, Request{URL: s.URL, Access: articles.Access{Certificate: file + "2"}}, "cert.pem2 cannot be read: no certificate is in it")
	refused(t, c, Request{URL: s.URL, Access: articles.Access{Certificate: file + "3"}}, "cert.pem3 cannot be read")
}

func TestCookiesLastForOneJourney(t *testing.T) {
	t.Parallel()
	s := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("seen"); err == nil && c.Value == "yes" {
			fmt.Fprint(w, "the text")
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes"})
		http.Redirect(w, r, "/", http.StatusFound)
	}, "/asks": func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, len(r.Cookies())) }})
	c := client(t, Options{})
	if got := get(t, c, Request{URL: s.URL}); string(got.Body) != "the text" {
		t.Errorf("behind the cookie stands %q", got.Body)
	}
	if got := get(t, c, Request{URL: s.URL + "/asks"}); string(got.Body) != "0" {
		t.Errorf("%s cookies were kept", got.Body)
	}
}

func TestPagesThatSendOn(t *testing.T) {
	t.Parallel()
	page := func(head string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<html><head>"+head+"</head><body>here</body></html>")
		}
	}
	s := serve(t, map[string]http.HandlerFunc{
		"/meta":   page(`<meta http-equiv="refresh" content="0; URL='/end'">`),
		"/plain":  page(`<meta http-equiv=Refresh content="1,/end">`),
		"/header": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Refresh", "0;url=end") },
		"/later":  page(`<meta http-equiv="refresh" content="300; url=/end">`),
		"/anew":   page(`<meta http-equiv="refresh" content="0">`),
		"/self":   page(`<meta http-equiv="refresh" content="0; url=/self#x">`),
		"/circle": page(`<meta http-equiv="refresh" content="0; url=/back">`),
		"/back":   page(`<meta http-equiv="refresh" content="0; url=/circle">`),
		"/file":   page(`<meta http-equiv="refresh" content="0; url=file:///etc/passwd">`),
		"/end":    func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "end") },
	})
	c := client(t, Options{})
	for path, want := range map[string]string{
		"/meta": "/end", "/plain": "/end", "/header": "/end", "/later": "/later", "/anew": "/anew", "/self": "/self",
		"/circle": "/back", "/file": "/file",
	} {
		if got := get(t, c, Request{URL: s.URL + path}); got.URL != s.URL+want || got.Moved != "" {
			t.Errorf("%s leads to %s, moved to %q", path, got.URL, got.Moved)
		}
	}
}
