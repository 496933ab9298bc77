package keys

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind says what a key was.
type Kind int

// The kinds of what a key was.
const (
	Unbound Kind = iota // nothing is bound to it
	Found               // it does something
	Pending             // it is the beginning of something
	Dropped             // it ended what was begun, and did no more
	Text                // it is text for the line or the labels that are typed
)

// Result is what came of a key.
type Result struct {
	Kind   Kind
	Op     Op     // when something was found
	Count  int    // the number before it; for [Number] which one
	Counts bool   // a number was typed, which may be 0
	Letter byte   // of a mark, from a to Z; else 0
	Typed  string // what is pending, as a footer shows it: "10", "g", "m"
	Keys   string // the sequence that nothing is bound to, when it is more than a key
	// Near is an operation that may have been meant when nothing is bound: it has the key
	// in another set of keys, or else its name begins with the letter. None when there is none.
	Near Op
}

// Matcher reads keys one after the other. It keeps what is begun: a number, and keys
// of a sequence; it has no clock, so these wait for the next key however long it takes.
type Matcher struct {
	bindings *Bindings
	scope    Scope
	count    int
	counts   bool // a number is begun
	keys     []string
}

// NewMatcher returns a matcher of some bindings.
func NewMatcher(b *Bindings) *Matcher { return &Matcher{bindings: b} }

// mostCount is the highest number that a count can be; more digits change nothing.
const mostCount = 999_999

// Drop forgets what is begun, as when a click or another screen comes between.
func (m *Matcher) Drop() { m.count, m.counts, m.keys = 0, false, m.keys[:0] }

// Command is what was found, as a screen is told it.
func (r Result) Command() Command {
	return Command{Op: r.Op, Count: r.Count, Counts: r.Counts, Letter: r.Letter}
}

// Typed is what is begun, as a footer shows it; empty when nothing is.
func (m *Matcher) Typed() string {
	number := ""
	if m.counts {
		number = strconv.Itoa(m.count)
	}
	if len(m.keys) == 0 {
		return number
	}
	return number + binding{keys: m.keys}.String()
}

// Press takes a key in, as Bubble Tea names it, in a single place. In another place
// than before, what was begun is forgotten.
func (m *Matcher) Press(where Scope, key string) Result {
	if where != m.scope {
		m.Drop()
		m.scope = where
	}
	begun := slices.Clone(m.keys)
	if r, ok := m.step(key); ok {
		return r
	}
	m.Drop()
	switch {
	case len(begun) > 0 && utf8.RuneCountInString(key) == 1:
		return Result{Kind: Unbound, Keys: binding{keys: append(begun, key)}.String()} // the key alone may do what nobody asked for
	case len(begun) > 0:
		return m.Press(where, key)
	}
	if where&InTyping != 0 || isText(where, key) || where&(InHelp|InChoice) != 0 && isSign(key) {
		return Result{Kind: Text} // in the help, the beginning of what is looked for; in a menu, a choice
	}
	return Result{Kind: Unbound, Near: m.bindings.near(where, key)}
}

// step goes on with what is begun; false when the key does not.
func (m *Matcher) step(key string) (Result, bool) {
	if key == "esc" && m.Typed() != "" {
		m.Drop()
		return Result{Kind: Dropped}, true
	}
	if len(m.keys) == 0 && m.digit(key) {
		return Result{Kind: Pending, Typed: m.Typed()}, true
	}
	keys := append(slices.Clone(m.keys), key)
	found := m.bindings.look(m.scope, m.counts, keys)
	if found.op == None && !found.more {
		// Without its number, or with one that means nothing to it.
		found = m.bindings.look(m.scope, !m.counts, keys)
	}
	switch {
	case found.op != None:
		r := Result{Kind: Found, Op: found.op, Count: m.count, Counts: m.counts}
		if found.letter {
			r.Letter = key[0]
		}
		if found.op == Number && !m.counts && isDigit(key) {
			r.Count = int(key[0] - '0')
		}
		m.Drop()
		return r, true
	case found.more:
		m.keys = keys
		return Result{Kind: Pending, Typed: m.Typed()}, true
	}
	return Result{}, false
}

// digit takes in a digit of a count.
func (m *Matcher) digit(key string) bool {
	if !isDigit(key) || m.bindings.counts&m.scope == 0 || key == "0" && !m.counts && m.bindings.Begins(m.scope, key) {
		return false
	}
	m.counts = true
	if next := 10*m.count + int(key[0]-'0'); next <= mostCount {
		m.count = next
	}
	return true
}

func isDigit(key string) bool { return len(key) == 1 && '0' <= key[0] && key[0] <= '9' }

// found is what some keys are.
type found struct {
	op     Op
	letter bool // the last key is the letter that it takes
	more   bool // they are the beginning of more
}

// look finds what is bound to keys.
func (b *Bindings) look(where Scope, counted bool, keys []string) (f found) {
	n := len(keys)
	for i := range b.all {
		one := &b.all[i]
		if one.scope&where == 0 || one.counted != counted || len(one.keys) < n || !slices.Equal(one.keys[:n-1], keys[:n-1]) {
			continue
		}
		last := one.keys[n-1]
		switch {
		case last == keys[n-1] && len(one.keys) == n:
			return found{op: one.op}
		case last == keys[n-1]:
			f.more = true
		case last == anyLetter && isLetter(keys[n-1]):
			f.op, f.letter = one.op, true // unless the very key is bound
		}
	}
	return f
}

// Op is what a key does alone in a place, whatever is begun there; None when it does
// nothing, or is the beginning of something.
func (b *Bindings) Op(where Scope, key string) Op { return b.look(where, false, []string{key}).op }

// Begins reports whether a key does something in a place, or is the beginning of
// what does.
func (b *Bindings) Begins(where Scope, key string) bool {
	keys := []string{key}
	return b.look(where, false, keys) != found{} || b.look(where, true, keys) != found{}
}

// near is an operation that may have been meant by a key which nothing is bound to: what
// the key does there in lede's own keys or in another preset, or what its letter stands
// for. None is better than one that is far.
func (b *Bindings) near(where Scope, key string) Op {
	if !isLetter(key) {
		return None
	}
	has := func(op Op) bool { return b.Name(op, where) != "" }
	for _, r := range rows(func(r *operation) bool { return r.scope&where != 0 && slices.Contains(r.keys, key) }) {
		if has(r.op) {
			return r.op
		}
	}
	for _, preset := range Presets {
		changes, _ := presetOf(preset) // there is one
		for _, c := range changes {
			if c.op.Group() != Moving && c.where()&where != 0 && slices.Contains(c.keys, key) && has(c.op) {
				return c.op
			}
		}
	}
	named := None
	for _, op := range b.At(where) {
		switch {
		case op.Group() == Moving || op.Group() == Program || !has(op) || !strings.HasPrefix(op.String(), strings.ToLower(key)):
		case named != None && !strings.HasPrefix(op.String(), named.String()):
			return None // it stands for either
		case named == None:
			named = op
		}
	}
	return named
}
