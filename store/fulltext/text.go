package fulltext

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/compress"
)

// parts are those of an article beside its text in which words are found, as the library
// keeps them.
type parts struct {
	Bio       string   `json:"bio"`
	Links     []string `json:"links"`
	Series    string   `json:"series"`
	Notices   []string `json:"notices"`
	Epigraphs []struct {
		Text string `json:"text"`
		By   string `json:"by"`
	} `json:"epigraphs"`
}

func partsOf(anatomy string) (parts, error) {
	var p parts
	err := json.Unmarshal([]byte(anatomy), &p)
	return p, err
}

// textOf is the words of what an article says, as they are indexed: of its text, and of
// what stands above and below it.
func textOf(source, anatomy string) (string, error) {
	p, err := partsOf(anatomy)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.Grow(len(source))
	for words := range markdown.Parse(source).Said() {
		write(&b, words)
	}
	for _, s := range append([]string{p.Bio, p.Series}, p.Notices...) {
		write(&b, s)
	}
	for _, e := range p.Epigraphs {
		write(&b, e.Text)
		write(&b, e.By)
	}
	return b.String(), nil
}

// featuresOf is the names of what a text has beside its words.
func featuresOf(source, anatomy string) (string, error) {
	p, err := partsOf(anatomy)
	if err != nil {
		return "", err
	}
	var names []string
	for _, has := range query.Features(&articles.Article{Markdown: source, Links: p.Links, Epigraphs: make([]articles.Quote, len(p.Epigraphs))}) {
		names = append(names, string(has))
	}
	return strings.Join(names, " "), nil
}

// siteOf is the words of what a site is called, and of the host of an address.
func siteOf(site, address string) string {
	return wordsOf(strings.Join(query.SiteNames(&articles.Article{Site: site, URL: address}), " "))
}

// wordsOf is the words of a line.
func wordsOf(line string) string {
	var b strings.Builder
	write(&b, line)
	return b.String()
}

func write(b *strings.Builder, text string) {
	tokens.Each(text, func(token string, _, _ int) bool {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(token)
		return true
	})
}

// functions are those that the views of the index are made with.
var functions = [...]struct {
	name string
	args int32
	call func(args []string) (string, error)
}{
	{"lede_text", 2, func(args []string) (string, error) { return textOf(args[0], args[1]) }},
	{"lede_words", 1, func(args []string) (string, error) { return wordsOf(args[0]), nil }},
	{"lede_site", 2, func(args []string) (string, error) { return siteOf(args[0], args[1]), nil }},
	{"lede_has", 2, func(args []string) (string, error) { return featuresOf(args[0], args[1]) }},
}

// Register gives SQLite the functions of the index. Connections that were opened before
// do not have them.
var Register = sync.OnceValue(func() error {
	for _, f := range functions {
		err := sqlite.RegisterDeterministicScalarFunction(f.name, f.args,
			func(_ *sqlite.FunctionContext, values []driver.Value) (driver.Value, error) {
				args := make([]string, len(values))
				for i, v := range values {
					var text compress.Text
					if err := text.Scan(v); err != nil {
						return nil, err
					}
					args[i] = string(text)
				}
				return f.call(args)
			})
		if err != nil {
			return fmt.Errorf("register %s: %w", f.name, err)
		}
	}
	return nil
})
