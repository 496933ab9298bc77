package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"lede/ui/theme"
)

// themeName is the theme that was asked for, empty when none was.
func (p *program) themeName() string {
	if p.theme != "" {
		return p.theme
	}
	return p.getenv("LEDE_THEME")
}

// themeFolder is where the reader's own themes stand: among the user's settings on
// this system (XDG Base Directory Specification, and what stands for it on Windows
// and macOS). Empty when the system says of no such place.
func (p *program) themeFolder() string {
	config := p.getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(config) { // the specification: a relative one is to be ignored
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		switch runtime.GOOS {
		case "darwin":
			config = filepath.Join(home, "Library", "Application Support")
		case "windows":
			if config = p.getenv("APPDATA"); config == "" {
				config = filepath.Join(home, "AppData", "Roaming")
			}
		default:
			config = filepath.Join(home, ".config")
		}
	}
	return filepath.Join(config, "lede", "themes")
}

// completeThemes completes a flag with the name of a theme.
func (p *program) completeThemes(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return slices.Concat(theme.Names(), theme.OwnNames(p.themeFolder())), cobra.ShellCompDirectiveNoFileComp
}

// checkTheme says whether the theme that was asked for is one.
func (p *program) checkTheme(cmd *cobra.Command) error {
	if cmd.Name() == cobra.ShellCompRequestCmd {
		return nil // a shell that asks for words is not to be bothered
	}
	_, err := theme.Choose(p.themeName(), p.themeFolder())
	if unknown, ok := errors.AsType[theme.UnknownError](err); ok {
		from := "--theme"
		if p.theme == "" {
			from = "$LEDE_THEME"
		}
		return usage(cmd, "%s %q: %s", from, unknown.Name, unknown.Hint)
	}
	return err
}

// chosenTheme is the theme that was asked for. Once it is told which of its colours
// are hard to read.
func (p *program) chosenTheme() (theme.Choice, error) {
	c, err := theme.Choose(p.themeName(), p.themeFolder())
	p.themeTold.Do(func() {
		for _, hard := range c.Warnings() {
			p.complain(errors.New(hard))
		}
	})
	return c, err
}
