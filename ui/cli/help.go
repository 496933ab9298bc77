package cli

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a command does, with examples before everything else. It
// asks the terminal nothing: bold and faint look right on any background.
func (p *program) help(cmd *cobra.Command, _ []string) {
	bold, faint := lipgloss.NewStyle(), lipgloss.NewStyle()
	if p.colored("auto") {
		bold, faint = bold.Bold(true), faint.Faint(true)
	}
	var b strings.Builder
	section := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s\n%s", bold.Render(name), text)
		}
	}
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	fmt.Fprintf(&b, "%s\n", about)
	section("Usage", "  "+cmd.UseLine()+"\n")
	section("Examples", examples(cmd.Example, faint))
	section("Commands", commands(cmd))
	section("Flags", flags(cmd.LocalFlags(), cmd.PersistentFlags()))
	section("Flags of every command", flags(cmd.Root().PersistentFlags(), nil))
	_, _ = fmt.Fprint(p.stdout(), b.String()) // Run flushes, and reports what fails
}

func examples(text string, comment lipgloss.Style) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if at := strings.Index(line, "# "); at > 0 {
			line = line[:at] + comment.Render(line[at:])
		}
		fmt.Fprintf(&b, "  %s\n", line)
	}
	return b.String()
}

func commands(cmd *cobra.Command) string {
	var b strings.Builder
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&b, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// flags lists a set of flags, without those of another set.
func flags(set, without *pflag.FlagSet) string {
	var b strings.Builder
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || without != nil && without.Lookup(f.Name) != nil {
			return
		}
		value, about := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		fmt.Fprintf(&b, "  %-24s%s\n", name, about)
	})
	return b.String()
}
