package facts

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
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
	for part := range strings.SplitSeq(c.value, ", ") {
		says(&c.features, "site", f.isSite(part) || same(part, f.ld.Text(f.work["publisher"])))
	}
	says(&c.features, "full", names.IsFullName(c.value) || names.AreNames(c.value) || len(found) > 1)
	says(&c.features, "handle", len(found) == 1 && !names.IsName(c.value))
	for w := range strings.FieldsSeq(c.value) { // the key is alike however the names are joined
		if !lexicon.Whole(w).Has(lexicon.And) {
			c.key += fold(w)
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
	if name, ok := names.ByLine(s); ok && kinds.Has(lexicon.By) {
		return articles.CleanLine(name)
	}
	if rest := strings.TrimSpace(s[len(lead):]); kinds.Has(lexicon.By) && rest != "" { // "By STAFF", "by oakum"
		return nameIn(rest)
	}
	if label, rest, ok := strings.Cut(strings.NewReplacer("：", ": ").Replace(s), " "); ok { // "Words Ann Lee", "采写：林明"
		if name, led := names.ByLine(strings.TrimRight(label, ":") + ": " + rest); led && names.IsName(name) && len(name) < len(s) {
			return name
		}
	}
	first, _, _ := strings.Cut(s, " ")
	label := kinds | lexicon.Whole(s) | lexicon.Whole(first)
	u, err := url.Parse(s)
	switch {
	case err == nil && u.Scheme != "" && u.Host != "", strings.HasPrefix(s, "www."), !strings.Contains(s, " ") && strings.Index(s, "@") > 0,
		lead == s && label != 0, label.HasAny(lexicon.Published, lexicon.Updated, lexicon.Handled, lexicon.Source, lexicon.Weekday),
		names.IsNoAuthor(s), dates.IsLine(s), strings.ContainsAny(s, "<>{}"), utf8.RuneCountInString(s) > 150:
		return ""
	}
	return s
}

// around are the signs that stand around names and days; apart parts those that
// nothing but the style of the page parts.
const around, apart = " ,;:|·•-–—«»", " · "

// shownAuthors notes whom a line names in its parts: by words such as "by", by the
// line before it, the picture over it or a date beside it, and by its markup.
// found are the dates in the line.
func (f *Facts) shownAuthors(before, l, after line, found []dates.Date) {
	if l.opens {
		return
	}
	parts := partsOf(l.text, found)
	dated := len(found) > 0
	for _, p := range parts {
		dated = dated && words(l.text[p.from:p.to]) < 7 // "HILL TOWN, 3 May 2024 – The wall stands."
	}
	row := f.row
	f.row = nil
	for i, p := range append(parts, l.spans...) {
		s, lead := strings.Trim(l.text[p.from:p.to], around), cmp.Or(l.text[:p.from], before.text)
		kinds, _ := lexicon.Opening(s)
		led := kinds.HasAny(lexicon.By, lexicon.AuthorLabel)
		name, ok := names.ByLine(s)
		full := names.IsFullName(s)
		features := l.marked(author, p.from, p.to, ok || full)
		switch {
		case kinds.Has(lexicon.Helped), p.from > 0 && opens(lead, lexicon.Updated): // "Last edited on 3 May by Ann Lee"
			continue
		case ok && (led || l.near()):
			says(&features, "led", led)
			says(&features, "role", !led)
			f.note(author, []string{name}, append(features, l.features()...)...)
			continue
		case full && l.near():
			says(&features, "headed", lexicon.Whole(lead).HasAny(lexicon.AuthorLabel, lexicon.By))
			says(&features, "portrait", l.portrait == s && IsLine(after.text))
			says(&features, "dated", dated || slices.ContainsFunc(l.spans, func(s span) bool { return !s.stamp.IsZero() }))
		}
		if before := strings.Fields(l.text[:p.from]); l.near() && i >= len(parts) && len(before) > 0 && len(before) < 6 { // "91 points by <a>dora_w</a>"
			says(&features, "led", opens(before[len(before)-1], lexicon.By))
		}
		if n := utf8.RuneCountInString(s); len(features) == 0 || n < 2 || n > 60 || words(s) > 7 || strings.ContainsAny(s, "0123456789?!:") || !f.note(author, []string{s}, append(features, l.features()...)...) || !full {
			continue
		}
		if row = append(row, s); len(row) > 1 { // beside another, or in a list
			f.note(author, row, append(features, l.features()...)...)
		}
		if f.row = nil; l.listed {
			f.row = row
		}
	}
}

func opens(s string, kind lexicon.Kind) bool {
	kinds, _ := lexicon.Opening(s)
	return kinds.Has(kind)
}

// partsOf are the parts of a line between its dates, its marks, and its labels:
// "来源：海港日报 作者：王小明 2022年3月5日" has two.
func partsOf(s string, found []dates.Date) []span {
	var ends, labelled [][]int
	if strings.ContainsAny(s, "·|•:：") { // as few lines have
		ends, labelled = parting.FindAllStringIndex(s, most), labels.FindAllStringIndex(s, most)
	}
	for _, d := range found {
		ends = append(ends, []int{d.Start, d.End})
	}
	for _, at := range labelled {
		kinds, _ := lexicon.Opening(s[at[0]:at[1]])
		if kinds.HasAny(lexicon.By, lexicon.AuthorLabel, lexicon.Source, lexicon.Credit, lexicon.Helped) {
			ends = append(ends, []int{at[0], at[0]})
		}
	}
	slices.SortFunc(ends, func(a, b []int) int { return a[0] - b[0] })
	var parts []span
	from := 0
	for _, at := range append(ends, []int{len(s), len(s)}) {
		p := span{from: from, to: max(from, at[0])}
		for at[1] > at[0] && p.from < p.to { // "Posted by dora on"
			part := strings.Trim(s[p.from:p.to], around)
			last := strings.LastIndexByte(strings.TrimRight(s[p.from:p.to], around), ' ')
			word := lexicon.Whole(s[p.from+max(last, 0) : p.to])
			if last < 0 || !word.HasAny(lexicon.DateWord, lexicon.Published) && (names.IsFullName(part) || !word.HasAny(lexicon.Weekday, lexicon.Months)) {
				break
			}
			p.to = p.from + last
		}
		if fold(s[p.from:p.to]) != "" {
			parts = append(parts, p)
		}
		from = max(from, at[1])
	}
	return parts
}

// parting are the signs that part a line, and labels the words with a colon in it.
var (
	parting = regexp.MustCompile(` · |[|•]`)
	labels  = regexp.MustCompile(`[^\s:：]+[:：]`)
)

// isAuthorAddress reports whether an address leads to what a person wrote: it has
// a folder such as /author/, and something in it: "/author/dora?page=2".
func isAuthorAddress(href string) bool {
	if end := strings.IndexAny(href, "?#"); end >= 0 {
		href = href[:end]
	}
	path := strings.TrimSuffix(href, "/")
	at := strings.LastIndexByte(path, '/')
	if at < 0 || at+1 == len(path) {
		return false
	}
	folder := path[strings.LastIndexByte(path[:at], '/')+1 : at]
	return path[at+1] == '@' || tells("folder", folder) || lexicon.Whole(folder).Has(lexicon.AuthorLabel)
}

// IsLine reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsLine(s string) bool {
	_, by := names.ByLine(s)
	return by || dates.IsLine(s) || lexicon.Of(s).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
}
