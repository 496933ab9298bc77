package articles

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"net/url"
	"strings"
)

// Entry is what a feed lists: an article, and what names it there.
type Entry struct {
	// GUID and Link are what an entry is known by when the feed is asked again:
	// either is enough. Each is empty when it tells no entry from the others.
	GUID, Link string
	Article    *Article
	Sum        string // of what the feed says, by [Entry.Seal]
	Page       Page
}

// Gone is an entry of a feed that its reader took out: the feed does not bring it back. Or
// it is an article that came with the program, and has an origin alone.
type Gone struct {
	Feed   string // its address
	GUID   string
	Link   string
	Origin string
}

// Listed is an entry of a feed as another library is told of it.
type Listed struct {
	Feed    string // its address
	GUID    string
	Link    string
	Article ID   // empty: it was let go of, and stays out for as long as the feed lists it
	Owner   bool // the feed brought the article
	Sum     string
	Page    int // as the library counts it
	Muted   *KeptOut
}

// Fold is what the reader folded behind an article.
type Fold struct {
	Front  ID
	Behind []ID
}

// Page is what came of fetching the page of an entry.
type Page int

// What can come of fetching the page of an entry.
const (
	PageUnasked Page = iota // the article is what the feed has of it
	PageFailed
	PageRead // the article has the text of its page
)

// longestName is how long a GUID or link may be, in bytes, to be kept as it is.
const longestName = 1024

// Seal notes what the feed says of the entry, so that it is known again when
// the feed says the same, whatever became of the article. What changes by
// itself, such as a count of views, is no part of it.
func (e *Entry) Seal() {
	a := e.Article
	parts := []string{a.Title, a.Dek, a.Author, a.URL, a.Markdown, strings.Join(a.Tags, "\n")}
	if !a.Published.IsZero() {
		parts = append(parts, a.Published.UTC().String())
	}
	e.Sum = digest(parts...)
}

func digest(parts ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(part)))
		h.Write(size[:])
		h.Write([]byte(part))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Identify settles what the entries of one answer are known by, and leaves out
// what is listed twice. A GUID or link that several entries have names none of
// them, and neither does the address of the site. An entry without either is
// known by its title. The origin of an article, and with it its ID, is its link
// where it has one: so two feeds that list the same share the article.
func (f *Feed) Identify(all []Entry) []Entry {
	guids, links := map[string]int{}, map[string]int{}
	seen := map[[3]string]bool{}
	out := all[:0:0]
	for _, e := range all {
		e.GUID, e.Link = bounded(e.GUID), bounded(e.Link)
		if isHome(e.Link) || SamePage(e.Link, f.Site) {
			e.Link = ""
		}
		whole := [3]string{e.GUID, e.Link}
		if e.GUID == "" || e.Link == "" {
			whole[2] = titled(e.Article)
		}
		if seen[whole] {
			continue
		}
		seen[whole] = true
		guids[e.GUID]++
		links[PageKey(e.Link)]++
		out = append(out, e)
	}
	for i := range out {
		e := &out[i]
		guid, link := e.GUID, e.Link
		if guids[guid] > 1 {
			e.GUID = ""
		}
		if links[PageKey(e.Link)] > 1 {
			e.Link = ""
		}
		if e.GUID == "" && e.Link == "" {
			e.GUID = "title:" + digest(guid, link, titled(e.Article))
		}
		origin := e.Link
		if origin == "" {
			origin = "feed:" + f.URL + "#" + e.GUID
		}
		e.Article.Origin, e.Article.ID = origin, NewID(origin)
	}
	return out
}

// titled is what tells an article without a name of its own from others.
func titled(a *Article) string { return a.Title + "\x00" + a.Published.UTC().String() }

// isHome reports whether a link leads to the front page of a site, which is no
// entry.
func isHome(link string) bool {
	u, err := url.Parse(link)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

func bounded(name string) string {
	name = strings.TrimSpace(name)
	if len(name) > longestName {
		return "long:" + digest(name)
	}
	return name
}
