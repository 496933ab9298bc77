package record

import (
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"lede/articles"
	"lede/articles/importer/filename"
)

// front is the front matter that lede writes, in the order in which it writes
// it. Whatever else reads it knows most of the names; what only lede knows
// stands in a table of its own. See [Record].
type front struct {
	Title     string       `yaml:"title"`
	Dek       string       `yaml:"dek,omitempty"`
	Author    string       `yaml:"author,omitempty"`
	AuthorBio prose        `yaml:"author_bio,omitempty"`
	Site      string       `yaml:"site,omitempty"`
	URL       prose        `yaml:"url,omitempty"`
	Published string       `yaml:"published,omitempty"`
	Updated   string       `yaml:"updated,omitempty"`
	Tags      []string     `yaml:"tags,omitempty,flow"`
	Series    string       `yaml:"series,omitempty"`
	Part      int          `yaml:"part,omitempty"`
	Parts     int          `yaml:"parts,omitempty"`
	Notices   []prose      `yaml:"notices,omitempty"`
	Views     int64        `yaml:"views,omitempty"` // that the source states
	Slug      string       `yaml:"slug,omitempty"`
	Aliases   []string     `yaml:"aliases,omitempty,flow"`
	Epigraphs []frontQuote `yaml:"epigraphs,omitempty"`
	Related   []frontLink  `yaml:"related,omitempty"`

	Lede *frontLede `yaml:"lede,omitempty"`
}

type frontQuote struct {
	Text prose  `yaml:"text"`
	By   string `yaml:"by,omitempty"`
}

type frontLink struct {
	Title string `yaml:"title,omitempty"`
	URL   prose  `yaml:"url,omitempty"`
}

// frontLede is what a library has of an article beside the article.
type frontLede struct {
	ID     articles.ID `yaml:"id"`
	Origin prose       `yaml:"origin"`
	Former []prose     `yaml:"former,omitempty"` // origins, see [articles.Article]
	Added  string      `yaml:"added,omitempty"`
	// FileTime is that of the file that the article came from, not of this one.
	FileTime string `yaml:"file_time,omitempty"`

	Bookmark bool        `yaml:"bookmark,omitempty"`
	Read     bool        `yaml:"read,omitempty"`
	Starred  bool        `yaml:"starred,omitempty"`
	Archived bool        `yaml:"archived,omitempty"`
	Progress float64     `yaml:"progress,omitempty"`
	Views    int         `yaml:"views,omitempty"` // the reader's own
	Opened   string      `yaml:"opened,omitempty"`
	Place    *frontPlace `yaml:"place,omitempty"`

	// What the reader did with the tags, which the tags above have already.
	Tagged   []string `yaml:"tagged,omitempty,flow"`
	Untagged []string `yaml:"untagged,omitempty,flow"`

	Images   []frontImage   `yaml:"images,omitempty"`
	Original *frontOriginal `yaml:"original,omitempty"`
	// Sum tells whether somebody changed the file since; see [Record.Bytes].
	Sum string `yaml:"sum,omitempty"`
}

type frontPlace struct {
	Chunk   int   `yaml:"chunk"`
	Letters int   `yaml:"letters"`
	Words   prose `yaml:"words,omitempty"`
}

type frontOriginal struct {
	File      string `yaml:"file"` // with slashes, from the folder of this file
	Name      prose  `yaml:"name,omitempty"`
	URL       prose  `yaml:"url,omitempty"`
	Charset   prose  `yaml:"charset,omitempty"`
	WholePage bool   `yaml:"whole_page,omitempty"`
}

type frontImage struct {
	Source prose  `yaml:"source"` // its address as the text has it
	File   string `yaml:"file"`
}

// prose is a text that may have lines. The YAML writer sets those in blocks,
// and some it then cannot read: those that begin with white space or hold tabs.
type prose string

// MarshalYAML implements yaml.Marshaler.
func (p prose) MarshalYAML() (any, error) {
	s := string(p)
	if strings.Contains(s, "\n") && (strings.ContainsAny(s[:1], " \t\n") || strings.Contains(s, "\t")) {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: s}, nil
	}
	return s, nil
}

// WriteMarkdown writes an article as Markdown with front matter. Reading it
// back gives the same article, but for where it stands.
func WriteMarkdown(w io.Writer, a *articles.Article) error {
	head, err := FrontMatter(a)
	if err == nil {
		_, err = io.WriteString(w, head+"\n"+a.Markdown)
	}
	return err
}

// FrontMatter is what stands before the body of an article: all else that is
// to be said of it.
func FrontMatter(a *articles.Article) (string, error) { return frontOf(a).text() }

func (f *front) text() (string, error) {
	head, err := yaml.Marshal(f)
	if err != nil {
		return "", fmt.Errorf("write front matter: %w", err)
	}
	return "---\n" + articles.Clean(string(head)) + "---\n", nil
}

func frontOf(a *articles.Article) *front {
	f := &front{
		Title: escape(a.Title), Dek: escape(a.Dek),
		Author: escape(a.Author), AuthorBio: escape(prose(a.AuthorBio)), Site: escape(a.Site), URL: prose(a.URL),
		Published: frontDate(a.Published), Updated: frontDate(a.Updated),
		Tags: mapped(a.Tags, escape[string]), Views: a.SourceViews, Slug: a.Slug,
		Series: escape(a.Series), Part: a.Part, Parts: a.Parts,
		Notices: mapped(a.Notices, func(s string) prose { return escape(prose(s)) }),
	}
	for _, name := range a.Aliases {
		if name != fileSlug(a.Origin) { // the new file has a name of its own
			f.Aliases = append(f.Aliases, name)
		}
	}
	for _, q := range a.Epigraphs {
		f.Epigraphs = append(f.Epigraphs, frontQuote{prose(q.Text), escape(q.By)})
	}
	for _, l := range a.Related {
		f.Related = append(f.Related, frontLink{escape(l.Title), prose(l.Target)})
	}
	return f
}

// fileSlug is the slug of the name of the file that an article came from; empty
// when it came from none.
func fileSlug(origin string) string {
	if file, ok := strings.CutPrefix(origin, "file:"); ok {
		return filename.Slug(file)
	}
	return ""
}

// escape keeps what looks like an entity, "&lt;", from being read as one.
func escape[T ~string](s T) T {
	if html.UnescapeString(string(s)) == string(s) {
		return s
	}
	return T(strings.ReplaceAll(string(s), "&", "&amp;"))
}

func mapped[A, B any](all []A, f func(A) B) []B {
	var out []B
	for _, a := range all {
		out = append(out, f(a))
	}
	return out
}

// frontDate is a date as people write it when it has no clock.
func frontDate(t time.Time) string {
	_, zone := t.Zone()
	switch {
	case t.IsZero():
		return ""
	case zone == 0 && t.Equal(t.UTC().Truncate(24*time.Hour)):
		return t.UTC().Format(time.DateOnly)
	}
	return frontTime(t)
}

// frontTime is a time to the millisecond; empty for none.
func frontTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02T15:04:05.999Z07:00")
}
