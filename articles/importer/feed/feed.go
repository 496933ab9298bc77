// Package feed reads feeds: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and JSON
// Feed, with the modules that say something of an article. What is ill-formed
// is read as far as it can be.
package feed

import (
	"errors"
	"net/url"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/tagsoup"
)

// MaxItems is how many items of a feed are read. Those behind are counted.
const MaxItems = 10_000

// ErrNoFeed says that a document is no feed.
var ErrNoFeed = errors.New("no feed is in it: no RSS, no Atom and no JSON Feed")

// Source is a feed as it was fetched or saved.
type Source struct {
	Data    string
	URL     string // where it came from; may be empty
	Charset string // what the Content-Type of its answer says; may be empty
}

// Feed is what a feed says. Its addresses are whole, its texts on one line.
type Feed struct {
	Title       string
	Link        string // the page that it is the feed of
	Description string
	Language    string // "en-GB"
	Authors     []Author
	Self        string // where it says that it is
	Hub         string // where one can subscribe to what is new (WebSub)
	Next        string // its next page, with older items
	Image       string
	Updated     time.Time
	Items       []Item
	Left        int // how many more items it has than MaxItems

	base *url.URL // what its addresses are seen from; may be nil
}

// Item is one entry of a feed.
type Item struct {
	GUID       string // as it is, without blanks at its ends
	Link       string // as the feed has it, and whole
	Origin     string // the page itself, where Link leads through a counter
	Title      string
	Authors    []Author
	Published  time.Time
	Updated    time.Time
	Summary    Text
	Content    Text
	Language   string
	Tags       []string
	Comments   string // address of the page with the comments
	Enclosures []Enclosure
	Pictures   []Picture // that stand beside its text
}

// Author is who wrote something. At least one field is set.
type Author struct{ Name, Email, URL string }

// Enclosure is a file that belongs to an item: a recording, a film, a picture.
type Enclosure struct {
	URL   string
	Type  string // its media type, as in "audio/mpeg"
	Title string
}

// Picture is one that a feed shows with an item.
type Picture struct {
	URL    string
	About  string // what it shows; may be empty
	Credit string // who made it; may be empty
	Sign   bool   // it stands for the item, such as a small form of a picture in its text
}

// Text is a piece of HTML.
type Text struct {
	HTML string
	base *url.URL
}

// Is reports whether data, of which the beginning is enough, is a feed.
func Is(data string) bool { return IsJSON(data) || isXML(data) }

// Parse reads a feed. What is none is [ErrNoFeed].
func Parse(src Source) (*Feed, error) {
	base := whole(nil, src.URL)
	if base != nil && !articles.IsWeb(base.String()) {
		base = nil
	}
	var f *Feed
	var err error
	if IsJSON(src.Data) {
		f, err = parseJSON(src.Data, base)
	} else {
		f, err = parseXML(tagsoup.Decode(src.Data, src.Charset), base)
	}
	if err != nil {
		return nil, err
	}
	f.clean()
	return f, nil
}

// whole is ref as seen from base; nil when it is no address.
func whole(base *url.URL, ref string) *url.URL {
	ref = strings.TrimSpace(ref)
	u, err := url.Parse(ref)
	if err != nil || ref == "" {
		return nil
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	return u
}

// wholeAddress is ref as seen from base, as it is written where it is whole already;
// empty when it is no address of a page.
func wholeAddress(base *url.URL, ref string) string {
	ref = strings.TrimSpace(ref)
	if articles.IsWeb(ref) {
		return strings.Join(strings.Fields(ref), "%20")
	}
	u := whole(base, ref)
	if u == nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "gemini", "gopher", "ftp":
		return u.String()
	}
	return ""
}

// clean makes every field a text of one line, as the domain promises.
func (f *Feed) clean() {
	for _, s := range []*string{&f.Title, &f.Link, &f.Description, &f.Language, &f.Self, &f.Hub, &f.Next, &f.Image} {
		*s = articles.CleanLine(*s)
	}
	cleanAuthors(f.Authors)
	for i := range f.Items {
		it := &f.Items[i]
		for _, s := range []*string{&it.GUID, &it.Link, &it.Origin, &it.Title, &it.Language, &it.Comments} {
			*s = articles.CleanLine(*s)
		}
		cleanAuthors(it.Authors)
		for j := range it.Tags {
			it.Tags[j] = articles.CleanLine(it.Tags[j])
		}
		for j, e := range it.Enclosures {
			it.Enclosures[j] = Enclosure{articles.CleanLine(e.URL), articles.CleanLine(e.Type), articles.CleanLine(e.Title)}
		}
		for j, p := range it.Pictures {
			it.Pictures[j] = Picture{articles.CleanLine(p.URL), articles.CleanLine(p.About), articles.CleanLine(p.Credit), p.Sign}
		}
	}
}

func cleanAuthors(all []Author) {
	for i, a := range all {
		all[i] = Author{articles.CleanLine(a.Name), articles.CleanLine(a.Email), articles.CleanLine(a.URL)}
	}
}
