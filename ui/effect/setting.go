package effect

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// Setting is the name under which the library remembers a taste.
type Setting string

// The settings that the screens remember in the library.
const (
	SettingOrder    Setting = "order"    // the number of an articles.Order
	SettingMeasure  Setting = "measure"  // in columns
	SettingCompact  Setting = "compact"  // "1" for one-line rows
	SettingWrap     Setting = "wrap"     // "0" for long lines of code that are cut
	SettingPictures Setting = "pictures" // "0" for captions alone
	SettingTheme    Setting = "theme"    // its name
	SettingRecent   Setting = "recent"   // lines of the palette, the latest first
)

// Settings are the tastes that the library remembers.
type Settings struct {
	Order    articles.Order
	Measure  int // in columns; 0 for none
	Compact  bool
	Captions bool     // no pictures
	Cut      bool     // long lines of code
	Theme    string   // its name; empty for none that was chosen
	Recent   []string // lines of the palette, the latest first
}

// LoadSettings reads them all; what is missing or unreadable is at its default.
func LoadSettings(ctx context.Context, lib Library) (Settings, error) {
	var s Settings
	var failed error
	get := func(key Setting) string {
		v, err := lib.Setting(ctx, string(key))
		failed = cmp.Or(failed, err)
		return v
	}
	if n, err := strconv.Atoi(get(SettingOrder)); err == nil && 0 <= n && n < len(articles.Orders) {
		s.Order = articles.Orders[n]
	}
	if n, err := strconv.Atoi(get(SettingMeasure)); err == nil {
		s.Measure = n
	}
	s.Compact = get(SettingCompact) == "1"
	s.Captions = get(SettingPictures) == "0"
	s.Cut = get(SettingWrap) == "0"
	s.Theme = get(SettingTheme)
	if lines := get(SettingRecent); lines != "" {
		s.Recent = strings.Split(lines, "\n")
	}
	return s, failed
}

// Remember writes a setting.
func (e Effects) Remember(key Setting, value string) tea.Cmd {
	return e.Write("", "", func(ctx context.Context, lib Library) error {
		// A library that cannot be written is said once, where reading state
		// is lost; a taste that is forgotten is not worth a line.
		_ = lib.SetSetting(ctx, string(key), value)
		return nil
	}, nil)
}

// RememberFlag writes a setting that is on or off.
func (e Effects) RememberFlag(key Setting, on bool) tea.Cmd {
	if on {
		return e.Remember(key, "1")
	}
	return e.Remember(key, "0")
}
