// Package usage is what commands have in common: how their words and options are
// checked, and what is said when one is wrong, with what may have been meant.
package usage

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// Error says that the command line is not one that lede understands.
type Error struct{ error }

// Unwrap is what is wrong with it.
func (e Error) Unwrap() error { return e.error }

// Errorf is an [Error] of a command, which says where its help is.
func Errorf(cmd *cobra.Command, format string, args ...any) error {
	what := fmt.Errorf(format, args...)
	join := ": see"
	if strings.HasSuffix(what.Error(), "?") {
		join = " See"
	}
	return Error{fmt.Errorf("%w%s %s --help", what, join, cmd.CommandPath())}
}

// OptionsOnly is for a command that no word may follow.
func OptionsOnly(cmd *cobra.Command, words []string) error {
	if len(words) > 0 {
		if strings.HasPrefix(words[0], "-") {
			return Errorf(cmd, "%s takes options only, and behind -- %s is none", cmd.Name(), words[0])
		}
		if near := nearOption(cmd, words[0]); near != "" {
			return Errorf(cmd, "%s takes options only, not %q: did you mean %s?", cmd.Name(), words[0], near)
		}
		return Errorf(cmd, "%s takes options only, not %q", cmd.Name(), words[0])
	}
	return nil
}

// Some is for a command that needs at least one word.
func Some(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if len(words) == 0 {
			return Errorf(cmd, "%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}

// One is for a command that needs one word; more says what may be wrong when
// there are more.
func One(what, more string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if len(words) > 1 {
			return Errorf(cmd, "%s takes one, not %d: %s", cmd.Name(), len(words), more)
		}
		return Some(what)(cmd, words)
	}
}

// Words completes an option with one of a few words.
func Words(all ...string) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}

// Name is how an error calls what a word of the command line names.
func Name(word string) string {
	if strings.TrimSpace(word) == "" {
		return strconv.Quote(word)
	}
	return word
}
