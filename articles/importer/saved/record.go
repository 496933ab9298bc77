package saved

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/address"
	"lede/articles/importer/dates"
	"lede/articles/importer/webpage"
)

// record is a thing that was saved, in the words of the export.
type record struct {
	url, title, author, site, dek string
	quote                         string   // that the reader marked
	note                          string   // that the reader wrote
	content                       string   // HTML
	text                          string   // the same in plain words, where there is no HTML
	marks                         string   // what the reader marked, in Markdown
	tags                          []string // names, as they are
	added, published, updated     time.Time
	read, starred                 bool
	progress                      float64 // from 0 to 1
}

// errNoAddress says that a record leads nowhere.
var errNoAddress = errors.New("it has no web address")

// article is what a record becomes; nil for what nobody reads, such as a script
// that is kept as a bookmark.
func (r record) article() (*articles.Article, error) {
	at := strings.TrimSpace(r.url)
	if at == "" {
		if a := r.written(); a.Markdown != "" {
			return a, nil
		}
	}
	if scheme, _, ok := strings.Cut(at, ":"); ok && !articles.IsWeb(at) && at != "" && !strings.ContainsAny(scheme, "/. ") {
		return nil, nil
	}
	u, err := url.Parse(at)
	if err != nil || u.Hostname() == "" || !articles.IsWeb(at) || len(at) > 8<<10 || articles.CleanLine(at) != at {
		return nil, errNoAddress
	}
	at = address.KeptURL(u).String()
	a := &articles.Article{Added: r.added}
	if r.content != "" {
		// What cannot be read of it leaves a bookmark.
		if p, err := webpage.Parse(webpage.Source{Data: r.content, URL: at, WholePage: true}); err == nil {
			a.Markdown = articles.Clean(p.Markdown)
			a.Dek = p.Dek
		}
	}
	if a.Markdown == "" && strings.TrimSpace(r.text) != "" {
		a.Markdown = paragraphs(r.text)
	}
	a.Origin, a.URL = at, at
	a.Title = articles.CleanLine(r.title)
	if a.Title == "" || a.Title == strings.TrimSpace(r.url) {
		a.Title = articles.CleanLine(strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.Path, "/"))
	}
	r.about(a)
	if a.Bookmark = a.Markdown == ""; a.Bookmark {
		a.Markdown = "Only the address of this page was saved: follow its link to read it here, or press o for the browser; lede add fetches its text.\n\n<" + linked(at) + ">\n"
	}
	r.remarks(a)
	return a, nil
}

// written is what the reader wrote there, or kept without its address. It may
// hold no text: what is there can be blanks and signs that no one sees.
func (r record) written() *articles.Article {
	sum := sha256.Sum256([]byte(r.added.String() + "\n" + r.text + r.content))
	a := &articles.Article{Added: r.added, Origin: "note:" + hex.EncodeToString(sum[:12]), Markdown: paragraphs(r.text)}
	if p, err := webpage.Parse(webpage.Source{Data: r.content, WholePage: true}); r.content != "" && err == nil {
		a.Markdown = articles.Clean(p.Markdown)
	}
	r.about(a)
	r.remarks(a)
	first, _, _ := strings.Cut(strings.TrimSpace(a.Markdown), "\n")
	a.Title = cmp.Or(articles.CleanLine(r.title), articles.Opening(articles.CleanLine(first)))
	return a
}

// about gives an article what the export says of it.
func (r record) about(a *articles.Article) {
	a.Author, a.Site = articles.CleanLine(r.author), articles.CleanLine(r.site)
	if dek := articles.CleanLine(r.dek); dek != "" {
		a.Dek = dek
	}
	a.Published, a.Updated = r.published, r.updated
	for _, tag := range r.tags {
		tag = strings.TrimLeft(articles.CleanLine(tag), "#")
		if tag != "" && len(tag) <= 100 && len(a.Tags) < 50 && !slices.Contains(a.Tags, tag) {
			a.Tags = append(a.Tags, tag)
		}
	}
}

// remarks puts what the reader marked and wrote behind the text.
func (r record) remarks(a *articles.Article) {
	a.Markdown += quoted(r.quote) + paragraph(r.note)
	if r.marks != "" {
		a.Markdown += "\n" + strings.TrimPrefix(r.marks, "\n")
	}
	a.Prior = r.prior()
}

// paragraphs is plain text as Markdown.
func paragraphs(text string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		b.WriteString(paragraph(p))
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// prior is what the reader did with it; nil when that is nothing.
func (r record) prior() *articles.State {
	s := articles.State{Read: r.read, Starred: r.starred}
	if 0 < r.progress && r.progress <= 1 {
		s.Place.Progress = r.progress
	}
	if s == (articles.State{}) {
		return nil
	}
	return &s
}

// linked is an address within the signs of a link.
func linked(at string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C").Replace(at)
}

// quoted is words that the reader marked, as Markdown.
func quoted(words string) string {
	words = strings.TrimSpace(articles.Clean(words))
	if words == "" {
		return ""
	}
	return "\n> " + strings.ReplaceAll(escaped(words), "\n", "\n> ") + "\n"
}

// paragraph is words that the reader wrote, as Markdown.
func paragraph(words string) string {
	if words = strings.TrimSpace(articles.Clean(words)); words == "" {
		return ""
	}
	return "\n" + escaped(words) + "\n"
}

// escaped is plain words that stay such in Markdown.
func escaped(words string) string {
	var b strings.Builder
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		line = strings.TrimSpace(line)
		for j, c := range line {
			if strings.ContainsRune("\\`*_[]<&$~|", c) || j == 0 && strings.ContainsRune("#>-+=:", c) {
				b.WriteByte('\\')
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}

// when is a time as exports write it: seconds since 1970, or thousandths or
// millionths of them, or a date. It is zero when it is none, or not of a time
// that had such services.
func when(s string) time.Time {
	s = strings.TrimSpace(s)
	var at time.Time
	seconds, parts, _ := strings.Cut(s, ".")
	if strings.Trim(parts, "0123456789") != "" {
		seconds = s
	}
	if n, err := strconv.ParseInt(seconds, 10, 64); err == nil && n > 0 {
		const since1601 = 11_644_473_600 // seconds, from which Chrome counts
		if n > 1e16 {
			n = n/1e6 - since1601
		}
		for n > 1e11 {
			n /= 1000
		}
		at = time.Unix(n, 0).UTC()
	} else if at, err = time.Parse(time.RFC3339, s); err != nil {
		for _, layout := range [...]string{"2006-01-02 15:04:05.999999999-07:00", "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05", "January 2, 2006 3:04 PM"} {
			if at, err = time.Parse(layout, s); err == nil {
				break
			}
		}
		if err != nil {
			at, _ = dates.Parse(s, dates.Unsure)
		}
	}
	if at.Year() < 1990 || at.Year() > 2200 {
		return time.Time{}
	}
	return at.UTC()
}

// yes reports whether a value says so.
func yes(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "1", "true", "yes", "y", "t":
		return true
	}
	return false
}

// number is a share or a percentage as a share from 0 to 1.
func number(s string) float64 {
	s, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	n, err := strconv.ParseFloat(s, 64)
	if percent || n > 1 {
		n /= 100
	}
	if err != nil || !(n > 0) {
		return 0
	}
	return min(n, 1)
}

// names parts tags: a list of JSON or Python, or words with |, commas or
// semicolons between them.
func names(s string) []string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return listed(s[1 : len(s)-1])
	}
	if strings.Contains(s, "|") {
		return strings.Split(s, "|")
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' })
}

// listed is the texts of a list, each in quotation marks of its own.
func listed(s string) []string {
	var out []string
	for s != "" {
		at := strings.IndexAny(s, `"'`)
		if at < 0 {
			break
		}
		mark := s[at]
		s = s[at+1:]
		var b strings.Builder
		i := 0
		for ; i < len(s) && s[i] != mark; i++ {
			if s[i] == '\\' && i+1 < len(s) {
				i++
			}
			b.WriteByte(s[i])
		}
		out = append(out, b.String())
		s = s[min(len(s), i+1):]
	}
	return out
}
