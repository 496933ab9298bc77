package usage

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/articles/nearest"
)

// Flag says in the terms of the help what is wrong with an option among some words.
func Flag(cmd *cobra.Command, err error, words []string) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return noOption(cmd, unknown, words)
	}
	if lacks, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		f := lacks.GetFlag()
		return Errorf(Listing(cmd, f.Name), "--%s needs a value, as in --%[1]s %s", f.Name, ValueName(f))
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		name, value := wrong.GetFlag().Name, wrong.GetValue()
		switch {
		case ValueName(wrong.GetFlag()) == "":
			return Errorf(cmd, "--%s takes no value, not %q", name, value)
		case errors.Is(err, strconv.ErrRange):
			return Errorf(cmd, "--%s %s: the number is too large", name, value)
		}
		return Errorf(cmd, "--%s %q: needs a whole number", name, value)
	}
	if odd, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return Errorf(cmd, "%q is no option", odd.GetSpecifiedFlag())
	}
	return Errorf(cmd, "%w", err)
}

func noOption(cmd *cobra.Command, unknown *pflag.NotExistError, words []string) error {
	if letters := unknown.GetSpecifiedShortnames(); letters != "" {
		word := negation(cmd, letters, words)
		if strings.Contains(word, ":") {
			return noNegation(cmd, word)
		}
		if letters == "V" && !cmd.HasParent() {
			return Errorf(cmd, "no option -%s: did you mean --version?", letters)
		}
		if name := oneSign(cmd, letters); name != "" {
			return Errorf(cmd, "no option -%s: did you mean --%[1]s?", name)
		}
		if near := nearOption(cmd, letters); near != "" {
			return Errorf(cmd, "no option -%s: did you mean %s?", letters, near)
		}
		if word != "" {
			return noNegation(cmd, word)
		}
		return Errorf(cmd, "no option -%s", letters)
	}
	name := unknown.GetSpecifiedName()
	if near := nearOption(cmd, name); near != "" {
		return Errorf(Listing(cmd, near), "no option --%s: did you mean %s?", name, near)
	}
	if !cmd.HasParent() {
		if found := nearCommand(cmd, name); found != nil {
			return Errorf(found, "no option --%s: did you mean %s?", name, found.CommandPath())
		}
	}
	for _, other := range Commands(cmd.Root()) {
		aboutLede := strings.HasPrefix(other.CommandPath(), "lede config") || other.CommandPath() == "lede doctor"
		if other.Flags().Lookup(name) != nil && !aboutLede {
			return Errorf(Listing(other, name), "no option --%s here, but %s has it", name, other.CommandPath())
		}
	}
	return Errorf(cmd, "no option --%s", name)
}

// negation is the word that ends in letters which are no options, of a command that takes
// a query: there it keeps out what it finds. It is empty for none.
func negation(cmd *cobra.Command, letters string, words []string) string {
	at := slices.IndexFunc(words, func(word string) bool {
		return strings.HasPrefix(word, "-") && !strings.HasPrefix(word, "--") && strings.HasSuffix(word, letters)
	})
	if at < 0 || !TakesQuery(cmd) {
		return ""
	}
	return words[at]
}

func noNegation(cmd *cobra.Command, word string) error {
	shown, behind := word, cmd.CommandPath()
	if strings.Contains(word, " ") {
		shown = "'" + word + "'"
	}
	if operands := strings.Fields(cmd.Use)[2:]; !strings.Contains(operands[0], "QUERY") && !strings.Contains(operands[0], "ARTICLE") {
		behind += " …" // words that come first
	}
	return Errorf(cmd, "no option %s: what begins with - stands behind --, as in %s -- %s", word, behind, shown)
}

// oneSign is the option that was written with one sign for two, of which the first
// letters were read as short options: -help; empty for none.
func oneSign(cmd *cobra.Command, letters string) (name string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		read, ok := strings.CutSuffix(f.Name, letters)
		isShort := func(r rune) bool { return cmd.Flags().ShorthandLookup(string(r)) != nil }
		if ok && read != "" && strings.TrimFunc(read, isShort) == "" {
			name = f.Name
		}
	})
	return name
}

// nearOption is the option of a command that a name may have been meant for, as it is
// to be typed; empty when it is like none.
func nearOption(cmd *cobra.Command, name string) string {
	var names []string
	value := ""
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		names = append(names, f.Name)
		complete, ok := cmd.GetFlagCompletionFunc(f.Name)
		if !ok || value != "" {
			return
		}
		values, _ := complete(cmd, nil, "")
		for _, v := range values {
			if v == strings.ToLower(name) { // --json for --format json
				value = "--" + f.Name + " " + v
			}
		}
	})
	if value != "" {
		return value
	}
	switch name {
	case "no-color", "no-colour", "no-colors", "nocolor":
		if cmd.Flags().Lookup("color") != nil {
			return "--color never"
		}
	case "limit", "count", "max":
		name = "number"
	case "order":
		name = "sort"
	}
	if near := nearest.First(name, names); near != "" {
		return "--" + near
	}
	return ""
}

// annotationValue is where a flag keeps what the help calls its value.
const annotationValue = "lede_value"

// NameValue says what the help calls the value of a flag, as in --width N.
func NameValue(flags *pflag.FlagSet, flag, value string) {
	_ = flags.SetAnnotation(flag, annotationValue, []string{value}) // the flag exists
}

// ValueName is what the help calls the value of a flag, empty for a flag that
// takes none.
func ValueName(f *pflag.Flag) string {
	if names := f.Annotations[annotationValue]; len(names) > 0 {
		return names[0]
	}
	return ""
}

// annotationQuiet marks an option that the help of its command leaves to that of
// another.
const annotationQuiet = "lede_quiet"

// Quiet has the help of a command pass over an option, which the help of lede config
// tells of.
func Quiet(flags *pflag.FlagSet, flag string) {
	_ = flags.SetAnnotation(flag, annotationQuiet, nil) // the flag exists
}

// IsQuiet reports whether the help of a command passes over an option.
func IsQuiet(f *pflag.Flag) bool {
	_, quiet := f.Annotations[annotationQuiet]
	return f.Hidden || quiet
}

// Listing is the command whose help lists an option, or the variable that sets the same,
// which were given to cmd: itself, or lede config.
func Listing(cmd *cobra.Command, given string) *cobra.Command {
	name, _, _ := strings.Cut(strings.TrimPrefix(given, "--"), " ")
	if variable, ok := strings.CutPrefix(name, "LEDE_"); ok {
		name = strings.ReplaceAll(strings.ToLower(variable), "_", "-")
	}
	if f := cmd.Flags().Lookup(name); f == nil || IsQuiet(f) {
		if all, _, err := cmd.Root().Find([]string{"config"}); err == nil {
			return all
		}
	}
	return cmd
}
