package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

// tag is lede tag with what stands under it.
func (p *program) tag() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "tag [COMMAND]",
		Short: "Tag articles, and see to the tags of the library",
		Long: `Tag articles, and see to the tags of the library. Without a command, all tags are listed, those of most articles first.

What you put on an article or take off stays when its source is read again. Case and accents tell no tags apart: a tag is spelled as the library has it. lede undo takes back each of these.`,
		Example:               "lede tag add go,unix the-measure trails\nlede tag rm unix trails\nlede tag rename golang go",
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) > 0 {
				return cmp.Or(usage.NoCommand(cmd, words[0], nil),
					usage.Errorf(cmd, "tag has no command %s: lede tag add TAG ARTICLE puts a tag on", usage.Name(words[0])))
			}
			return nil
		},
		RunE: p.listTags,
	}
	list := &cobra.Command{
		Use: "list [OPTION]...", Short: "Print the tags, as without a command",
		Long:    "Print the tags of the library, each with how many articles have it, those of most articles first.",
		Example: "lede tag list | head", Args: usage.OptionsOnly,
		ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true, RunE: p.listTags,
	}
	cmd.AddCommand(
		p.tagging("add", "Put tags on articles", "lede tag add go the-measure trails\nlede tag add go,unix the-measure",
			func(tags []string) articles.TagEdit { return articles.TagEdit{Add: tags} }),
		list,
		p.tagging("rm", "Take tags off articles", "lede tag rm go the-measure",
			func(tags []string) articles.TagEdit { return articles.TagEdit{Take: tags} }),
		p.renameTag())
	return cmd
}

// tagging is a command whose first word is tags, and the others are articles.
func (p *program) tagging(name, short, example string, edit func([]string) articles.TagEdit) *cobra.Command {
	cmd := p.onMany(&cobra.Command{
		Use: name + " [OPTION]... TAG[,TAG]... ARTICLE...", Short: short,
		Long:    short + ". Several tags have commas between them. lede undo takes it back.\n\n" + refersToMany,
		Example: example,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 || len(tagsIn(words[0])) == 0 {
				return usage.Errorf(cmd, "tag %s needs a tag, and an article", name)
			}
			if len(words) == 1 {
				return usage.Errorf(cmd, "tag %s needs an article after the tag %s: several tags have commas between them", name, words[0])
			}
			return nil
		},
	}, p.named, nil)
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		return p.doTo(cmd.Context(), words[1:], p.named, func(ctx context.Context, s *store.Store, ids []articles.ID) (articles.Change, error) {
			return s.Tag(ctx, edit(tagsIn(words[0])), ids...)
		})
	}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(words) == 0 {
			return p.completeTags(cmd, word)
		}
		return p.completeArticles(cmd, words, word)
	}
	return cmd
}

func (p *program) renameTag() *cobra.Command {
	return &cobra.Command{
		Use: "rename [OPTION]... OLD NEW", Short: "Give a tag another name in all articles",
		Long:    `Give the tag OLD the name NEW in all articles. Where they have NEW too, the two become one. Saved queries and rules that name the tag name it so too; of a rule in the file of settings a line says that it names OLD still. Articles that are added later have the tags of their sources. lede undo takes it back.`,
		Example: "lede tag rename golang go\nlede tag rename World world",
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) != 2 || articles.TagName(words[0]) == "" || articles.TagName(words[1]) == "" {
				return usage.Errorf(cmd, "tag rename needs a tag and another name: put one of several words in quotes")
			}
			if strings.Contains(words[1], ",") {
				return usage.Errorf(cmd, "%s: a name of a tag has no comma, which stands between tags", usage.Name(words[1]))
			}
			return nil
		},
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(words) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.completeTags(cmd, word)
		},
		RunE: func(cmd *cobra.Command, words []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				from, to := articles.TagName(words[0]), articles.TagName(words[1])
				c, err := s.RenameTag(cmd.Context(), from, to)
				if errors.Is(err, articles.ErrNoTag) {
					err = fmt.Errorf("no article has the tag #%s: lede tag list shows all", from)
				}
				if err == nil {
					_, err = fmt.Fprintln(p.Out, did(&c))
					p.tellOfRules(from, to)
				}
				return err
			})
		},
	}
}

// tellOfRules says which rules of the settings still name a tag that has another name.
func (p *program) tellOfRules(from, to string) {
	for i, r := range p.Rules() {
		if _, has := r.RenameTag(from, to); has && !strings.EqualFold(from, to) {
			p.Complain(fmt.Errorf("a rule at %s still names #%s: change it there", p.Settings.Config().OriginOf("rules", i), from))
		}
	}
}

func (p *program) listTags(cmd *cobra.Command, _ []string) error {
	return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
		all, err := s.Tags(cmd.Context())
		for _, t := range all {
			if err == nil {
				_, err = fmt.Fprintf(p.Out, "%7s  #%s\n", format.Count(t.Articles, p.Terminal.LineWidth() > 0), t.Tag)
			}
		}
		return err
	})
}

// tagsIn are the tags in a word of the command line.
func tagsIn(word string) (tags []string) {
	for part := range strings.SplitSeq(word, ",") {
		if tag := articles.TagName(part); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// completeTags offers a shell the tags that a word may be meant for; the last of
// several with commas between them.
func (p *program) completeTags(cmd *cobra.Command, word string) (found []string, _ cobra.ShellCompDirective) {
	before, last := "", word
	if at := strings.LastIndexByte(word, ','); at >= 0 {
		before, last = word[:at+1], word[at+1:]
	}
	p.looking(cmd.Context(), func(ctx context.Context, s *store.Store) {
		all, _ := s.Tags(ctx) // what is found until it fails is right
		for _, t := range all {
			if strings.HasPrefix(strings.ToLower(t.Tag), strings.ToLower(last)) {
				found = append(found, before+t.Tag+"\t"+articles.Grouped(t.Articles))
			}
		}
	})
	return found, cobra.ShellCompDirectiveNoFileComp
}
