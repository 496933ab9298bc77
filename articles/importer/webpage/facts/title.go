package facts

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/jsonld"
)

// titles notes what the article may be called: what the page states, what its
// window is called, its headings.
func (f *Facts) titles(window string) {
	f.noteTitle(f.withoutSite(first(f.metas("title"))), "og")
	f.noteTitle(unescaped(f.ld.Text(f.work["headline"])), "ld")
	f.noteTitle(unescaped(jsonld.String(f.work["name"])), "name")
	f.noteTitle(f.withoutSite(first(f.meta["twitter:title"])), "twitter")
	f.noteTitle(f.cut(window), "part")
	f.noteTitle(window, "window")
	var tops, named, entries int
	var entry string
	all := f.headings(f.withoutSite(window))
	for _, h := range all {
		if h.level == "h1" {
			tops++
			named += min(len(h.place), 1)
		}
		if h.entry {
			entries++
			entry = h.text
		}
	}
	for _, h := range all {
		features := []string{h.level, h.place}
		says(&features, "only", h.level == "h1" && (tops == 1 || named == 1 && h.place != ""))
		says(&features, "entry", entries == 1 && same(h.text, entry))
		says(&features, "beside", entries == 1 && !same(h.text, entry))
		f.noteTitle(h.text, features...)
	}
}

// noteTitle notes a title, and whether it is the name of the site.
func (f *Facts) noteTitle(s string, features ...string) {
	says(&features, "site", f.isSite(s))
	f.note(title, candidate{key: nonEmpty(fold(s), s), value: s}, features...)
}

// heading is one that the title may be.
type heading struct {
	text, level string
	place       string // where it stands in what the window is called
	entry       bool   // it is marked as the title of an entry
}

// headings are those of level 1, and of the others those with a place in the
// window or marked as titles of entries; each text once.
func (f *Facts) headings(window string) []heading {
	var all []heading
	for _, n := range dom.Elements(f.root, "h1", "h2", "h3") {
		h := heading{text: textOf(n), level: n.Data}
		if h.text == "" || len(h.text) > 400 || len(all) > most/2 || f.leadsHome(n) {
			continue
		}
		h.place = place(window, h.text)
		for c := n.FirstChild; c != nil && h.place == ""; c = c.NextSibling { // "Thread: <a>Lamps</a>"
			if part := textOf(c); 2*len(part) > len(h.text) && place(window, part) != "" {
				h.text, h.place = part, place(window, part)
			}
		}
		h.entry = dom.HasClass(n, "entry-title") || dom.HasClass(n, "post-title") || dom.HasClass(n, "p-name") || dom.Attr(n, "itemprop") == "headline"
		if (n.Data == "h1" || h.entry || h.place != "") && !slices.ContainsFunc(all, func(o heading) bool { return same(o.text, h.text) }) {
			all = append(all, h)
		}
	}
	return all
}

// textOf is the text of a heading without the signs of links to itself.
func textOf(h *html.Node) string {
	return strings.TrimRight(strings.ReplaceAll(dom.Text(h), "\u00ad", ""), " ¶#")
}

// window is what the page calls itself for the window it stands in.
func (f *Facts) window() string {
	const longest = 2000 // bytes
	for _, t := range dom.Elements(f.root, "title") {
		if dom.Above(t, "svg") == nil {
			s := dom.Text(t)
			return articles.CleanLine(s[:min(len(s), longest)])
		}
	}
	return ""
}

// place tells where in the title of the window a heading stands, with separators
// around it; or that it stands at the start, with little or the name of the site
// glued to it.
func place(window, head string) string {
	const separators, mostParts = "|-–—·»«:•｜/\\‹›>~―_✩★：([（【《,!?…", 40
	whole, key := fold(window), fold(head)
	if key == "" || !strings.Contains(whole, key) {
		return ""
	}
	if whole == key {
		return "whole"
	}
	parts := strings.FieldsFunc(window, func(r rune) bool { return strings.ContainsRune(separators, r) })
	parts = parts[:min(len(parts), mostParts)]
	for i := range parts {
		for j := i + 1; j <= len(parts); j++ {
			switch got := fold(strings.Join(parts[i:j], "")); {
			case got != key:
			case i == 0:
				return "starts"
			case j < len(parts):
				return "between"
			case strings.Contains(window, ": "+head):
				return "explains"
			default:
				return "ends"
			}
		}
	}
	switch rest, ok := strings.CutPrefix(whole, key); {
	case !ok || words(head) < 2 || len(rest) > 2*len(key):
		return ""
	case words(window) == words(head)+1: // "Paper lanterns Recipe"
		return "starts"
	}
	return "glued"
}

// marks are how a separator is written that stands before the name of a site.
var marks = []string{" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ｜ ", "｜", " / ", " \\ ", " ‹ ", " › ", " > ", " ~ ", " ― ", " ✩ ", "_", "：", ": ", "-", "|"}

// withoutSite cuts the name of the site from either end of a title.
func (f *Facts) withoutSite(title string) string {
	for _, mark := range marks {
		if at := strings.LastIndex(title, mark); at > 0 && f.isSite(title[at+len(mark):]) {
			return f.withoutSite(strings.TrimSpace(title[:at]))
		}
		if before, behind, ok := strings.Cut(title, mark); ok && behind != "" && f.isSite(before) {
			return strings.TrimSpace(behind)
		}
	}
	return title
}

// cut is the title of the window without what is behind its separators: the
// site; else the last part, where it is short and enough is left.
func (f *Facts) cut(window string) string {
	if rest := f.withoutSite(window); rest != window {
		return rest
	}
	for i, mark := range marks[:4] {
		at := strings.LastIndex(window, mark)
		if at < 0 {
			continue
		}
		before, behind := words(window[:at]), words(window[at+len(mark):])
		if i == 0 && before > 1 || before >= 4 && behind <= 5 && behind < before {
			return strings.TrimSpace(window[:at])
		}
	}
	return window
}

func words(s string) int { return len(strings.Fields(s)) }
