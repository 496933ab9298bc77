package keys

import "fmt"

// Presets names the sets of keys that a reader may begin with: lede's own, and those
// that feel like other programs.
var Presets = [...]string{"default", "vim", "less", "newsboat"}

// change gives an operation other keys than the default has for it: in all places
// where it is at hand, or in some.
type change struct {
	op    Op
	scope Scope
	keys  []string
}

func (c change) where() Scope {
	if c.scope == Nowhere {
		return c.op.Scope()
	}
	return c.scope
}

func presetOf(name string) ([]change, error) {
	switch name {
	case "", "default":
		return nil, nil
	case "vim":
		return vim, nil
	case "less":
		return less, nil
	case "newsboat":
		return newsboat, nil
	}
	return nil, &Error{"", fmt.Sprintf("there is no preset called %q%s", short(name), meant(name, Presets[:]))}
}
