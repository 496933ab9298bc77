package facts

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// authorMetas are the metas that name the author.
var authorMetas = [...]string{
	"citation_author", "dc:creator", "dc.creator", "dcterm:creator", "dcterms.creator", "author", "parsely-author", "article:author",
	"sailthru.author", "byl", "article:author_name", "og:article:author", "book:author",
}

// statedAuthors are who wrote the article, as the page states it for programs.
func (f *Facts) statedAuthors() {
	for _, key := range [...]string{"author", "creator"} {
		firm := ""
		if o, ok := f.ld.resolved(f.work[key]).(object); ok && isType(o, " organization newsmediaorganization ") {
			firm = "firm"
		}
		f.noteAuthor(f.ld.names(f.work[key]), "ld", firm)
	}
	for _, name := range authorMetas {
		if f.noteAuthor(f.meta[name], "meta") {
			break
		}
	}
	for _, n := range [...]string{"1", "2"} {
		label := f.first("twitter:label" + n)
		if kinds, _ := lexicon.Opening(label); (kinds | lexicon.Whole(label)).HasAny(lexicon.By, lexicon.AuthorLabel) {
			f.noteAuthor(f.meta["twitter:data"+n], "label")
		}
	}
}

// noteAuthor notes the names among all as one candidate, if any is.
func (f *Facts) noteAuthor(all []string, features ...string) bool {
	var found []string
	for _, s := range all {
		if s = nameIn(s); s != "" && !hasFold(found, s) && len(found) < 20 {
			found = append(found, s)
		}
	}
	name := strings.Join(found, ", ")
	for part := range strings.SplitSeq(name, ", ") {
		if f.isSite(part) || same(part, f.ld.str(f.work["publisher"])) {
			features = append(features, "site")
		}
	}
	switch {
	case names.IsFullName(name) || names.AreNames(name) || len(found) > 1:
		features = append(features, "full")
	case !names.IsName(name):
		features = append(features, "handle")
	}
	f.note(Author, peopleKey(name), Candidate{Value: name}, features...)
	return name != ""
}

// peopleKey is alike for "Jane Roe, Tom Lamb" and "Tom Lamb and Jane Roe's"
// other forms: the words that join names do not count.
func peopleKey(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(s) {
		if !lexicon.Whole(w).Has(lexicon.And) {
			b.WriteString(fold(w))
		}
	}
	return b.String()
}

// nameIn is the name in s without what stands around it; empty when s is none:
// addresses are none, nor what stands where an author does, such as "admin".
func nameIn(s string) string {
	s = strings.TrimSpace(unescaped(s))
	if u, err := url.Parse(s); err == nil && u.Scheme != "" && u.Host != "" {
		return ""
	}
	if kinds, lead := lexicon.Opening(s); kinds.Has(lexicon.By) && len(lead) < len(s) {
		if name, ok := names.ByLine(s); ok {
			return articles.CleanLine(name)
		}
	}
	s = strings.Trim(s, " ,;:|·•-–—")
	if s == "" || names.IsNoAuthor(s) || strings.ContainsAny(s, "<>{}") || utf8.RuneCountInString(s) > 150 || strings.HasPrefix(s, "www.") {
		return ""
	}
	return articles.CleanLine(s)
}

// canName reports whether a text that stands where an author does can be one.
func canName(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 1 && n < 60 && words(s) < 8 && !strings.ContainsAny(s, "0123456789?!:")
}

// shownAuthor notes whom a line names: by its markup, by words such as "by", by
// the label over it, the picture over it or the date beside it.
func (f *Facts) shownAuthor(l line, rest []line) {
	next := line{}
	if len(rest) > 0 {
		next = rest[0]
	}
	place := l.place()
	s := l.text
	if d, ok := dates.Find(s, f.order); ok && d.Start == 0 { // "3 May 2024 – Redaktion: Mara Quill"
		s = strings.TrimLeft(s[d.End:], " -–—|·•,\u00a0")
		if l.near() && names.IsFullName(s) {
			f.noteAuthor([]string{s}, append(place, "dated")...)
		}
	} else if l.near() && ok && names.IsFullName(trimmed(s[:d.Start])) {
		f.noteAuthor([]string{trimmed(s[:d.Start])}, append(place, "dated")...)
	}
	opening, _ := lexicon.Opening(s)
	if opening.Has(lexicon.Helped) {
		return
	}
	if name, ok := names.ByLine(s); ok && (opening.HasAny(lexicon.By, lexicon.AuthorLabel) || l.near()) {
		for _, inner := range rest[:min(len(rest), 4)] { // "By <a rel=author>Jane Roe</a> and …"
			if strings.Contains(l.text, inner.text) {
				l.author = append(l.author, inner.author...)
			}
		}
		led := "role"
		if opening.HasAny(lexicon.By, lexicon.AuthorLabel) {
			led = "led"
		}
		f.noteAuthor([]string{name}, append(append(place, led), l.author...)...)
		return
	}
	if canName(s) && !dates.IsLine(s) {
		if len(l.author) > 0 {
			f.noteAuthor([]string{s}, append(place, l.author...)...)
		}
		if l.near() && l.portrait == s && names.IsFullName(s) && IsLine(next.text) {
			f.noteAuthor([]string{s}, append(place, "portrait")...)
		}
	}
	if l.near() && len(s) < 30 && lexicon.Whole(s).HasAny(lexicon.AuthorLabel, lexicon.By) && names.IsFullName(next.text) {
		f.noteAuthor([]string{next.text}, append(place, "headed")...)
	}
}

func trimmed(s string) string { return strings.Trim(s, " -–—|·•,\u00a0") }

// isAuthorAddress reports whether an address leads to what a person wrote: it has
// a folder such as /author/, and something in it.
func isAuthorAddress(href string) bool {
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		href = href[:i]
	}
	folders, last, _ := cutLast(strings.TrimRight(href, "/"), "/")
	_, folder, ok := cutLast(folders, "/")
	return ok && last != "" && (lexicon.Whole(folder).Has(lexicon.AuthorLabel) || strings.HasPrefix(last, "@"))
}

// IsLine reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsLine(s string) bool {
	_, by := names.ByLine(s)
	return by || dates.IsLine(s) || lexicon.Of(s).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
}

// bio is what the page states of the author for programs.
func (f *Facts) bio() string {
	v := f.work["author"]
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	if o, ok := f.ld.resolved(v).(object); ok {
		return unescaped(text(o["description"]))
	}
	return ""
}
