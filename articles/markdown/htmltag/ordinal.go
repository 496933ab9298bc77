package htmltag

import (
	"strconv"
	"strings"
)

// Ordinals are the numbers of the items of an ordered list, as a browser counts them:
// up from one or from start, or down to one where the list is reversed, and on from
// the value of an item that has one. Values are those of all items, empty for none.
func Ordinals(start string, reversed bool, values []string) []int {
	next, step := 1, 1
	if reversed {
		next, step = len(values), -1
	}
	if n, ok := ordinal(start); ok {
		next = n
	}
	all := make([]int, len(values))
	for i, value := range values {
		if n, ok := ordinal(value); ok {
			next = n
		}
		all[i] = next
		next += step
	}
	return all
}

func ordinal(s string) (int, bool) {
	const most = 1e8
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return n, err == nil && -most < n && n < most
}

// Counter is what stands before an item for the number n in a list of this type, as
// HTML and style sheets name it: "1", "a", "upper-roman".
func Counter(kind string, n int) string {
	var s string
	switch kind {
	case "a", "A", "lower-alpha", "lower-latin", "upper-alpha", "upper-latin":
		for i := n; i > 0; i = (i - 1) / 26 {
			s = string(rune('a'+(i-1)%26)) + s
		}
	case "i", "I", "lower-roman", "upper-roman":
		s = roman(n)
	}
	switch {
	case s == "":
		return strconv.Itoa(n)
	case kind == "A", kind == "I", strings.HasPrefix(kind, "upper"):
		return strings.ToUpper(s)
	}
	return s
}

// roman is a number in Roman letters; empty for one that has none.
func roman(n int) string {
	const most = 3999
	if n > most {
		return ""
	}
	var b strings.Builder
	for _, step := range [...]struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= step.n {
			b.WriteString(step.s)
			n -= step.n
		}
	}
	return b.String()
}

// Items gives the items of lists their marks where only lines can be set, tag by tag.
type Items struct{ open []openList }

type openList struct {
	kind string
	next int
	step int // 0 for bullets
}

// Mark is what stands before the words behind a tag of this name, which is "/ol" for
// one that closes: a bullet or a number before those of an item. A list reversed has
// bullets if it does not say where it starts: the number of its items is still unknown.
func (i *Items) Mark(name string, attr func(name string) (value string, has bool)) string {
	last := len(i.open) - 1
	number := func(name string, otherwise int) (n int, given bool) {
		value, _ := attr(name)
		if n, given = ordinal(value); !given {
			n = otherwise
		}
		return n, given
	}
	switch name {
	case "ul":
		i.open = append(i.open, openList{})
	case "ol":
		kind, _ := attr("type")
		style, _ := attr("style")
		list := openList{kind: ListType(kind, style), step: 1}
		start, given := number("start", 1)
		if _, reversed := attr("reversed"); reversed && given {
			list.step = -1
		} else if reversed {
			list.step = 0
		}
		list.next = start
		i.open = append(i.open, list)
	case "/ul", "/ol":
		i.open = i.open[:max(0, last)]
	case "li":
		if last < 0 || i.open[last].step == 0 {
			return "• "
		}
		list := &i.open[last]
		n, _ := number("value", list.next)
		list.next = n + list.step
		return Counter(list.kind, n) + ". "
	}
	return ""
}

// Counts reports whether Markdown can write an item's number of a list of this type: it
// has no letters, and nothing below zero.
func Counts(kind string, n int) bool { return n >= 0 && Counter(kind, n) == strconv.Itoa(n) }

// ListType is the type of an ordered list by its attributes "type" and "style".
func ListType(kind, style string) string {
	_, rest, ok := strings.Cut(strings.ReplaceAll(strings.ToLower(style), " ", ""), "list-style")
	if !ok {
		return kind
	}
	_, rest, _ = strings.Cut(rest, ":")
	rest, _, _ = strings.Cut(rest, ";")
	return rest
}
