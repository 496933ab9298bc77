package facts

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/lazy"
)

// titles notes what the page states as its title, its headings (those of level 1,
// and of the others those with a place in the window or marked as the title of an
// entry) and the title of its window. Headings that lead home name the site: they are none.
func (f *Facts) titles() {
	const longest, most = 400, 300
	seen := map[string]bool{}
	tops, entries := 0, 0
	all := dom.Elements(f.root, "h1", "h2", "h3")
	all = slices.DeleteFunc(all[:min(len(all), most)], func(n *html.Node) bool {
		text := textOf(n)
		known := seen[text]
		seen[text] = true
		tops += strings.Count(n.Data, "1")
		if !known && isOfEntry(n) {
			entries++
		}
		return known || f.leadsUp(n) || dom.Outweighs(n, longest) || isBeside(n)
	})
	f.Article.Site = f.best(site).value
	f.stated(title)
	window := f.withoutSite(f.Window)
	for _, n := range all {
		text := textOf(n)
		if label, rest, ok := strings.Cut(text, ": "); ok && place(window, rest) != "" && !strings.Contains(Fold(window), Fold(label)) {
			text = rest // "Thread: Lamps"
		}
		signs := []string{n.Data, place(window, text)}
		if tops == 1 && n.Data == "h1" {
			signs = append(signs, "only")
		}
		switch {
		case entries == 1 && isOfEntry(n):
			signs = append(signs, "entry")
		case entries == 1:
			signs = append(signs, "beside")
		}
		if n.Data == "h1" || isOfEntry(n) || signs[1] != "" {
			f.note(title, []string{text}, signs...)
		}
	}
	cut := f.cut()
	f.note(title, []string{cut}, "part")
	if cut == f.Window {
		f.note(title, []string{cut}, "window")
	}
}

// isBeside reports whether a heading stands in a column beside the text.
func isBeside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "aside" || dom.HasClass(n, "side", "sidebar") || slices.Contains([]string{"side", "sidebar"}, dom.Attr(n, "id")) {
			return true
		}
	}
	return false
}

// isOfEntry reports whether a heading is marked as the title of an entry.
func isOfEntry(n *html.Node) bool {
	return dom.HasClass(n, table()["title entry"].names...) || isNamed("title entry", dom.Attr(n, "itemprop"))
}

func (f *Facts) titleOf(s string) candidate {
	s = f.withoutSite(s)
	c := candidate{key: cmp.Or(Fold(s), s), value: s}
	if f.isSite(s) {
		c.signs = []string{"site"}
	}
	return c
}

// textOf is the text of a heading without the signs of links to itself.
func textOf(h *html.Node) string {
	return strings.TrimRight(strings.ReplaceAll(dom.Text(h), "\u00ad", ""), " ¶#")
}

func windowOf(root *html.Node) string {
	const longest = 2000 // bytes
	for t := range dom.Each(root, "title") {
		if dom.Above(t, "svg") == nil {
			s := dom.Text(t)
			return articles.CleanLine(strings.ToValidUTF8(s[:min(len(s), longest)], ""))
		}
	}
	return ""
}

// separators are the signs between the parts of a title of a window. A separator has
// blanks around it, or is a sign that stands in no word, or a colon behind one.
const separators = "|｜·•»«›‹―_✩⋆★：~:/>*–—-"

var (
	separator = &lazy.Regexp{Source: `\s+[` + separators + `]+\s+|\s*[|｜·•»«›‹―_✩⋆★：]+\s*|[:–—]\s+`}
	anySign   = &lazy.Regexp{Source: `\s*[` + separators + `]+\s*`} // also that in "Coca-Cola"
)

// besides is what stands before and behind a text in the title of the window,
// whatever the signs in it: the text as a whole, behind a separator.
func besides(window, text string) (before, behind string, ok bool) {
	said := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isSaid(r) })
	key, opens := []rune(strings.Join(said, " ")), len(said) > 0
	for i, r := range window {
		if opens {
			if behind, ok = cutKey(window[i:], key); ok {
				return window[:i], behind, true
			}
		}
		opens = opens && unicode.IsSpace(r) || len(key) > 0 && strings.ContainsRune("[([（【《“„\"'])）】"+separators, r)
	}
	return "", "", false
}

// cutKey is what is behind the words of a key at the start of s, whatever signs are
// between them.
func cutKey(s string, key []rune) (behind string, ok bool) {
	n := 0
	for i, r := range s {
		if n < len(key) && key[n] == ' ' && isSaid(r) {
			n++
		}
		switch {
		case n == len(key):
			return s[i:], true
		case isSaid(r) && unicode.ToLower(r) == key[n]:
			n++
		case isSaid(r) || unicode.IsNumber(r) || key[n] != ' ':
			return "", false
		}
	}
	return "", n == len(key)
}

// place tells where in the title of the window a heading stands, with separators
// around it; or that it stands at the start, with little glued to it.
func place(window, head string) string {
	before, behind, ok := besides(window, head)
	rest := strings.TrimLeft(behind, " ")
	first, last, parted := Fold(before) == "", Fold(behind) == "", strings.IndexAny(rest, separators+",!?…([（【《") == 0
	switch {
	case !ok:
		return ""
	case first && last:
		return "whole"
	case last && !strings.HasSuffix(before, ": "):
		return "ends"
	case last || parted || first && words(behind) == 1 && words(head) > 1 && rest != behind: // "Paper lanterns Recipe"
		return "parted"
	case first && words(head) > 1 && len(behind) <= 2*len(head):
		return "glued"
	}
	return ""
}

// withoutSite cuts the name of the site from either end of a title.
func (f *Facts) withoutSite(title string) string {
	all := anySign.Get().FindAllStringIndex(title, most)
	for i, at := range all {
		if last := all[len(all)-1-i]; last[0] > 0 && f.isSite(title[last[1]:]) {
			return f.withoutSite(title[:last[0]])
		}
		if at[1] < len(title) && f.isSite(title[:at[0]]) {
			return title[at[1]:]
		}
	}
	return title
}

// cut is the title of the window without what is behind its separators: the
// site; else the last part, where it is short and enough is left.
func (f *Facts) cut() string {
	for _, at := range slices.Backward(separator.Get().FindAllStringIndex(f.Window, most)) {
		before, behind := words(f.Window[:at[0]]), words(f.Window[at[1]:])
		if strings.Contains(f.Window[at[0]:at[1]], " | ") && before > 1 || before >= 4 && behind <= 5 && behind < before {
			return f.Window[:at[0]]
		}
	}
	return f.Window
}

func words(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// isSaid reports whether a rune is one of a word or a number.
func isSaid(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// Fold is s with nothing but letters and digits, in lower case.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if isSaid(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func same(a, b string) bool { return a != "" && Fold(a) == Fold(b) }

// siteOf is a text as the name of a site; of an address, its host.
func siteOf(s string) candidate {
	s = strings.Trim(s, separators+" ")
	if u, err := url.Parse(s); err == nil && articles.IsWeb(s) {
		s = strings.TrimPrefix(u.Host, "www.")
	}
	return candidate{key: Fold(s), value: s}
}

// siteOfWindow notes what the window has beside the title as the name of the site:
// the last part behind it, else the first before it.
func (f *Facts) siteOfWindow() {
	before, behind, _ := besides(f.Window, f.Article.Title)
	parts := separator.Get().Split(strings.Trim(before, separators+" "), most)
	if rest := strings.TrimLeft(behind, " ?!.…？！。"); rest != "" && strings.IndexAny(rest, separators) == 0 {
		parts = separator.Get().Split(strings.Trim(behind, separators+" "), most)
		slices.Reverse(parts)
	}
	if strings.ContainsFunc(parts[0], unicode.IsLetter) { // "[2401.00001] On weirs"
		f.note(site, parts[:1], "window")
	}
}

// leadsUp reports whether a heading is a link to the first page of its site, or
// of the part of it that the page stands in: it has the name of that.
func (f *Facts) leadsUp(h *html.Node) bool {
	a := cmp.Or(dom.First(h, "a"), dom.Above(h, "a"))
	if a == nil || !dom.Has(a, "href") || f.base != nil && isHome(f.base) {
		return false
	}
	u, err := url.Parse(dom.Attr(a, "href"))
	if err != nil || f.base != nil && u.Host != "" && !strings.EqualFold(u.Host, f.base.Host) {
		return false
	}
	up := f.base != nil && strings.HasSuffix(u.Path, "/") && strings.HasPrefix(f.base.Path, u.Path) && f.base.Path != u.Path && u.RawQuery == ""
	return up || isHome(u) && u.Path+u.Host != ""
}

// isSite reports whether s is the name of the site: what the page calls it, its
// host, or a part of that.
func (f *Facts) isSite(s string) bool {
	key, name := Fold(s), Fold(f.Article.Site)
	if key == "" {
		return false
	}
	if key == name || f.base == nil {
		return key == name
	}
	host := strings.TrimPrefix(strings.ToLower(f.base.Hostname()), "www.")
	labels := strings.Split(host, ".")
	return key == Fold(host) || slices.ContainsFunc(labels[:len(labels)-1], func(label string) bool { return len(label) > 2 && Fold(label) == key })
}

// head is the heading that says the title, else the first of level 1.
func (f *Facts) head(body *html.Node) *html.Node {
	const longest = 400
	is := func(h *html.Node) bool {
		return dom.Is(h, "h1", "h2", "h3") && !dom.Outweighs(h, longest) && same(dom.Text(h), f.Article.Title)
	}
	return cmp.Or(dom.Find(body, is), dom.First(body, "h1"))
}
