package opml

import (
	"strconv"

	"lede/articles"
)

// FileName is that of the list of feeds in an export of a library.
const FileName = "lede-feeds.opml"

// namespace is that of the attributes that lede gives a feed. Readers pass over those
// of a namespace that they do not know (OPML 2.0, "Extending OPML").
const namespace = "urn:lede:feeds"

// Of is the list of feeds of a library, with their names and switches. What their
// servers want besides, such as a password, is not in it.
func Of(feeds []articles.Feed) *List {
	list := &List{Title: "Subscriptions of lede"}
	for _, f := range feeds {
		f.TakeUser() // as it may stand in an older library
		out := Feed{URL: f.URL, Site: f.Site, Folders: f.Folders, Own: f.Title, Switches: Switches{f.FullText, f.Keep, f.Muted}}
		if f.Label() != f.URL {
			out.Title = f.Label()
		}
		list.Feeds = append(list.Feeds, out)
	}
	return list
}

// Subscription is the feed as a library has it.
func (f *Feed) Subscription() articles.Feed {
	out := articles.Feed{URL: f.URL, Title: f.Own, Name: f.Title, Site: f.Site, Folders: f.Folders, FullText: f.FullText, Keep: f.Keep, Muted: f.Muted}
	if f.Title == f.Own || f.Title == f.URL {
		out.Name = ""
	}
	out.TakeUser()
	return out
}

// own are the attributes of a feed in lede's namespace.
func (f *Feed) own() string {
	out := ""
	if f.Own != "" {
		out = ` lede:title="` + escaped(f.Own) + `"`
	}
	if f.FullText {
		out += ` lede:fullText="true"`
	}
	if f.Keep > 0 {
		out += ` lede:keep="` + strconv.Itoa(f.Keep) + `"`
	}
	if f.Muted {
		out += ` lede:muted="true"`
	}
	return out
}

// takeOwn takes in the attributes in lede's namespace.
func (f *Feed) takeOwn(get func(name string) string) {
	if own := get("lede:title"); own != "" {
		f.Own = clipped(own)
	}
	f.FullText = f.FullText || get("lede:fulltext") == "true"
	f.Muted = f.Muted || get("lede:muted") == "true"
	if n, err := strconv.ParseInt(get("lede:keep"), 10, 32); err == nil && n > 0 {
		f.Keep = int(n)
	}
}
