package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// raw answers a request with bytes that no server of the library would send.
func raw(answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, answer)
		_ = conn.Close()
	}
}

func TestBodiesThatBreakOff(t *testing.T) {
	t.Parallel()
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	for i := range 2000 {
		fmt.Fprintln(z, "line", i)
	}
	_ = z.Close()
	half := zipped.String()[:zipped.Len()/2]
	s := serve(t, map[string]http.HandlerFunc{
		"/length": raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"),
		"/chunks": raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n"),
		"/gzip":   raw(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(half), half)),
		"/nogzip": raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 18\r\n\r\nonly this, no gzip"),
		"/brotli": raw("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 18\r\n\r\nonly this, no gzip"),
		"/none":   raw(""),
		"/noise":  raw("\x1b[31mSSH-2.0-server\r\n"),
		"/long":   raw("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nthis and more\x1b]0;title\a"),
	})
	c := client(t, Options{})
	for path, words := range map[string]string{
		"/length": "broke off after 9 bytes: try again", "/chunks": "broke off after 9 bytes", "/gzip": "broke off after", "/nogzip": "is not compressed as it says",
		"/brotli": "in the encoding br", "/none": "cannot be had", "/noise": "cannot be had",
	} {
		refused(t, c, Request{URL: s.URL + path}, s.URL+path, words)
	}
	if got := get(t, c, Request{URL: s.URL + "/long"}); string(got.Body) != "this" {
		t.Errorf("a body that is longer than its server says is %q", got.Body)
	}
}

func TestSizesAreBounded(t *testing.T) {
	t.Parallel()
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	zeros := make([]byte, 1<<20)
	for range 60 {
		_, _ = z.Write(zeros)
	}
	_ = z.Close()
	s := serve(t, map[string]http.HandlerFunc{
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb.Bytes())
		},
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(zeros); err != nil {
					return
				}
			}
		},
		"/boast":   raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nonly this"),
		"/headers": raw("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n"),
		"/just":    func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(zeros[:1000]) },
	})
	c := client(t, Options{})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, path := range []string{"/bomb", "/endless", "/boast"} {
		refused(t, c, Request{URL: s.URL + path}, "is over the limit of 20 MB")
	}
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 300 {
		t.Errorf("three answers without end took %d MB", grown)
	}
	refused(t, c, Request{URL: s.URL + "/headers"}, "cannot be had")
	refused(t, c, Request{URL: s.URL + "/just", Limit: 999}, "is over the limit of")
	if got := get(t, c, Request{URL: s.URL + "/just", Limit: 1000}); len(got.Body) != 1000 {
		t.Errorf("of an answer as long as its limit %d bytes came", len(got.Body))
	}
}

// Nor is the screen flooded with what a server or a page says.
func TestErrorsAreBounded(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 50_000)
	s := serve(t, map[string]http.HandlerFunc{
		"/noise":  raw(long + "\r\n\r\n"),
		"/packed": raw("HTTP/1.1 200 OK\r\nContent-Encoding: " + long + "\r\nContent-Length: 4\r\n\r\ntext"),
		"/away":   raw("HTTP/1.1 302 Found\r\nLocation: x:" + long + "\r\nContent-Length: 0\r\n\r\n"),
	})
	c := client(t, Options{})
	for _, path := range []string{"/noise", "/packed", "/away", "/none?" + long} {
		_, err := c.Get(t.Context(), Request{URL: s.URL + path})
		if err == nil || len(err.Error()) > 1100 || !utf8.ValidString(err.Error()) {
			t.Errorf("%.10s: %.200v", path, err)
		}
	}
}

func TestTimeIsBounded(t *testing.T) {
	t.Parallel()
	wait := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	s := serve(t, map[string]http.HandlerFunc{
		"/drip": drip, "/silent": wait,
		"/hops": func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(60 * time.Millisecond)
			http.Redirect(w, r, "/hops?"+r.URL.RawQuery+"x", http.StatusFound)
		},
	})
	c := client(t, Options{Timeout: 200 * time.Millisecond})
	for _, path := range []string{"/drip", "/silent", "/hops"} {
		refused(t, c, Request{URL: s.URL + path}, s.URL+path+" was not sent within 200ms: try again later")
	}
}

func TestStop(t *testing.T) {
	t.Parallel()
	s := serve(t, map[string]http.HandlerFunc{"/drip": drip})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := client(t, Options{}).Get(ctx, Request{URL: s.URL + "/drip"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a request that was stopped says %v", err)
	}
}

func TestFromPublicToPrivate(t *testing.T) {
	t.Parallel()
	secret := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "within") }})
	port := strings.TrimPrefix(secret.URL, "http://127.0.0.1:")
	to := func(location string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, location, http.StatusMovedPermanently)
		}
	}
	handlers := map[string]http.HandlerFunc{
		"/address": to(secret.URL), "/name": to("http://localhost:" + port), "/mapped": to("http://[::ffff:127.0.0.1]:" + port),
		"/octal": to("http://0x7f.1:" + port), "/inside": to("http://inside.test:" + port), "/again": to("/address"),
	}
	open := serveAt(t, "127.0.0.2", handlers)
	n := &names{byID: map[string][]string{"inside.test": {"127.0.0.1"}, "open.test": {"127.0.0.2"}, "turning.test": {"127.0.0.2", "127.0.0.1"}}}
	c := client(t, Options{})
	publicLoopback(c)
	n.use(t, c)
	for _, path := range []string{"/address", "/name", "/mapped", "/inside", "/again"} {
		refused(t, c, Request{URL: open.URL + path}, open.URL+path+" leads from the web into a private network")
	}
	refused(t, c, Request{URL: open.URL + "/octal"}, "cannot be")

	// The person may go there, and from there on.
	if got := get(t, c, Request{URL: "http://inside.test:" + port}); string(got.Body) != "within" || !got.Private {
		t.Errorf("an address that was typed answers %+v", got)
	}
	refused(t, c, Request{URL: secret.URL, Public: true}, "private network")
	refused(t, c, Request{URL: "http://inside.test:" + port, Public: true}, "private network")
	home := serve(t, handlers)
	if got := get(t, c, Request{URL: home.URL + "/inside"}); string(got.Body) != "within" {
		t.Errorf("from a private address a private one answers %q", got.Body)
	}
}

// A name that leads to a public address first and to a private one then does
// not get through, with the connection of another either.
func TestNamesThatTurn(t *testing.T) {
	t.Parallel()
	var port string
	handlers := map[string]http.HandlerFunc{
		"/": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Connection", "close")
			fmt.Fprint(w, "open")
		},
		"/turn": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://turning.test:"+port+"/within", http.StatusFound)
		},
	}
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ = net.SplitHostPort(l.Addr().String())
	reached := make(chan string, 8)
	server := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/within" {
			reached <- r.Context().Value(http.LocalAddrContextKey).(net.Addr).String()
		}
		handlers["/"+strings.TrimPrefix(strings.Replace(r.URL.Path, "/within", "/", 1), "/")](w, r)
	})}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { server.Close() })
	n := &names{byID: map[string][]string{"turning.test": {"127.0.0.2", "127.0.0.1"}, "typed.test": {"127.0.0.1"}}}
	c := client(t, Options{})
	publicLoopback(c)
	n.use(t, c)
	if _, err := c.Get(t.Context(), Request{URL: "http://turning.test:" + port + "/"}); err != nil {
		t.Skipf("no address 127.0.0.2 here: %v", err)
	}
	refused(t, c, Request{URL: "http://127.0.0.2:" + port + "/turn"}, "private network")
	// Now a connection to it is open, by one who may.
	get(t, c, Request{URL: "http://turning.test:" + port + "/"})
	refused(t, c, Request{URL: "http://127.0.0.2:" + port + "/turn"}, "private network")
	if len(reached) > 0 {
		t.Errorf("a request got through to %s", <-reached)
	}
}

func TestPrivateAddresses(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.9.9.9": true, "10.1.2.3": true, "172.16.0.1": true, "192.168.1.1": true, "169.254.169.254": true, "100.64.0.1": true,
		"0.0.0.0": true, "224.0.0.1": true, "255.255.255.255": true, "::1": true, "::": true, "fe80::1%eth0": true, "fd00::1": true, "ff02::1": true,
		"::ffff:10.0.0.1": true, "64:ff9b::7f00:1": true, "2002:0a00:0001::1": true, "::127.0.0.1": true, "fec0::1": true,
		"93.184.216.34": false, "2606:2800:220:1::1": false, "::ffff:8.8.8.8": false, "64:ff9b::808:808": false, "172.32.0.1": false, "100.128.0.1": false,
	} {
		if got := isPrivate(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s is private: %v", address, got)
		}
	}
}

func TestUnknownHosts(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	(&names{}).use(t, c)
	refused(t, c, Request{URL: "http://nowhere.test/"}, "http://nowhere.test/ cannot be found: there is no host nowhere.test; check the address")
}

func TestProxy(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 3)
	proxy := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.String()
		if r.URL.Path == "/in" {
			http.Redirect(w, r, "http://localhost/", http.StatusFound)
			return
		}
		fmt.Fprint(w, "by proxy")
	}})
	c := client(t, Options{})
	c.proxy = func(*url.URL) (*url.URL, error) { return url.Parse(proxy.URL) }
	got := get(t, c, Request{URL: "http://user:secret@far.test/page?gclid=1"})
	if string(got.Body) != "by proxy" || got.Private || got.URL != "http://far.test/page" {
		t.Errorf("through a proxy came %+v", got)
	}
	if got := <-asked; !strings.HasPrefix(got, "http://") || !strings.HasSuffix(got, "far.test/page?gclid=1") {
		t.Errorf("the proxy is asked for %s", got)
	}
	refused(t, c, Request{URL: "http://far.test/in"}, "private network")
}
