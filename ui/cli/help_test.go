package cli

import (
	"regexp"
	"strings"
	"testing"

	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// TestHelp: every command has a help with an example that begins with it, and says
// what its arguments are.
func TestHelp(t *testing.T) {
	t.Parallel()
	argument := regexp.MustCompile(`\b[A-Z]{3,}\b`)
	p := &program{run.New(Env{LookupEnv: func(string) (string, bool) { return "", false }})}
	root := p.root()
	root.InitDefaultHelpCmd()
	for _, cmd := range usage.Commands(root) {
		if !strings.Contains(cmd.Example, cmd.CommandPath()) {
			t.Errorf("%s has no example: %q", cmd.CommandPath(), cmd.Example)
		}
		said := cmd.Long + cmd.Short
		for parent := cmd; parent.HasParent(); parent = parent.Parent() {
			said += parent.Parent().Long
		}
		for _, word := range argument.FindAllString(cmd.Use, -1) {
			if word != "OPTION" && word != "COMMAND" && !strings.Contains(strings.ToLower(said), strings.ToLower(word)) {
				t.Errorf("%s: the help does not say what %s is", cmd.CommandPath(), word)
			}
		}
		if cmd.HasParent() && cmd.Parent() == root && cmd.GroupID == "" && cmd.Name() != "help" {
			t.Errorf("%s is in no group of the help", cmd.CommandPath())
		}
	}
	for word, command := range usage.Meant() {
		if command == "config" {
			continue
		}
		found, rest, err := root.Find(strings.Fields(command))
		if err != nil || len(rest) > 0 || found == root {
			t.Errorf("%s is meant for %s, which is no command", word, command)
		}
		if other, _, err := root.Find([]string{word}); err == nil && other != root {
			t.Errorf("%s is a command itself", word)
		}
	}
}
