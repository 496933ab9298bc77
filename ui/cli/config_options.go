package cli

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/config"
)

// Which settings have an option at which commands: where they do something.
// Those of every command are library and theme. lede config has them all.
var settingOptions = map[string][]string{
	"lede": {
		"color", "measure", "order", "shelf", "compact", "pictures", "wrap", "links", "mouse", "window-title", "refresh",
		"pager", "editor", "browser", "timeout", "language", "keys.preset", "keys",
	},
	"lede show":         {"color", "pager", "timeout", "language"},
	"lede add":          {"timeout", "language"},
	"lede refresh":      {"timeout", "language"},
	"lede feeds add":    {"timeout", "language"},
	"lede feeds import": {"timeout", "language"},
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

// addSettingOptions gives every command the options of its settings.
func (p *program) addSettingOptions(root *cobra.Command) {
	p.given = map[string][]string{}
	table := map[string]config.Setting{}
	var names []string
	for _, s := range p.knownSettings().Settings() {
		table[s.Name] = s
		names = append(names, s.Name)
	}
	flags := root.PersistentFlags()
	flags.StringVar(&p.config, "config", "", "the file of settings (or $"+variableConfig+")")
	nameValue(flags, "config", "FILE")
	for _, name := range []string{"library", "theme"} {
		p.addOption(root, flags, table[name], false)
	}
	for _, cmd := range allCommands(root) {
		path := cmd.CommandPath()
		for _, name := range settingOptions[path] {
			p.addOption(cmd, cmd.Flags(), table[name], false)
		}
		if path != "lede config" && path != "lede config print" && path != "lede config check" {
			continue
		}
		for _, name := range names[2:] {
			p.addOption(cmd, cmd.Flags(), table[name], true) // the help lists them with the settings
		}
	}
}

func (p *program) addOption(cmd *cobra.Command, flags *pflag.FlagSet, s config.Setting, hidden bool) {
	name := strings.TrimPrefix(s.Option(), "--")
	flags.Var(option{s, p.given}, name, s.About()+" (or $"+s.Variable()+")")
	nameValue(flags, name, cmp.Or(s.Value, "on|off"))
	flags.Lookup(name).Hidden = hidden
	switch {
	case len(s.Words) > 0:
		_ = cmd.RegisterFlagCompletionFunc(name, words(s.Words...)) // the flag exists
	case s.Value == "":
		_ = cmd.RegisterFlagCompletionFunc(name, words("on", "off"))
	case s.Value != "FILE":
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
}

// settings writes the settings of the file into the help of lede config.
func (h *helper) settings(table []config.Setting) {
	h.section("Settings")
	for _, s := range table {
		about := s.About() + "; $" + s.Variable() + ", " + s.Option()
		if usual := s.Default(); usual != "" && usual != `""` {
			about += "; by default " + usual
		}
		h.entry(s.Name, about, 14)
	}
}
