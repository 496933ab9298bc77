package query

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"lede/articles/nearest"
)

// node is what a field with its value asks for; nil for an order. It is not ok for a value
// that the field does not take.
func (t term) node() (n Node, ok bool) {
	name, value := t.field.Name, t.text
	switch t.field.kind {
	case takesState, takesPart, takesOrder:
		value = strings.ToLower(value)
		if !slices.Contains(t.field.Values, value) {
			return nil, false
		}
		switch t.field.kind {
		case takesState:
			n = Is(value)
		case takesPart:
			n = Has(value)
		}
		return n, true
	case takesName:
		value = strings.TrimSpace(value)
		return Named{Field(name), value, t.star}, value != ""
	case takesNumber:
		return numbered(Quantity(name), value)
	case takesTime:
		return timed(name, value)
	}
	return nil, false // words without any
}

// compares are the signs that compare, the longest first.
var compares = [...]struct {
	sign    string
	compare Compare
}{{">=", AtLeast}, {"<=", AtMost}, {"≥", AtLeast}, {"≤", AtMost}, {">", More}, {"<", Less}, {"=", Equal}}

func compared(value string) (Compare, string) {
	for _, c := range compares {
		if rest, ok := strings.CutPrefix(value, c.sign); ok {
			return c.compare, rest
		}
	}
	return Equal, value
}

func numbered(q Quantity, value string) (Node, bool) {
	compare, value := compared(value)
	times := 1.0
	switch number, unit := parted(value); {
	case unit == "":
	case q != Minutes && strings.EqualFold(unit, "k"):
		value, times = number, 1000
	case q == Minutes && (unit == "m" || unit == "min"):
		value = number
	case q == Minutes && unit == "h":
		value, times = number, 60
	}
	whole, fraction, _ := strings.Cut(value, ".")
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for i, group := range groups {
			if len(group) != 3 && (i > 0 || len(group) > 3) {
				return nil, false
			}
		}
		whole = strings.Join(groups, "")
	}
	_, ok1 := digits(whole, 9)
	_, ok2 := digits(cmp.Or(fraction, "0"), 9)
	n, err := strconv.ParseFloat(cmp.Or(whole, "0")+"."+cmp.Or(fraction, "0"), 64)
	n *= times
	if !ok1 || !ok2 || err != nil || math.Abs(n-math.Round(n)) > 1e-6 || n > math.MaxInt32 {
		return nil, false
	}
	return Number{q, compare, int(math.Round(n))}, true
}

// parted parts a number from the unit behind it.
func parted(value string) (number, unit string) {
	number = strings.TrimRightFunc(value, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' })
	return number, value[len(number):]
}

func timed(name, value string) (Node, bool) {
	t := Time{Event: Event(name)}
	switch name {
	case "after":
		t.Event, t.Compare = Published, AtLeast
	case "before":
		t.Event, t.Compare = Published, Less
	default:
		t.Compare, value = compared(value)
	}
	var ok bool
	if t.When, ok = parseWhen(value); t.When.isAge() {
		// The less time ago, the later: what is after an age, or within it, is younger.
		older := name == "before" || name != "after" && (t.Compare == More || t.Compare == AtLeast)
		if t.Compare = AtMost; older {
			t.Compare = More
		}
	}
	return t, ok
}

// unfinished reports whether more letters at the end may make a value of it.
func (t term) unfinished() bool {
	value := strings.ToLower(t.text)
	if values := t.field.Values; values != nil {
		return slices.ContainsFunc(values, func(v string) bool { return strings.HasPrefix(v, value) })
	}
	_, value = compared(value)
	return value == "" || t.field.kind == takesTime && (strings.Trim(value, "0123456789-/.") == "" ||
		strings.HasPrefix(today, value) || strings.HasPrefix(yesterday, value)) ||
		t.field.kind == takesNumber && strings.HasSuffix(value, ",")
}

// wrong is the mistake of a value that a field does not take.
func (p *parser) wrong(t term) Node {
	typed := p.text[t.from:t.to]
	from := t.value
	if from == t.to {
		from = t.from
	}
	if t.field.Values == nil {
		return p.fail(from, t.to, "%s needs %s, as in %s", typed, cmp.Or(t.field.needs, "a name"), t.field.Example)
	}
	if near := nearest.First(t.text, t.field.Values); near != "" && t.text != "" {
		return p.fail(from, t.to, "%s is not known: did you mean %s:%s?", typed, t.field.Name, near)
	}
	last := len(t.field.Values) - 1
	return p.fail(from, t.to, "%s: takes %s or %s", t.field.Name, strings.Join(t.field.Values[:last], ", "), t.field.Values[last])
}
