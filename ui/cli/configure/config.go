// Package configure is the command config, which shows, checks and changes the settings
// of lede.
package configure

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/ui/cli/run"
	"lede/ui/cli/settings"
	"lede/ui/cli/usage"
	"lede/ui/config"
)

// program is a run with the commands of this package.
type program struct{ *run.Run }

// Command is lede config with what stands under it.
func Command(r *run.Run) *cobra.Command {
	p := &program{r}
	cmd := &cobra.Command{
		Use:   "config [COMMAND]",
		Short: "See and change the settings",
		Long: `See and change the settings. Without a command, they are printed: see lede config print.

Each has a key in the file config.toml, a variable and an option, and all of them work without the file. ` + settings.AboutOrder + ` A key changes a setting at once, whoever set it. Where an option, a variable or the file does, that ends with the program; else it is remembered in the library.

What is wrong in the file is told in a line, with its place and the nearest name, and the rest of it counts. A variable or an option that is wrong ends lede before it does anything.

A relative path in the file begins at the file, and ~ is your home.`,
		Example: `lede config init              # write the file, with all settings as comments
lede config edit              # change it
lede config                   # what counts now, and who set it
lede --measure 60 essay.md    # for this time`,
	}
	print := p.configPrint()
	cmd.Args, cmd.RunE = p.onlyCommands, print.RunE
	cmd.DisableFlagsInUseLine = true
	cmd.AddCommand(p.configPath(), print, p.configCheck(), p.configInit(), p.configEdit())
	return cmd
}

// onlyCommands is for a command that no other word may follow than those of the
// commands under it.
func (p *program) onlyCommands(cmd *cobra.Command, words []string) error {
	if len(words) == 0 {
		return nil
	}
	none := fmt.Sprintf("%s has no command %q", cmd.Name(), words[0])
	isSetting := func(s config.Setting) bool { return s.Name == words[0] }
	if near := usage.NoCommand(cmd, words[0], nil); near != nil {
		return near
	}
	switch {
	case slices.ContainsFunc(p.Settings.Known().Settings(), isSetting):
		return usage.Errorf(cmd, "%s: %s print %s shows it, and %[2]s edit changes it", none, cmd.CommandPath(), words[0])
	case slices.Contains([]string{"set", "unset", "get", "list", "show"}, words[0]):
		return usage.Errorf(cmd, "%s: %s print shows the settings, and %[2]s edit changes them", none, cmd.CommandPath())
	}
	return usage.Errorf(cmd, "%s", none)
}

func (p *program) configPath() *cobra.Command {
	return &cobra.Command{
		Use:                   "path",
		Short:                 "Print where the file of settings is, or would be",
		Example:               `cp "$(lede config path)" backup.toml`,
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error {
			path, _, err := p.Settings.File()
			if err == nil {
				_, err = fmt.Fprintln(p.Out, articles.Clean(path))
			}
			return err
		},
	}
}

func (p *program) configCheck() *cobra.Command {
	return &cobra.Command{
		Use:                   "check",
		Short:                 "Say what is wrong with the settings",
		Long:                  `Say what is wrong with the settings, a line for each fault: in the file and in themes of your own with its line and column, in variables and in options. The exit status is 0 when nothing is, and 1 when something is.`,
		Example:               "lede config check\nlede config check --config new.toml",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  func(*cobra.Command, []string) error { return p.checkSettings() },
	}
}

// checkSettings tells every fault, and else that there is none.
func (p *program) checkSettings() error {
	found, faults := p.Settings.Check()
	for _, fault := range faults {
		p.Complain(fault)
	}
	if len(faults) > 0 {
		return run.ErrReported
	}
	path := articles.CleanLine(found.Path)
	say := path + " has no faults"
	switch {
	case path == "":
		say = "there is no file of settings, and no faults"
	case !found.There:
		say = "no faults; there is no file " + path + ": lede config init writes it"
	}
	_, err := fmt.Fprintln(p.Out, say)
	return err
}

// Read reads the settings before a command is run. A wrong option or variable
// ends it. What is wrong in the file is told in a line, and the rest counts.
func Read(r *run.Run, cmd *cobra.Command) error {
	if needsNoSettings(cmd) {
		return nil
	}
	var inFile []config.Fault
	for _, fault := range r.Settings.Find().Faults {
		if fault.At.Kind != config.File {
			return usage.Errorf(usage.Listing(cmd, fault.At.Name), "%w", fault)
		}
		inFile = append(inFile, fault)
	}
	if len(inFile) == 0 {
		return nil
	}
	more := ""
	if n := len(inFile) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more: see lede config check)", n)
	}
	r.Complain(errors.New(inFile[0].Error() + more))
	r.Notice = inFile[0].Short() + more
	return nil
}

// needsNoSettings reports whether a command has no use for settings, or is about
// them and tells itself what is wrong.
func needsNoSettings(cmd *cobra.Command) bool {
	words := strings.Fields(cmd.CommandPath())
	if len(words) < 2 {
		return false
	}
	switch words[1] {
	case cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd, "completion", "doctor", "help", "man", "version":
		return true
	case "config":
		return len(words) > 2 && words[2] != "print"
	}
	return false
}
