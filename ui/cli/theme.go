package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"lede/ui/theme"
)

// themeName is the theme that the settings say, empty when none does.
func (p *program) themeName() string {
	if set := p.settings(); set.IsSet("theme") {
		return set.Theme
	}
	return ""
}

// themeFolder is where the reader's own themes stand: beside the settings. Empty when
// the system says of no such place.
func (p *program) themeFolder() string {
	folder, err := p.settingsFolder()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "themes")
}

// completeThemes completes a flag with the name of a theme.
func (p *program) completeThemes(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return slices.Concat(theme.Names(), theme.OwnNames(p.themeFolder())), cobra.ShellCompDirectiveNoFileComp
}

// knownTheme says what is wrong with a theme that is none of lede's own.
func (p *program) knownTheme(name string) error {
	_, err := theme.Choose(name, p.themeFolder())
	if unknown, ok := errors.AsType[theme.UnknownError](err); ok {
		return errors.New(unknown.Hint)
	}
	if err != nil {
		return errors.New(strings.TrimPrefix(err.Error(), "theme "+name+": "))
	}
	return nil
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

// on is a theme on the terminal that is printed to. One that follows the background
// is made for what the terminal says of it, or else for what $COLORFGBG does.
func (p *program) on(c theme.Choice, colors colorprofile.Profile) *theme.Theme {
	if colors < colorprofile.ANSI || !c.Follows() {
		return c.On(theme.Unknown, colors)
	}
	if background := p.Terminal.Background(); background != nil {
		return c.OnColor(background, colors)
	}
	return c.On(theme.GroundIn(p.getenv), colors)
}
