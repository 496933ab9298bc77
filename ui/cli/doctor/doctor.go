// Package doctor is the command doctor, which says how lede stands on this machine, and
// what to do where something is not well.
package doctor

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// finding is one thing that was looked at.
type finding struct {
	About string `json:"about"` // terminal, library …
	What  string `json:"what"`
	Is    string `json:"is"`
	Well  bool   `json:"well"`
	Do    string `json:"do"` // about what is not well
}

func well(about, what, is string) finding { return finding{about, what, is, true, ""} }

func ill(about, what, is, do string) finding { return finding{about, what, is, false, do} }

// program is a run with the command of this package.
type program struct {
	*run.Run
	options
}

// options are those of the command.
type options struct{ full, repair, json bool }

// Command is lede doctor.
func Command(r *run.Run) *cobra.Command {
	p := &program{Run: r}
	cmd := &cobra.Command{
		Use:   "doctor [OPTION]...",
		Short: "Say whether all is well, and what to do",
		Long: `Say how lede stands on this machine, and what to do where something is not well: the versions, the terminal and what it can do, the settings, the disk, and the library, whose file is checked. The exit status is 0 when all is well, and 1 when something is to be done.

Nothing is changed without --repair. That counts the articles of the tabs anew, and makes the index anew that searches look into, where it is wrong; no text and no mark of yours is touched by it.`,
		Example:               "lede doctor\nlede doctor --full     # read all of the library\nlede doctor --json | jq 'select(.well | not)'",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, _ []string) error { return p.examine(cmd.Context()) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&p.full, "full", false, "also compare the indexes of the library with its tables: some seconds for each 500 MB")
	flags.BoolVar(&p.repair, "repair", false, "put right what can be without a loss")
	flags.BoolVar(&p.json, "json", false, "print JSON, one object a line")
	return cmd
}

// examine looks at everything. The library comes last, for it takes longest: what was
// found before stands on the terminal by then.
func (p *program) examine(ctx context.Context) error {
	todo := 0
	for _, look := range []func(context.Context) []finding{p.versions, p.terminal, p.settings, p.place, p.library} {
		for _, f := range look(ctx) {
			if !f.Well {
				todo++
			}
			if err := f.print(p.Out, p.json); err != nil {
				return err
			}
		}
		if err := p.Out.Flush(); err != nil {
			return err
		}
	}
	if !p.json {
		if _, err := fmt.Fprintln(p.Out, summary(todo)); err != nil {
			return err
		}
	}
	if todo > 0 {
		return run.ErrReported
	}
	return nil
}

func summary(todo int) string {
	switch todo {
	case 0:
		return "all is well"
	case 1:
		return "1 thing to do"
	}
	return fmt.Sprintf("%d things to do", todo)
}

// print prints a finding as a line, with another one that says what to do.
func (f finding) print(w io.Writer, asJSON bool) error {
	if asJSON {
		data, err := json.Marshal(f)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s\n", data)
		return err
	}
	mark, do := " ", ""
	if !f.Well {
		mark, do = "!", "\n    do: "+articles.CleanLine(cmp.Or(f.Do, "as it says"))
	}
	_, err := fmt.Fprintf(w, "%s %-8s  %-9s  %s%s\n", mark, f.About, f.What, articles.CleanLine(f.Is), do)
	return err
}

func (p *program) versions(context.Context) []finding {
	return []finding{well("lede", "version", run.Version()+", "+goVersion())}
}

// size is a number of bytes in words.
func size(n int64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d KB", (n+1023)>>10)
}
