// Package opml reads and writes lists of subscriptions, as programs that read
// feeds hand them to each other. What a list wants to be run, it does not run,
// and what is no address of the web it does not keep.
package opml

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/tagsoup"
)

// ErrNoList says that a document is no list of subscriptions.
var ErrNoList = errors.New("no list of feeds is in it: an OPML file has a body with an outline for each feed")

// List is the feeds that somebody reads.
type List struct {
	Title   string
	Feeds   []Feed    // each address once, in the order of the list
	Refused []Refused // what is in the list and is not kept
}

// Feed is one subscription.
type Feed struct {
	URL   string // of the feed: http or https
	Title string
	Site  string // the page that it is the feed of; may be empty
	Own   string // as it calls itself, where lede wrote the list; else empty
	Switches
	// Folders are the paths of the folders that it stands in; one that is
	// empty is the list itself. One that begins with an empty name is a category,
	// which the list names and does not have as a folder.
	Folders [][]string
}

// Switches are what lede says of a feed in attributes of its own, which other programs
// pass over.
type Switches struct {
	FullText bool
	Keep     int
	Muted    bool
}

func isCategory(path []string) bool { return len(path) > 1 && path[0] == "" }

// Refused is an outline that looks like a feed and cannot be one.
type Refused struct {
	Title   string
	Address string // as the list has it
	Reason  string
}

// String says what was refused and why, in one line.
func (r Refused) String() string {
	name := r.Title
	if name == "" {
		name = r.Address
	}
	return name + " is not kept: " + r.Reason
}

// Tags are the names of the folders that the feed stands in, each once.
func (f Feed) Tags() []string {
	var out []string
	for _, path := range f.Folders {
		for _, name := range path {
			if name != "" && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

const (
	// mostFeeds is how many feeds of a list are read, and how many are refused.
	mostFeeds = 50_000
	// deepest is how many folders may stand one in the other. What is deeper
	// stands in the deepest.
	deepest = 16
	// longest is how many bytes an address or a name may have.
	longest = 2000
)

// Is reports whether data, of which the beginning is enough, is a list.
func Is(data string) bool {
	const far, elements = 64 << 10, 3
	if !strings.HasPrefix(strings.TrimLeft(tagsoup.Decode(data[:min(len(data), 64)], ""), " \t\r\n"), "<") {
		return false
	}
	r := tagsoup.NewReader(tagsoup.Decode(data[:min(len(data), far)], ""))
	for n := 0; n < elements; {
		switch t := r.Next(); {
		case t.Kind == tagsoup.EOF:
			return false
		case t.Kind == tagsoup.Start && (t.Name == "opml" || t.Name == "outline"):
			return true
		case t.Kind == tagsoup.Start:
			n++
		}
	}
	return false
}

// Read reads a list of either sort, from a file of a name that may be empty.
func Read(name, data string) (*List, error) {
	if IsURLs(name, data) {
		return ParseURLs(data), nil
	}
	return Parse(data)
}

// Parse reads a list in any charset, also one that is ill-formed. What is none
// is [ErrNoList]; one without a feed is empty.
func Parse(data string) (*List, error) {
	p := parser{list: &List{}, at: map[string]int{}}
	r := tagsoup.NewReader(tagsoup.Decode(data, ""))
	for {
		switch t := r.Next(); t.Kind {
		case tagsoup.EOF:
			if !p.body {
				return nil, ErrNoList
			}
			return p.list, nil
		case tagsoup.Start:
			p.start(t)
		case tagsoup.End:
			p.end(t.Name)
		case tagsoup.Text:
			if p.inTitle && len(p.list.Title) < longest {
				p.list.Title += t.Text
			}
		}
	}
}

type parser struct {
	list    *List
	at      map[string]int // where the feed of an address stands
	body    bool
	inTitle bool
	open    []bool   // of each open outline, whether it is a folder with a name
	path    []string // the names of the open folders
}

func (p *parser) start(t tagsoup.Token) {
	switch t.Name {
	case "body":
		p.body = true
	case "title":
		p.inTitle = !p.body
	case "outline":
		p.body = true
		p.outline(t.Attr)
	}
}

func (p *parser) end(name string) {
	switch name {
	case "title":
		p.inTitle = false
		p.list.Title = articles.CleanLine(p.list.Title)
	case "outline":
		last := len(p.open) - 1
		if last < 0 {
			return
		}
		if p.open[last] {
			p.path = p.path[:len(p.path)-1]
		}
		p.open = p.open[:last]
	}
}

func (p *parser) outline(attrs []tagsoup.Attr) {
	get := func(name string) string { return articles.CleanLine(tagsoup.Get(attrs, name)) }
	title := get("title")
	if title == "" {
		title = get("text")
	}
	title = clipped(title)
	address := get("xmlurl")
	if kind := strings.ToLower(get("type")); address == "" && (kind == "rss" || kind == "atom") {
		address = get("url")
	}
	folder := address == "" && title != "" && len(p.path) < deepest
	p.open = append(p.open, folder)
	switch {
	case folder:
		p.path = append(p.path, title)
	case address != "":
		site := get("htmlurl")
		if !articles.IsWeb(site) {
			site = ""
		}
		if f := p.feed(address, title, site, p.foldersOf(get("category"))); f != nil {
			f.takeOwn(get)
		}
	}
}

// foldersOf are the folders that a feed stands in: the one that is open, and its
// categories, that are parted by commas and may be paths.
func (p *parser) foldersOf(categories string) [][]string {
	out := [][]string{append([]string(nil), p.path...)}
	for category := range strings.SplitSeq(categories, ",") {
		path := []string{""}
		for name := range strings.SplitSeq(category, "/") {
			if name = clipped(strings.TrimSpace(name)); name != "" && len(path) < deepest {
				path = append(path, name)
			}
		}
		if isCategory(path) {
			out = append(out, path)
		}
	}
	return out
}

// clipped is a name of a length that a name has. What a cut leaves at its end,
// half a letter or a space, goes too.
func clipped(s string) string {
	if len(s) > longest {
		return articles.CleanLine(strings.ToValidUTF8(s[:longest], ""))
	}
	return s
}

// refuse notes what is not kept.
func (p *parser) refuse(r Refused) {
	if len(p.list.Refused) < mostFeeds {
		p.list.Refused = append(p.list.Refused, r)
	}
}

// feed takes in a subscription that stands in folders; in none it stands in the
// list itself. It is nil where it is refused.
func (p *parser) feed(address, title, site string, folders [][]string) *Feed {
	l := p.list
	url, reason := checked(address)
	if len(url) > longest {
		reason = fmt.Sprintf("its address is longer than %d bytes", longest)
	}
	if reason != "" {
		p.refuse(Refused{Title: title, Address: clipped(address), Reason: reason})
		return nil
	}
	at, known := p.at[url]
	if !known {
		if len(l.Feeds) >= mostFeeds {
			p.refuse(Refused{Title: title, Address: url, Reason: fmt.Sprintf("a list may have %d feeds", mostFeeds)})
			return nil
		}
		at = len(l.Feeds)
		p.at[url] = at
		l.Feeds = append(l.Feeds, Feed{URL: url})
	}
	f := &l.Feeds[at]
	if f.Title == "" {
		f.Title = title
	}
	if f.Site == "" {
		f.Site = clipped(site)
	}
	if len(folders) == 0 {
		folders = [][]string{nil}
	}
	for _, folder := range folders {
		if !slices.ContainsFunc(f.Folders, func(path []string) bool { return slices.Equal(path, folder) }) && len(f.Folders) < deepest {
			f.Folders = append(f.Folders, folder)
		}
	}
	return f
}
