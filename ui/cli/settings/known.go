package settings

import (
	"errors"
	"slices"
	"strings"

	"lede/articles/rules"
	"lede/ui/config"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Known is what the program knows of the values of settings.
func (s *Settings) Known() config.Known {
	library, _ := s.usualLibrary() // what needs it says what is wrong
	return config.Known{
		Library:    library,
		Themes:     theme.Names(),
		Theme:      s.knownTheme,
		Rule:       knownRule,
		Presets:    keys.Presets[:],
		Operations: keys.Operations,
		Keys:       keys.Check,
	}
}

// Documented is Known for what is the same on every machine.
func Documented() config.Known {
	return config.Known{Library: usualLibraryText, Themes: theme.Names(), Presets: keys.Presets[:]}
}

// usualLibraryText is where the library is unless something else says it, for those
// who read about it elsewhere.
const usualLibraryText = "~/.local/share/lede/library.db"

// knownRule says what is wrong with a rule.
func knownRule(text string) error {
	_, err := rules.Parse(text)
	return err
}

// knownTheme says what is wrong with a theme that is none of lede's own.
func (s *Settings) knownTheme(name string) error {
	_, err := theme.Choose(name, s.ThemeFolder())
	if unknown, ok := errors.AsType[theme.UnknownError](err); ok {
		return errors.New(unknown.Hint)
	}
	if err != nil {
		return errors.New(strings.TrimPrefix(err.Error(), "theme "+name+": "))
	}
	return nil
}

// Check is [Settings.Find] for a reader who asks what is wrong: also with the themes of
// their own, whether one is chosen or not, and with files that have the name of a
// built-in one. What is wrong with the file of a theme is
// told of that file alone.
func (s *Settings) Check() (Found, []error) {
	known := s.Known()
	themes := slices.Concat(theme.Names(), theme.OwnNames(s.ThemeFolder()))
	known.Theme = func(name string) error {
		_, err := theme.Choose(name, s.ThemeFolder())
		if _, faulty := errors.AsType[theme.FaultyError](err); !faulty {
			return s.knownTheme(name)
		}
		if !slices.Contains(themes, name) {
			themes = append(themes, name)
		}
		return nil
	}
	found := s.read(known)
	var all []error
	for _, fault := range found.Faults {
		all = append(all, fault)
	}
	for _, name := range themes {
		all = append(all, theme.Faults(name, s.ThemeFolder())...)
	}
	return found, all
}

// ThemeName is the theme that the settings say, empty when none does.
func (s *Settings) ThemeName() string {
	if set := s.Config(); set.IsSet("theme") {
		return set.Theme
	}
	return ""
}

// AboutOrder says which value of a setting counts.
const AboutOrder = "A setting has the value that the first of these gives it: its option; its variable; the file; a variable that other programs read too, such as PAGER; what a key of the screens changed last; its default."

// About is what a setting is for, with its default.
func About(s *config.Setting) string {
	if usual := s.Default(); usual != "" && usual != `""` {
		return s.About() + " (" + usual + ")"
	}
	return s.About()
}
