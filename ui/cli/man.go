package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/run"
	"lede/ui/cli/settings"
	"lede/ui/cli/usage"
	"lede/ui/keys"
)

func (p *program) man() *cobra.Command {
	return &cobra.Command{
		Use:                   "man",
		Short:                 "Print the manual page",
		Example:               "lede man | man -l -\nlede man > ~/.local/share/man/man1/lede.1",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			names, err := keys.New(p.Settings.Config().Preset, p.Settings.Config().Bind)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.Out, manual(cmd.Root(), names))
			return err
		},
	}
}

// manual is the manual page, from what the help and the key table say.
func manual(root *cobra.Command, bindings *keys.Bindings) string {
	var r roff
	r.request("TH", "LEDE", "1", "", "lede "+run.Version(), "User Commands")
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
	for _, section := range manualSections {
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

// manualSections are the sections of the manual that nothing else says.
var manualSections = []struct {
	name    string
	entries [][2]string
}{
	{"ENVIRONMENT", [][2]string{
		{"LEDE_CONFIG", "the file of settings, where --config does not say it."},
		{"LEDE_LIBRARY", "the file of the library, where --library does not say it. Every setting has such a variable."},
		{"PAGER", "the pager of show --pager and of the pager in an article, where the setting pager is not set. It is read as a shell reads it, as that is. Without one it is less, or else more. Set to nothing, or to cat, it means no pager: show --pager prints straight out. One that is not known to show colours gets none."},
		{"LESS", "the options of less. Where it is not set, it is set for the pager: to FRX by show --pager, and to R where an article is open."},
		{"BROWSER", "what opens a page in the browser, where the setting browser is not set: a command, or several with colons between them (semicolons on Windows), of which the first that starts is taken. %s in it stands for the address, which else comes last. Without it, it is what the system opens pages with."},
		{"NO_COLOR", "set to anything: no colours."},
		{"CLICOLOR, CLICOLOR_FORCE", "CLICOLOR=0: no colours in what is printed. CLICOLOR_FORCE=1: colours in a pipe too."},
		{"VISUAL, EDITOR", "the editor that opens an article's file where the setting editor is not set, read as a shell reads it. Without one it is vi, or else nano."},
		{"COLORFGBG", "whether the terminal's background is dark, where the terminal does not say it. Where nothing does, the colours read on both."},
	}},
	{"FILES", [][2]string{
		{"$XDG_DATA_HOME/lede/library.db", `the library, with your place, your views and your stars. XDG_DATA_HOME is ~/.local/share unless it is set. On macOS the library is in ~/Library/Application Support/lede, and on Windows in %LOCALAPPDATA%\lede.`},
		{"$XDG_CONFIG_HOME/lede/config.toml", `the settings, if there is such a file: see lede config. XDG_CONFIG_HOME is ~/.config unless it is set; without it, the file is in ~/Library/Application Support/lede on macOS, and in %APPDATA%\lede on Windows.`},
		{"$XDG_CONFIG_HOME/lede/themes/NAME.toml", `a theme of your own: lines such as accent = "#e5a657", for text, strong, muted, faint, accent, link, code, number, good, bad, match and match-text. A colour may also be the number of one of 256, a name from "black" to "bright-white", or "default". base = "dark" names the theme that has what is left out, and ground = "#1d2021" the background that it is made for. XDG_CONFIG_HOME is ~/.config unless it is set. On macOS themes are in ~/Library/Application Support/lede, and on Windows in %APPDATA%\lede.`},
	}},
	{"EXIT STATUS", [][2]string{
		{"0", "done."},
		{"1", "something failed, and a line on the standard error says what. Of several things to read, add, extract or refresh, the others are done; of those to remove, set or forget, none is."},
		{"2", "wrong usage: nothing is read, fetched or written."},
		{"128+N", "ended by signal N."},
	}},
}
