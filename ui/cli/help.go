package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/ui/cli/manual"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
	"lede/ui/keys"
)

// help prints what a command does.
func (p *program) help(cmd *cobra.Command, _ []string) {
	text := manual.Help(cmd, p.Settings.Known(), p.Terminal.Width(), p.Terminal.Colored("auto"))
	_, _ = fmt.Fprint(p.Out, text) // Run flushes, and reports what fails
}

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "help [COMMAND]",
		Short:                 "Print the help of a command",
		Example:               "lede help show",
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(cmd *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, sub := range cmd.Root().Commands() {
				if len(given) == 0 && sub.IsAvailableCommand() {
					names = append(names, sub.Name()+"\t"+sub.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, words []string) error {
			of, rest, err := cmd.Root().Find(words)
			if err != nil || len(rest) > 0 || len(words) > 0 && of == cmd.Root() {
				known := len(words) - len(rest)
				if known == len(words) { // the root has no command of that name
					known = 0
				}
				return cmp.Or(usage.NoCommand(of, words[known], nil), usage.Errorf(of, "no command %q", strings.Join(words, " ")))
			}
			return of.Help()
		},
	}
}

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
			_, err = fmt.Fprint(p.Out, manual.Page(cmd.Root(), run.Version(), names))
			return err
		},
	}
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "version [OPTION]...",
		Short:                 "Print the version",
		Example:               "lede version",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  func(*cobra.Command, []string) error { return p.printVersion() },
	}
}

func (p *program) printVersion() error {
	_, err := fmt.Fprintln(p.Out, "lede", run.Version())
	return err
}
