// Package fetch is the only HTTP of lede: it gets what a person asked for, and
// that alone. It keeps no cookies, sends no Referer, and holds every answer to
// limits of size and time.
package fetch

import (
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"golang.org/x/net/http/httpproxy"

	"lede/articles"
)

// The limits that hold where [Options] and [Request] name none.
const (
	MaxSize       = 20 << 20         // of an answer, in bytes, after decompression
	Timeout       = 30 * time.Second // for one Get, without the wait for its turn
	PerHost       = 2                // requests at a time
	AtOnce        = 16               // requests at a time to all hosts
	mostRedirects = 10
)

// Options are what a [Client] is made of; the zero value is fit for use.
type Options struct {
	Version  string        // of lede, for the User-Agent; empty is "dev"
	Language string        // for the Accept-Language: "de-AT,de;q=0.9,en;q=0.5"; may be empty
	Timeout  time.Duration // see [Timeout]
	PerHost  int           // see [PerHost]
	AtOnce   int           // see [AtOnce]
}

// Client gets addresses of the web. It may be used by many at a time.
type Client struct {
	agent    string
	language string
	timeout  time.Duration
	turns    *turns
	private  func(netip.Addr) bool // isPrivate; tests have public addresses on loopback
	proxy    func(*url.URL) (*url.URL, error)

	// A connection is used again by whoever wants one to the same host. So those
	// that may lead into a private network are kept apart from those that may not.
	direct, guarded, proxied *http.Transport
	certified                sync.Map // of a certificate's path and more, to the transport that has it
}

// New returns a client with the proxies that the environment names.
func New(o Options) *Client {
	c := &Client{
		agent:    "lede/" + nonEmpty(o.Version, "dev") + " (terminal reader)",
		language: o.Language,
		timeout:  positive(o.Timeout, Timeout),
		turns:    newTurns(positive(o.PerHost, PerHost), positive(o.AtOnce, AtOnce)),
		private:  isPrivate,
		proxy:    httpproxy.FromEnvironment().ProxyFunc(),
	}
	c.direct = transport(dialer(nil))
	c.guarded = transport(dialer(c.refusePrivate))
	c.proxied = transport(dialer(nil))
	c.proxied.Proxy = func(r *http.Request) (*url.URL, error) { return c.proxy(r.URL) }
	return c
}

// Close lets go of the connections that are open for later requests.
func (c *Client) Close() {
	for _, t := range []*http.Transport{c.direct, c.guarded, c.proxied} {
		t.CloseIdleConnections()
	}
	c.certified.Range(func(_, t any) bool {
		t.(*http.Transport).CloseIdleConnections()
		return true
	})
}

// Kind is what a request would like to have.
type Kind int

// The kinds of what is asked for.
const (
	Page Kind = iota
	Feed
	Image
)

// accept is the header that asks for each kind. Nothing is refused by it: what
// came is sniffed.
var accept = [...]string{
	Page:  "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.5",
	Feed:  "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5",
	Image: "image/png,image/jpeg,image/webp,image/gif,image/*;q=0.2",
}

// Request asks for what is at an address.
type Request struct {
	URL string // http or https; credentials in it are used, and kept nowhere

	// ETag and LastModified are what an earlier answer said: when nothing changed
	// since, the answer is NotModified.
	ETag, LastModified string

	// Access is sent to the server that is asked, and to none that it leads to.
	Access articles.Access

	Kind  Kind
	Limit int64 // in bytes; see [MaxSize]

	// Public is set for an address that something from the web named, such as a
	// page or a feed: it may not lead into a private network. An address that the
	// person typed may, and so may what a [Response] that is Private names.
	Public bool
}

// Response is what an address answered.
type Response struct {
	URL string // after all redirects; fit to be kept (see articles.KeptAddress)

	// Moved is the address to ask from now on: all redirects were permanent (301
	// or 308). Empty when there were none or others.
	Moved string

	// Private says that the address that was asked for is one of a private network.
	Private bool

	NotModified        bool // there is no body: what the caller has is still right
	ETag, LastModified string

	Type    string // "text/html"; may be empty
	Charset string // as the server says; may be empty
	Body    []byte

	FreshFor time.Duration // how long the server says that this holds; 0 when it does not
}

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func positive[T int | int64 | time.Duration](n, otherwise T) T {
	if n > 0 {
		return n
	}
	return otherwise
}
