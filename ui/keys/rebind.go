package keys

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lede/articles/nearest"
)

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
	{"feeds", InFeeds},
	{"article", InArticle},
	{"panel", InPanel},
	{"prompt", InTyping},
	{"menu", InMenu | InChoice},
	{"help", InHelp},
}

// mostBound is how many keys an operation may have.
const mostBound = 16

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
	type bound struct {
		op    Op
		where Scope
	}
	from, seen := len(b.all), make(map[bound]string)
	for _, name := range names {
		op, where, err := place(name)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		if was := seen[bound{op, where}]; was != "" {
			wrong = append(wrong, &Error{name, "it is another name of " + was + ", which is bound as well"})
			continue
		}
		seen[bound{op, where}] = name
		wrong = append(wrong, b.own(from, name, op, where, own[name])...)
	}
	for _, one := range b.all[from:] {
		b.take(b.all[:from], one)
	}
	wrong = append(wrong, conflicts(b.all[from:], digits(b.all[:from]))...)
	if len(wrong) == 0 {
		wrong = b.shut(names)
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
		case op.Arg().Name == "LETTER" && keys[len(keys)-1] != anyLetter:
			fail(fmt.Sprintf("it needs a letter behind %s: write %q", one, w+" "+anyLetter))
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

// conflicts tells which of a reader's bindings want the same. Where digits are keys of
// the preset, no number is at hand that another digit could take away.
func conflicts(own []binding, digits Scope) (wrong []error) {
	for i, x := range own {
		for _, y := range own[:i] {
			both := x.scope & y.scope
			number := x.counted && y.digit() || y.counted && x.digit()
			if number {
				both &^= digits
			}
			if both == 0 || x.op == y.op || !number && !clash(x, y) {
				continue
			}
			problem := fmt.Sprintf("%s is bound to %s as well, in %s", x.written(), y.own, both)
			if number || len(x.keys) != len(y.keys) {
				why := "one is the beginning of the other"
				if number {
					why = "a digit is a key there, or begins a number"
				}
				problem = fmt.Sprintf("%s cannot be told from %s, which is bound to %s, in %s: %s", x.written(), y.written(), y.own, both, why)
			}
			wrong = append(wrong, &Error{x.own, problem})
		}
	}
	return wrong
}

// written is a binding as a reader writes it: messages elsewhere show a number instead
// of what stands for any.
func (one binding) written() string {
	if !one.counted {
		return one.String()
	}
	one.counted = false
	return anyNumber + " " + one.String()
}

// shut tells the places that nothing would lead out of, at the name of a reader's that
// has to do with it.
func (b *Bindings) shut(names []string) (wrong []error) {
	name := names[len(names)-1]
	for _, n := range names {
		if op, _, err := place(n); err == nil && (op == Out || op == Cancel) {
			name = n
		}
	}
	for _, s := range Everywhere.Each() {
		if b.Name(Out, s) == "" && b.Name(Cancel, s) == "" && s != InList {
			wrong = append(wrong, &Error{name, fmt.Sprintf("nothing would lead out of %s: bind cancel there", s)})
		}
	}
	return wrong
}

// place is the operation and the place that a name in a configuration is about.
func place(name string) (Op, Scope, error) {
	where, rest := Everywhere, name
	if before, after, ok := strings.Cut(name, "."); ok && before != "" {
		var places []string
		where = Nowhere
		for _, p := range Places {
			if p.Name == before {
				where = p.Scope
			}
			places = append(places, p.Name)
		}
		if where == Nowhere {
			hint := cmp.Or(meant(before, places), ": the places are "+strings.Join(places, ", "))
			return None, Nowhere, &Error{name, fmt.Sprintf("there is no place called %q%s", short(before), hint)}
		}
		rest = after
	}
	op, err := Find(rest)
	if err != nil {
		return None, Nowhere, &Error{name, err.Error() + unnamed(rest)}
	}
	at := op.Scope() & where
	if at == Nowhere {
		return None, Nowhere, &Error{name, fmt.Sprintf("it is not at hand there, but in %s", op.Scope())}
	}
	return op, at, nil
}

// unnamed says more of a name that is near to none of an operation: what it is, or
// where the names are found.
func unnamed(name string) string {
	for _, p := range Places {
		if p.Name == name {
			return fmt.Sprintf(": it is a place, and stands before one, as in %q", name+"."+Help.String())
		}
	}
	if nearest.First(name, names()) != "" {
		return "" // that is told
	}
	if near := meant(name, []string{"preset"}); near != "" {
		return near
	}
	return ": lede config init lists the names"
}

// Operations lists what can be bound in a configuration: the names of all operations,
// and those with a place before them.
func Operations() []string {
	var names []string
	for _, op := range All() {
		names = append(names, op.String())
		for _, p := range Places {
			if at := op.Scope() & p.Scope; at != Nowhere && at != op.Scope() {
				names = append(names, p.Name+"."+op.String())
			}
		}
	}
	return names
}

// Check says all that is wrong with a reader's bindings, by the operation as it was
// written; what is wrong with the preset stands at "". It is empty when nothing is.
func Check(preset string, own map[string][]string) map[string][]string {
	wrong := make(map[string][]string)
	_, err := New(preset, own)
	all := []error{err}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		all = several.Unwrap()
	}
	for _, err := range all {
		if one := (*Error)(nil); errors.As(err, &one) {
			wrong[one.Operation] = append(wrong[one.Operation], one.Problem)
		}
	}
	return wrong
}
