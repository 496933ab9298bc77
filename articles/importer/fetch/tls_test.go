package fetch

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// secure is a server that speaks TLS and HTTP/2; it writes nothing of what goes
// wrong on purpose.
func secure(t *testing.T, config *tls.Config) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) }))
	s.EnableHTTP2 = true
	s.TLS = config
	s.Config.ErrorLog = silent()
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}

// trusting is a client that trusts the certificate of s.
func trusting(t *testing.T, s *httptest.Server, at time.Time) *Client {
	t.Helper()
	c := client(t, Options{})
	config := s.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	config.Time = func() time.Time { return at }
	c.direct.TLSClientConfig = config
	return c
}

func TestHTTP2(t *testing.T) {
	t.Parallel()
	s := secure(t, nil)
	if got := get(t, trusting(t, s, time.Now()), Request{URL: s.URL}); string(got.Body) != "HTTP/2.0" {
		t.Errorf("spoken is %s", got.Body)
	}
}

func TestCertificates(t *testing.T) {
	t.Parallel()
	s := secure(t, nil)
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "https://"), ":")
	refused(t, client(t, Options{}), Request{URL: s.URL}, "cannot be trusted: nobody whom this computer knows vouches for 127.0.0.1")
	refused(t, trusting(t, s, time.Now().AddDate(200, 0, 0)), Request{URL: s.URL}, "cannot be trusted: the certificate of 127.0.0.1 is out of date")
	refused(t, trusting(t, s, time.Now()), Request{URL: "https://localhost:" + port}, "cannot be trusted: the certificate that came is not localhost's")
	plain := serve(t, nil)
	refused(t, client(t, Options{}), Request{URL: strings.Replace(plain.URL, "http:", "https:", 1)}, "is not encrypted: try it with http:// in front")
	old := secure(t, &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10})
	refused(t, trusting(t, old, time.Now()), Request{URL: old.URL}, "do not agree on how to encrypt")
}
