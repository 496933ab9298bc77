package facts

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
	"lede/articles/lazy"
)

// authorOf are the names in texts, joined.
func (f *Facts) authorOf(texts []string) candidate {
	const most = 20
	var found []string
	for _, s := range texts[:min(len(texts), most)] {
		if s = nameIn(s); s != "" && !strings.Contains(strings.Join(found, ", "), s) {
			found = append(found, s)
		}
	}
	c := candidate{value: strings.Join(found, ", ")}
	if slices.ContainsFunc(found, f.isSite) {
		c.signs = append(c.signs, "site")
	}
	switch {
	case names.IsFullName(c.value) || names.AreNames(c.value) || len(found) > 1:
		c.signs = append(c.signs, "full")
	case !names.IsName(c.value):
		c.signs = append(c.signs, "handle")
	}
	for w := range strings.FieldsSeq(c.value) { // the key is alike however the names are joined
		if !lexicon.Whole(w).Has(lexicon.And) {
			c.key += Fold(w)
		}
	}
	return c
}

// nameIn is the name in s without what stands around it; empty when s is none:
// addresses are none, nor days, nor what stands where an author does, such as
// "admin".
func nameIn(s string) string {
	s = strings.Trim(unescaped(s), around)
	kinds, lead := lexicon.Opening(s)
	if rest := strings.TrimSpace(s[len(lead):]); kinds.Has(lexicon.By) && rest != "" { // "By STAFF", "by oakum"
		return nameIn(rest)
	}
	if label, rest, ok := strings.Cut(strings.NewReplacer("：", ": ").Replace(s), " "); ok { // "Words Ann Lee", "采写：林明"
		if name, led := names.ByLine(strings.TrimRight(label, ":") + ": " + rest); led && names.IsName(name) && len(name) < len(s) {
			return name
		}
	}
	first, rest, _ := strings.Cut(s, " ")
	label := kinds | lexicon.Whole(s)
	if !names.IsFullName(s) || lexicon.Whole(rest).HasAny(lexicon.Months, lexicon.DateWord) { // "Sam" is a day in French
		label |= lexicon.Whole(first)
	}
	u, err := url.Parse(s)
	switch {
	case err == nil && u.Scheme != "" && u.Host != "", strings.HasPrefix(s, "www."), !strings.Contains(s, " ") && strings.Index(s, "@") > 0,
		label.HasAny(lexicon.Published, lexicon.Updated, lexicon.Handled, lexicon.Source, lexicon.Weekday),
		names.IsNoAuthor(s), strings.ContainsAny(s, "<>{}"), utf8.RuneCountInString(s) > 150:
		return ""
	}
	return s
}

// around are the signs that stand around names and days; apart parts those that
// nothing but the style of the page parts.
const around, apart = " ,;:|·•-–—«»", " · "

// shownAuthors notes whom a line names in its parts: by words such as "by", by the
// line before it or a date beside it, and by its markup. found are the dates in the
// line.
func (f *Facts) shownAuthors(before string, l line, after string, found []dates.Date) {
	if l.opens {
		return
	}
	parts := partsOf(l.text, found)
	dated := len(found) > 0 || l.below == 1 && dates.IsLine(after) || slices.ContainsFunc(l.spans, func(s span) bool { return !s.stamp.IsZero() })
	row := f.row
	f.row = nil
	for i, p := range append(parts, l.spans...) {
		s, lead := strings.Trim(l.text[p.from:p.to], around), cmp.Or(l.text[:p.from], before)
		name, signs := f.shownAuthor(l, p, s, lead, dated)
		if ahead := strings.Fields(l.text[:p.from]); l.near() && i >= len(parts) && len(ahead) > 0 && len(ahead) < 6 { // "91 points by <a>dora_w</a>"
			if last, _ := lexicon.Opening(ahead[len(ahead)-1]); last.Has(lexicon.By) {
				signs = append(signs, "led")
			}
		}
		if l.near() && len(signs) > 0 {
			signs = append(signs, "near")
			if f.named == "" || len(row) > 0 && row[0] == f.named { // on a page of posts, who wrote the first
				signs = append(signs, "first")
			}
		}
		if len(signs) == 0 || !f.note(author, []string{name}, signs...) {
			continue
		}
		if f.named = cmp.Or(f.named, s); !names.IsFullName(s) {
			continue
		}
		if row = append(row, s); len(row) > 1 { // beside another, or in a list
			f.note(author, row, signs...)
		}
		if f.row = nil; l.listed {
			f.row = row
		}
	}
}

// shownAuthor is the name in a part of a line that says s, behind lead, and what
// tells that it is the author's.
func (f *Facts) shownAuthor(l line, p span, s, lead string, dated bool) (name string, signs []string) {
	kinds, _ := lexicon.Opening(s)
	opening, _ := lexicon.Opening(lead)
	name, ok := names.ByLine(s)
	full := names.IsFullName(s)
	signs = l.signs(author, p)
	n := utf8.RuneCountInString(s)
	switch led := kinds.HasAny(lexicon.By, lexicon.AuthorLabel); {
	case opening.Has(lexicon.Updated) && p.from > 0: // "Last edited on 3 May by Ann Lee"
		return "", nil
	case ok && led:
		return name, append(signs, "led")
	case ok && l.near():
		return name, append(signs, "role")
	case n < 2 || n > 60 || words(s) > 7 || strings.ContainsAny(s, "0123456789?!:"):
		return "", nil
	case full && l.near() && lexicon.Whole(lead).HasAny(lexicon.AuthorLabel, lexicon.By):
		signs = append(signs, "led")
	}
	if full && l.near() && dated {
		signs = append(signs, "dated")
	}
	return s, signs
}

// partsOf are the parts of a line between its dates, its marks, and its labels:
// "来源：海港日报 作者：王小明 2022年3月5日" has two.
func partsOf(s string, found []dates.Date) []span {
	var ends [][]int
	if strings.ContainsAny(s, "·|•：") { // as few lines have
		ends = parting.Get().FindAllStringIndex(s, most)
		for _, at := range wideLabel.Get().FindAllStringIndex(s, most) {
			ends = append(ends, []int{at[0], at[0]})
		}
	}
	for _, d := range found {
		ends = append(ends, []int{d.Start, d.End})
	}
	slices.SortFunc(ends, func(a, b []int) int { return a[0] - b[0] })
	var parts []span
	from := 0
	for _, at := range append(ends, []int{len(s), len(s)}) {
		p := span{from: from, to: max(from, at[0])}
		for at[1] > at[0] && p.from < p.to { // "Posted by dora on"
			last := strings.LastIndexByte(strings.TrimRight(s[p.from:p.to], around), ' ')
			if last < 0 || !lexicon.Whole(s[p.from+last:p.to]).HasAny(lexicon.DateWord, lexicon.Published, lexicon.Weekday, lexicon.Months) {
				break
			}
			p.to = p.from + last
		}
		if Fold(s[p.from:p.to]) != "" {
			parts = append(parts, p)
		}
		from = max(from, at[1])
	}
	return parts
}

// parting are the signs that part a line, and wideLabel the words before a wide colon.
var (
	parting   = &lazy.Regexp{Source: ` · |[|•]`}
	wideLabel = &lazy.Regexp{Source: `[^\s：]+：`}
)

// isAuthorAddress reports whether an address leads to what a person wrote: it has
// a folder such as /author/, and something in it: "/author/dora?page=2".
func isAuthorAddress(href string) bool {
	if end := strings.IndexAny(href, "?#"); end >= 0 {
		href = href[:end]
	}
	path := strings.Split(strings.TrimSuffix(href, "/"), "/")
	last := len(path) - 1
	if last < 1 || path[last] == "" {
		return false
	}
	return isNamed("author address", path[last-1]) || lexicon.Whole(path[last-1]).Has(lexicon.AuthorLabel) || path[last][0] == '@'
}

// IsLine reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsLine(s string) bool {
	_, by := names.ByLine(s)
	return by || dates.IsLine(s) || lexicon.Of(s).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
}
