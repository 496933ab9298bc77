package fulltext

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"lede/articles/markdown"
	"lede/articles/tokens"
)

// parts are those of an article beside its text in which words are found, as the library
// keeps them.
type parts struct {
	Bio       string   `json:"bio"`
	Series    string   `json:"series"`
	Notices   []string `json:"notices"`
	Epigraphs []struct {
		Text string `json:"text"`
		By   string `json:"by"`
	} `json:"epigraphs"`
}

// textOf is the words of what an article says, as they are indexed: of its text, and of
// what stands above and below it.
func textOf(source, anatomy string) (string, error) {
	var p parts
	if err := json.Unmarshal([]byte(anatomy), &p); err != nil {
		return "", err
	}
	var b strings.Builder
	b.Grow(len(source))
	d := markdown.Parse(source)
	for i := range d.Chunks {
		write(&b, d.Plain(i))
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

// Register gives SQLite the functions of the index. Connections that were opened before
// do not have them.
var Register = sync.OnceValue(func() error {
	text := func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return textOf(asText(args[0]), asText(args[1]))
	}
	words := func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return wordsOf(asText(args[0])), nil
	}
	if err := sqlite.RegisterDeterministicScalarFunction("lede_text", 2, text); err != nil {
		return fmt.Errorf("register lede_text: %w", err)
	}
	if err := sqlite.RegisterDeterministicScalarFunction("lede_words", 1, words); err != nil {
		return fmt.Errorf("register lede_words: %w", err)
	}
	return nil
})

func asText(v driver.Value) string {
	s, _ := v.(string)
	return s
}
