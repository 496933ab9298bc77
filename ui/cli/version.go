package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"lede/ui/cli/usage"
)

// version is the one that the module was built as: a release's tag, or the
// commit; "dev" when the build does not know.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "version [OPTION]...",
		Short:                 "Print the version",
		Example:               "lede version",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.stdout(), "lede", version())
			return err
		},
	}
}
