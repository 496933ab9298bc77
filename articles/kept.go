// Package address says which form of a web address lede keeps.
package address

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"

	"lede/articles"
)

// Kept is the form of a web address that lede keeps and prints: without what
// follows a reader about, without credentials and fragment, the host in lower
// case and ASCII, the port only where it is not the scheme's own. What is no
// web address stays as it is.
func Kept(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || !articles.IsWeb(u.String()) || u.Host == "" {
		return address
	}
	return KeptURL(u).String()
}

// KeptURL is [Kept] of a web address that is parsed already, which it leaves
// alone.
func KeptURL(u *url.URL) *url.URL {
	k := *u
	k.User, k.Fragment, k.RawFragment = nil, "", ""
	k.Scheme = strings.ToLower(k.Scheme)
	k.Host = host(u, k.Scheme)
	if k.Path == "" {
		k.Path = "/"
	}
	Untrack(&k)
	return &k
}

// host is the host of an address of such a scheme in lower case and ASCII, with
// the port if it is not the usual one.
func host(u *url.URL, scheme string) string {
	name, port := ASCII(u.Hostname()), u.Port()
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if port == "" || scheme == "http" && port == "80" || scheme == "https" && port == "443" {
		return name
	}
	return name + ":" + port
}

// ASCII is the name of a host as the network knows it: bücher.example is
// xn--bcher-kva.example.
func ASCII(host string) string {
	host = strings.ToLower(host) // before: of some capitals idna knows the small letter alone
	if name, err := idna.Lookup.ToASCII(host); err == nil {
		return name
	}
	return host // an underscore or an address of IPv6
}

// trackers are the parameters that follow a reader from site to site; those
// that begin with utm_ and the like are trackerLeads.
var trackers = []string{
	"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid",
	"mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "vero_id", "vero_conv", "oly_anon_id",
	"oly_enc_id", "rb_clickid", "s_cid", "wickedid", "_openstat", "li_fat_id", "epik", "srsltid", "ml_subscriber", "ml_subscriber_hash",
	"_ga", "_gl", "guccounter", "guce_referrer", "guce_referrer_sig", "cmpid", "ncid", "spm", "scm", "__twitter_impression", "at_medium", "at_campaign", "ref_src", "ref_url",
}

var trackerLeads = []string{"utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_custom"}

// Untrack cuts the trackers out of the query and keeps the rest as it is.
func Untrack(u *url.URL) {
	if strings.Contains(u.Fragment, "xtor=") {
		u.Fragment = ""
	}
	if u.RawQuery == "" {
		return
	}
	var kept []string
	cut := false
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if slices.Contains(trackers, name) || slices.ContainsFunc(trackerLeads, func(lead string) bool { return strings.HasPrefix(name, lead) }) {
			cut = true
			continue
		}
		kept = append(kept, part)
	}
	if cut {
		u.RawQuery = strings.Join(kept, "&")
		u.ForceQuery = false
	}
}
