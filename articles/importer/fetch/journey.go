package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptrace"
	"net/url"
	"strings"
	"time"
)

// A journey is one Get: from the address that was asked for through all
// redirects.
type journey struct {
	*Client
	request   Request
	asked     *url.URL
	left      time.Duration // of the time in all; waiting for a turn costs none
	permanent bool          // so were all redirects
	public    bool          // no private address may be connected to
	jar       *cookiejar.Jar
}

// errTimeout ends a journey that takes too long.
var errTimeout = errors.New("too slow")

// hop asks one address; it returns where that redirects to, or the answer, or
// both for a page that sends its readers on.
func (j *journey) hop(ctx context.Context, u *url.URL) (next string, _ *Response, _ error) {
	done, err := j.turns.take(ctx, u.Host)
	if err != nil {
		return "", nil, err
	}
	defer done()
	start := time.Now()
	defer func() { j.left -= time.Since(start) }()
	ctx, cancel := context.WithTimeoutCause(ctx, j.left, errTimeout)
	defer cancel()
	answer, err := j.send(ctx, u)
	if err != nil {
		return "", nil, orCause(ctx, err)
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	switch code := answer.StatusCode; code {
	case http.StatusMovedPermanently, http.StatusPermanentRedirect:
		return answer.Header.Get("Location"), nil, nil
	case http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect:
		j.permanent = false
		return answer.Header.Get("Location"), nil, nil
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		response, err := j.read(answer)
		if err == nil {
			next = sentOn(u, answer.Header, response)
		}
		return next, response, orCause(ctx, err)
	case http.StatusNotModified:
		if j.request.ETag != "" || j.request.LastModified != "" {
			return "", j.unchanged(answer), nil
		}
	}
	return "", nil, &statusError{answer.StatusCode, retryAfter(answer.Header, time.Now()), isGuarded(answer.Header)}
}

// send sends the request for u on the transport that may take it, and sees
// whether a private address took it that may.
func (j *journey) send(ctx context.Context, u *url.URL) (*http.Response, error) {
	proxy, err := j.proxy(u)
	if err != nil {
		return nil, fmt.Errorf("the proxy that the environment names: %w", err)
	}
	if j.public && j.isPrivateName(u.Hostname()) {
		return nil, &privateError{u.Hostname()}
	}
	road := j.direct
	if proxy != nil {
		road = j.proxied
	} else if j.public {
		road = j.guarded
	}
	trace := &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		to, ok := info.Conn.RemoteAddr().(*net.TCPAddr)
		if proxy == nil && ok && !j.private(to.AddrPort().Addr()) {
			j.public = true
		}
	}}
	if proxy != nil && !j.isPrivateName(u.Hostname()) {
		j.public = true
	}
	r, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	j.fill(r)
	if file := j.request.Access.Certificate; file != "" && j.isHome(u) {
		if road, err = j.certify(road, file); err != nil {
			return nil, err
		}
	}
	answer, err := road.RoundTrip(r)
	if err == nil {
		j.jar.SetCookies(u, answer.Cookies())
	}
	return answer, err
}

func (j *journey) fill(r *http.Request) {
	h, u := r.Header, r.URL
	h.Set("User-Agent", j.agent)
	h.Set("Accept", accept[j.request.Kind])
	if j.language != "" {
		h.Set("Accept-Language", j.language)
	}
	for _, c := range j.jar.Cookies(u) {
		r.AddCookie(c)
	}
	if password, ok := u.User.Password(); ok || u.User.Username() != "" {
		r.SetBasicAuth(u.User.Username(), password)
	}
	if j.isHome(u) {
		j.admit(r)
	}
	for name, value := range map[string]string{"If-None-Match": j.request.ETag, "If-Modified-Since": j.request.LastModified} {
		if value != "" {
			h.Set(name, value)
		}
	}
}

// read reads an answer to its end, which must be where the server says.
func (j *journey) read(answer *http.Response) (*Response, error) {
	if encoding := answer.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return nil, &encodingError{encoding}
	}
	limit := positive(j.request.Limit, MaxSize)
	if answer.ContentLength > limit {
		return nil, &sizeError{limit}
	}
	var body bytes.Buffer
	body.Grow(int(min(max(answer.ContentLength, 0), 1<<20)) + bytes.MinRead)
	if n, err := io.Copy(&body, io.LimitReader(answer.Body, limit+1)); err != nil {
		return nil, &brokenError{n, err}
	}
	if int64(body.Len()) > limit {
		return nil, &sizeError{limit}
	}
	response := j.unchanged(answer)
	response.NotModified = false
	response.Type, response.Charset = contentType(answer.Header)
	response.Body = body.Bytes()
	return response, nil
}

// unchanged is the answer that there is nothing new.
func (j *journey) unchanged(answer *http.Response) *Response {
	r := &Response{
		NotModified:  true,
		ETag:         answer.Header.Get("ETag"),
		LastModified: answer.Header.Get("Last-Modified"),
		FreshFor:     freshFor(answer.Header, time.Now()),
	}
	if answer.StatusCode == http.StatusNotModified {
		r.ETag = nonEmpty(r.ETag, j.request.ETag)
		r.LastModified = nonEmpty(r.LastModified, j.request.LastModified)
	}
	return r
}

// orCause is what ended ctx, if that is why something failed.
func orCause(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}
