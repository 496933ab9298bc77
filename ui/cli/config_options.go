package cli

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/usage"
	"lede/ui/config"
)

// Which settings have an option at which commands: where they do something. The
// help of a command lists those before the blank, and lede config --help all.
// Those of every command are library and theme.
var settingOptions = map[string][]string{
	"lede": {
		"color", "measure", "", "order", "shelf", "compact", "pictures", "wrap", "links", "mouse", "window-title", "refresh",
		"pager", "editor", "browser", "timeout", "language", "keys.preset", "keys",
	},
	"lede show":         {"color", "", "pager", "timeout", "language"},
	"lede add":          {"", "timeout", "language"},
	"lede refresh":      {"", "timeout", "language"},
	"lede feeds add":    {"", "timeout", "language"},
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
	usage.NameValue(flags, "config", "FILE")
	for _, name := range []string{"library", "theme"} {
		p.addOption(root, flags, table[name])
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
			p.addOption(cmd, cmd.Flags(), table[name])
			if quiet {
				_ = cmd.Flags().SetAnnotation(optionName(table[name]), annotationQuiet, nil) // the flag exists
			}
		}
	}
}

// annotationQuiet marks an option that the help of its command leaves to that of
// lede config.
const annotationQuiet = "lede_quiet"

func isQuiet(f *pflag.Flag) bool {
	_, quiet := f.Annotations[annotationQuiet]
	return f.Hidden || quiet
}

func optionName(s config.Setting) string { return strings.TrimPrefix(s.Option(), "--") }

func (p *program) addOption(cmd *cobra.Command, flags *pflag.FlagSet, s config.Setting) {
	name := optionName(s)
	flags.Var(option{s, p.given}, name, s.About()+" (or $"+s.Variable()+")")
	usage.NameValue(flags, name, cmp.Or(s.Value, "on|off"))
	switch {
	case s.Name == "theme":
		_ = cmd.RegisterFlagCompletionFunc(name, p.completeThemes) // the flag exists
	case len(s.Words) > 0:
		_ = cmd.RegisterFlagCompletionFunc(name, usage.Words(s.Words...)) // the flag exists
	case s.Value == "":
		_ = cmd.RegisterFlagCompletionFunc(name, usage.Words("on", "off"))
	case s.Value != "FILE":
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
}

// settings writes the settings into the help of lede config.
func (h *helper) settings(known config.Known) {
	h.section("Settings")
	for _, s := range known.Settings() {
		h.entry(s.Name, aboutSetting(&s)+"; $"+s.Variable()+", "+s.Option(), 14)
	}
}

// settings writes the settings into the manual.
func (r *roff) settings(known config.Known) {
	r.request("SH", "SETTINGS")
	r.text("The keys of the file config.toml. " + aboutOrder)
	for _, s := range known.Settings() {
		r.entry(s.Name+", $"+s.Variable()+", "+s.Option(), aboutSetting(&s)+".")
	}
}

// aboutOrder says which value of a setting counts.
const aboutOrder = "A setting has the value that the first of these gives it: its option; its variable; the file; a variable that other programs read too, such as PAGER; what a key of the screens changed last; its default."

// aboutSetting is what a setting is for, with its default.
func aboutSetting(s *config.Setting) string {
	if usual := s.Default(); usual != "" && usual != `""` {
		return s.About() + " (" + usual + ")"
	}
	return s.About()
}
