package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/store"
	"lede/ui/config"
)

// configCommand is lede config with what stands under it.
func (p *program) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config [COMMAND]",
		Short: "See and change the settings",
		Long: `See and change the settings. Without a command, they are printed: see lede config print.

Each has a key in the file config.toml, a variable and an option, and all of them work without the file. ` + aboutOrder + ` A key changes a setting at once, whoever set it. Where an option, a variable or the file does, that ends with the program; else it is remembered in the library.

What is wrong in the file is told in a line, with its place and the nearest name, and the rest of it counts. A variable or an option that is wrong ends lede before it does anything.

A relative path in the file begins at the file, and ~ is your home.`,
		Example: `lede config init              # write the file, with all settings as comments
lede config edit              # change it
lede config                   # what counts now, and who set it
lede --measure 60 essay.md    # for this time`,
	}
	print := p.configPrint()
	cmd.Args, cmd.RunE = onlyCommands, print.RunE
	cmd.DisableFlagsInUseLine = true
	cmd.AddCommand(p.configPath(), print, p.configCheck(), p.configInit(), p.configEdit())
	return cmd
}

// onlyCommands is for a command that no other word may follow than those of the
// commands under it.
func onlyCommands(cmd *cobra.Command, words []string) error {
	if len(words) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(words[0]); len(near) > 0 {
		return usage(cmd, "%s has no command %q: did you mean %s %s?", cmd.Name(), words[0], cmd.CommandPath(), near[0])
	}
	return usage(cmd, "%s has no command %q", cmd.Name(), words[0])
}

func (p *program) configPath() *cobra.Command {
	return &cobra.Command{
		Use:                   "path",
		Short:                 "Print where the file of settings is, or would be",
		Example:               `cp "$(lede config path)" backup.toml`,
		Args:                  optionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(*cobra.Command, []string) error {
			path, _, err := p.settingsPath()
			if err == nil {
				_, err = fmt.Fprintln(p.stdout(), path)
			}
			return err
		},
	}
}

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
			_, err = fmt.Fprint(p.stdout(), p.settingsHead(), all.TOML())
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

// allSettings are the settings with what the library remembers. No library is made
// for that; one that cannot be read is told.
func (p *program) allSettings(ctx context.Context) (config.Config, error) {
	all := *p.settings()
	if !p.hasLibrary() {
		return all, nil
	}
	err := p.withLibrary(ctx, func(s *store.Store) (err error) {
		all, err = all.Recall(func(name string) (string, error) { return s.Setting(ctx, name) })
		return err
	})
	if err != nil && ctx.Err() == nil {
		p.complain(fmt.Errorf("what keys changed is not known: %w", err))
		err = nil
	}
	return all, err
}

// settingsHead says where the file is, as a comment.
func (p *program) settingsHead() string {
	path := p.configured.path
	switch {
	case path == "":
		return ""
	case !p.configured.there:
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
			return nil, usage(cmd, "no setting %q%s", name, meantSetting(name, all))
		}
	}
	return found, nil
}

func meantSetting(name string, all []config.Entry) string {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.Name
	}
	if near := config.Nearest(name, names); near != "" {
		return ": did you mean " + near + "?"
	}
	return ""
}

func (p *program) printSettings(entries []config.Entry) error {
	for _, e := range entries {
		if _, err := fmt.Fprintf(p.stdout(), "%s  # %s\n", e.TOML(), e.Origin); err != nil {
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
		if err := encode(p.stdout(), out, ""); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) configCheck() *cobra.Command {
	return &cobra.Command{
		Use:                   "check",
		Short:                 "Say what is wrong with the settings",
		Long:                  `Say what is wrong with the settings, a line for each fault: in the file with its line and column, in variables and in options. The exit status is 0 when nothing is, and 1 when something is.`,
		Example:               "lede config check\nlede config check --config new.toml",
		Args:                  optionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  func(*cobra.Command, []string) error { return p.checkSettings() },
	}
}

// checkSettings tells every fault, and else that there is none.
func (p *program) checkSettings() error {
	_ = p.settings()
	for _, fault := range p.configured.faults {
		p.complain(fault)
	}
	if len(p.configured.faults) > 0 {
		return errReported
	}
	say := p.configured.path + " has no faults"
	switch {
	case p.configured.path == "":
		say = "there is no file of settings, and no faults"
	case !p.configured.there:
		say = "no faults; there is no file " + p.configured.path + ": lede config init writes it"
	}
	_, err := fmt.Fprintln(p.stdout(), say)
	return err
}

// configure reads the settings before a command is run. A wrong option or variable
// ends it. What is wrong in the file is told in a line, and the rest counts.
func (p *program) configure(cmd *cobra.Command) error {
	if needsNoSettings(cmd) {
		return nil
	}
	_ = p.settings()
	var inFile []config.Fault
	for _, fault := range p.configured.faults {
		if fault.At.Kind != config.File {
			return usage(cmd, "%w", fault)
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
	p.complain(errors.New(inFile[0].Error() + more))
	p.configured.notice = inFile[0].Short() + more
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
	case cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd, "completion", "help", "man", "version":
		return true
	case "config":
		return len(words) > 2 && words[2] != "print"
	}
	return false
}

// settingNames are the names of all settings with what they set, as a shell offers
// them.
func (p *program) settingNames() []string {
	var names []string
	for _, s := range p.knownSettings().Settings() {
		names = append(names, s.Name+"\t"+cmp.Or(s.Help, s.Name))
	}
	return names
}
