package facts

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// titles notes what the page states as its title, its headings (those of level 1,
// and of the others those with a place in the window or marked as the title of an
// entry) and the title of its window. Headings that lead home name the site.
func (f *Facts) titles() {
	const longest, most = 400, 300
	seen := map[string]bool{}
	tops, entries := 0, 0
	ofEntry := func(n *html.Node) bool {
		return dom.HasClass(n, vocabulary()["title entry"]...) || tells("title entry", dom.Attr(n, "itemprop"))
	}
	all := dom.Elements(f.root, "h1", "h2", "h3")
	all = slices.DeleteFunc(all[:min(len(all), most)], func(n *html.Node) bool {
		known := seen[dom.Text(n)]
		seen[dom.Text(n)] = true
		tops += strings.Count(n.Data, "1")
		if !known && ofEntry(n) {
			entries++
		}
		up := f.leadsUp(n)
		if up {
			f.note(site, []string{textOf(n)}, "home")
		}
		return known || up || dom.Outweighs(n, longest)
	})
	f.Article.Site = f.best(site).value
	f.stated(title)
	window := f.withoutSite(f.window)
	for _, n := range all {
		text := textOf(n)
		if label, rest, ok := strings.Cut(text, ": "); ok && place(window, rest) != "" && !strings.Contains(fold(window), fold(label)) {
			text = rest // "Thread: Lamps"
		}
		at := place(window, text)
		entry := entries == 1 && ofEntry(n)
		features := []string{n.Data, at}
		says(&features, "entry", entry)
		says(&features, "beside", entries == 1 && !entry)
		says(&features, "only", tops == 1 && n.Data == "h1")
		if n.Data == "h1" || ofEntry(n) || at != "" {
			f.note(title, []string{text}, features...)
		}
	}
	f.note(title, []string{f.cut()}, "part")
	f.add(title, candidate{key: fold(f.window), value: f.window}, []string{"window"})
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
	separator = regexp.MustCompile(`\s+[` + separators + `]+\s+|\s*[|｜·•»«›‹―_✩⋆★：]+\s*|[:–—]\s+`)
	anySign   = regexp.MustCompile(`\s*[` + separators + `]+\s*`) // also that in "Coca-Cola"
)

// besides is what stands before and behind a text in the title of the window,
// whatever the signs in it: the text as a whole, behind a separator.
func besides(window, text string) (before, behind string, ok bool) {
	if key := fold(text); key == "" || !strings.Contains(fold(window), key) {
		return "", "", false
	}
	said := strings.FieldsFunc(text, func(r rune) bool { return !isSaid(r) })
	opens := true
	for i, r := range window {
		if opens {
			if behind, ok = cutWords(window[i:], said); ok {
				return window[:i], behind, true
			}
		}
		opens = opens && strings.ContainsRune(" \t\n\f\r", r) || strings.ContainsRune("[([（【《“„\"'"+separators, r)
	}
	return "", "", false
}

// cutWords cuts words from the start of s, whatever their case and the signs between
// them.
func cutWords(s string, words []string) (rest string, ok bool) {
	for i, w := range words {
		if i > 0 {
			s = strings.TrimLeftFunc(s, func(r rune) bool { return !isSaid(r) && !unicode.IsNumber(r) })
		}
		n := 0
		for range w {
			_, size := utf8.DecodeRuneInString(s[n:])
			n += size
		}
		if !strings.EqualFold(s[:n], w) {
			return "", false
		}
		s = s[n:]
	}
	return s, true
}

// place tells where in the title of the window a heading stands, with separators
// around it; or that it stands at the start, with little glued to it.
func place(window, head string) string {
	before, behind, ok := besides(window, head)
	rest := strings.TrimLeft(behind, " ")
	first, last, parted := fold(before) == "", fold(behind) == "", strings.IndexAny(rest, separators+",!?…([（【《") == 0
	switch {
	case !ok:
		return ""
	case first && last:
		return "whole"
	case last && strings.HasSuffix(before, ": "):
		return "explains"
	case last:
		return "ends"
	case first && (parted || words(behind) == 1 && words(head) > 1 && rest != behind): // "Paper lanterns Recipe"
		return "starts"
	case parted:
		return "between"
	case first && words(head) > 1 && len(behind) <= 2*len(head):
		return "glued"
	}
	return ""
}

// withoutSite cuts the name of the site from either end of a title.
func (f *Facts) withoutSite(title string) string {
	all := anySign.FindAllStringIndex(title, most)
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
	if rest := f.withoutSite(f.window); rest != f.window {
		return rest
	}
	for _, at := range slices.Backward(separator.FindAllStringIndex(f.window, most)) {
		before, behind := words(f.window[:at[0]]), words(f.window[at[1]:])
		if strings.Contains(f.window[at[0]:at[1]], " | ") && before > 1 || before >= 4 && behind <= 5 && behind < before {
			return f.window[:at[0]]
		}
	}
	return f.window
}

func words(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// isSaid reports whether a rune is one of a word or a number.
func isSaid(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// fold is s with nothing but letters and digits, in lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if isSaid(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func same(a, b string) bool { return a != "" && fold(a) == fold(b) }
