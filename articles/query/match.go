package query

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"lede/articles"
)

// Subject is an article of which a query is asked, with what its library knows of it.
type Subject struct {
	Article  *articles.Article
	State    articles.State
	Archived bool
	Behind   bool          // another article, whose row stands for it
	CopyOf   []articles.ID // the others that tell the same story
	Feeds    []string      // what the feeds that list it are called
	Folders  []string      // paths, with slashes: of its file's folder, and those its feeds stand in
	Body     func() string // the text as it is read, without its markup; nil for the Markdown as it is
	Now      time.Time

	texts []string // what is looked in for words, made when that is asked first
}

// Match reports whether a query finds an article. It is what a library finds, but for
// other forms of a word: here a word is itself.
func Match(q Query, s *Subject) bool { return q.Where == nil || s.match(q.Where) }

func (s *Subject) match(n Node) bool {
	switch n := n.(type) {
	case And:
		return !slices.ContainsFunc(n, func(part Node) bool { return !s.match(part) })
	case Or:
		return slices.ContainsFunc(n, s.match)
	case Not:
		return !s.match(n.Node)
	case Text:
		return s.has(n)
	case Is:
		return s.is(n)
	case Named:
		return slices.ContainsFunc(s.names(n.Field), n.Match())
	case Number:
		return n.holds(s.count(n.Quantity))
	case Time:
		return n.holds(s.at(n.Event), s.Now)
	case Has:
		return slices.Contains(Features(s.Article), n)
	}
	return false
}

// has reports whether a text is in one of those that are searched, or in the first, which
// is the title.
func (s *Subject) has(t Text) bool {
	if s.texts == nil {
		a := s.Article
		for _, text := range [...]string{a.Title, a.Dek, a.Author, a.Site, s.body()} {
			s.texts = append(s.texts, haystack(text))
		}
	}
	words, texts := needle(t.Words, t.Prefix), s.texts
	if t.Title {
		texts = texts[:1]
	}
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, words) })
}

// body is the text, and what stands above and below it.
func (s *Subject) body() string {
	a := s.Article
	parts := []string{a.Markdown, a.AuthorBio, a.Series}
	if s.Body != nil {
		parts[0] = s.Body()
	}
	parts = append(parts, a.Notices...)
	for _, quote := range a.Epigraphs {
		parts = append(parts, quote.Text, quote.By)
	}
	return strings.Join(parts, "\n")
}

func (s *Subject) is(state Is) bool {
	switch state {
	case Unread:
		return s.State.Unread()
	case Reading:
		return s.State.InProgress()
	case Read:
		return s.State.Read
	case Starred:
		return s.State.Starred
	case Archived:
		return s.Archived
	case Behind:
		return s.Behind
	}
	return false
}

func (s *Subject) names(f Field) []string {
	a := s.Article
	switch f {
	case Tag:
		return a.Tags
	case Author:
		return []string{a.Author}
	case Site:
		return SiteNames(a)
	case Series:
		return []string{a.Series}
	case Feed:
		return s.Feeds
	case Folder:
		return s.Folders
	case Copies:
		ids := make([]string, len(s.CopyOf))
		for i, id := range s.CopyOf {
			ids[i] = string(id)
		}
		return ids
	}
	return nil
}

// SiteNames are what the site of an article is called: its name, and the host of its
// address.
func SiteNames(a *articles.Article) []string {
	names := []string{a.Site}
	if u, err := url.Parse(a.URL); err == nil && u.Hostname() != "" {
		names = append(names, u.Hostname())
	}
	return names
}

func (s *Subject) count(q Quantity) int {
	switch q {
	case Minutes:
		return s.Article.Length.Minutes()
	case Words:
		return s.Article.Length.Total()
	}
	return s.State.Views
}

func (n Number) holds(count int) bool {
	switch n.Compare {
	case Less:
		return count < n.N
	case AtMost:
		return count <= n.N
	case More:
		return count > n.N
	case AtLeast:
		return count >= n.N
	}
	return count == n.N
}

func (s *Subject) at(e Event) time.Time {
	switch e {
	case Added:
		return s.Article.Added
	case Opened:
		return s.State.Opened
	}
	return s.Article.Published
}
