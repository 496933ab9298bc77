package markdown

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"lede/articles"
	"lede/articles/markdown/chunk"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// HTML writes the document as HTML, chunk by chunk, with the footnotes at the
// end. Blocks of HTML in the source are shown as text, and within a line the tags
// of elements that only mark words up are kept, and those of others that HTML has
// left out with comments, unless they have an address; links that could run a
// script are dropped.
func (d *Document) HTML(w io.Writer) error {
	out := bufio.NewWriter(w)
	r := newHTMLRenderer()
	d = d.unparted()
	for i := range d.Chunks {
		root, src := d.chunk(i, isHarmless)
		if err := r.Render(out, src, root); err != nil {
			return fmt.Errorf("write HTML: %w", err)
		}
	}
	if err := d.notesHTML(out, r); err != nil {
		return fmt.Errorf("write HTML of the notes: %w", err)
	}
	return out.Flush()
}

// unparted is the document with every block in one chunk.
func (d *Document) unparted() *Document {
	joined := func(c chunk.Chunk) bool { return c.Joined }
	if !slices.ContainsFunc(d.Chunks, joined) {
		return d
	}
	return document(d.Source, d.cuts.Unparted(d.Source))
}

func (d *Document) notesHTML(out *bufio.Writer, r renderer.Renderer) error {
	notes := d.Footnotes()
	if len(notes) == 0 {
		return nil
	}
	_, _ = out.WriteString("<section class=\"footnotes\">\n<ol>\n")
	for _, note := range notes {
		_, _ = fmt.Fprintf(out, "<li id=\"fn-%d\" value=\"%d\">\n", note.Number, note.Number)
		for c := note.Node.FirstChild(); c != nil; c = c.NextSibling() {
			if err := r.Render(out, note.Source, c); err != nil {
				return err
			}
		}
		_, _ = out.WriteString("</li>\n")
	}
	_, err := out.WriteString("</ol>\n</section>\n")
	return err
}

func newHTMLRenderer() renderer.Renderer {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(htmlNodes{}, 1))))
	return md.Renderer()
}

// htmlNodes writes the nodes that goldmark does not know, or would let
// through.
type htmlNodes struct{}

func (htmlNodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHTMLBlock, htmlBlock)
	reg.Register(ast.KindRawHTML, htmlInline)
	reg.Register(nodes.KindByLine, htmlByLine)
	reg.Register(nodes.KindContainer, htmlContainer)
	reg.Register(nodes.KindMaths, htmlMaths)
	reg.Register(nodes.KindRaised, htmlRaised)
	reg.Register(nodes.KindNote, htmlNothing)
	reg.Register(nodes.KindNoteMark, htmlNoteMark)
}

func htmlBlock(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	raw := nodes.RawHTML(n.(*ast.HTMLBlock), src)
	if safe, ok := harmless(raw, false); ok {
		_, _ = w.WriteString(safe)
	} else {
		_, _ = fmt.Fprintf(w, "<pre>%s</pre>\n", html.EscapeString(raw))
	}
	return ast.WalkSkipChildren, nil
}

func htmlInline(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		raw := string(n.(*ast.RawHTML).Segments.Value(src))
		safe, ok := harmless(raw, true)
		if !ok {
			safe = html.EscapeString(raw)
		}
		_, _ = w.WriteString(safe)
	}
	return ast.WalkSkipChildren, nil
}

func isHarmless(raw string) bool {
	_, ok := harmless(raw, false)
	return ok
}

// harmless is a piece of HTML whose tags all only mark words up, without their
// attributes. Within a line there are more of them: a block of others is set as
// Markdown would be.
func harmless(raw string, inLine bool) (safe string, ok bool) {
	var b strings.Builder
	for raw != "" {
		at := strings.IndexByte(raw, '<')
		if at < 0 {
			at = len(raw)
		}
		b.WriteString(html.EscapeString(articles.Clean(html.UnescapeString(raw[:at]))))
		if raw = raw[at:]; raw == "" {
			break
		}
		tag, rest := htmltag.Cut(raw, strings.IndexByte(raw, '>') >= 0)
		name := htmltag.Name(tag)
		switch strings.TrimPrefix(name, "/") {
		case "br", "kbd", "sup", "sub", "mark", "details", "summary":
			b.WriteString("<" + name + ">")
		case "b", "strong", "i", "em", "u", "s", "del", "ins", "code", "samp", "var",
			"cite", "dfn", "q", "small", "abbr", "span", "wbr", "a", "img",
			"tt", "strike", "big", "font", "center", "time", "bdi", "bdo", "ruby", "rb", "rt", "rp", "ul", "ol", "li":
			if !inLine {
				return "", false
			}
			b.WriteString(bareTag(name, tag))
		default:
			if known := htmltag.IsKnown(strings.TrimPrefix(name, "/")); !inLine || !known && !strings.HasPrefix(tag, "<!--") || htmltag.Attribute(tag, "src") != "" {
				return "", false
			}
			if htmltag.BreaksLine(tag) {
				b.WriteByte(' ') // the words beside it are two
			}
			b.WriteString(html.EscapeString(htmltag.Said(tag)))
		}
		raw = rest
	}
	return b.String(), true
}

// bareTag is a tag without its attributes, but for where a link leads, what a picture
// shows and says, and the numbers of a list.
func bareTag(name, tag string) string {
	put := ""
	switch name {
	case "a":
		put = addressOf(tag, "href")
	case "img":
		put = addressOf(tag, "src") + " alt=\"" + html.EscapeString(articles.CleanLine(htmltag.Attribute(tag, "alt"))) + "\""
		if title := articles.CleanLine(htmltag.Attribute(tag, "title")); title != "" {
			put += " title=\"" + html.EscapeString(title) + "\""
		}
	case "ol", "li":
		for _, key := range [...]string{"start", "reversed", "type", "value"} {
			if value, has := htmltag.Lookup(tag, key); has {
				put += " " + key + "=\"" + html.EscapeString(value) + "\""
			}
		}
	}
	return "<" + name + put + ">"
}

// addressOf is an attribute of a tag that names an address, but for one that could
// run a script.
func addressOf(tag, name string) string {
	target := articles.CleanLine(htmltag.Attribute(tag, name))
	if target == "" || ghtml.IsDangerousURL([]byte(target)) {
		return ""
	}
	return " " + name + "=\"" + html.EscapeString(target) + "\""
}

func htmlByLine(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString("<footer>— ")
	} else {
		_, _ = w.WriteString("</footer>\n")
	}
	return ast.WalkContinue, nil
}

func htmlContainer(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	c := n.(*nodes.Container)
	name := c.Name
	if name == "center" {
		name = "div"
	}
	switch {
	case !entering:
		_, _ = fmt.Fprintf(w, "</%s>\n", name)
	default:
		_, _ = fmt.Fprintf(w, "<%s>\n", name)
	}
	return ast.WalkContinue, nil
}

func htmlRaised(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	name, slash := "sup", ""
	if n.(*nodes.Raised).Sub {
		name = "sub"
	}
	if !entering {
		slash = "/"
	}
	_, _ = w.WriteString("<" + slash + name + ">")
	return ast.WalkContinue, nil
}

// htmlMaths keeps the signs, for a page that sets formulas by them.
func htmlMaths(w util.BufWriter, _ []byte, n ast.Node, _ bool) (ast.WalkStatus, error) {
	if n.(*nodes.Maths).Display {
		_, _ = w.WriteString("$$")
	}
	return ast.WalkContinue, nil
}

func htmlNothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func htmlNoteMark(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = fmt.Fprintf(w, "<sup><a href=\"#fn-%d\">%d</a></sup>", n.(*nodes.NoteMark).Number, n.(*nodes.NoteMark).Number)
	}
	return ast.WalkContinue, nil
}
