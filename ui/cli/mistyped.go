package cli

import (
	"context"
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
// command are none of lede itself, and a word after them may be the value of one.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() && len(p.Args) > 0 && !strings.HasPrefix(p.Args[0], "-") {
		words := slices.DeleteFunc(slices.Clone(p.Args), func(word string) bool { return strings.HasPrefix(word, "-") })
		if wrong := p.mistyped(cmd, words); wrong != nil {
			return wrong
		}
	}
	return usage.Flag(cmd, err, p.Args)
}

// mistyped says that the first of the words after lede was meant for a command, when
// it is like one and names nothing else. It is asked before anything is read: what
// stands after such a word is none of what lede is to open.
func (p *program) mistyped(cmd *cobra.Command, refs []string) error {
	if len(refs) == 0 || looksNamed(refs[0]) {
		return nil
	}
	wrong := usage.NoCommand(cmd, refs[0], refs[1:])
	if wrong != nil && p.inLibrary(cmd.Context(), refs[0]) {
		return nil
	}
	return wrong
}

// unknown says that the first of several words after lede names nothing: it was meant
// for a command, and what stands after it is not to be opened either.
func (p *program) unknown(cmd *cobra.Command, refs []string) error {
	if len(refs) < 2 || looksNamed(refs[0]) || p.inLibrary(cmd.Context(), refs[0]) {
		return nil
	}
	return usage.Errorf(cmd, "no command %s, and no file or article is called so", usage.Name(refs[0]))
}

// looksNamed reports whether a word is a file, or looks like one or like an address.
func looksNamed(ref string) bool {
	if ref == "-" || strings.TrimSpace(ref) == "" || articles.IsWeb(ref) || intake.IsPath(ref) || intake.IsBare(ref) {
		return true
	}
	_, err := os.Lstat(ref)
	return err == nil
}

// inLibrary reports whether a word names something in the library, also where the
// library cannot say: what is wrong with it comes out when it is read.
func (p *program) inLibrary(ctx context.Context, ref string) bool {
	if !p.HasLibrary() {
		return false
	}
	known := true
	_ = p.WithLibrary(ctx, func(s *store.Store) error {
		_, err := s.Resolve(ctx, ref)
		known = !errors.Is(err, store.ErrNotFound) // ambiguous is known, too
		return nil
	})
	return known
}
