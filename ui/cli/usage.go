package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError says that the command line is not one that lede understands.
type usageError struct{ error }

func usage(cmd *cobra.Command, format string, args ...any) error {
	what := fmt.Errorf(format, args...)
	join := ": see"
	if strings.HasSuffix(format, "?") {
		join = " See"
	}
	return usageError{fmt.Errorf("%w%s %s --help", what, join, cmd.CommandPath())}
}

// optionsOnly is for a command that no word may follow.
func optionsOnly(cmd *cobra.Command, words []string) error {
	if len(words) > 0 {
		return usage(cmd, "%s takes options only, not %q", cmd.Name(), words[0])
	}
	return nil
}

// some is for a command that needs at least one word.
func some(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if len(words) == 0 {
			return usage(cmd, "%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}

// one is for a command that needs one word; more says what may be wrong when
// there are more.
func one(what, more string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, words []string) error {
		if len(words) > 1 {
			return usage(cmd, "%s takes one, not %d: %s", cmd.Name(), len(words), more)
		}
		return some(what)(cmd, words)
	}
}

// flagError says in the terms of the help what is wrong with an option. Options of a
// word that was meant for a command are none of lede itself.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() {
		words := slices.DeleteFunc(slices.Clone(p.Args), func(word string) bool { return strings.HasPrefix(word, "-") })
		if wrong := p.mistyped(cmd, words); wrong != nil {
			return wrong
		}
	}
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return noOption(cmd, unknown)
	}
	if lacks, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		f := lacks.GetFlag()
		return usage(cmd, "--%s needs a value, as in --%[1]s %s", f.Name, valueName(f))
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		name, value := wrong.GetFlag().Name, wrong.GetValue()
		switch {
		case valueName(wrong.GetFlag()) == "":
			return usage(cmd, "--%s takes no value, not %q", name, value)
		case errors.Is(err, strconv.ErrRange):
			return usage(cmd, "--%s %s: the number is too large", name, value)
		}
		return usage(cmd, "--%s %q: needs a whole number", name, value)
	}
	if odd, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return usage(cmd, "%q is no option", odd.GetSpecifiedFlag())
	}
	return usage(cmd, "%w", err)
}

func noOption(cmd *cobra.Command, unknown *pflag.NotExistError) error {
	if letters := unknown.GetSpecifiedShortnames(); letters != "" {
		if letters == "V" && !cmd.HasParent() {
			return usage(cmd, "no option -%s: did you mean --version?", letters)
		}
		return usage(cmd, "no option -%s", letters)
	}
	name := unknown.GetSpecifiedName()
	if near := nearOption(cmd, name); near != "" {
		return usage(cmd, "no option --%s: did you mean %s?", name, near)
	}
	for _, other := range allCommands(cmd.Root()) {
		if other.Flags().Lookup(name) != nil && !strings.HasPrefix(other.CommandPath(), "lede config") {
			return usage(other, "no option --%s here, but %s has it", name, other.CommandPath())
		}
	}
	return usage(cmd, "no option --%s", name)
}

// annotationValue is where a flag keeps what the help calls its value.
const annotationValue = "lede_value"

// nameValue says what the help calls the value of a flag, as in --width N.
func nameValue(flags *pflag.FlagSet, flag, value string) {
	_ = flags.SetAnnotation(flag, annotationValue, []string{value}) // the flag exists
}

// valueName is what the help calls the value of a flag, empty for a flag that
// takes none.
func valueName(f *pflag.Flag) string {
	if names := f.Annotations[annotationValue]; len(names) > 0 {
		return names[0]
	}
	return ""
}
