package effect

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/config"
)

// Setting is the name under which the library remembers a taste.
type Setting string

// The settings that the screens remember in the library.
const (
	SettingOrder    Setting = "order"    // the number of an articles.Order
	SettingMeasure  Setting = "measure"  // in columns
	SettingCompact  Setting = "compact"  // "1" for one-line rows
	SettingPreview  Setting = "preview"  // "0" for none beside the list
	SettingWrap     Setting = "wrap"     // "0" for long lines of code that are cut
	SettingPictures Setting = "pictures" // "0" for captions alone
	SettingTheme    Setting = "theme"    // its name
	SettingFeeds    Setting = "feeds"    // "1" for feeds beside the list
	SettingFolded   Setting = "folded"   // folders of feeds that are folded: their own
	SettingView     Setting = "view"     // what the list showed last: its own
	SettingRecent   Setting = "recent"   // lines of the palette, the latest first
)

// Settings are what the screens begin with: what is set, and what the library
// remembers of the rest.
type Settings struct {
	Shelf    articles.Shelf
	View     string // what the list showed last; empty when a shelf is set to begin with
	Order    articles.Order
	Measure  int // in columns
	Compact  bool
	Preview  bool     // beside the list
	Captions bool     // no pictures
	Cut      bool     // long lines of code
	Theme    string   // its name; empty for none that was chosen
	Feeds    bool     // stand beside the list
	Links    bool     // are the terminal's too
	Recent   []string // lines of the palette, the latest first
}

// LoadSettings reads what the library remembers; what is missing or unreadable is at
// its default.
func LoadSettings(ctx context.Context, lib Library, set *config.Config) (Settings, error) {
	all, err := set.Recall(func(key string) (string, error) { return lib.Setting(ctx, key) })
	s := Settings{
		Shelf:   articles.Shelves[slices.Index(config.Shelves[:], all.Shelf)],
		Order:   articles.Orders[slices.Index(config.Orders[:], all.Order)],
		Measure: all.Measure, Compact: all.Compact, Preview: all.Preview, Captions: !all.Pictures, Cut: !all.Wrap, Links: all.Links,
	}
	var missing, forgotten error
	if !set.IsSet("shelf") {
		s.View, forgotten = lib.Setting(ctx, string(SettingView))
	}
	lines, failed := lib.Setting(ctx, string(SettingRecent))
	if lines != "" {
		s.Recent = strings.Split(lines, "\n")
	}
	s.Theme, missing = lib.Setting(ctx, string(SettingTheme))
	beside, unknown := lib.Setting(ctx, string(SettingFeeds))
	s.Feeds = beside == "1"
	return s, cmp.Or(err, failed, missing, forgotten, unknown)
}

// Remember writes a setting that a key changed, unless something else says what it is
// at the next start.
func (e Effects) Remember(key Setting, value string) tea.Cmd {
	if e.set != nil && e.set.IsSet(string(key)) {
		return nil
	}
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
