package cli

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles/importer"
	"lede/ui/cli/configure"
	"lede/ui/cli/doctor"
	"lede/ui/cli/feeds"
	"lede/ui/cli/lookup"
	"lede/ui/cli/rules"
	"lede/ui/cli/run"
	"lede/ui/cli/screen"
	"lede/ui/cli/usage"
	"lede/ui/terminal"
)

// root is the command lede with all others under it.
func (p *program) root() *cobra.Command {
	out := showing{format: "ansi"}
	cmd := &cobra.Command{
		Use:   "lede [OPTION]... [ADDRESS | FILE | ARTICLE | -]...",
		Short: "Read articles in the terminal",
		Long: `lede keeps articles in a library and shows them as a magazine would.

Alone, it opens the library. Given an article, it opens that one now; given several, the keys J and K go from one to the next. In a pipe it prints instead, once. The key ? shows all keys.

ADDRESS is one of the web; an article that the library has from there is read from the library. FILE is Markdown, a saved web page, a feed, a book (EPUB), a PDF or plain text, and - is the standard input. A file that changes is shown anew, and the standard input while it comes. ARTICLE is one of the library, by its id or the start of it, its short name (the-measure), its address or its title.`,
		Example: `lede                        # the library
lede notes/the-measure.md   # read a file; the key a saves it
lede the-pager              # read an article of the library
lede https://example.org/x  # read a web page
ps2ascii a.ps | lede        # read what a command prints
lede essay.txt | less       # print it, typeset
lede add ~/notes            # put a folder into the library
lede feeds add example.org  # subscribe to the feed of a site
lede refresh                # take in what is new in feeds and folders
lede undo                   # undo the last change of the library
lede ./list                 # a file named like a command`,
		Version:               run.Version(),
		Args:                  cobra.ArbitraryArgs,
		ValidArgsFunction:     p.completeArticles,
		CompletionOptions:     cobra.CompletionOptions{DisableDefaultCmd: true},
		DisableFlagsInUseLine: true,
		SilenceErrors:         true,
		SilenceUsage:          true,
		RunE:                  func(cmd *cobra.Command, refs []string) error { return p.read(cmd, refs, out) },
	}
	cmd.SetOut(p.Out)
	cmd.SetErr(p.Stderr)
	cmd.SetIn(p.Stdin)
	cmd.SetVersionTemplate("lede {{.Version}}\n")
	cmd.SetHelpFunc(p.help)
	cmd.SetHelpCommand(p.helpCommand())
	cmd.SetFlagErrorFunc(p.flagError)
	cmd.PersistentPreRunE = func(cmd *cobra.Command, words []string) error {
		return cmp.Or(usage.NoneEmpty(cmd, words), configure.Read(p.Run, cmd))
	}
	addGroup(cmd, "Read", p.list(), p.search(), p.show(), p.related(), p.similar())
	addGroup(cmd, "Put in and take out", p.add(), p.remove(), p.trash(), p.restore(), p.undo(), p.export())
	addGroup(cmd, "Keep in order", p.star(), p.unstar(), p.mark(), p.tag(), p.archive(), p.unarchive(), p.queries())
	addGroup(cmd, "Keep up to date", feeds.Refresh(p.Run), feeds.Command(p.Run), feeds.Folders(p.Run), rules.Command(p.Run, p.completeQuery), p.extract())
	addGroup(cmd, "About lede", configure.Command(p.Run), doctor.Command(p.Run), p.completion(), p.man(), p.versionCommand())
	cmd.SetHelpCommandGroupID("About lede")
	p.Settings.AddOptions(cmd)
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	cmd.Flags().Lookup("version").Usage = "print the version"
	for _, each := range usage.Commands(cmd) {
		each.InitDefaultHelpFlag()
		each.Flags().Lookup("help").Usage = "print this help"
	}
	return cmd
}

// addGroup adds commands that the help lists under a title.
func addGroup(to *cobra.Command, title string, all ...*cobra.Command) {
	to.AddGroup(&cobra.Group{ID: title, Title: title})
	for _, cmd := range all {
		cmd.GroupID = title
		to.AddCommand(cmd)
	}
}

// choice lists words as in "one, two or three".
func choice(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// read is lede without a command: on a screen when there is one, and else as
// text, once.
func (p *program) read(cmd *cobra.Command, refs []string, out showing) error {
	out.color = p.Settings.Config().Color
	if err := cmp.Or(out.check(cmd), p.mistyped(cmd, refs), p.unknown(cmd, refs)); err != nil {
		return err
	}
	if len(refs) == 0 && !terminal.Is(p.Stdin) {
		refs = []string{"-"}
	}
	switch {
	case p.Terminal.HasScreen():
		return screen.Open(cmd.Context(), p.Run, refs)
	case len(refs) == 0:
		return p.printRows(cmd.Context(), listing{sort: "newest", shelf: "all"})
	}
	return p.printAll(cmd, refs, out)
}

// printAll prints the articles that refs name, an empty line between two. One
// that cannot be read does not keep the others from being printed.
func (p *program) printAll(cmd *cobra.Command, refs []string, out showing) error {
	printed := 0
	for _, ref := range refs {
		t, err := lookup.Find(cmd.Context(), p.Run, ref, importer.Hint{})
		if err != nil {
			if err := p.Pass(cmd.Context(), refs, err); err != nil {
				return err
			}
			continue
		}
		if printed > 0 {
			if _, err := p.Out.Write([]byte("\n")); err != nil {
				return err
			}
		}
		if err := p.print(cmd.Context(), t, out); err != nil {
			return err
		}
		printed++
	}
	if printed < len(refs) {
		return run.ErrReported
	}
	return nil
}
