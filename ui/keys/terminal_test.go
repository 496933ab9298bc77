package keys_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"lede/ui/keys"
)

// sent is what terminals send for the keys that are no signs: the final letter or the
// number of the sequence.
var sent = map[string]string{
	"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H", "f1": "P",
	"insert": "2~", "delete": "3~", "pgup": "5~", "pgdown": "6~", "f5": "15~",
	"enter": "\r", "tab": "\t", "esc": "\x1b", "backspace": "\x7f", "space": " ", "shift+tab": "\x1b[Z", "alt+backspace": "\x1b\x7f",
}

// classic is what a terminal of old sends for a key; empty when it has nothing for it.
func classic(key string) string {
	if bytes := sent[key]; bytes != "" && !strings.HasSuffix(bytes, "~") && (bytes[0] < 'A' || bytes[0] > 'Z') {
		return bytes
	}
	held, rest := 1, key
	for i, name := range []string{"shift", "alt", "ctrl"} {
		if strings.Contains(rest, name+"+") {
			held += 1 << i
			rest = strings.Replace(rest, name+"+", "", 1)
		}
	}
	end := sent[rest]
	switch {
	case utf8.RuneCountInString(rest) == 1 && held == 1:
		return rest
	case len(rest) == 1 && held == 1+2:
		return "\x1b" + rest
	case len(rest) == 1 && held == 1+4 && rest[0] >= '@' && rest != "i" && rest != "m" && rest != "[":
		return string(rune(rest[0] & 0x1f))
	case end == "" || end[0] < ' ' || end[0] == 0x7f || end == " ":
		return ""
	case strings.HasSuffix(end, "~"):
		return fmt.Sprintf("\x1b[%s;%d~", strings.TrimSuffix(end, "~"), held)
	}
	return fmt.Sprintf("\x1b[1;%d%s", held, end)
}

// TestKeysAreNamedAsTerminalsSendThem decodes what terminals send for the keys of each
// preset, and holds that none of an operation's keys must be one that only few send.
func TestKeysAreNamedAsTerminalsSendThem(t *testing.T) {
	t.Parallel()
	var decoder uv.EventDecoder
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, where := range keys.Everywhere.Each() {
			for _, op := range b.At(where) {
				all, common := b.Keys(op, where), false
				for _, written := range all {
					everywhere := true
					for _, key := range strings.Fields(written) {
						bytes := classic(key)
						if bytes == "" && key != "<n>" && key != "<letter>" {
							everywhere = false
							continue
						}
						if _, event := decoder.Decode([]byte(bytes)); bytes != "" && fmt.Sprint(event) != key {
							t.Errorf("%s: %q is sent as %q, which is named %q", preset, key, bytes, fmt.Sprint(event))
						}
					}
					common = common || everywhere
				}
				if len(all) > 0 && !common {
					t.Errorf("%s, %s: %s has %q alone, which not all terminals send", preset, where, op, all)
				}
			}
		}
	}
}

// TestRareKeys binds keys that only the newer protocols tell apart.
func TestRareKeys(t *testing.T) {
	t.Parallel()
	var decoder uv.EventDecoder
	for bytes, written := range map[string]string{
		"\x1b[105;5u":   "C-i",
		"\x1b[13;5u":    "ctrl+enter",
		"\x1b[127;5u":   "ctrl+backspace",
		"\x1b[32;5u":    "ctrl-space",
		"\x1b[120;6u":   "ctrl+shift+x",
		"\x1b[120;9u":   "super+x",
		"\x1bX":         "alt+X",
		"\x1b[120;4u":   "M-X",
		"\x1b[57376;1u": "f13",
	} {
		_, event := decoder.Decode([]byte(bytes))
		b := made(t, "", map[string][]string{"list.star": {written}})
		if op := b.Op(keys.InList, fmt.Sprint(event)); op != keys.Star || !strings.ContainsFunc(fmt.Sprint(event), unicode.IsLetter) {
			t.Errorf("%s is bound, and %q comes", written, fmt.Sprint(event))
		}
	}
}
