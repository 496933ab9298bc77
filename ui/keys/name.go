package keys

import (
	"slices"
	"strings"
)

// Name is the first key of an operation in a place, as messages show it: "Enter",
// "ctrl-p", "gg", "↓". It is empty when none is bound there.
func (b *Bindings) Name(op Op, where Scope) string {
	for i := range b.all {
		if one := &b.all[i]; one.op == op && one.scope&where != 0 {
			return one.String()
		}
	}
	return ""
}

// Said is how a sentence names what does an operation in a place: its first key, or
// the line of the palette where it has none.
func (b *Bindings) Said(op Op, where Scope) string {
	if name := b.Name(op, where); name != "" {
		return name
	}
	return ":" + op.String()
}

// Names are all the keys of an operation in a place, as messages show them. The
// digits from 1 to 9 are one: "1–9".
func (b *Bindings) Names(op Op, where Scope) []string {
	var names []string
	for i := range b.all {
		if one := &b.all[i]; one.op == op && one.scope&where != 0 {
			if name := one.String(); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if at := slices.Index(names, "1"); at >= 0 && at+9 <= len(names) && strings.Join(names[at:at+9], "") == "123456789" {
		names = slices.Replace(names, at, at+9, "1–9")
	}
	return names
}

// Keys are the keys of an operation in a place as Bubble Tea names them, those of
// a sequence with blanks between them.
func (b *Bindings) Keys(op Op, where Scope) []string {
	var keys []string
	for _, one := range b.all {
		if one.op == op && one.scope&where != 0 {
			written := strings.Join(one.keys, " ")
			if one.counted {
				written = anyNumber + " " + written
			}
			keys = append(keys, written)
		}
	}
	return keys
}

// String is the binding as messages show it, with an example of a number and of a
// letter where it takes them: "12G", "ma".
func (one binding) String() string {
	parts := make([]string, 0, mostKeys+1)
	if one.counted {
		parts = append(parts, "12")
	}
	sep := ""
	for _, key := range one.keys {
		name := show(key)
		if key == anyLetter {
			name = "a"
		}
		if !isSign(name) {
			sep = " "
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, sep)
}

// show is how a key is written in a message.
func show(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	}
	for _, held := range modifiers {
		if rest, ok := strings.CutPrefix(key, held+"+"); ok {
			if held == "shift" {
				held = "S"
			}
			return held + "-" + show(rest)
		}
	}
	if slices.Contains(named, key) {
		return strings.ToUpper(key[:1]) + key[1:]
	}
	return key
}
