package cli

import (
	"context"
	"errors"
)

// openScreen shows the articles that refs name, or the library without refs.
func (p *program) openScreen(ctx context.Context, refs []string) error {
	return errors.New("no screens yet: lede show prints an article")
}
