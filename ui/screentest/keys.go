package screentest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// named are the keys that send the same whatever the modes, but for the four
// arrows, Home and End, which application mode changes.
var named = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "space": " ",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"insert": "\x1b[2~", "delete": "\x1b[3~",
	"shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
	"alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
}

// encode gives the bytes of a key in the terminal's present modes.
func (s *Screen) encode(key string) (string, error) {
	kitty := s.kittyFlags()&1 != 0 // "disambiguate escape codes"
	modifier, rest, _ := strings.Cut(key, "+")
	switch {
	case key == "esc" && kitty:
		return "\x1b[27u", nil
	case key == "esc":
		return "\x1b", nil
	case named[key] != "":
		return s.cursorKey(named[key]), nil
	case modifier == "ctrl" && len(rest) == 1 && rest[0] >= '@' && rest[0] < 0x7f:
		if kitty {
			return fmt.Sprintf("\x1b[%d;5u", rest[0]), nil
		}
		return string(rune(rest[0] & 0x1f)), nil
	case modifier == "alt" && len(rest) == 1:
		if kitty {
			return fmt.Sprintf("\x1b[%d;3u", rest[0]), nil
		}
		return "\x1b" + rest, nil
	case utf8.RuneCountInString(key) == 1:
		return key, nil
	}
	return "", fmt.Errorf("no key %q", key)
}

// cursorKey rewrites the keys that application mode (DECCKM) changes.
func (s *Screen) cursorKey(keys string) string {
	if s.modes[ansi.ModeCursorKeys] && len(keys) == 3 && keys[1] == '[' && strings.Contains("ABCDHF", keys[2:]) {
		return "\x1bO" + keys[2:]
	}
	return keys
}
