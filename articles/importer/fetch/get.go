package fetch

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"lede/articles/importer/address"
)

// Get asks for what r names and reads all of the answer. An error is an
// [*Error], but for the end of ctx.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	u, err := parse(r.URL)
	if err != nil {
		return nil, err
	}
	j := &journey{Client: c, request: r, asked: u, left: c.timeout, permanent: true, public: r.Public}
	seen := map[string]bool{u.String(): true}
	for hops := 0; ; hops++ {
		next, response, err := j.hop(ctx, u)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, fmt.Errorf("fetch %s: %w", shown(u), context.Cause(ctx))
		case err != nil:
			return nil, j.explain(u, err)
		case response != nil:
			response.URL = shown(u)
			if hops > 0 && j.permanent {
				response.Moved = response.URL
			}
			response.Private = !j.public
			return response, nil
		case hops == mostRedirects:
			return nil, fail(j.asked, "redirects more than %d times: open it in the browser", mostRedirects)
		}
		if u, err = j.follow(u, next); err != nil {
			return nil, err
		}
		if seen[u.String()] {
			return nil, fail(j.asked, "redirects in a circle: open it in the browser")
		}
		seen[u.String()] = true
	}
}

// parse reads an address that somebody gave.
func parse(text string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	switch {
	case err != nil:
		// The parser's error repeats the address, which may hold credentials.
		return nil, &Error{what: "the address cannot be read: check its spelling"}
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fail(u, "is no web address: lede fetches http and https")
	case u.Hostname() == "":
		return nil, fail(u, "names no host: check the address")
	}
	return ready(u), nil
}

// ready is an address as it is asked for: the host in ASCII, no fragment.
func ready(u *url.URL) *url.URL {
	r := *u
	r.Fragment, r.RawFragment = "", ""
	r.Host = address.KeptURL(u).Host
	return &r
}

// follow is where a redirect from u leads.
func (j *journey) follow(u *url.URL, location string) (*url.URL, error) {
	next, err := u.Parse(location)
	switch {
	case err != nil || location == "":
		return nil, fail(j.asked, "redirects to no address: open it in the browser")
	case next.Scheme != "http" && next.Scheme != "https" || next.Hostname() == "":
		return nil, fail(j.asked, "redirects to %s, which is no web address", shown(next))
	}
	next = ready(next)
	if next.User == nil && next.Scheme == u.Scheme && next.Host == u.Host {
		next.User = u.User
	}
	return next, nil
}

// shown is an address as it may be kept and printed.
func shown(u *url.URL) string {
	if u.Scheme == "http" || u.Scheme == "https" {
		return address.KeptURL(u).String()
	}
	return u.Redacted()
}
