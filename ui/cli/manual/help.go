// Package manual is what lede says of itself: the help of each command, and the manual
// page.
package manual

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/ui/cli/settings"
	"lede/ui/cli/usage"
	"lede/ui/config"
)

// widestHelp is the width of a help on a terminal that is wider.
const widestHelp = 80

// A helper writes a help.
type helper struct {
	strings.Builder
	width       int // in cells
	bold, faint lipgloss.Style
}

// Help is what a command does, with examples before the options, at most so many cells
// wide. Styled, it is bold and faint in places, which look right on any background.
func Help(cmd *cobra.Command, known config.Known, width int, styled bool) string {
	h := &helper{width: min(width, widestHelp)}
	if styled {
		h.bold, h.faint = h.bold.Bold(true), h.faint.Faint(true)
	}
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	for i, paragraph := range strings.Split(about, "\n\n") {
		if i > 0 {
			h.WriteByte('\n')
		}
		h.paragraph(paragraph)
	}
	h.section("Usage")
	h.entry(cmd.UseLine(), "", 0)
	if cmd.Example != "" {
		h.section("Examples")
		h.examples(cmd.Example)
	}
	h.commands(cmd)
	h.section("Options")
	h.flags(cmd.LocalFlags(), cmd.PersistentFlags())
	if cmd.Name() == "config" {
		h.settings(known)
	}
	h.section("Options of every command")
	h.flags(cmd.Root().PersistentFlags(), nil)
	if !cmd.HasParent() {
		h.everywhere()
	}
	return h.String()
}

// commands lists the commands under another, those that belong together under a title.
func (h *helper) commands(of *cobra.Command) {
	list := func(title, group string) {
		for _, sub := range of.Commands() {
			if sub.GroupID == group && (sub.IsAvailableCommand() || sub.Name() == "help") {
				if title != "" {
					h.section(title)
					title = ""
				}
				h.entry(sub.Name(), sub.Short, 12)
			}
		}
	}
	for _, group := range of.Groups() {
		list(group.Title, group.ID)
	}
	list("Commands", "")
}

// everywhere says what holds for every command, and where to read on.
func (h *helper) everywhere() {
	for _, section := range sections {
		for i, e := range section.entries {
			title, about := "Environment of every command", firstSentence(e[1])
			switch section.name {
			case "ENVIRONMENT":
			case "EXIT STATUS":
				title, about = "Exit status of every command", strings.TrimSuffix(e[1], ".")
			default:
				continue
			}
			if i == 0 {
				h.section(title)
			}
			h.entry(e[0], about, 22)
		}
	}
	h.WriteByte('\n')
	h.paragraph("lede COMMAND --help tells more of one command, lede config --help lists an option for every setting, and lede man is the manual.")
}

// firstSentence is the first sentence of a text, without its end.
func firstSentence(text string) string {
	first, _, _ := strings.Cut(text, ". ")
	return strings.TrimSuffix(first, ".")
}

func (h *helper) section(name string) { h.WriteString("\n" + h.bold.Render(name) + "\n") }

func (h *helper) paragraph(text string) {
	h.WriteString(strings.Join(fill(text, h.width), "\n") + "\n")
}

// entry writes a name, and what is said about it in a column that begins after
// the given number of cells; where there is no room for that, below the name.
func (h *helper) entry(name, about string, column int) {
	const indent, least = 2, 30
	column += indent
	line := strings.Repeat(" ", indent) + name
	if h.width-column < least || len(line) >= column {
		h.WriteString(hang(line, h.width, 2*indent) + "\n")
		if about == "" {
			return
		}
		column, line = 3*indent, ""
	}
	line += strings.Repeat(" ", column-len(line))
	h.WriteString(hang(line+about, h.width, column) + "\n")
}

// hang wraps a line; those after the first begin after an indent.
func hang(line string, width, indent int) string {
	start := line[:min(indent, len(line))]
	return start + strings.Join(fill(line[len(start):], width-indent), "\n"+strings.Repeat(" ", indent))
}

// fill breaks a paragraph into lines, between words alone: a name such as
// the-measure stays whole.
func fill(paragraph string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(paragraph) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// examples writes commands and what they do, which stands above the commands
// where there is no room beside them.
func (h *helper) examples(text string) {
	beside := true
	for line := range strings.Lines(text) {
		beside = beside && len(line) <= h.width-2
	}
	for line := range strings.Lines(text) {
		command, comment, commented := strings.Cut(strings.TrimSuffix(line, "\n"), "# ")
		switch {
		case !commented:
			h.WriteString("  " + command + "\n")
		case beside:
			h.WriteString("  " + command + h.faint.Render("# "+comment) + "\n")
		default:
			h.WriteString("  " + h.faint.Render("# "+comment) + "\n  " + strings.TrimRight(command, " ") + "\n")
		}
	}
}

// flags writes a set of flags, without those of another set.
func (h *helper) flags(set, without *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if !usage.IsQuiet(f) && (without == nil || without.Lookup(f.Name) == nil) {
			h.entry(flagName(f), f.Usage, 22)
		}
	})
}

// flagName is a flag as it is to be typed.
func flagName(f *pflag.Flag) string {
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if value := usage.ValueName(f); value != "" {
		name += " " + value
	}
	return name
}

// settings writes the settings into the help of lede config.
func (h *helper) settings(known config.Known) {
	h.section("Settings")
	for _, s := range known.Settings() {
		h.entry(s.Name, settings.About(&s)+"; $"+s.Variable()+", "+s.Option(), 14)
	}
}
