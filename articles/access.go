package articles

import (
	"fmt"
	"net/textproto"
	"net/url"
	"strings"
)

// Access is what a server wants of those who ask it for a feed. It holds secrets:
// it is sent to that server alone, and neither printed nor exported.
type Access struct {
	Headers     []Header `json:"headers,omitempty"`
	Agent       string   `json:"agent,omitempty"` // for the User-Agent; empty for lede's own
	User        string   `json:"user,omitempty"`
	Password    string   `json:"password,omitempty"`
	Certificate string   `json:"certificate,omitempty"` // the path of a PEM file: whom to trust, and with a key, who asks
}

// Header is a field of the head of a request.
type Header struct{ Name, Value string }

// IsZero reports whether nothing more than the address is needed.
func (a *Access) IsZero() bool {
	return len(a.Headers) == 0 && a.Agent == "" && a.User == "" && a.Password == "" && a.Certificate == ""
}

// TakeUser moves the user and the password that the address of the feed may have
// into its access: an address is printed and exported, and stands in the origins of
// articles.
func (f *Feed) TakeUser() {
	u, err := url.Parse(f.URL)
	if err != nil || u.User == nil || !IsWeb(f.URL) {
		return
	}
	if f.Access.User == "" && f.Access.Password == "" {
		f.Access.User = u.User.Username()
		f.Access.Password, _ = u.User.Password()
	}
	u.User = nil
	f.URL = u.String()
}

// SetHeader takes a line such as "X-Token: 123" in place of what had its name;
// one without a value takes that away.
func (a *Access) SetHeader(line string) error {
	name, value, ok := strings.Cut(line, ":")
	name, value = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name)), strings.TrimSpace(value)
	if !ok || name == "" || strings.ContainsFunc(name, isNoToken) || strings.ContainsFunc(value, isControl) {
		return fmt.Errorf("%q is no header: write it as in 'Name: value'", CleanLine(name))
	}
	switch name {
	case "Host", "Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding":
		return fmt.Errorf("the header %s is not yours to set", name)
	}
	kept := a.Headers[:0:0]
	for _, h := range a.Headers {
		if h.Name != name {
			kept = append(kept, h)
		}
	}
	if value != "" {
		kept = append(kept, Header{name, value})
	}
	a.Headers = kept
	return nil
}

// isNoToken reports whether r cannot stand in the name of a header (RFC 9110, 5.6.2).
func isNoToken(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r)
}

func isControl(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }

// String tells which means of access there are, and nothing of what they hold.
func (a *Access) String() string {
	var parts []string
	switch n := len(a.Headers); {
	case n == 1:
		parts = append(parts, "1 header")
	case n > 1:
		parts = append(parts, fmt.Sprintf("%d headers", n))
	}
	for _, part := range [...]struct{ value, name string }{
		{a.Agent, "a user agent"}, {a.User + a.Password, "a user and password"}, {a.Certificate, "a certificate"},
	} {
		if part.value != "" {
			parts = append(parts, part.name)
		}
	}
	return strings.Join(parts, ", ")
}

// ShownAddress is an address without the password that it may hold.
func ShownAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address
	}
	return u.Redacted()
}
