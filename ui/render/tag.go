package render

import (
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/ui/render/style"
)

// tag follows inline HTML: elements that mean a face change it, all others
// leave their text alone.
func (in *inliner) tag(raw string) {
	name := htmltag.Name(raw)
	switch {
	case name == "":
	case htmltag.Shows(raw):
		in.say(raw)
	case name == "br":
		in.say("\n")
	case htmltag.BreaksLine(raw):
		in.breakLine(name, raw)
		in.say(htmltag.Said(raw))
	case name == "input":
		in.say(htmltag.Said(raw))
	case name == "img":
		in.picture(htmltag.Attribute(raw, "alt"), htmltag.Attribute(raw, "title"), htmltag.Attribute(raw, "src"))
	case name == "a":
		in.link, in.at, in.from = "", nil, len(in.out.words)
		if target := articles.CleanLine(htmltag.Attribute(raw, "href")); target != "" {
			in.link, in.at = in.href(target), in.newLink(Link{Target: target})
		}
	case name == "/a":
		in.named(in.from)
		in.link, in.at = "", nil
	case name == "q" || name == "/q":
		in.say(map[string]string{"q": "“", "/q": "”"}[name])
	case name[0] == '/':
		if in.tags[name[1:]] > 0 {
			in.tags[name[1:]]--
		}
	case !strings.HasSuffix(raw, "/>"):
		if in.tags == nil {
			in.tags = make(map[string]int)
		}
		in.tags[name]++
	}
}

// breakLine begins a line for a block of HTML in a cell or a paragraph.
func (in *inliner) breakLine(name, raw string) {
	if words := strings.TrimRight(string(in.out.words), " "); words != "" && !strings.HasSuffix(words, "\n") {
		in.say("\n")
	}
	in.say(in.items.Mark(name, func(name string) (string, bool) { return htmltag.Lookup(raw, name) }))
}

func (in *inliner) tagFaces() style.Face {
	var f style.Face
	for name, open := range in.tags {
		if open == 0 {
			continue
		}
		switch name {
		case "b", "strong", "mark":
			f |= style.Strong
		case "i", "em", "cite", "var", "dfn":
			f |= style.Emph
		case "s", "del", "strike":
			f |= style.Strike
		case "code", "kbd", "samp", "tt":
			f |= style.Code
		}
	}
	return f
}

// raised sets what stands above the line or below it: its characters as Unicode
// has them raised, each in the style that it has, or a sign before and after them.
func (in *inliner) raised(n *nodes.Raised) {
	from, runs := len(in.out.words), len(in.out.runs)
	in.children(n)
	words := string(in.out.words[from:])
	styles := slices.Clone(in.out.runs[max(0, runs-1):])
	in.out.words, in.out.runs = in.out.words[:from], in.out.runs[:runs]
	if runs > 0 { // it may have gone on in the same style
		in.out.runs[runs-1].end = from
	}
	open, end, shift := plain.Raised(n, in.src)
	in.say(open)
	at := 0
	for _, r := range styles {
		if r.end > from {
			in.out.add(shift(words[at:r.end-from]), r.ink)
			at = r.end - from
		}
	}
	in.say(end)
}
