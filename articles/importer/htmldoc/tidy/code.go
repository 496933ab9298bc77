package tidy

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// codes makes each block of code one text that knows its language.
func codes(root *html.Node) {
	editors(root)
	for n := range dom.Each(root, "code", "xmp", "listing", "plaintext", "table", "div", "p") {
		if isCode(n) {
			dom.Rename(n, "pre")
		}
	}
	for _, n := range dom.Elements(root, "pre") {
		if !dom.Within(n, root) || dom.Above(n, "pre") != nil {
			continue
		}
		if !dom.Outweighs(n, 0) && dom.First(n, "img") != nil { // it places pictures
			dom.Rename(n, "div")
			continue
		}
		lang := language(n)
		ungutter(n)
		text := codeText(n)
		pre := dom.New("pre", text)
		if lang != "" {
			dom.Set(pre, "data-lang", lang)
		}
		if dom.Is(n.Parent, "code") {
			dom.Unwrap(n.Parent)
		}
		dom.Replace(n, pre)
		untable(pre)
	}
}

// isCode reports whether n is a block of code by another name: an old one, a table
// of lines, one code that is all of its parent, or what editors copy, whose style
// keeps its blanks and sets all letters equally wide.
func isCode(n *html.Node) bool {
	spaced := dom.Style(n, "white-space")
	keeps := strings.HasPrefix(spaced, "pre") && spaced != "pre-line"
	switch n.Data {
	case "xmp", "listing", "plaintext":
		return true
	case "table":
		return isCodeTable(n)
	case "code":
		if dom.Has(n, "data-tex") || dom.First(n, "pre") != nil || dom.Above(n, "pre") != nil {
			return false
		}
		return dom.Above(n, "p") == nil && (dom.HasClass(n, "block") || keeps && dom.IsBlock(n)) ||
			dom.First(n, "br") != nil && dom.Text(n.Parent) == dom.Text(n)
	}
	return keeps && dom.Holds(dom.Style(n, "font-family"), "mono", "courier", "consolas", "menlo")
}

// isCodeTable reports whether the rows of a table are lines of code, or its cells
// are the numbers of the lines and the code.
func isCodeTable(n *html.Node) bool {
	gutter, code := false, false
	for _, c := range dom.Elements(n, "td", "th") {
		switch {
		case isGutter(c):
			gutter = true
		case dom.Holds(dom.Classes(c), "code"):
			code = true
		case dom.Text(c) != "":
			return false
		}
	}
	return gutter && code && dom.First(n, "pre") == nil
}

// editors makes code of what the editors on a page show: their lines, in the
// order that they have on the screen.
func editors(root *html.Node) {
	for _, n := range dom.Elements(root, "div", "ul") {
		class := dom.Classes(n)
		var frame string
		switch {
		case strings.Contains(class, " codemirror-code "):
			frame = "codemirror"
		case strings.Contains(class, " cm-content "):
			frame = "cm-editor"
		case strings.Contains(class, " view-lines "):
			frame = "monaco-editor"
			rows := dom.Children(n)
			slices.SortStableFunc(rows, func(a, b *html.Node) int { return top(a) - top(b) })
			for _, row := range rows {
				n.RemoveChild(row)
				n.AppendChild(row)
			}
		case strings.Contains(class, " ace_text-layer "):
			frame = "ace_editor"
		default:
			continue
		}
		whole := n
		for p := n.Parent; p != nil && !dom.Is(p, "body", "article", "main"); p = p.Parent {
			if strings.Contains(dom.Classes(p), " "+frame+" ") {
				whole = p
			}
		}
		dom.Rename(n, "pre")
		if whole != n && dom.Within(whole, root) {
			dom.Replace(whole, n)
		}
	}
}

func top(n *html.Node) int {
	if n.Type != html.ElementNode {
		return 0
	}
	at, _ := strconv.Atoi(strings.TrimSuffix(dom.Style(n, "top"), "px"))
	return at
}

// ungutter takes out the numbers of lines, and buttons.
func ungutter(pre *html.Node) {
	var numbers []*html.Node // elements with a number that nothing says is one of a line
	inOrder := 0
	for _, c := range dom.Elements(pre) {
		if !dom.Within(c, pre) {
			continue
		}
		text := dom.Raw(c)
		digits := strings.Trim(text, "0123456789 \n\t|") == ""
		switch {
		case dom.Is(c, "button", "svg", "style", "script", "textarea"):
			dom.Remove(c)
		case digits && (text == "" || isGutter(c) || isCount(text)):
			if text != "" || isGutter(c) {
				dom.Remove(c)
			}
		case isGutter(c) && !strings.Contains(dom.Classes(c), "number") && len(text) < 24 && !strings.Contains(strings.TrimSpace(text), "\n"):
			dom.Remove(c) // a sign before each line, a button
		case digits && leads(c, c.Parent) && c.NextSibling != nil && dom.First(c) == nil:
			if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && (len(numbers) == 0 || n == inOrder+1) {
				numbers, inOrder = append(numbers, c), n
			}
		}
	}
	if rows := strings.Count(strings.TrimSpace(codeText(pre)), "\n") + 1; len(numbers) > 1 && len(numbers) == rows {
		for _, c := range numbers {
			dom.Remove(c)
		}
	}
}

// isGutter reports whether n says that it stands beside the code.
func isGutter(n *html.Node) bool {
	if strings.HasPrefix(dom.Style(n, "user-select")+dom.Style(n, "-webkit-user-select"), "none") || dom.HasClass(n, "select-none", "unselectable") {
		return true
	}
	return dom.Holds(dom.Classes(n), " gutter", "-gutter", "line-number", "linenumber", " lineno", "linenos", " ln ", " copy", "hljs-ln-n", " blob-num", "-nums ", " line-num", "ln-num")
}

// isCount reports whether a text is the numbers of lines, each on one.
func isCount(text string) bool {
	rows := strings.Fields(text)
	if len(rows) < 2 || strings.Count(strings.TrimSpace(text), "\n") != len(rows)-1 {
		return false
	}
	first, _ := strconv.Atoi(rows[0])
	for i, row := range rows {
		if n, err := strconv.Atoi(row); err != nil || n != first+i {
			return false
		}
	}
	return true
}

// untable puts code that stands in a table beside the numbers of its lines in
// the place of the table.
func untable(pre *html.Node) {
	table := dom.Above(pre, "table")
	if table == nil {
		return
	}
	rest := strings.Replace(dom.Text(table), dom.Text(pre), "", 1)
	if strings.Trim(rest, "0123456789 ") == "" {
		dom.Replace(table, pre)
	}
}

// codeText is the text of code; each element that begins a line of its own
// does so, and each that a program made for a line.
func codeText(pre *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case dom.Is(n, "br"):
			b.WriteByte('\n')
			return
		case dom.Is(n, "img"):
			b.WriteString(dom.Attr(n, "alt"))
			return
		}
		block := n != pre && n.Type == html.ElementNode && (dom.IsBlock(n) && !dom.Is(n, "td", "table", "tbody", "code") || dom.Is(n, "span") && isLine(n) && !isBroken(n))
		from := b.Len()
		for c := range n.ChildNodes() {
			walk(c)
		}
		if block && !strings.HasSuffix(b.String()[from:], "\n") {
			b.WriteByte('\n')
		}
	}
	walk(pre)
	return strings.Trim(strings.ReplaceAll(b.String(), "\u00a0", " "), "\r\n")
}

// isLine reports whether a program made n for a line.
func isLine(n *html.Node) bool {
	return dom.Has(n, "data-line") || slices.ContainsFunc(strings.Fields(dom.Attr(n, "class")), func(class string) bool {
		return slices.Contains([]string{"line", "code-line", "token-line", "view-line", "cm-line", "code__line", "highlight-line", "react-code-line"}, class)
	})
}

// isBroken reports whether a break of the line follows n, or is its end.
func isBroken(n *html.Node) bool {
	if s := n.NextSibling; s != nil {
		return s.Type == html.TextNode && strings.HasPrefix(strings.TrimLeft(s.Data, " \t\r"), "\n") || dom.Is(s, "br")
	}
	return true
}
