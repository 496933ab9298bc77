package cli

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui/cli/usage"
)

// flagError says what is wrong with an option. Options of a word that was meant for a
// command are none of lede itself.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() {
		words := slices.DeleteFunc(slices.Clone(p.Args), func(word string) bool { return strings.HasPrefix(word, "-") })
		if wrong := p.mistyped(cmd, words); wrong != nil {
			return wrong
		}
	}
	return usage.Flag(cmd, err)
}

// mistyped says that the first of the words after lede was meant for a command, when
// it is like one and names nothing else. It is asked before anything is read: what
// stands after such a word is none of what lede is to open.
func (p *program) mistyped(cmd *cobra.Command, refs []string) error {
	if len(refs) == 0 || refs[0] == "-" || strings.TrimSpace(refs[0]) == "" || articles.IsWeb(refs[0]) || intake.IsPath(refs[0]) || intake.IsBare(refs[0]) {
		return nil
	}
	if _, err := os.Lstat(refs[0]); err == nil {
		return nil
	}
	wrong := usage.NoCommand(cmd, refs[0], refs[1:])
	if wrong == nil || !p.HasLibrary() {
		return wrong
	}
	known := true // also where the library cannot say: what is wrong with it comes out there
	_ = p.WithLibrary(cmd.Context(), func(s *store.Store) error {
		_, err := s.Resolve(cmd.Context(), refs[0])
		known = !errors.Is(err, store.ErrNotFound) // ambiguous is known, too
		return nil
	})
	if known {
		return nil
	}
	return wrong
}
