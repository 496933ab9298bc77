package keys

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/nearest"
)

// What stands in a sequence of keys for any of a kind.
const (
	anyNumber = "<n>"      // at the beginning: digits
	anyLetter = "<letter>" // at the end: a letter from a to Z
)

// mostKeys is how many keys a sequence may have, besides a number.
const mostKeys = 4

// pattern reads keys as they are written in a configuration: one, or several with
// blanks between them. A number before them is told apart.
func pattern(written string) (keys []string, counted bool, err error) {
	parts := strings.Fields(written)
	if len(parts) > 1 && strings.ToLower(parts[0]) == anyNumber {
		parts, counted = parts[1:], true
	}
	switch {
	case len(parts) == 0:
		return nil, false, errors.New("there is no key in it")
	case strings.ToLower(parts[0]) == anyNumber:
		return nil, false, fmt.Errorf("%s stands before a key, as in %q", anyNumber, anyNumber+" G")
	case strings.ToLower(parts[0]) == anyLetter:
		return nil, false, fmt.Errorf("%s stands behind a key, as in %q", anyLetter, "m "+anyLetter)
	case len(parts) > mostKeys:
		return nil, false, fmt.Errorf("%q is too long: a sequence has %d keys at most", short(written), mostKeys)
	}
	for i, part := range parts {
		last := i == len(parts)-1
		if strings.ToLower(part) == anyLetter && last && i > 0 {
			keys = append(keys, anyLetter)
			continue
		}
		key, err := parse(part)
		switch {
		case strings.ToLower(part) == anyLetter:
			return nil, false, fmt.Errorf("%s stands last, as in %q", anyLetter, "m "+anyLetter)
		case strings.ToLower(part) == anyNumber:
			return nil, false, fmt.Errorf("%s stands first, as in %q", anyNumber, anyNumber+" G")
		case err != nil:
			return nil, false, err
		case key == "esc" && len(parts) > 1:
			return nil, false, errors.New("esc ends a sequence and cannot be part of one")
		}
		keys = append(keys, key)
	}
	return keys, counted, nil
}

// named lists the keys that have names, as Bubble Tea names them.
var named = []string{
	"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	"insert", "delete", "begin", "find", "select", "menu", "pause", "printscreen",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
	"f13", "f14", "f15", "f16", "f17", "f18", "f19", "f20", "f21", "f22", "f23", "f24",
}

// alsoNamed is the name of a key that other programs call otherwise.
func alsoNamed(name string) string {
	switch name {
	case "return", "cr", "ret":
		return "enter"
	case "escape":
		return "esc"
	case "bs", "bspace":
		return "backspace"
	case "del", "dc":
		return "delete"
	case "ins", "ic":
		return "insert"
	case "spc":
		return "space"
	case "pageup", "page-up", "ppage":
		return "pgup"
	case "pagedown", "page-down", "pgdn", "npage":
		return "pgdown"
	case "lt":
		return "<"
	}
	return name
}

// The modifiers, in the order in which Bubble Tea names them.
var modifiers = [...]string{"ctrl", "alt", "shift", "meta", "hyper", "super"}

func modifier(name string) int {
	switch strings.ToLower(name) {
	case "c", "control":
		name = "ctrl"
	case "a", "m", "option":
		name = "alt"
	case "s":
		name = "shift"
	case "d", "cmd", "win":
		name = "super"
	}
	return slices.Index(modifiers[:], strings.ToLower(name))
}

// parse is the name that Bubble Tea has for a key: of ctrl-o, C-o, ^o and <c-o> it
// is ctrl+o.
func parse(written string) (string, error) {
	rest := written
	if n := len(rest); n > 2 && rest[0] == '<' && rest[n-1] == '>' {
		rest = rest[1 : n-1]
	}
	var held [len(modifiers)]bool
	if n := len(rest); n == 2 && rest[0] == '^' {
		held[0], rest = true, rest[1:]
	}
	for {
		at := strings.IndexAny(rest, "+-")
		if at < 1 || at == len(rest)-1 {
			break
		}
		which := modifier(rest[:at])
		if which < 0 {
			break
		}
		held[which], rest = true, rest[at+1:]
	}
	key, err := plain(rest, &held)
	if err != nil {
		return "", fmt.Errorf("%q is no key%s", short(written), hintFor(written, rest))
	}
	for i := len(held) - 1; i >= 0; i-- {
		if held[i] {
			key = modifiers[i] + "+" + key
		}
	}
	return key, nil
}

var errNoKey = errors.New("no key")

// plain is a key without what is held with it; what it says of that, as a capital
// letter does, is moved there and back.
func plain(name string, held *[len(modifiers)]bool) (string, error) {
	r, size := utf8.DecodeRuneInString(name)
	if size == len(name) && size > 0 {
		const ctrl, alt, shift = 0, 1, 2
		others := held[ctrl] || held[alt] || held[3] || held[4] || held[5]
		lower := unicode.ToLower(r)
		switch {
		case r == utf8.RuneError || !unicode.IsPrint(r) || r == ' ':
			return "", errNoKey
		case others && lower != r:
			held[shift] = held[shift] || !held[ctrl] // C-O is C-o everywhere
			r = lower
		case !others && held[shift] && lower == unicode.ToUpper(r):
			return "", errNoKey // it is another sign, and nobody knows which
		case !others && held[shift]:
			r, held[shift] = unicode.ToUpper(r), false
		}
		return string(r), nil
	}
	name = alsoNamed(strings.ToLower(name))
	if name == "<" || slices.Contains(named, name) {
		return name, nil
	}
	return "", errNoKey
}

// hintFor says what may have been meant by what is no key.
func hintFor(written, rest string) string {
	if modifier(strings.TrimRight(rest, "+-")) >= 0 {
		return ": it is held with another key, as in ctrl+o"
	}
	if near := nearest.First(rest, named); near != "" {
		return ": did you mean " + strings.TrimSuffix(written, rest) + near + "?"
	}
	if before, after, ok := strings.Cut(written, "+"); ok && after != "" {
		if near := nearest.First(before, modifiers[:]); near != "" {
			return ": did you mean " + near + "+" + short(after) + "?"
		}
	}
	if r := []rune(written); 1 < len(r) && len(r) <= mostKeys {
		return ": a sequence is written with blanks, as in \"" + strings.Join(strings.Split(written, ""), " ") + "\""
	}
	return ": write it as in ctrl+o, shift+tab, space, f5"
}

// isText reports whether a key is text in a place, and none that can be bound there.
func isText(s Scope, key string) bool {
	switch {
	case s&InTyping != 0:
		return key == "space" || isSign(key)
	case s&InHints != 0:
		return len(key) == 1 && 'a' <= key[0] && key[0] <= 'z'
	case s&InHelp != 0: // a word begins what is looked for, whatever its letters do elsewhere
		r, _ := utf8.DecodeRuneInString(key)
		return isSign(key) && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	return false
}

// isSign reports whether a key is named by what it types.
func isSign(key string) bool {
	r, size := utf8.DecodeRuneInString(key)
	return size > 0 && size == len(key) && unicode.IsPrint(r)
}

// isLetter reports whether a key names a mark.
func isLetter(key string) bool {
	return len(key) == 1 && ('a' <= key[0] && key[0] <= 'z' || 'A' <= key[0] && key[0] <= 'Z')
}
