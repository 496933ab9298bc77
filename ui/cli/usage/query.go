package usage

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
)

// Query is the query that words of the command line are.
func Query(cmd *cobra.Command, words []string) (query.Query, error) {
	q, err := query.Parse(Joined(words))
	if err != nil {
		err = Errorf(cmd, "%w", err)
	}
	return q, err
}

// Joined is the text of the query that words of the command line are.
func Joined(words []string) string { return articles.CleanLine(strings.Join(words, " ")) }
