package keys

import (
	"errors"
	"slices"
	"strings"
)

// Bindings says which keys do what, and where.
type Bindings struct {
	all   []binding
	taken []Taken
	// counts is where digits are a number before what comes: where none is bound alone.
	counts Scope
}

// binding is one key, or one sequence, of an operation.
type binding struct {
	op      Op
	scope   Scope
	keys    []string
	counted bool   // a number comes before it
	own     string // as the reader wrote the operation; empty in a preset
}

// Taken is a key that a reader's binding took from another operation.
type Taken struct {
	Key      string // as messages name it
	From, By Op
	Scope    Scope // where
}

// New makes the bindings of a preset ("" is "default"), with those of a reader: the
// names of operations and their keys. What a reader binds takes a key away from what
// has it in the same place by the preset. The error joins an [*Error] for each thing
// that is wrong.
func New(preset string, own map[string][]string) (*Bindings, error) {
	changes, err := presetOf(preset)
	if err != nil {
		return nil, err
	}
	b := &Bindings{all: make([]binding, 0, 512)}
	for _, part := range tables() {
		for i := range part {
			for _, written := range part[i].keys {
				b.add(binding{op: part[i].op, scope: part[i].scope}, written)
			}
		}
	}
	b.change(changes)
	if len(own) > 0 {
		if err := b.bind(own); err != nil {
			return nil, err
		}
	}
	b.order()
	if err := b.count(); err != nil {
		return nil, err
	}
	return b, nil
}

// add puts in a key of the tables.
func (b *Bindings) add(one binding, written string) {
	one.keys = []string{written}
	if strings.Contains(written, " ") {
		one.keys = strings.Fields(written)
	}
	if one.keys[0] == anyNumber {
		one.keys, one.counted = one.keys[1:], true
	}
	if one.scope = bindable(one.scope, one.keys[0]); one.scope != Nowhere {
		b.all = append(b.all, one)
	}
}

// bindable is where a key is not text.
func bindable(s Scope, key string) Scope {
	for _, typing := range [...]Scope{InTyping, InHints, InHelp} {
		if s&typing != 0 && isText(typing, key) {
			s &^= typing
		}
	}
	return s
}

// change makes a preset of the default.
func (b *Bindings) change(changes []change) {
	for _, c := range changes {
		b.unbind(c.op, c.where())
	}
	from := len(b.all)
	for _, c := range changes {
		for _, written := range c.keys {
			b.add(binding{op: c.op, scope: c.where()}, written)
		}
	}
	for _, one := range b.all[from:] {
		b.take(b.all[:from], one)
	}
}

// unbind takes its keys away from an operation, but for those that are always there.
func (b *Bindings) unbind(op Op, where Scope) {
	for i := range b.all {
		if one := &b.all[i]; one.op == op && !one.fixed() {
			one.scope &^= where
		}
	}
}

// take takes away from some bindings what another one wants.
func (b *Bindings) take(from []binding, by binding) {
	for i := range from {
		one := &from[i]
		if both := one.scope & by.scope; both != 0 && one.op != by.op && clash(*one, by) {
			one.scope &^= both
			if by.own != "" {
				b.taken = append(b.taken, Taken{one.String(), one.op, by.op, both})
			}
		}
	}
}

// clash reports whether one of two bindings would keep the other from its turn: they
// are the same, or one is the beginning of the other.
func clash(x, y binding) bool {
	if len(x.keys) > len(y.keys) {
		x, y = y, x
	}
	last := len(x.keys) - 1
	if x.counted != y.counted || !slices.Equal(x.keys[:last], y.keys[:last]) {
		return false
	}
	letters := x.keys[last] == anyLetter && isLetter(y.keys[last]) && len(y.keys) > len(x.keys)
	return letters || x.keys[last] == y.keys[last]
}

// fixed reports whether nothing takes the key of a binding away.
func (one binding) fixed() bool {
	return one.always() != ""
}

// always is the key in it that always does the same; empty when there is none.
func (one binding) always() string {
	for _, key := range one.keys {
		if key == alwaysQuits || key == alwaysHelps {
			return key
		}
	}
	return ""
}

// order puts the keys that are always there behind those that may be chosen.
func (b *Bindings) order() {
	var last []binding
	b.all = slices.DeleteFunc(b.all, func(one binding) bool {
		if one.fixed() {
			last = append(last, one)
		}
		return one.fixed()
	})
	b.all = append(b.all, last...)
}

// count finds where digits are numbers; elsewhere what needs a number is not at hand.
// The error tells what of a reader's is at hand nowhere then.
func (b *Bindings) count() error {
	b.counts = Everywhere &^ (InTyping | InHints | InHelp | InChoice) &^ digits(b.all)
	var lost []error
	for i := range b.all {
		one := &b.all[i]
		if !one.counted {
			continue
		}
		if one.scope &= b.counts; one.scope == Nowhere && one.own != "" {
			lost = append(lost, &Error{one.own, "digits are keys there, so that no number can stand before one"})
		}
	}
	b.all = slices.DeleteFunc(b.all, func(one binding) bool { return one.scope == Nowhere })
	return errors.Join(lost...)
}

// digits is where some bindings make a digit a key that else begins a number.
func digits(of []binding) (where Scope) {
	for _, one := range of {
		if one.digit() {
			where |= one.scope
		}
	}
	return where
}

// digit reports whether a digit that can begin a number is the first key.
func (one binding) digit() bool { return !one.counted && isDigit(one.keys[0]) && one.keys[0] != "0" }

// Taken lists the keys that the reader's bindings took from other operations.
func (b *Bindings) Taken() []Taken { return b.taken }
