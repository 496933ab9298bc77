package query

import "slices"

// Node is a part of a query: what an article must be to be found. It is one of [And],
// [Or], [Not], [Text], [Is], [Named], [Number], [Time] and [Has].
type Node interface{ node() }

// And is found when all of it is. It has two parts or more, and none is an And.
type And []Node

// Or is found when one of it is. It has two parts or more, and none is an Or.
type Or []Node

// Not is found when its node is not.
type Not struct{ Node Node }

// Text is found in an article that has the words, which follow one another.
type Text struct {
	Words  string // as they were typed
	Phrase bool   // as they stand, in quotes: no other form of a word will do
	Prefix bool   // the last word is the beginning of one
	Begun  bool   // and is only because more of it may be typed
	Title  bool   // in the title alone
}

// Is is what a reader did with an article.
type Is string

// All there is of [Is].
const (
	Unread   Is = "unread"
	Reading  Is = "reading"
	Read     Is = "read"
	Starred  Is = "starred"
	Archived Is = "archived"
	Behind   Is = "behind" // another one, whose row stands for it
)

// Field is what names an article along with others.
type Field string

// The fields with names.
const (
	Tag    Field = "tag"
	Author Field = "author"
	Site   Field = "site"
	Feed   Field = "feed"
	Folder Field = "folder"
	Series Field = "series"
	Copies Field = "copies" // of the article with the ID that is the value
)

// Named is found when the article has the name: see [Named.Match].
type Named struct {
	Field  Field
	Value  string
	Prefix bool // the value is the beginning of a name
}

// Quantity is what can be counted of an article.
type Quantity string

// The quantities.
const (
	Minutes Quantity = "time" // its read time
	Words   Quantity = "words"
	Views   Quantity = "views" // the reader's own
)

// Compare says how a value stands to the one that is asked for.
type Compare string

// The ways to compare.
const (
	Equal   Compare = ""
	Less    Compare = "<"
	AtMost  Compare = "<="
	More    Compare = ">"
	AtLeast Compare = ">="
)

// Number compares a quantity.
type Number struct {
	Quantity Quantity
	Compare  Compare
	N        int
}

// Has is a part of an article's anatomy: see [Features].
type Has string

// What an article can have.
const (
	HasQuote  Has = "quote"
	HasImage  Has = "image"
	HasCode   Has = "code"
	HasTable  Has = "table"
	HasNotes  Has = "notes" // at the foot of the text
	HasLink   Has = "link"
	HasDek    Has = "dek"
	HasAuthor Has = "author"
	HasDate   Has = "date"
	HasTags   Has = "tags"
)

func (And) node()    {}
func (Or) node()     {}
func (Not) node()    {}
func (Text) node()   {}
func (Is) node()     {}
func (Named) node()  {}
func (Number) node() {}
func (Time) node()   {}
func (Has) node()    {}

// All is found when all nodes are; nil ones, which ask for nothing, are left out.
func All(nodes ...Node) Node {
	var all And
	for _, n := range nodes {
		switch n := n.(type) {
		case nil:
		case And:
			all = append(all, n...)
		default:
			all = append(all, n)
		}
	}
	return alone(all, all)
}

// Any is found when one of the nodes is; nil ones, which ask for nothing, are left out.
func Any(nodes ...Node) Node {
	var all Or
	for _, n := range nodes {
		switch n := n.(type) {
		case nil:
		case Or:
			all = append(all, n...)
		default:
			all = append(all, n)
		}
	}
	return alone(all, all)
}

// None is found when the node is not; nil, when it asks for nothing.
func None(n Node) Node {
	if n == nil {
		return nil
	}
	return Not{n}
}

// alone is the only one of the parts, when there is no other, in place of the whole.
func alone(parts []Node, whole Node) Node {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return whole
}

// texts adds the texts of a node that an article is found by, and not those that it
// must not have.
func texts(to []Text, n Node, wanted bool) []Text {
	switch n := n.(type) {
	case And:
		for _, part := range n {
			to = texts(to, part, wanted)
		}
	case Or:
		for _, part := range n {
			to = texts(to, part, wanted)
		}
	case Not:
		return texts(to, n.Node, !wanted)
	case Text:
		if wanted && !slices.Contains(to, n) {
			return append(to, n)
		}
	}
	return to
}
