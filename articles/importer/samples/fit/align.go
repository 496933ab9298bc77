package main

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/clipping"
)

// align labels the lines of a text that was copied from a page, by the HTML of
// its article: what does not stand there is furniture.
func align(lines []clipping.Described, page string) []clipping.Label {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return make([]clipping.Label, len(lines))
	}
	g := gold{known: map[string][]string{}}
	g.walk(root, "prose")
	g.flush("prose")
	out := make([]clipping.Label, len(lines))
	first, last := len(lines), -1
	found := make([]bool, len(lines))
	for i, l := range lines {
		k := key(l.Text)
		name, ok := g.next(k)
		if !ok {
			name, ok = g.next(unnumbered(l.Text))
		}
		if !ok && len(k) > 24 {
			for _, b := range g.blocks {
				if strings.Contains(b.key, k) {
					name, ok = b.label, true
					break
				}
			}
		}
		if !ok {
			continue
		}
		found[i], out[i] = true, label(name)
		if slices.Contains(l.Features, "prose") {
			first, last = min(first, i), i
		}
	}
	title := -1
	for i, l := range lines {
		near := last < 0 || i >= first-8 && i <= last+8
		if name := clipping.LabelNames[out[i]]; found[i] && near && !(i > last && (name == "heading" || name == "caption")) {
			continue
		}
		out[i] = label("furniture")
		has := func(name string) bool { return slices.Contains(l.Features, name) }
		switch {
		case i < first && i >= first-12 && has("date=whole"):
			out[i] = label("date")
		case i < first && i >= first-12 && has("by"):
			out[i] = label("byline")
		case i > first && i < last && has("rule"):
			out[i] = label("prose")
		case i > first && i < last && (has("word=credit") || has("opens=credit")):
			out[i] = label("credit")
		}
	}
	// The title is the last line before the text that looks like one.
	for i := min(first, len(lines)) - 1; i >= 0 && i > first-10 && last >= 0; i-- {
		if n := len(strings.Fields(lines[i].Text)); clipping.LabelNames[out[i]] == "furniture" && n >= 3 && n < 25 && (i == 0 || slices.Contains(lines[i].Features, "again") || lineIsH1(g, lines[i].Text)) {
			title = i
			break
		}
	}
	if title < 0 && first < 4 && first > 0 && !found[0] {
		title = 0
	}
	if title >= 0 {
		out[title] = label("title")
	}
	return out
}

// next is the label of a block, of several alike the first that was not given yet.
func (g *gold) next(k string) (string, bool) {
	names := g.known[k]
	if len(names) == 0 {
		return "", false
	}
	if len(names) > 1 {
		g.known[k] = names[1:]
	}
	return names[0], true
}

func lineIsH1(g gold, s string) bool { return g.title != "" && key(s) == g.title }

// gold collects the blocks of an article.
type gold struct {
	known  map[string][]string
	blocks []goldBlock
	title  string
	line   strings.Builder
}

type goldBlock struct{ key, label string }

func (g *gold) flush(name string) {
	k := key(g.line.String())
	g.line.Reset()
	if k == "" {
		return
	}
	if name == "heading" && len(k) > 120 {
		name = "prose"
	}
	g.known[k] = append(g.known[k], name)
	g.blocks = append(g.blocks, goldBlock{k, name})
}

var goldLabels = map[string]string{
	"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
	"li": "item", "blockquote": "quote", "pre": "code", "td": "table", "th": "table", "figcaption": "caption",
}

var inline = []string{"a", "b", "i", "em", "strong", "span", "code", "sup", "sub", "small", "u", "q", "cite", "abbr", "mark", "kbd", "font", "img", "time", "s", "del", "ins", "wbr"}

func (g *gold) walk(n *html.Node, name string) {
	switch n.Type {
	case html.TextNode:
		if name == "code" {
			for part := range strings.Lines(n.Data) {
				g.line.WriteString(part)
				if strings.HasSuffix(part, "\n") {
					g.flush(name)
				}
			}
			return
		}
		g.line.WriteString(n.Data)
		return
	case html.ElementNode:
		if n.Data == "script" || n.Data == "style" || n.Data == "head" {
			return
		}
		if n.Data == "br" {
			g.flush(name)
			return
		}
		if !slices.Contains(inline, n.Data) {
			g.flush(name)
			if l, ok := goldLabels[n.Data]; ok {
				name = l
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g.walk(c, name)
	}
	if n.Type == html.ElementNode && !slices.Contains(inline, n.Data) {
		g.flush(name)
	}
}
