package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "version [OPTION]...",
		Short:                 "Print the version",
		Example:               "lede version",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.Out, "lede", run.Version())
			return err
		},
	}
}
