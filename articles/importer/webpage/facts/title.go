package facts

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// titleMetas are the metas with the title of an article.
var titleMetas = []string{"dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title", "citation_title", "parsely-title"}

// noteTitles notes what the article may be called: what the page states, its
// headings, what its window is called.
func (f *Facts) noteTitles(window string) {
	bare := f.withoutSite(window)
	f.noteTitle(f.withoutSite(f.first(titleMetas...)), "og")
	f.noteTitle(unescaped(f.ld.str(f.work["headline"])), "ld")
	f.noteTitle(unescaped(text(f.work["name"])), "name")
	f.noteTitle(f.withoutSite(f.first("twitter:title")), "twitter")
	all, tops, found, own := f.headings(bare)
	f.noteTitle(f.cut(window), "part")
	f.noteTitle(window, "window")
	for _, h := range all {
		features := []string{h.place}
		if h.top {
			features = append(features, "h1")
		} else {
			features = append(features, "h2")
		}
		if h.top && (tops == 1 || found == 1 && h.place != "") {
			features = append(features, "only")
		}
		if own != "" && same(h.text, own) {
			features = append(features, "entry")
		} else if own != "" {
			features = append(features, "beside")
		}
		f.noteTitle(h.text, features...)
	}
}

// noteTitle notes a title, and whether it is the name of the site or stands in
// the address of the page.
func (f *Facts) noteTitle(s string, features ...string) {
	if f.isSite(s) {
		features = append(features, "site")
	}
	if f.inAddress(s) {
		features = append(features, "slug")
	}
	f.note(Title, nonEmpty(fold(s), s), Candidate{Value: s}, features...)
}

// heading is one that the title may be.
type heading struct {
	text  string
	place string // where it stands in what the window is called
	top   bool   // an h1
	entry bool   // it is marked as the title of an entry
}

// headings are those of level 1, and of the others those with a place in the
// window or marked as titles of entries. tops are how many of level 1 there are,
// found how many of these the window names; own is the one title of an entry.
func (f *Facts) headings(window string) (all []heading, tops, found int, own string) {
	entries := 0
	seen := map[string]bool{}
	for _, n := range dom.Elements(f.root, "h1", "h2", "h3") {
		s := textOf(n)
		if s == "" || len(s) > 400 || len(all) > most/2 || f.leadsHome(n) {
			continue
		}
		h := heading{text: s, place: place(window, s), top: n.Data == "h1", entry: isEntry(n)}
		for c := n.FirstChild; c != nil && h.place == ""; c = c.NextSibling { // "Thread: <a>Lamps</a>"
			if part := textOf(c); 2*len(part) > len(s) {
				if h.place = place(window, part); h.place != "" {
					s, h.text = part, part
				}
			}
		}
		if seen[fold(s)] || !h.top && !h.entry && h.place == "" {
			continue
		}
		seen[fold(s)] = true
		all = append(all, h)
		if h.top {
			tops++
			if h.place != "" {
				found++
			}
		}
		if h.entry {
			entries++
			own = s
		}
	}
	if entries != 1 {
		own = ""
	}
	return all, tops, found, own
}

// textOf is the text of a heading without the signs of links to itself.
func textOf(h *html.Node) string {
	return strings.TrimRight(strings.ReplaceAll(dom.Text(h), "\u00ad", ""), " ¶#")
}

// isEntry reports whether a heading is marked as the title of an entry.
func isEntry(h *html.Node) bool {
	return dom.HasClass(h, "entry-title") || dom.HasClass(h, "post-title") || dom.HasClass(h, "p-name") || dom.Attr(h, "itemprop") == "headline"
}

// longestWindow is how many bytes of <title> are read.
const longestWindow = 2000

// window is what the page calls itself for the window it stands in.
func (f *Facts) window() string {
	for _, t := range dom.Elements(f.root, "title") {
		if dom.Above(t, "svg") == nil {
			s := dom.Text(t)
			return articles.CleanLine(s[:min(len(s), longestWindow)])
		}
	}
	return ""
}

// separators may stand between the title of an article and the name of its site.
const separators = "|-–—·»«:•｜/\\‹›>~―_✩★：([（【《,!?…"

// A part of a title is what stands between two separators.
type part struct{ start, end int }

// partsOfTitle cuts a title at its separators.
func partsOfTitle(s string) []part {
	const mostParts = 40
	var parts []part
	start := 0
	for i, r := range s {
		if strings.ContainsRune(separators, r) && len(parts) < mostParts {
			parts = append(parts, part{start, i})
			start = i + len(string(r))
		}
	}
	return append(parts, part{start, len(s)})
}

// place tells where in the title of the window a heading stands: at its start,
// its end or between, with separators around; or at its start with little or
// the name of a site glued to it.
func place(window, head string) string {
	whole, key := fold(window), fold(head)
	if key == "" || !strings.Contains(whole, key) {
		return ""
	}
	if whole == key {
		return "whole"
	}
	parts := partsOfTitle(window)
	for i, from := range parts {
		for j := i; j < len(parts); j++ {
			if got := fold(window[from.start:parts[j].end]); len(got) < len(key) {
				continue
			} else if got != key {
				break
			}
			before, behind := fold(window[:from.start]), fold(window[parts[j].end:])
			switch {
			case before == "":
				return "starts"
			case behind != "":
				return "between"
			case strings.HasSuffix(strings.TrimSpace(window[:from.start]), ":"):
				return "explains"
			}
			return "ends"
		}
	}
	switch rest, ok := strings.CutPrefix(whole, key); {
	case !ok || words(head) < 2 || len(rest) > 2*len(key):
	case words(window) == words(head)+1: // "Paper lanterns Recipe"
		return "starts"
	default:
		return "glued"
	}
	return ""
}

// marks are how a separator is written that stands before the name of a site.
var marks = []string{" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ｜ ", "｜", " / ", " \\ ", " ‹ ", " › ", " > ", " ~ ", " ― ", " ✩ ", "_", "：", ": ", "-", "|"}

// withoutSite cuts the name of the site from either end of a title.
func (f *Facts) withoutSite(title string) string {
	for _, mark := range marks {
		if at := strings.LastIndex(title, mark); at > 0 && f.isSite(title[at+len(mark):]) {
			return f.withoutSite(strings.TrimSpace(title[:at]))
		}
		if at := strings.Index(title, mark); at > 0 && f.isSite(title[:at]) && at+len(mark) < len(title) {
			return strings.TrimSpace(title[at+len(mark):])
		}
	}
	return title
}

// cut is the title of the window without what is behind its separators: the
// site; else the last part, where it is short and enough is left.
func (f *Facts) cut(window string) string {
	rest := f.withoutSite(window)
	if rest != window {
		return rest
	}
	at := strings.LastIndex(window, " | ")
	if at > 0 && (words(window[:at]) > 1 || words(window) == len(window)) {
		return strings.TrimSpace(window[:at])
	}
	for _, mark := range marks[:4] {
		at = max(at, strings.LastIndex(window, mark))
	}
	if at > 0 {
		before, behind := window[:at], window[at+2:]
		if words(before) >= 4 && words(behind) <= 6 && words(before) > words(behind) {
			return strings.TrimSpace(before)
		}
	}
	return window
}

// inAddress reports whether most words of the last part of the address stand in s.
func (f *Facts) inAddress(s string) bool {
	const fewest = 3
	if f.base == nil {
		return false
	}
	_, slug, _ := cutLast(strings.TrimRight(f.base.Path, "/"), "/")
	key, n, in := fold(s), 0, 0
	for w := range strings.FieldsFuncSeq(slug, func(r rune) bool { return !unicode.IsLetter(r) }) {
		n++
		if len(w) > 1 && strings.Contains(key, strings.ToLower(w)) {
			in++
		}
	}
	return n >= fewest && in*3 >= n*2
}

func words(s string) int { return len(strings.Fields(s)) }
