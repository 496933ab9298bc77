package facts

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
	"lede/articles/importer/webpage/jsonld"
)

// statedAuthors notes who wrote the article, as the page states it for programs.
func (f *Facts) statedAuthors() {
	for _, key := range [...]string{"author", "creator"} {
		f.noteAuthor(f.ld.Names(f.work[key]), "ld")
		if o, ok := f.ld.Resolved(f.work[key]).(jsonld.Object); ok && f.Article.AuthorBio == "" {
			f.Article.AuthorBio = unescaped(jsonld.String(o["description"]))
		}
	}
	for _, name := range vocabulary()["meta author"] {
		if f.noteAuthor(f.meta[name], "meta") {
			break
		}
	}
	for _, n := range [...]string{"1", "2"} {
		label := first(f.meta["twitter:label"+n])
		if kinds, _ := lexicon.Opening(label); (kinds | lexicon.Whole(label)).HasAny(lexicon.By, lexicon.AuthorLabel) {
			f.noteAuthor(f.meta["twitter:data"+n], "label")
		}
	}
}

// noteAuthor notes the names among all as one candidate, if any is.
func (f *Facts) noteAuthor(all []string, features ...string) bool {
	const most = 20
	var found []string
	for _, s := range all[:min(len(all), most)] {
		if s = nameIn(s); s != "" && !strings.Contains(strings.Join(found, ", "), s) {
			found = append(found, s)
		}
	}
	name := strings.Join(found, ", ")
	for part := range strings.SplitSeq(name, ", ") {
		says(&features, "site", f.isSite(part) || same(part, f.ld.Text(f.work["publisher"])))
	}
	says(&features, "full", names.IsFullName(name) || names.AreNames(name) || len(found) > 1)
	says(&features, "handle", len(found) == 1 && !names.IsName(name))
	var key strings.Builder // alike however the names are joined
	for w := range strings.FieldsSeq(name) {
		if !lexicon.Whole(w).Has(lexicon.And) {
			key.WriteString(fold(w))
		}
	}
	f.note(author, candidate{key: key.String(), value: name}, features...)
	return name != ""
}

// nameIn is the name in s without what stands around it; empty when s is none:
// addresses are none, nor what stands where an author does, such as "admin".
func nameIn(s string) string {
	s = strings.Trim(unescaped(s), " ,;:|·•-–—")
	if u, err := url.Parse(s); err == nil && u.Scheme != "" && u.Host != "" {
		return ""
	}
	kinds, lead := lexicon.Opening(s)
	if name, ok := names.ByLine(s); ok && kinds.Has(lexicon.By) {
		return articles.CleanLine(name)
	}
	if label := kinds | lexicon.Whole(s); lead == s && label != 0 || label.HasAny(lexicon.Published, lexicon.Updated, lexicon.Source) {
		return "" // "Posted", "By:"
	}
	if names.IsNoAuthor(s) || strings.ContainsAny(s, "<>{}") || utf8.RuneCountInString(s) > 150 || strings.HasPrefix(s, "www.") {
		return ""
	}
	return s
}

// shownAuthor notes whom a line names: by its markup, by words such as "by", by
// the label over it, the picture over it or the date beside it. rest are the
// lines below it.
func (f *Facts) shownAuthor(l line, rest []line) {
	next := line{}
	if len(rest) > 0 {
		next = rest[0]
	}
	s, place := l.text, l.place()
	note := func(name string, features ...string) { f.noteAuthor([]string{name}, append(features, place...)...) }
	if d, ok := dates.Find(s, f.order); ok && l.near() {
		const marks, fewest = " -–—|·•,", 7 // words of a sentence
		before, behind := strings.Trim(s[:d.Start], marks), strings.Trim(s[d.End:], marks)
		for _, part := range [...]string{before, behind} { // "Mara Quill – 3 May 2024", but "HILL TOWN, 3 May 2024 – The wall stands."
			if names.IsFullName(part) && words(behind) < fewest {
				note(part, "dated")
			}
		}
		if kinds, _ := lexicon.Opening(behind); before == "" || kinds.Has(lexicon.By) { // "Posted on 3 May 2024 by Mara Quill"
			s = behind
		}
	}
	kinds, _ := lexicon.Opening(s)
	if !kinds.HasAny(lexicon.By, lexicon.AuthorLabel) && l.near() {
		s = labelled(s)
		kinds, _ = lexicon.Opening(s)
	}
	led := kinds.HasAny(lexicon.By, lexicon.AuthorLabel)
	if name, ok := names.ByLine(s); ok && !kinds.Has(lexicon.Helped) && (led || l.near()) {
		for _, inner := range rest[:min(len(rest), 4)] { // "By <a rel=author>Jane Roe</a> and …"
			if strings.Contains(l.text, inner.text) {
				l.author = append(l.author, inner.author...)
			}
		}
		if !led {
			l.author = append(l.author, "role")
		} else {
			l.author = append(l.author, "led")
		}
		note(name, l.author...)
		return
	}
	n := utf8.RuneCountInString(s)
	if kinds.Has(lexicon.Helped) || n < 2 || n > 60 || words(s) > 7 || strings.ContainsAny(s, "0123456789?!:") {
		return
	}
	if len(l.author) > 0 {
		note(s, l.author...)
	}
	if l.near() && l.portrait == s && names.IsFullName(s) && IsLine(next.text) {
		note(s, "portrait")
	}
	if l.near() && lexicon.Whole(s).HasAny(lexicon.AuthorLabel, lexicon.By) && names.IsFullName(next.text) {
		note(next.text, "headed")
	}
}

// labelled is the field of a line of several, each with a label and a colon, that
// is of the author: "作者：王小明" of "来源：海港日报 作者：王小明 2022年3月5日". It is the line
// itself when none is.
func labelled(line string) string {
	var own []string
	for i, field := range strings.Fields(line) {
		label, name, ok := cutColon(field)
		switch {
		case len(own) > 0 && ok:
			return strings.Join(own, " ")
		case len(own) > 0 || i > 0 && name != "" && lexicon.Whole(label).HasAny(lexicon.By, lexicon.AuthorLabel):
			own = append(own, field)
		}
	}
	if len(own) > 0 {
		return strings.Join(own, " ")
	}
	return line
}

// cutColon cuts a text at its first colon, of any width.
func cutColon(s string) (before, after string, ok bool) {
	if before, after, ok = strings.Cut(s, "："); ok {
		return before, after, true
	}
	return strings.Cut(s, ":")
}

// isAuthorAddress reports whether an address leads to what a person wrote: it has
// a folder such as /author/, and something in it.
func isAuthorAddress(href string) bool {
	href, _, _ = strings.Cut(href, "?")
	href, _, _ = strings.Cut(href, "#")
	parts := strings.Split(strings.TrimRight(href, "/"), "/")
	n := len(parts)
	return n > 1 && parts[n-1] != "" && (lexicon.Whole(parts[n-2]).Has(lexicon.AuthorLabel) || strings.HasPrefix(parts[n-1], "@"))
}

// IsLine reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsLine(s string) bool {
	_, by := names.ByLine(s)
	return by || dates.IsLine(s) || lexicon.Of(s).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
}
