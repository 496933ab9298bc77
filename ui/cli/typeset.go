package cli

import (
	"fmt"
	"io"
)

func (p *program) typeset(w io.Writer, t *thing, width int, color bool) error {
	_, err := fmt.Fprintf(w, "%s\n\n%s", t.Title, t.Markdown)
	return err
}
