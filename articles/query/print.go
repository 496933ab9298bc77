package query

import (
	"strconv"
	"strings"
)

// String is the query as it is typed. What [Parse] makes of it is the query.
func (q Query) String() string {
	var b strings.Builder
	if q.Where != nil {
		write(&b, q.Where, loose)
	}
	if q.Ordered {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString("sort:" + orderWords()[q.Order])
	}
	return b.String()
}

// binding says what stands around a node, and so whether it needs brackets.
type binding int

const (
	loose    binding = iota // nothing, or an "or": a row of terms needs none
	together                // other terms: an "or" needs brackets
	tight                   // a negation: a row of terms needs them too
)

func write(b *strings.Builder, n Node, around binding) {
	switch n := n.(type) {
	case And:
		list(b, n, " ", together, around == tight)
	case Or:
		list(b, n, " or ", loose, around != loose)
	case Not:
		b.WriteByte('-')
		write(b, n.Node, tight)
	case Text:
		b.WriteString(n.typed())
	case Is:
		b.WriteString("is:" + string(n))
	case Has:
		b.WriteString("has:" + string(n))
	case Named:
		b.WriteString(string(n.Field) + ":" + Quote(n.Value) + star(n.Prefix))
	case Number:
		b.WriteString(string(n.Quantity) + ":" + string(n.Compare) + strconv.Itoa(n.N))
	case Time:
		b.WriteString(n.typed())
	}
}

func list(b *strings.Builder, parts []Node, between string, binding binding, brackets bool) {
	if brackets {
		b.WriteByte('(')
	}
	for i, n := range parts {
		if i > 0 {
			b.WriteString(between)
		}
		write(b, n, binding)
	}
	if brackets {
		b.WriteByte(')')
	}
}

func star(prefix bool) string {
	if prefix {
		return "*"
	}
	return ""
}

func (t Text) typed() string {
	words := t.Words
	if t.Phrase || !t.isBare() {
		words = quoted(words)
	}
	if t.Title {
		words = "title:" + words
	}
	return words + star(t.Prefix)
}

// isBare reports whether the words are read as they stand, without quotes.
func (t Text) isBare() bool {
	return isPlain(t.Words) && (t.Title || standsAlone(t.Words))
}

func (t Time) typed() string {
	name, compare := string(t.Event), string(t.Compare)
	switch {
	case t.Event == Published && (t.Compare == AtLeast || t.Compare == AtMost && t.When.isAge()):
		name, compare = "after", ""
	case t.Event == Published && (t.Compare == Less || t.Compare == More && t.When.isAge()):
		name, compare = "before", ""
	case t.Compare == AtMost && t.When.isAge():
		compare = ""
	}
	return name + ":" + compare + t.When.String()
}
