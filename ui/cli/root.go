package cli

import (
	"errors"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"lede/ui/theme"
)

// root is the command lede with all others under it.
func (p *program) root() *cobra.Command {
	out := showing{format: "ansi"}
	cmd := &cobra.Command{
		Use:   "lede [FILE | ARTICLE | -]",
		Short: "Read articles in the terminal",
		Long: `lede keeps articles in a library and shows them as a magazine would.

Without an argument it opens the library. With one it reads that article now: a
file of Markdown or plain text, an article of the library by its id, the start
of its id, its name, its address or its title, or - for the standard input.
Where the output is no terminal, the article is printed once.`,
		Example: `lede                          # the library
lede notes/the-measure.md     # read a file; a saves it into the library
curl -s $ADDRESS | lede       # read what a command prints
lede essay.txt | less -R      # print it, typeset
lede add ~/notes              # put a folder into the library
lede ./list                   # a file with the name of a command`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		// As cobra has it for programs whose first word can only be a command.
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		RunE:                       func(cmd *cobra.Command, refs []string) error { return p.read(cmd, refs, out) },
	}
	cmd.SetOut(p.stdout())
	cmd.SetErr(p.Stderr)
	cmd.SetIn(p.Stdin)
	cmd.SetVersionTemplate("lede {{.Version}}\n")
	cmd.SetHelpFunc(p.help)
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usage(cmd, "%w", err) })
	out.colorFlag(cmd)
	flags := cmd.PersistentFlags()
	flags.StringVar(&p.library, "library", "", "`FILE` of the library (or $LEDE_LIBRARY)")
	flags.StringVar(&p.theme, "theme", "", "`NAME`: auto, dark, light or mono (or $LEDE_THEME)")
	_ = cmd.RegisterFlagCompletionFunc("theme", words(theme.Names[:]...)) // the flag exists
	cmd.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if _, err := theme.New(p.themeName(), true, colorprofile.TrueColor); err != nil {
			return usage(cmd, "%w", err)
		}
		return nil
	}
	cmd.AddCommand(p.add(), p.list(), p.show(), p.remove(), p.versionCommand(), p.man())
	cmd.InitDefaultCompletionCmd()
	for _, sub := range cmd.Commands() {
		args := sub.Args
		sub.Args = func(cmd *cobra.Command, given []string) error {
			if args == nil {
				return nil
			}
			if err := args(cmd, given); err != nil {
				return usage(cmd, "%w", err)
			}
			return nil
		}
	}
	return cmd
}

// themeName is the theme that was asked for, empty when none was.
func (p *program) themeName() string {
	if p.theme != "" {
		return p.theme
	}
	return p.getenv("LEDE_THEME")
}

// words completes a flag with one of a few words.
func words(all ...string) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}

// read is lede without a command: on a screen when there is one, and else as
// text, once.
func (p *program) read(cmd *cobra.Command, refs []string, out showing) error {
	if err := out.check(cmd); err != nil {
		return err
	}
	if len(refs) == 0 && !isTerminal(p.Stdin) {
		refs = []string{"-"}
	}
	switch {
	case p.hasScreen():
		return suggest(cmd, p.openScreen(cmd.Context(), refs))
	case len(refs) == 0:
		return p.printRows(cmd.Context(), listing{sort: "newest", shelf: "all"})
	}
	for i, ref := range refs {
		if i > 0 {
			if _, err := p.stdout().Write([]byte("\n")); err != nil {
				return err
			}
		}
		if err := p.showOne(cmd.Context(), ref, out); err != nil {
			return suggest(cmd, err)
		}
	}
	return nil
}

// suggest adds to the error of a word that names nothing the command that it
// may have been meant for.
func suggest(cmd *cobra.Command, err error) error {
	word, ok := errors.AsType[unknownError](err)
	if !ok {
		return err
	}
	if near := cmd.SuggestionsFor(string(word)); len(near) > 0 {
		return usage(cmd, "no article and no command %s: did you mean lede %s?", string(word), near[0])
	}
	return err
}
