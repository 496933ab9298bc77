package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/usage"
)

// shells are those that completions can be written for.
var shells = []string{"bash", "fish", "powershell", "zsh"}

func (p *program) completion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what makes a shell complete lede's words",
		Long: `Print the script that makes a shell complete the commands, the options and the articles of lede.

SHELL is ` + choice(shells) + `. The script goes where the shell looks for such; in bash it needs the package bash-completion.`,
		Example: `source <(lede completion bash)   # in ~/.bashrc
lede completion fish > ~/.config/fish/completions/lede.fish
lede completion zsh > "${fpath[1]}/_lede"
lede completion powershell | Out-String | Invoke-Expression`,
		ValidArgs:             shells,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, words []string) error {
			if err := usage.One("a shell", "name one of "+strings.Join(shells, ", "))(cmd, words); err != nil {
				return err
			}
			if !slices.Contains(shells, words[0]) {
				return usage.Errorf(cmd, "no completion for %q: choose one of %s", words[0], strings.Join(shells, ", "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, words []string) error {
			root, out := cmd.Root(), p.Out
			switch words[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			}
			return root.GenPowerShellCompletionWithDesc(out)
		},
	}
}

// completeArticles offers a shell the articles of the library that a word may
// be meant for, and leaves it to complete the paths of files where there are
// any, or where nothing fits. It makes no library and tells no errors.
func (p *program) completeArticles(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	if word == "" && !cmd.HasParent() || hasFiles(word) {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var found []string
	p.looking(cmd.Context(), func(ctx context.Context, s *store.Store) { found = namesFor(ctx, s, word) })
	if len(found) > 0 {
		return found, cobra.ShellCompDirectiveNoFileComp
	}
	if cmd.HasParent() && strings.ContainsAny(word, ":#") { // what takes articles takes a query
		if found, do := p.completeQuery(cmd, nil, word); len(found) > 0 {
			return found, do
		}
	}
	return nil, cobra.ShellCompDirectiveDefault
}

// looking looks something up in the library for a shell. It makes none, and tells no
// errors.
func (p *program) looking(ctx context.Context, look func(context.Context, *store.Store)) {
	const patience = time.Second // nobody waits longer for a key
	path, err := p.Settings.Library()
	if err != nil || !p.HasLibrary() {
		return
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	s, err := store.Open(ctx, path)
	if err != nil {
		return
	}
	look(ctx, s)
	_ = s.Close() // nothing was written
}

// hasFiles reports whether the word is the start of a file's name.
func hasFiles(word string) bool {
	found, err := filepath.Glob(word + "*")
	return word != "" && err == nil && len(found) > 0
}

// namesFor are ids and titles that begin with the word, as many as a screen may
// show. An id has its title for a description.
func namesFor(ctx context.Context, s *store.Store, word string) []string {
	const most = 100
	var found []string
	_ = s.Names(ctx, func(name articles.Name) bool { // what is found until it fails is right
		title, id := name.Title, string(name.ID)
		switch {
		case strings.HasPrefix(id, word):
			found = append(found, id+"\t"+title)
		case strings.HasPrefix(title, word):
			found = append(found, title)
		}
		return len(found) < most
	})
	return found
}
