package articles

import (
	"net/url"
	"slices"
	"strings"
)

// trackers are the parameters that follow a reader from site to site; those
// that begin with utm_ and the like are trackerLeads.
var trackers = []string{
	"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid",
	"mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "vero_id", "vero_conv", "oly_anon_id",
	"oly_enc_id", "rb_clickid", "s_cid", "wickedid", "_openstat", "li_fat_id", "epik", "srsltid", "ml_subscriber", "ml_subscriber_hash",
	"_ga", "_gl", "guccounter", "guce_referrer", "guce_referrer_sig", "cmpid", "ncid", "spm", "scm", "__twitter_impression", "at_medium", "at_campaign", "ref_src", "ref_url",
}

var trackerLeads = []string{"utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_custom"}

// referrer says where a reader comes from, and on a few sites which branch of a
// text they read. An address that is kept has it still, to lead to the same
// text; that it says which page it is is too rare to count.
const referrer = "ref"

// isTracker reports whether a parameter of this name, in lower case, is there to
// follow readers.
func isTracker(name string) bool {
	return slices.Contains(trackers, name) ||
		slices.ContainsFunc(trackerLeads, func(lead string) bool { return strings.HasPrefix(name, lead) })
}

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
		if isTracker(strings.ToLower(name)) {
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
