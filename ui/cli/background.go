package cli

import (
	"context"
	"strings"

	"lede/store"
	"lede/ui"
)

// onDark reports whether the terminal's background is dark, without asking the
// terminal: as $COLORFGBG says, or else as it was when the screens asked last,
// which the library remembers. Most are dark.
func (p *program) onDark(ctx context.Context) bool {
	if colors := p.getenv("COLORFGBG"); colors != "" {
		// "foreground;background" or "foreground;other;background", in the
		// terminal's 16 colours: white and bright white are light.
		switch colors[strings.LastIndexByte(colors, ';')+1:] {
		case "7", "15":
			return false
		}
		return true
	}
	path, err := p.libraryPath()
	if err != nil || !p.hasLibrary() {
		return true
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return true // whoever needs the library will be told
	}
	defer func() { _ = s.Close() }() // nothing was written
	remembered, err := s.Setting(ctx, ui.SettingBackground)
	return err != nil || remembered != "light"
}
