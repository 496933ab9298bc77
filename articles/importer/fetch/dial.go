package fetch

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// connectTimeout is how long one address of a host has to take a connection.
const connectTimeout = 10 * time.Second

func dialer(control func(network, address string, c syscall.RawConn) error) *net.Dialer {
	return &net.Dialer{Timeout: connectTimeout, KeepAlive: 30 * time.Second, Control: control}
}

func transport(d *net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext:            d.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connectTimeout,
		MaxIdleConns:           AtOnce,
		MaxIdleConnsPerHost:    PerHost,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
	}
}

// A privateError says that something public led into a private network.
type privateError struct{ host string }

func (e *privateError) Error() string { return e.host + " is in a private network" }

// refusePrivate is asked with the address that is about to be connected to,
// after the name is looked up: a name that changes its address does not pass.
func (c *Client) refusePrivate(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("parse the address %s: %w", address, err)
	}
	if c.private(to.Addr()) {
		return &privateError{to.Addr().String()}
	}
	return nil
}

// isPrivateName reports whether a host is private by its name alone; for others
// it is the address that tells.
func (c *Client) isPrivateName(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return c.private(ip)
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// reserved are the ranges, beside those that [netip.Addr] knows, that are no
// part of the public network: the registries of special-purpose addresses
// (RFC 6890 and what came after it).
var reserved = [...]netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("fec0::/10"),
}

// carrying are the ranges of IPv6 that hold an address of IPv4, and the byte at
// which it stands.
var carrying = [...]struct {
	prefix netip.Prefix
	at     int
}{
	{netip.MustParsePrefix("::/96"), 12},
	{netip.MustParsePrefix("64:ff9b::/96"), 12},
	{netip.MustParsePrefix("2002::/16"), 2},
}

// isPrivate reports whether an address is not one of the public network.
func isPrivate(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return true
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return true
		}
	}
	for _, c := range carrying {
		if c.prefix.Contains(ip) {
			bytes := ip.As16()
			return isPrivate(netip.AddrFrom4([4]byte(bytes[c.at : c.at+4])))
		}
	}
	return false
}
