package fetch

import (
	"context"
	"encoding/binary"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// serve is a server on loopback at which each path does what its handler says.
func serve(t *testing.T, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	return serveAt(t, "127.0.0.1", handlers)
}

func serveAt(t *testing.T, host string, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	l, err := net.Listen("tcp", net.JoinHostPort(host, "0"))
	if err != nil {
		t.Skipf("no address %s here: %v", host, err) // Linux has all of 127.0.0.0/8
	}
	mux := http.NewServeMux()
	for path, handler := range handlers {
		mux.HandleFunc(path, handler)
	}
	s := httptest.NewUnstartedServer(mux)
	_ = s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// client is one that ends with the test.
func client(t *testing.T, o Options) *Client {
	t.Helper()
	c := New(o)
	t.Cleanup(c.Close)
	return c
}

// get gets an address that answers.
func get(t *testing.T, c *Client, r Request) *Response {
	t.Helper()
	response, err := c.Get(t.Context(), r)
	if err != nil {
		t.Fatalf("get %s: %v", r.URL, err)
	}
	return response
}

// refused is [failure] for who looks at the words alone.
func refused(t *testing.T, c *Client, r Request, words ...string) {
	t.Helper()
	_ = failure(t, c, r, words...)
}

// failure gets an address that does not answer; all that words lists must be in
// what it says, which must be one line without the word secret.
func failure(t *testing.T, c *Client, r Request, words ...string) *Error {
	t.Helper()
	response, err := c.Get(t.Context(), r)
	if err == nil {
		t.Fatalf("got %d bytes of %s, want an error", len(response.Body), r.URL)
	}
	e, ok := err.(*Error) //nolint:errorlint // that is what Get returns
	if !ok {
		t.Fatalf("%s: %T %v, want an *Error", r.URL, err, err)
	}
	for _, word := range words {
		if !strings.Contains(e.Error(), word) {
			t.Errorf("%s says %q, without %q", r.URL, e, word)
		}
	}
	if strings.ContainsAny(e.Error(), "\n\x1b") || strings.Contains(e.Error(), "secret") {
		t.Errorf("%s says %q", r.URL, e)
	}
	return e
}

// publicLoopback makes 127.0.0.2 and up a public address for c.
func publicLoopback(c *Client) {
	c.private = func(ip netip.Addr) bool { return ip == netip.AddrFrom4([4]byte{127, 0, 0, 1}) }
}

// names is a name server on loopback: it answers each question for a name with
// the next of its addresses, and the last for ever.
type names struct {
	mu   sync.Mutex
	byID map[string][]string
}

func (n *names) next(name string) (netip.Addr, bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	list := n.byID[strings.TrimSuffix(name, ".")]
	if len(list) == 0 {
		return netip.Addr{}, false
	}
	if len(list) > 1 {
		n.byID[strings.TrimSuffix(name, ".")] = list[1:]
	}
	return netip.MustParseAddr(list[0]), true
}

// resolver is one that asks n over UDP.
func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 4096)
		for {
			size, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			if answer := n.answer(buf[:size]); answer != nil {
				_, _ = conn.WriteTo(answer, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (n *names) answer(question []byte) []byte {
	var m dnsmessage.Message
	if len(question) < 2 || m.Unpack(question) != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	reply := dnsmessage.Message{Header: dnsmessage.Header{ID: binary.BigEndian.Uint16(question), Response: true, RecursionAvailable: true}, Questions: m.Questions}
	if q.Type == dnsmessage.TypeA {
		if ip, ok := n.next(q.Name.String()); ok {
			reply.Answers = []dnsmessage.Resource{{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
				Body:   &dnsmessage.AResource{A: ip.As4()},
			}}
		} else {
			reply.RCode = dnsmessage.RCodeNameError
		}
	}
	packed, _ := reply.Pack()
	return packed
}

// use makes c look names up in n.
func (n *names) use(t *testing.T, c *Client) {
	t.Helper()
	r := n.resolver(t)
	d, g := dialer(nil), dialer(c.refusePrivate)
	d.Resolver, g.Resolver = r, r
	c.direct, c.guarded = transport(d), transport(g)
}

// drip writes a byte now and then until the client goes away.
func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		_, _ = w.Write([]byte("x"))
		w.(http.Flusher).Flush()
		time.Sleep(5 * time.Millisecond)
	}
}
