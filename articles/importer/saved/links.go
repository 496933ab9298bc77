package saved

import (
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
)

// isLinks reports whether a page begins as the lists of links do that browsers
// and services give out.
func isLinks(start string) bool {
	start = strings.ToLower(strings.TrimLeft(strings.TrimPrefix(start, "\ufeff"), " \t\r\n"))
	switch {
	case strings.HasPrefix(start, "<!doctype netscape-bookmark-file"):
		return true
	case strings.Contains(start, "<title>pocket export"), strings.Contains(start, "<title>instapaper: export"):
		return strings.HasPrefix(start, "<")
	}
	return false
}

// lister reads a page of links as it comes.
type lister struct {
	*teller
	folders []string // that the next link stands in, outermost first; empty ones are no folders of the reader's
	heading string   // of the list that is to begin
	within  string   // the element whose words are read: "h3", "a", "dd"
	words   strings.Builder
	now     *record // the link that was read and not told yet
}

// links reads a page of links.
func (t *teller) links(m *meter) error {
	l := &lister{teller: t}
	z := html.NewTokenizer(m)
	z.SetMaxBuf(1 << 20)
	for {
		m.next()
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if err := l.flush(); err != nil {
				return err
			}
			return ended(z.Err())
		case html.TextToken:
			if l.within != "" && l.words.Len() < 64<<10 {
				l.words.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := l.start(z); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			l.end(string(name))
		}
	}
}

// ended is what ended a page; nothing when that is its end.
func ended(err error) error {
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, html.ErrBufferExceeded):
		return errors.New("a tag or a text in it is far too long: what follows is left out")
	}
	return err
}

// start takes in a tag; what is open and has no tag at its end ends with it.
func (l *lister) start(z *html.Tokenizer) error {
	name, more := z.TagName()
	tag := string(name)
	switch tag {
	case "b", "i", "em", "strong", "br", "span":
		return nil
	}
	l.end(l.within)
	attributes := map[string]string{}
	for more && len(attributes) < 50 {
		var key, value []byte
		key, value, more = z.TagAttr()
		attributes[string(key)] = seen(string(value))
	}
	switch tag {
	case "h1", "h2", "h3":
		l.within = tag
		l.heading = ""
		if attributes["personal_toolbar_folder"] != "" || attributes["unfiled_bookmarks_folder"] != "" {
			l.heading = "\x00" // the browser's own
		}
	case "dl", "ul", "ol":
		const deepest = 50
		if len(l.folders) < deepest {
			l.folders = append(l.folders, strings.TrimPrefix(l.heading, "\x00"))
		}
		l.heading = ""
	case "a":
		err := l.flush()
		l.now = l.link(attributes)
		l.within = "a"
		return err
	case "dd":
		l.within = "dd"
	}
	return nil
}

// link is a link with what its attributes say.
func (l *lister) link(a map[string]string) *record {
	r := &record{url: a["href"], tags: names(a["tags"]), added: when(first(a["add_date"], a["time_added"]))}
	for i, folder := range l.folders {
		if folder != "" && (i > 0 || !strings.EqualFold(folder, "bookmarks")) {
			if !r.mark(folder) {
				r.tags = append(r.tags, folder)
			}
		}
	}
	switch strings.ToLower(a["toread"]) {
	case "0", "no", "false":
		r.read = true
	}
	r.starred = r.starred || yes(a["favorite"]) || yes(a["important"]) || yes(a["data-important"])
	return r
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// end takes in the words of an element.
func (l *lister) end(name string) {
	switch name {
	case "dl", "ul", "ol":
		if n := len(l.folders); n > 0 {
			l.folders = l.folders[:n-1]
		}
		return
	case "":
		return
	case l.within:
	default:
		return
	}
	words := articles.CleanLine(l.words.String())
	l.words.Reset()
	l.within = ""
	switch {
	case name[0] == 'h':
		if l.heading != "\x00" {
			l.heading = words
		}
		l.heading = strings.TrimPrefix(l.heading, "\x00")
	case l.now == nil:
	case name == "a":
		l.now.title = words
	case name == "dd":
		l.now.dek = words
	}
}

// flush tells the link that was read last, now that all of it is known.
func (l *lister) flush() error {
	r := l.now
	l.now = nil
	if r == nil || r.url == "" {
		return nil
	}
	r.tags = slices.Compact(r.tags)
	return l.tell(*r, articles.CleanLine(first(r.title, "a link")))
}
