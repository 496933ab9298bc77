package manual

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/settings"
	"lede/ui/cli/usage"
	"lede/ui/keys"
)

// Page is the manual page of a version, from what the help and the key table say.
func Page(root *cobra.Command, version string, bindings *keys.Bindings) string {
	var r roff
	r.request("TH", "LEDE", "1", "", "lede "+version, "User Commands")
	r.request("SH", "NAME")
	r.line(`lede \- read articles in the terminal`)
	r.request("SH", "SYNOPSIS")
	commands := slices.DeleteFunc(usage.Commands(root)[1:], func(c *cobra.Command) bool { return !c.IsAvailableCommand() })
	for i, cmd := range append([]*cobra.Command{root}, commands...) {
		if i > 0 {
			r.request("br")
		}
		name := cmd.CommandPath()
		r.line(bold(name) + quoted(strings.TrimPrefix(cmd.UseLine(), name)))
	}
	r.request("SH", "DESCRIPTION")
	r.text(root.Long)
	r.request("SH", "OPTIONS")
	r.flags(root.LocalNonPersistentFlags())
	r.flags(root.PersistentFlags())
	r.request("SH", "COMMANDS")
	for _, cmd := range commands {
		r.request("SS", cmd.UseLine())
		about := cmd.Long
		if about == "" {
			about = cmd.Short + "."
		}
		r.text(about)
		r.flags(cmd.LocalNonPersistentFlags())
	}
	r.request("SH", "KEYS")
	for _, part := range bindings.Manual() {
		r.request("SS", strings.ToUpper(part.Title[:1])+part.Title[1:])
		for _, l := range part.Lines {
			r.entry(l.Said(), l.Does)
		}
	}
	r.settings(settings.Documented())
	for _, section := range sections {
		r.request("SH", section.name)
		for _, e := range section.entries {
			r.entry(e[0], e[1])
		}
	}
	r.request("SH", "EXAMPLES")
	for _, cmd := range append([]*cobra.Command{root}, commands...) {
		r.code(cmd.Example)
	}
	r.request("SH", "SEE ALSO")
	r.line(bold("less") + "(1), " + bold("more") + "(1), " + bold("xdg-open") + "(1)")
	return r.String()
}

// flags writes the flags of a set, without the one for help.
func (r *roff) flags(set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if !usage.IsQuiet(f) && f.Name != "help" {
			r.entry(strings.TrimSpace(flagName(f)), f.Usage)
		}
	})
}
