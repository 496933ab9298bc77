package main

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/clipping"
)

// block is a block of an article as its source has it.
type block struct{ key, label string }

// place finds the lines that the blocks of an article are, in their order: where
// a text stands twice, as in a table of contents, it is the later one. It says
// how much of the article was found, from 0 to 1.
func place(lines []clipping.Described, blocks []block) (at map[int]string, share float64) {
	at = map[int]string{}
	keys := make([]string, len(lines))
	for i, l := range lines {
		keys[i] = key(l.Text)
	}
	found, all := 0, 1
	end := len(lines)
	for b := len(blocks) - 1; b >= 0; b-- {
		k := blocks[b].key
		all += len(k)
		for i := end - 1; i >= 0 && i > end-120; i-- {
			if keys[i] == k || unnumbered(lines[i].Text) == k {
				at[i], end = blocks[b].label, i
				found += len(k)
				break
			}
		}
	}
	for i, k := range keys { // pieces of blocks, and lines of several
		if at[i] != "" || len(k) < 12 {
			continue
		}
		for _, b := range blocks {
			if len(k) > 24 && strings.Contains(b.key, k) || len(b.key)*10 > len(k)*7 && strings.Contains(k, b.key) {
				at[i] = b.label
				found += len(k)
				break
			}
		}
	}
	return at, float64(found) / float64(all)
}

// span is the first and the last line of prose among those that were found.
func span(lines []clipping.Described, at map[int]string) (first, last int) {
	first, last = len(lines), -1
	for i := range lines {
		if at[i] != "" && slices.Contains(lines[i].Features, "prose") {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// leastFound is how much of an article must be found in a text that tells something.
const leastFound = 0.8

// align labels the lines of a text that was copied from a page, by the HTML of
// its article: what does not stand there is furniture.
func align(lines []clipping.Described, page string) []clipping.Label {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	g := gold{}
	g.walk(root, "prose")
	g.flush("prose")
	at, share := place(lines, g.blocks)
	if share < leastFound {
		return nil
	}
	first, last := span(lines, at)
	out := make([]clipping.Label, len(lines))
	for i, l := range lines {
		name := at[i]
		has := func(name string) bool { return slices.Contains(l.Features, name) }
		near := i < first && i >= first-12
		if name == "" && i > 0 && at[i-1] == "code" && key(l.Text) == "" {
			name, at[i] = "code", "code" // a bracket by itself
		}
		switch {
		case name == "heading" && i > last, i > last+8 || i < first-8, i < first && name == "item":
			name = "furniture"
		case name != "":
		case near && has("date=whole"):
			name = "date"
		case near && has("by"):
			name = "byline"
		case i > first && i < last && has("rule"):
			name = "prose"
		case i > first && i < last && has("word=credit"):
			name = "credit"
		default:
			name = "furniture"
		}
		out[i] = label(name)
	}
	// The title is the last line before the text that looks like one.
	for i := min(first, len(lines)) - 1; i >= 0 && i > first-10; i-- {
		n := len(strings.Fields(lines[i].Text))
		again := slices.Contains(lines[i].Features, "again")
		if clipping.LabelNames[out[i]] == "furniture" && at[i] == "" && n < 25 && (i == 0 || n >= 5 || again) {
			out[i] = label("title")
			break
		}
	}
	return out
}

// gold collects the blocks of an article.
type gold struct {
	blocks []block
	line   strings.Builder
}

func (g *gold) flush(name string) {
	k := key(g.line.String())
	g.line.Reset()
	if k == "" {
		return
	}
	if name == "heading" && len(k) > 120 {
		name = "prose"
	}
	g.blocks = append(g.blocks, block{k, name})
}

var goldLabels = map[string]string{
	"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
	"li": "item", "blockquote": "quote", "pre": "code", "td": "table", "th": "table", "figcaption": "caption",
}

var inline = []string{"a", "b", "i", "em", "strong", "span", "code", "sup", "sub", "small", "u", "q", "cite", "abbr", "mark", "kbd", "font", "img", "time", "s", "del", "ins", "wbr"}

func (g *gold) walk(n *html.Node, name string) {
	switch n.Type {
	case html.TextNode:
		if name != "code" {
			g.line.WriteString(n.Data)
			return
		}
		for part := range strings.Lines(n.Data) {
			g.line.WriteString(part)
			if strings.HasSuffix(part, "\n") {
				g.flush(name)
			}
		}
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
