package htmlblock

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"lede/articles/markdown/htmltag"
)

// What a list says of its numbers, as attributes of its node, until it is finished.
const (
	valueAttribute    = "value"
	startAttribute    = "start"
	typeAttribute     = "type"
	reversedAttribute = "reversed"
)

func newList(t html.Token) *ast.List {
	list := ast.NewList('-')
	if t.Data == "ol" {
		list = ast.NewList('.')
		list.Start = 1
		list.SetAttributeString(startAttribute, attr(t, "start"))
		list.SetAttributeString(typeAttribute, htmltag.ListType(attr(t, "type"), attr(t, "style")))
		list.SetAttributeString(reversedAttribute, hasAttr(t, "reversed"))
	}
	list.IsTight = true
	return list
}

// item opens an item, in a list of its own when none is open.
func (m *marker) item(value string) {
	if i, ok := m.inside(" li ", " ul ol "); ok {
		m.pop(i)
	}
	if _, ok := m.top().(*ast.List); !ok {
		list := ast.NewList('-')
		list.IsTight = true
		m.push("ul", list)
	}
	if _, ok := m.top().(*ast.List); ok {
		item := ast.NewListItem(2)
		item.SetAttributeString(valueAttribute, value)
		m.push("li", item)
	}
}

// finishList gives the items of a list their numbers; those without words go. Numbers of
// Markdown count up by one: where these do not, another list begins. What is no number
// of Markdown is words.
func (m *marker) finishList(list *ast.List) {
	var items []ast.Node
	var values []string
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		items = append(items, c)
		values = append(values, said[string](c, valueAttribute))
		c.RemoveAttributes()
	}
	kind := said[string](list, typeAttribute)
	numbers := htmltag.Ordinals(said[string](list, startAttribute), said[bool](list, reversedAttribute), values)
	list.RemoveAttributes()
	inWords := list.IsOrdered() && slices.ContainsFunc(numbers, func(n int) bool { return !htmltag.Counts(kind, n) })
	if inWords {
		list.Marker, list.Start = '-', 0
	}
	into, begun, last := list, false, 0
	for i, item := range items {
		if !item.HasChildren() {
			list.RemoveChild(list, item)
			continue
		}
		switch {
		case inWords:
			m.letter(item, htmltag.Counter(kind, numbers[i])+". ")
		case !list.IsOrdered():
		case !begun:
			list.Start = numbers[i]
		case numbers[i] != last+1:
			next := ast.NewList('.')
			next.Start, next.IsTight = numbers[i], true
			into.Parent().InsertAfter(into.Parent(), into, next)
			into = next
		}
		begun, last = true, numbers[i]
		if into != list {
			into.AppendChild(into, item)
		}
	}
}

// letter puts words before those of an item.
func (m *marker) letter(item ast.Node, words string) {
	leaf := item.FirstChild()
	if leaf == nil || leaf.Kind() != ast.KindTextBlock && leaf.Kind() != ast.KindParagraph {
		leaf = ast.NewTextBlock()
		item.InsertBefore(item, item.FirstChild(), leaf)
	}
	leaf.InsertBefore(leaf, leaf.FirstChild(), rawText(m.add(words)))
}

// said is an attribute of a node; the zero value of none.
func said[T any](n ast.Node, name string) T {
	value, _ := n.AttributeString(name)
	v, _ := value.(T)
	return v
}
