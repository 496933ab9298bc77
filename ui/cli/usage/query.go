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

// Many is where the help of a command says that several articles may be a query.
const Many = `As soon as one of several has a condition, all of them together are one query, as they are to lede list: 'tag:go' is:read stands for all that has the tag and was read.`

// TakesQuery reports whether the words of a command may be a query, as its help says.
func TakesQuery(cmd *cobra.Command) bool {
	return strings.Contains(cmd.Use, "QUERY") || strings.Contains(cmd.Long, Many)
}

// Joined is the text of the query that words of the command line are.
func Joined(words []string) string { return articles.CleanLine(strings.Join(words, " ")) }
