package configure

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/nearest"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
	"lede/ui/config"
)

func (p *program) configPrint() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "print [OPTION]... [SETTING]...",
		Short: "Print every setting, and who set it",
		Long: `Print every setting, or those that are named, with who set it: the file and its line, a variable, an option, the library, which remembers what keys changed, or nobody, for a default.

What is printed is a file of settings.`,
		Example: `lede config print
lede config print measure --measure 60
lede config print --json | jq -r 'select(.from != "default") | .name'`,
		ValidArgsFunction: func(_ *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
			return slices.DeleteFunc(p.settingNames(), func(s string) bool {
				name, _, _ := strings.Cut(s, "\t")
				return slices.Contains(given, name)
			}), cobra.ShellCompDirectiveNoFileComp
		},
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, names []string) error {
			all, err := p.allSettings(cmd.Context())
			if err != nil {
				return err
			}
			entries, err := namedEntries(cmd, all.Entries(), names)
			switch {
			case err != nil:
				return err
			case asJSON:
				return p.printSettingsJSON(entries)
			case len(names) > 0:
				return p.printSettings(entries)
			}
			_, err = fmt.Fprint(p.Out, p.settingsHead(), all.TOML())
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

// allSettings are the settings with what the library remembers. No library is made
// for that; one that cannot be read is told.
func (p *program) allSettings(ctx context.Context) (config.Config, error) {
	all := *p.Settings.Config()
	if !p.HasLibrary() {
		return all, nil
	}
	err := p.WithLibrary(ctx, func(s *store.Store) (err error) {
		all, err = all.Recall(func(name string) (string, error) { return s.Setting(ctx, name) })
		return err
	})
	if err != nil && ctx.Err() == nil {
		p.Complain(fmt.Errorf("what keys changed is not known: %w", err))
		err = nil
	}
	return all, err
}

// settingsHead says where the file is, as a comment.
func (p *program) settingsHead() string {
	path := articles.CleanLine(p.Settings.Find().Path)
	switch {
	case path == "":
		return ""
	case !p.Settings.Find().There:
		return "# " + path + " is not there: lede config init writes it\n"
	}
	return "# " + path + "\n"
}

// namedEntries are the settings of the given names; all without a name.
func namedEntries(cmd *cobra.Command, all []config.Entry, names []string) ([]config.Entry, error) {
	if len(names) == 0 {
		return all, nil
	}
	var found []config.Entry
	for _, name := range names {
		had := len(found)
		for _, e := range all {
			if e.Name == name || strings.HasPrefix(e.Name, name+".") {
				found = append(found, e)
			}
		}
		if len(found) == had {
			return nil, usage.Errorf(cmd, "no setting %q%s", name, meantSetting(name, all))
		}
	}
	return found, nil
}

func meantSetting(name string, all []config.Entry) string {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.Name
	}
	if near := nearest.First(name, names); near != "" {
		return ": did you mean " + near + "?"
	}
	return ""
}

func (p *program) printSettings(entries []config.Entry) error {
	for _, e := range entries {
		if _, err := fmt.Fprintf(p.Out, "%s  # %s\n", e.TOML(), e.Origin); err != nil {
			return err
		}
	}
	return nil
}

// settingJSON is a setting as JSON has it.
type settingJSON struct {
	Name     string `json:"name"`
	Value    any    `json:"value"`
	From     string `json:"from"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Variable string `json:"variable,omitempty"`
	Option   string `json:"option,omitempty"`
}

func (p *program) printSettingsJSON(entries []config.Entry) error {
	for _, e := range entries {
		out := settingJSON{Name: e.Name, Value: e.Value, From: e.Origin.Kind.String(), Line: e.Origin.Line}
		switch e.Origin.Kind {
		case config.File:
			out.File = e.Origin.Name
		case config.Environment:
			out.Variable = e.Origin.Name
		case config.Option:
			out.Option = e.Origin.Name
		}
		if err := format.Encode(p.Out, out, ""); err != nil {
			return err
		}
	}
	return nil
}

// settingNames are the names of all settings with what they set, as a shell offers
// them.
func (p *program) settingNames() []string {
	var names []string
	for _, s := range p.Settings.Known().Settings() {
		names = append(names, s.Name+"\t"+cmp.Or(s.Help, s.Name))
	}
	return names
}
