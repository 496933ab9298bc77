package keys

import (
	"errors"
	"fmt"
	"maps"
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

// Error is what is wrong with a binding of a reader.
type Error struct {
	Operation string // as it was written; empty when it is about the preset
	Problem   string
}

func (e *Error) Error() string {
	if e.Operation == "" {
		return e.Problem
	}
	return short(e.Operation) + ": " + e.Problem
}

// Places are the names that may stand before an operation in a configuration, with a
// dot between them, for keys that count there alone: "article.next-unread".
var Places = []struct {
	Name  string
	Scope Scope
}{
	{"list", InList},
	{"article", InArticle},
	{"panel", InPanel},
	{"prompt", InTyping},
	{"menu", InMenu},
	{"help", InHelp},
}

// mostBound is how many keys an operation may have.
const mostBound = 16

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
	b.count()
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
	for _, typing := range [...]Scope{InTyping, InHints} {
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

// bind puts in what a reader binds: what is bound in one place after what is bound
// in all.
func (b *Bindings) bind(own map[string][]string) error {
	var wrong []error
	names := slices.SortedFunc(maps.Keys(own), func(x, y string) int {
		if d := strings.Count(x, ".") - strings.Count(y, "."); d != 0 {
			return d
		}
		return strings.Compare(x, y)
	})
	from := len(b.all)
	for _, name := range names {
		op, where, err := place(name)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		wrong = append(wrong, b.own(from, name, op, where, own[name])...)
	}
	for _, one := range b.all[from:] {
		b.take(b.all[:from], one)
	}
	wrong = append(wrong, b.conflicts(b.all[from:])...)
	if len(wrong) == 0 {
		wrong = b.shut()
	}
	return errors.Join(wrong...)
}

// own gives an operation the keys that a reader wrote for it.
func (b *Bindings) own(from int, name string, op Op, where Scope, written []string) (wrong []error) {
	fail := func(problem string) { wrong = append(wrong, &Error{name, problem}) }
	if len(written) > mostBound {
		fail(fmt.Sprintf("%d keys are too many: %d at most", len(written), mostBound))
		return wrong
	}
	b.unbind(op, where)
	for _, w := range written {
		keys, counted, err := pattern(w)
		if err != nil {
			fail(err.Error())
			continue
		}
		one := binding{op: op, scope: bindable(where, keys[0]), keys: keys, counted: counted, own: name}
		same := func(other binding) bool { return other.op == op && other.own == name && clash(other, one) }
		switch {
		case one.fixed() && len(keys) == 1 && !counted && (op == QuitNow && keys[0] == alwaysQuits || op == Help && keys[0] == alwaysHelps):
			// it is there
		case one.fixed():
			fail(fmt.Sprintf("%s cannot be bound: %s always %s", one, show(one.always()), whatAlways(one.always())))
		case one.scope == Nowhere:
			fail(fmt.Sprintf("%s is text there", one))
		case slices.ContainsFunc(b.all[from:], same):
			fail(fmt.Sprintf("%s is there twice, or is the beginning of another of its keys", one))
		default:
			b.all = append(b.all, one)
		}
	}
	return wrong
}

// whatAlways says what a key does that cannot be bound.
func whatAlways(key string) string {
	if key == alwaysHelps {
		return "shows the help"
	}
	return "quits"
}

// conflicts tells which of a reader's bindings want the same.
func (b *Bindings) conflicts(own []binding) (wrong []error) {
	for i, x := range own {
		for _, y := range own[:i] {
			both := x.scope & y.scope
			if both == 0 || x.op == y.op || !clash(x, y) {
				continue
			}
			problem := fmt.Sprintf("%s is bound to %s as well, in %s", x, y.own, both)
			if len(x.keys) != len(y.keys) {
				problem = fmt.Sprintf("%s cannot be told from %s, which is bound to %s, in %s: one is the beginning of the other", x, y, y.own, both)
			}
			wrong = append(wrong, &Error{x.own, problem})
		}
	}
	return wrong
}

// shut tells the places that nothing would lead out of.
func (b *Bindings) shut() (wrong []error) {
	for _, s := range Everywhere.Each() {
		if b.Name(Out, s) == "" && b.Name(Cancel, s) == "" && s != InList {
			wrong = append(wrong, &Error{Cancel.String(), fmt.Sprintf("nothing would lead out of %s: bind out or cancel there", s)})
		}
	}
	return wrong
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
func (b *Bindings) count() {
	b.counts = Everywhere &^ (InTyping | InHints)
	for _, one := range b.all {
		if !one.counted && len(one.keys[0]) == 1 && '1' <= one.keys[0][0] && one.keys[0][0] <= '9' {
			b.counts &^= one.scope
		}
	}
	for i := range b.all {
		if b.all[i].counted {
			b.all[i].scope &= b.counts
		}
	}
	b.all = slices.DeleteFunc(b.all, func(one binding) bool { return one.scope == Nowhere })
}

// place is the operation and the place that a name in a configuration is about.
func place(name string) (Op, Scope, error) {
	where, rest := Everywhere, name
	if before, after, ok := strings.Cut(name, "."); ok {
		var places []string
		where = Nowhere
		for _, p := range Places {
			if p.Name == before {
				where = p.Scope
			}
			places = append(places, p.Name)
		}
		if where == Nowhere {
			return None, Nowhere, &Error{name, fmt.Sprintf("there is no place called %q%s", short(before), meant(before, places))}
		}
		rest = after
	}
	op, err := Find(rest)
	if err != nil {
		return None, Nowhere, &Error{name, err.Error()}
	}
	at := op.Scope() & where
	if at == Nowhere {
		return None, Nowhere, &Error{name, fmt.Sprintf("it is not at hand there, but in %s", op.Scope())}
	}
	return op, at, nil
}

// Taken lists the keys that the reader's bindings took from other operations.
func (b *Bindings) Taken() []Taken { return b.taken }
