package articles

import "strings"

// IsWeb reports whether an address is one of the web, that begins with http://
// or https:// in any case, and holds no white space.
func IsWeb(address string) bool {
	scheme, rest, found := strings.Cut(address, "://")
	return found && rest != "" && !strings.ContainsAny(rest, " \t\n") &&
		(strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}
