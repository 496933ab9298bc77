package fetch

import (
	"context"
	"fmt"
	"net/http/cookiejar"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"lede/articles"
)

// Get asks for what r names and reads all of the answer. An error is an
// [*Error], but for the end of ctx.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	u, err := parse(r.URL)
	if err != nil {
		return nil, err
	}
	jar, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	if err != nil {
		return nil, err
	}
	j := &journey{Client: c, request: r, asked: u, left: c.timeout, permanent: true, public: r.Public, jar: jar}
	seen := map[string]bool{j.step(u): true}
	for hops := 0; ; hops++ {
		next, response, err := j.hop(ctx, u)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, fmt.Errorf("fetch %s: %w", shown(u), context.Cause(ctx))
		case err != nil:
			return nil, j.explain(u, err)
		case response != nil:
			on := j.onward(u, next)
			if on == nil || hops == mostRedirects || seen[j.step(on)] {
				return j.arrive(u, response, hops), nil
			}
			j.permanent = false
			u = on
		case hops == mostRedirects:
			return nil, fail(j.asked, "redirects more than %d times: open it in the browser", mostRedirects)
		default:
			if u, err = j.follow(u, next); err != nil {
				return nil, err
			}
			if seen[j.step(u)] {
				return nil, fail(j.asked, "redirects in a circle: open it in the browser")
			}
		}
		seen[j.step(u)] = true
	}
}

// onward is where a page sends its readers; nil where that is nowhere that could
// be asked.
func (j *journey) onward(u *url.URL, to string) *url.URL {
	on, err := j.follow(u, to)
	if to == "" || err != nil {
		return nil
	}
	return on
}

// step is what a request of u asks for, with the cookies that go with it: who
// was sent away to get one may come back.
func (j *journey) step(u *url.URL) string {
	var b strings.Builder
	b.WriteString(u.String())
	for _, c := range j.jar.Cookies(u) {
		b.WriteString("\n" + c.Name + "=" + c.Value)
	}
	return b.String()
}

// arrive completes the answer that a journey ends with.
func (j *journey) arrive(u *url.URL, response *Response, hops int) *Response {
	response.URL = shown(u)
	if hops > 0 && j.permanent {
		response.Moved = response.URL
	}
	response.Private = !j.public
	return response
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
	r.Host = articles.KeptURL(u).Host
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
		return articles.KeptURL(u).String()
	}
	return u.Redacted()
}
