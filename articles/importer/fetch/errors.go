package fetch

import (
	"compress/flate"
	"compress/gzip"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"lede/articles"
)

// Error says in one line why an address cannot be had, and what to do.
type Error struct {
	URL        string        // that was asked for, without credentials; may be empty
	Status     int           // that the server answered with; 0 when it did not
	RetryAfter time.Duration // how long the server asks to be left alone; 0 when it does not
	what       string
	cause      error
}

func (e *Error) Error() string {
	if e.URL == "" {
		return brief(e.what)
	}
	return brief(e.URL) + " " + brief(e.what)
}

// brief is a text for one line: an address, and what a server sends in place of
// an answer, may be as long as somebody wants to flood a screen.
func brief(s string) string {
	const most = 500
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

func (e *Error) Unwrap() error { return e.cause }

// IsGone reports whether the server says that there is nothing any more, and
// will be nothing.
func (e *Error) IsGone() bool { return e.Status == http.StatusGone }

// IsOffline reports whether it is this computer that has no network, as it
// seems: nothing is known of the address then.
func (e *Error) IsOffline() bool {
	dns, ok := errors.AsType[*net.DNSError](e.cause)
	return ok && !dns.IsNotFound || errors.Is(e.cause, syscall.ENETUNREACH)
}

// IsUnencrypted reports whether the host takes no encrypted connection, as it
// seems: it may take one by http.
func (e *Error) IsUnencrypted() bool {
	_, plain := errors.AsType[tls.RecordHeaderError](e.cause)
	return plain || errors.Is(e.cause, syscall.ECONNREFUSED) || hangsUp(e.cause)
}

// hangsUp reports whether a connection was closed in place of an answer.
func hangsUp(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET)
}

// fail is an [Error] about u.
func fail(u *url.URL, format string, args ...any) *Error {
	return &Error{URL: articles.CleanLine(shown(u)), what: articles.CleanLine(fmt.Sprintf(format, args...))}
}

type (
	// statusError is an answer that is none.
	statusError struct {
		code       int
		retryAfter time.Duration
		guarded    bool // a service that turns programs away gave it
	}
	// sizeError is an answer over the limit, in bytes.
	sizeError struct{ limit int64 }
	// brokenError is an answer that failed after so many bytes of it.
	brokenError struct {
		after int64
		err   error
	}
	// encodingError is an answer that is packed in a way that nobody asked for.
	encodingError struct{ encoding string }
)

func (e *statusError) Error() string   { return fmt.Sprintf("status %d", e.code) }
func (e *sizeError) Error() string     { return "too large" }
func (e *brokenError) Error() string   { return e.err.Error() }
func (e *brokenError) Unwrap() error   { return e.err }
func (e *encodingError) Error() string { return "encoded as " + e.encoding }

// explain makes what went wrong at u an error about the address that was asked
// for.
func (j *journey) explain(u *url.URL, err error) *Error {
	e := fail(j.asked, "%s", j.reason(u, err))
	e.cause = err
	if s, ok := errors.AsType[*statusError](err); ok {
		e.Status, e.RetryAfter = s.code, s.retryAfter
	}
	return e
}

func (j *journey) reason(u *url.URL, err error) string {
	host := articles.CleanLine(u.Hostname())
	if status, ok := errors.AsType[*statusError](err); ok {
		return j.answered(status)
	}
	if bad, ok := errors.AsType[*certificateError](err); ok {
		return "was not asked: its " + bad.Error()
	}
	if size, ok := errors.AsType[*sizeError](err); ok {
		return fmt.Sprintf("is over the limit of %s: open it in the browser", megabytes(size.limit))
	}
	if private, ok := errors.AsType[*privateError](err); ok {
		return fmt.Sprintf("leads from the web into a private network (%s): give that address itself if you trust it", private.host)
	}
	if encoded, ok := errors.AsType[*encodingError](err); ok {
		return fmt.Sprintf("is sent in the encoding %s, which was not asked for: open it in the browser", encoded.encoding)
	}
	if errors.Is(err, errTimeout) {
		return fmt.Sprintf("was not sent within %v: try again later", j.timeout)
	}
	if isGarbled(err) {
		return "is not compressed as it says, or was garbled on the way: try again, or open it in the browser"
	}
	if broken, ok := errors.AsType[*brokenError](err); ok {
		return "broke off after " + articles.Grouped(int(broken.after)) + " bytes: try again"
	}
	if words := aboutCertificate(host, err); words != "" {
		if _, unknown := errors.AsType[x509.UnknownAuthorityError](err); unknown && j.request.Kind == Feed {
			words += "; give lede feeds add or set a --certificate for it if you trust it"
		}
		return words
	}
	return aboutNetwork(host, err)
}

// isGarbled reports whether compressed bytes are not what they should be.
func isGarbled(err error) bool {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	return corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum)
}

// answered is what an HTTP status says to a person.
func (j *journey) answered(s *statusError) string {
	what := fmt.Sprintf("answered %d", s.code)
	if text := http.StatusText(s.code); text != "" {
		what += " " + text
	}
	switch code := s.code; {
	case s.retryAfter > 0 && (code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable):
		return fmt.Sprintf("%s: try again in %s", what, wait(s.retryAfter))
	case code == http.StatusUnauthorized, code == http.StatusForbidden, code == http.StatusPaymentRequired,
		s.guarded && (code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable):
		if j.request.Kind == Feed {
			return what + ": it wants you to sign in, or turns programs away; give lede feeds add or set a --user, --header or --user-agent for it"
		}
		return what + ": it wants you to sign in, or turns programs away; open it in the browser, and add what you copy or save there"
	case code == http.StatusNotFound:
		return what + ": check the address"
	case code == http.StatusGone:
		return what + ": it was taken away for good"
	case code == http.StatusTooManyRequests || code >= 500:
		return what + ": try again later"
	case code == http.StatusProxyAuthRequired:
		return what + ": put the name and password into the proxy's address"
	}
	return what + ": open it in the browser to see why"
}

// isGuarded reports whether an answer comes from a service that stands before a
// server and wants to see a browser.
func isGuarded(h http.Header) bool {
	server := strings.ToLower(h.Get("Server"))
	return strings.EqualFold(h.Get("Cf-Mitigated"), "challenge") || strings.Contains(server, "cloudflare") ||
		strings.Contains(server, "ddos-guard") || h.Get("X-Datadome") != "" || h.Get("X-Sucuri-Id") != ""
}

// aboutCertificate says what is wrong with the encryption; empty when nothing is.
func aboutCertificate(host string, err error) string {
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return "cannot be trusted: nobody whom this computer knows vouches for " + host
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return "cannot be trusted: the certificate that came is not " + host + "'s"
	}
	if bad, ok := errors.AsType[x509.CertificateInvalidError](err); ok {
		if bad.Reason == x509.Expired {
			return "cannot be trusted: the certificate of " + host + " is out of date, or the clock here is wrong"
		}
		return "cannot be trusted: the certificate of " + host + " is not valid"
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok {
		return "is not encrypted: try it with http:// in front"
	}
	_, bad := errors.AsType[*tls.CertificateVerificationError](err)
	op, alert := errors.AsType[*net.OpError](err)
	if bad || alert && (op.Op == "remote error" || op.Op == "local error") { // so crypto/tls names its alerts
		return "cannot be trusted: " + host + " and lede do not agree on how to encrypt"
	}
	return ""
}

// aboutNetwork says why there is no answer.
func aboutNetwork(host string, err error) string {
	dns, ok := errors.AsType[*net.DNSError](err)
	late, isNet := errors.AsType[net.Error](err)
	switch {
	case ok && dns.IsNotFound:
		return "cannot be found: there is no host " + host + "; check the address"
	case ok:
		return "cannot be found: the name " + host + " cannot be looked up; are you online?"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "cannot be had: " + host + " takes no connection; check the address"
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return "cannot be had: no way leads to " + host + "; are you online?"
	case hangsUp(err):
		return "cannot be had: " + host + " closed the connection without an answer; try again later"
	case isNet && late.Timeout():
		return "cannot be had: " + host + " does not answer; try again later"
	}
	return "cannot be had: " + err.Error()
}

// wait is a time as people say it, rounded up: "2 minutes".
func wait(d time.Duration) string {
	n, unit := int64(0), ""
	for _, step := range [...]struct {
		unit string
		long time.Duration
		most int64 // of this unit; then the next says enough
	}{{"second", time.Second, 90}, {"minute", time.Minute, 90}, {"hour", time.Hour, 36}, {"day", 24 * time.Hour, 1 << 62}} {
		if n, unit = int64((d+step.long-1)/step.long), step.unit; n <= step.most {
			break
		}
	}
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
