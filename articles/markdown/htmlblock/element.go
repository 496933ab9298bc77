package htmlblock

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// isLeaf reports whether an element holds words, its blocks their lines.
func isLeaf(name string) bool {
	switch name {
	case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption", "caption", "footer in quote", "td", "th", "dt":
		return true
	}
	return false
}

// start opens an element.
func (m *marker) start(t html.Token) {
	name := t.Data
	switch {
	case m.mute != "":
	case m.pre != nil:
		m.inCode(t)
	case name == "script" || name == "style" || name == "template":
		m.mute = name
	case m.media(t), m.inline(t):
	case !htmltag.IsBlock(name) && !isLeaf(name):
		return
	default:
		m.makeRoom(name)
		if m.flat > 0 && (m.nested > 0 || !htmltag.IsCell(name) || !m.ends(name)) {
			m.lineOf(t)
			return
		}
		m.block(t)
	}
}

// makeRoom opens the item or cell that a block needs to stand in what is open.
func (m *marker) makeRoom(name string) {
	switch m.top().(type) {
	case *ast.List:
		if name != "li" {
			m.item("")
		}
	case *east.DefinitionList:
		if name != "dt" && name != "dd" {
			m.definition("dd")
		}
	case *east.Table, *east.TableRow:
		if name != "tr" && name != "td" && name != "th" && name != "caption" {
			m.cell()
		}
	}
}

// ends reports whether a cell or term that begins ends the leaf that is open.
func (m *marker) ends(name string) bool {
	switch m.open[len(m.open)-1].name {
	case "dt":
		return name == "dt" || name == "dd"
	case "td", "caption":
		return name != "dt" && name != "dd"
	}
	return false
}

// lineOf begins a line in an element that can hold no blocks.
func (m *marker) lineOf(t html.Token) {
	m.line = true
	if t.Data == "table" {
		m.nested++
	}
	m.say(m.items.Mark(t.Data, func(name string) (string, bool) { return attr(t, name), hasAttr(t, name) }))
}

// block opens a block where blocks can stand.
func (m *marker) block(t html.Token) {
	switch name := t.Data; name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h := ast.NewHeading(int(name[1] - '0'))
		if id := articles.CleanLine(attr(t, "id")); id != "" {
			h.SetAttributeString("id", []byte(id))
		}
		h.Lines().Append(text.NewSegment(m.offset, m.offset))
		m.pushLeaf(name, h)
	case "hr":
		m.append(ast.NewThematicBreak())
	case "br":
		m.line = m.leaf != nil
	case "blockquote":
		m.push(name, ast.NewBlockquote())
	case "ul", "ol":
		m.push(name, newList(t))
	case "li":
		m.item(attr(t, "value"))
	case "dl":
		m.push(name, east.NewDefinitionList(0, nil))
	case "dt", "dd":
		m.definition(name)
	case "table", "tr", "td", "th", "caption":
		m.table(t)
	case "pre":
		m.endLeaf()
		m.pre, m.lang = &strings.Builder{}, language(t)
	case "summary":
		m.pushLeaf(name, ast.NewParagraph())
		m.say(nodes.Unfolded)
		m.enter("strong", ast.NewEmphasis(2))
	case "figcaption":
		m.pushLeaf(name, ast.NewParagraph())
	case "footer":
		if _, ok := m.inside(" blockquote ", ""); ok {
			m.pushLeaf("footer in quote", &nodes.ByLine{})
			return
		}
		m.push(name, m.top())
	case "details", "aside", "center":
		m.push(name, &nodes.Container{Name: name})
	case "figure", "div", "section", "article", "header", "main", "nav", "address":
		if strings.EqualFold(attr(t, "align"), "center") {
			m.push(name, &nodes.Container{Name: "center"})
			return
		}
		m.push(name, m.top())
	default: // <p>
		m.endLeaf()
	}
}

// definition opens a term or what it means.
func (m *marker) definition(name string) {
	if i, ok := m.inside(" dt dd ", " dl "); ok {
		m.pop(i)
	}
	if _, ok := m.top().(*east.DefinitionList); !ok {
		if m.flat > 0 {
			m.line = true
			return
		}
		m.push("dl", east.NewDefinitionList(0, nil))
	}
	switch _, ok := m.top().(*east.DefinitionList); {
	case !ok:
	case name == "dt":
		m.pushLeaf(name, east.NewDefinitionTerm())
	default:
		d := east.NewDefinitionDescription()
		d.IsTight = true
		m.push(name, d)
	}
}

// end closes an element.
func (m *marker) end(name string) {
	switch {
	case m.mute != "":
		if name == m.mute {
			m.mute = ""
		}
	case m.pre != nil:
		if name == "pre" {
			m.code()
		}
	case m.leave(name):
	case name == "table" && m.nested > 0:
		m.nested--
		m.line = true
	case name == "p", name == "tr":
		if m.flat > 0 {
			m.line = true
			return
		}
		m.endLeaf()
	default:
		m.endBlock(name)
	}
}

func (m *marker) endBlock(name string) {
	if name == "footer" {
		if i, ok := m.inside(" footer in quote ", " blockquote "); ok && m.open[i].name == "footer in quote" {
			m.pop(i)
			return
		}
	}
	if m.flat > 0 && htmltag.IsBlock(name) {
		m.line = true
		m.items.Mark("/"+name, nil)
	}
	// A closing tag closes nothing beyond the cell or item it stands in.
	fence := " td th li dd "
	if !htmltag.IsBlock(name) && !isLeaf(name) {
		return
	}
	switch name {
	case "table":
		fence = ""
	case "ul", "ol", "dl", "blockquote":
		fence = " td th "
	}
	if i, ok := m.inside(" "+name+" ", fence); ok {
		m.pop(i)
	}
}

// inCode takes what stands within <pre>.
func (m *marker) inCode(t html.Token) {
	switch {
	case t.Data == "br":
		m.pre.WriteByte('\n')
	case t.Data == "img":
		m.pre.WriteString(attr(t, "alt"))
	case t.Data == "code" && m.lang == "":
		m.lang = language(t)
	}
}

// language is the language that the class of a block of code names.
func language(t html.Token) string {
	for class := range strings.FieldsSeq(attr(t, "class")) {
		for _, prefix := range [...]string{"language-", "lang-", "highlight-source-"} {
			if rest, ok := strings.CutPrefix(class, prefix); ok {
				return articles.CleanLine(rest)
			}
		}
	}
	return articles.CleanLine(attr(t, "lang"))
}

func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
