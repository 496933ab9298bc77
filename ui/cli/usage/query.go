package usage

import (
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
)

// Query is the query that words of the command line are. A mistake in one of several
// conditions is shown where it is.
func Query(cmd *cobra.Command, words []string) (query.Query, error) {
	text := articles.CleanLine(strings.Join(words, " "))
	q, err := query.Parse(text)
	if mistake, ok := errors.AsType[*query.Mistake](err); ok {
		if strings.Contains(text, " ") {
			_, _ = fmt.Fprintln(cmd.ErrOrStderr(), mistake.Show(text, ansi.StringWidth)) // the error says it too
		}
		return q, Errorf(cmd, "%s", mistake.Say)
	}
	return q, err
}
