package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/ui/render/style"
)

// inliner turns the inline nodes of one leaf into styled text.
type inliner struct {
	*setter
	role  style.Role
	face  style.Face
	link  string
	at    *Link
	from  int            // where the words of an HTML link begin
	tags  map[string]int // open inline HTML elements
	items htmltag.Items  // of the lists in a cell
	out   text
}

// inline is the text of the inline children of n.
func (s *setter) inline(n ast.Node, r style.Role) *text {
	in := inliner{setter: s, role: r}
	in.out.unplaced = s.unplaced
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
		in.out.words = make([]byte, 0, last.Stop-first.Start+1)
	}
	in.children(n)
	in.out.trim()
	return &in.out
}

func (in *inliner) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c)
	}
}

// with sets the children of n with more faces.
func (in *inliner) with(n ast.Node, f style.Face) {
	before := in.face
	in.face |= f
	in.children(n)
	in.face = before
}

func (in *inliner) say(s string) { in.out.add(s, in.ink()) }

// ink is how words look at the place at hand.
func (in *inliner) ink() ink {
	face := in.face | in.tagFaces()
	if in.at != nil {
		face |= style.Linked
	}
	return ink{sgr: in.inks.Of(in.role, face), link: in.link, at: in.at, mute: face&style.Picture != 0}
}

func (in *inliner) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		in.say(in.spaced(plain.Decode(n, in.src)))
		switch {
		case n.HardLineBreak():
			in.say("\n")
		case n.SoftLineBreak():
			in.softBreak(n)
		}
	case *ast.String:
		in.say(oneLine(articles.Clean(string(n.Value))))
	case *ast.Emphasis:
		if n.Level > 1 {
			in.with(n, style.Strong)
		} else {
			in.with(n, style.Emph)
		}
	case *nodes.Raised:
		in.raised(n)
	case *east.Strikethrough:
		in.with(n, style.Strike)
	case *ast.CodeSpan:
		in.codeSpan(n)
	case *ast.Link:
		in.anchor(plain.Target(n.Destination), func() { in.children(n) })
	case *ast.AutoLink:
		in.autoLink(n)
	case *ast.Image:
		in.image(n)
	case *ast.RawHTML:
		in.tag(articles.Clean(string(n.Segments.Value(in.src))))
	case *nodes.NoteMark:
		in.out.add("["+strconv.Itoa(n.Number)+"]", ink{
			sgr: in.inks.Of(style.NoteMark, 0), at: in.newLink(Link{Note: n.Number}), mute: true, unsaid: true,
		})
	case *east.TaskCheckBox:
	default:
		in.children(n)
	}
}

// spaced is s with one blank where it has several, as everywhere but in code:
// typists put two behind a full stop, or a tab.
func (in *inliner) spaced(s string) string {
	s = strings.ReplaceAll(oneLine(s), "\t", " ")
	if n := len(in.out.words); n > 0 && (in.out.words[n-1] == ' ' || in.out.words[n-1] == '\n') {
		s = strings.TrimLeft(s, " ")
	}
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// softBreak sets the end of a line in the source: a space, but between two
// characters of scripts that set none.
func (in *inliner) softBreak(n *ast.Text) {
	before, _ := utf8.DecodeLastRune(in.out.words)
	if before == ' ' || before == '\n' {
		return // the line shows nothing, or ends in a tag that breaks it
	}
	next, ok := n.NextSibling().(*ast.Text)
	if ok {
		after, _ := utf8.DecodeRuneInString(plain.Decode(next, in.src))
		if unspaced(before) && unspaced(after) {
			return
		}
	}
	in.say(" ")
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xff60
}

func (in *inliner) codeSpan(n *ast.CodeSpan) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(in.src))
		}
	}
	before := in.face
	in.face |= style.Code
	in.say(strings.NewReplacer("\n", " ", "\t", " ").Replace(articles.Clean(b.String())))
	in.face = before
}

// anchor sets a link. One that leads nowhere is only its words; one without words
// has its address for them, but the bare mark of a place of the text.
func (in *inliner) anchor(target string, inside func()) {
	target = articles.CleanLine(target)
	link, at, before := in.link, in.at, len(in.out.words)
	if target != "" {
		in.link, in.at = in.href(target), in.newLink(Link{Target: target})
	}
	inside()
	in.named(before)
	in.link, in.at = link, at
}

// named gives the link that is open its address for words, when nothing of it
// shows from a place on. They are not of the text: no search finds them.
func (in *inliner) named(from int) {
	if in.at == nil || in.at.Target[0] == '#' || strings.TrimSpace(string(in.out.words[from:])) != "" {
		return
	}
	in.out.add(in.at.Target, ink{sgr: in.inks.Of(in.role, in.face|style.Linked), link: in.link, at: in.at, mute: true, unsaid: true})
}

func (in *inliner) autoLink(n *ast.AutoLink) {
	target := plain.LinkTarget(n, in.src)
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	in.anchor(target, func() { in.say(plain.LinkLabel(n, in.src)) })
}

// image sets a picture within a line as its caption.
func (in *inliner) image(n *ast.Image) {
	in.picture(plain.Alt(n, in.src), plain.Target(n.Title), plain.Target(n.Destination))
}

func (in *inliner) picture(alt, title, source string) {
	if last, _ := utf8.DecodeLastRune(in.out.words); len(in.out.words) > 0 && !unicode.IsSpace(last) {
		in.say(" ")
	}
	before := in.face
	in.face |= style.Picture
	words := plain.PictureWords(alt, title, source)
	if rest, ok := strings.CutPrefix(words, plain.PictureSign); ok {
		sign := in.ink()
		sign.uncopied = true
		in.out.add(plain.PictureSign, sign)
		words = rest
	}
	in.say(words)
	in.face = before
}

// oneLine takes newlines that an entity made out of s.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\n", " ")
}
