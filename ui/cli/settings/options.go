package settings

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/usage"
	"lede/ui/config"
	"lede/ui/theme"
)

// Which settings have an option at which commands: where they do something. The
// help of a command lists those before the blank, and lede config --help all.
// Those of every command are library and theme.
var settingOptions = map[string][]string{
	"lede": {
		"color", "measure", "", "order", "shelf", "compact", "preview", "pictures", "wrap", "links", "mouse", "window-title", "refresh",
		"pager", "editor", "browser", "timeout", "language", "keys.preset", "keys",
	},
	"lede show":         {"color", "", "pager", "timeout", "language"},
	"lede add":          {"", "rules", "timeout", "language"},
	"lede refresh":      {"", "rules", "timeout", "language"},
	"lede rules":        {"", "rules"},
	"lede rules list":   {"", "rules"},
	"lede rules try":    {"", "rules"},
	"lede feeds add":    {"", "rules", "timeout", "language"},
	"lede feeds import": {"", "timeout", "language"},
}

// option is a setting as an option of the command line. What is given is looked at
// with all other settings.
type option struct {
	setting config.Setting
	given   map[string][]string
}

// Set implements [pflag.Value].
func (o option) Set(text string) error {
	o.given[o.setting.Name] = append(o.given[o.setting.Name], text)
	return nil
}

// String implements [pflag.Value]: there is no default to tell.
func (o option) String() string { return "" }

// Type implements [pflag.Value].
func (o option) Type() string { return "string" }

// AddOptions gives every command the options of its settings.
func (s *Settings) AddOptions(root *cobra.Command) {
	s.given = map[string][]string{}
	table := map[string]config.Setting{}
	var names []string
	for _, each := range s.Known().Settings() {
		table[each.Name] = each
		names = append(names, each.Name)
	}
	flags := root.PersistentFlags()
	flags.StringVar(&s.file, "config", "", "the file of settings (or $"+variableConfig+")")
	usage.NameValue(flags, "config", "FILE")
	for _, name := range []string{"library", "theme"} {
		s.addOption(root, flags, table[name])
	}
	for _, cmd := range usage.Commands(root) {
		has := settingOptions[cmd.CommandPath()]
		switch cmd.CommandPath() {
		case "lede config", "lede config print", "lede config check":
			has = append([]string{""}, names[2:]...)
		}
		quiet := false
		for _, name := range has {
			if name == "" {
				quiet = true
				continue
			}
			s.addOption(cmd, cmd.Flags(), table[name])
			if quiet {
				usage.Quiet(cmd.Flags(), optionName(table[name]))
			}
		}
	}
}

func optionName(s config.Setting) string { return strings.TrimPrefix(s.Option(), "--") }

func (s *Settings) addOption(cmd *cobra.Command, flags *pflag.FlagSet, of config.Setting) {
	name := optionName(of)
	flags.Var(option{of, s.given}, name, of.About()+" (or $"+of.Variable()+")")
	usage.NameValue(flags, name, cmp.Or(of.Value, "on|off"))
	switch {
	case of.Name == "theme":
		_ = cmd.RegisterFlagCompletionFunc(name, s.completeThemes) // the flag exists
	case len(of.Words) > 0:
		_ = cmd.RegisterFlagCompletionFunc(name, usage.Words(of.Words...)) // the flag exists
	case of.Value == "":
		_ = cmd.RegisterFlagCompletionFunc(name, usage.Words("on", "off"))
	case of.Value != "FILE":
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
}

// completeThemes completes a flag with the name of a theme.
func (s *Settings) completeThemes(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return slices.Concat(theme.Names(), theme.OwnNames(s.ThemeFolder())), cobra.ShellCompDirectiveNoFileComp
}
