package tagsoup

import "strings"

// Kind is what a token is.
type Kind int

// The kinds of tokens.
const (
	EOF Kind = iota
	Start
	End
	Text
)

// Token is a tag or a run of text.
type Token struct {
	Kind Kind
	// Name is that of an element in lower case, by its vocabulary: "title" in
	// RSS, "atom:title", "dc:date", "content:encoded". An End has it too.
	Name string
	Attr []Attr
	Text string // resolved
}

// Attr is an attribute. Its name is as the document has it, in lower case.
type Attr struct{ Name, Value string }

// Get is the value of an attribute, empty when the tag has none of that name.
func Get(attrs []Attr, name string) string {
	for _, a := range attrs {
		if a.Name == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// Reader gives the tokens of a document. To each Start there is an End; those
// that the document lacks are where its parent's are.
type Reader struct {
	// Ends reports whether an element cannot hold another, whose start then
	// ends it. Nil: any can hold any.
	Ends func(open, name string) bool

	rest     string
	open     []element
	deeper   int // open elements below the deepest that are given
	bindings []binding
	entities map[string]string
	expanded int             // bytes
	closing  int             // how many of open are to be ended
	lacks    map[string]bool // what is nowhere in the rest
	patience int             // how many bytes may still be looked through twice
}

type element struct {
	raw   string // its name in the document
	name  string
	binds int // bindings that end with it
}

const (
	// deepest is how many elements may stand one in the other. What is deeper
	// loses its tags and keeps its text.
	deepest = 300
	// mostAttrs is how many attributes of a tag are kept.
	mostAttrs = 200
)

// NewReader reads a document that [Decode] has been through.
func NewReader(text string) *Reader {
	return &Reader{rest: text, patience: len(text) + 1<<16, lacks: map[string]bool{}}
}

// Next is the next token; at the end of the document it is one of kind EOF.
func (r *Reader) Next() Token {
	for {
		if r.closing > 0 {
			r.closing--
			return r.end()
		}
		if r.rest == "" {
			if len(r.open) == 0 {
				return Token{}
			}
			r.closing = len(r.open)
			continue
		}
		if t := r.scan(); t.Kind != EOF {
			return t
		}
	}
}

// end takes the innermost element off those that are open.
func (r *Reader) end() Token {
	last := len(r.open) - 1
	e := r.open[last]
	r.open = r.open[:last]
	r.bindings = r.bindings[:len(r.bindings)-e.binds]
	return Token{Kind: End, Name: e.name}
}

// scan reads what comes next. A token of kind EOF means that it was nothing to
// tell of.
func (r *Reader) scan() Token {
	at := strings.IndexByte(r.rest, '<')
	switch {
	case at < 0:
		at = len(r.rest)
	case at == 0:
		return r.markup()
	}
	text := r.rest[:at]
	r.rest = r.rest[at:]
	return Token{Kind: Text, Text: r.unescape(text)}
}

// markup reads what a less-than sign begins.
func (r *Reader) markup() Token {
	s := r.rest
	switch {
	case strings.HasPrefix(s, "<!--"):
		r.skip("-->", 4)
	case strings.HasPrefix(s, "<![CDATA["):
		text, _, closed := strings.Cut(s[9:], "]]>")
		r.rest = s[9+len(text):]
		if closed {
			r.rest = r.rest[3:]
		}
		return Token{Kind: Text, Text: text}
	case strings.HasPrefix(s, "<!"):
		r.doctype()
	case strings.HasPrefix(s, "<?"):
		r.skip("?>", 2)
	case strings.HasPrefix(s, "</"):
		return r.endTag()
	case len(s) > 1 && startsName(s[1]):
		return r.startTag()
	default:
		r.rest = s[1:]
		return Token{Kind: Text, Text: "<"}
	}
	return Token{}
}

// skip passes what ends with end; where that is missing, what ends as a tag.
func (r *Reader) skip(end string, from int) {
	if at := r.find(r.rest[from:], end); at >= 0 {
		r.rest = r.rest[from+at+len(end):]
		return
	}
	_, r.rest, _ = strings.Cut(r.rest, ">")
}

// find is strings.Index in the rest of the document. What is nowhere is not
// looked for again.
func (r *Reader) find(s, what string) int {
	if r.lacks[what] {
		return -1
	}
	at := strings.Index(s, what)
	if at < 0 {
		r.lacks[what] = true
	}
	return at
}

// doctype passes a document type and keeps the entities that it declares.
func (r *Reader) doctype() {
	end := strings.IndexByte(r.rest, '>')
	if open := strings.IndexByte(r.rest[:max(0, end)], '['); open >= 0 {
		if subset := r.find(r.rest[open:], "]"); subset >= 0 {
			r.declare(r.rest[open : open+subset])
			r.rest = r.rest[open+subset:]
			end = strings.IndexByte(r.rest, '>')
		}
	}
	if end < 0 {
		r.rest = ""
		return
	}
	r.rest = r.rest[end+1:]
}

// endTag closes the element that it names and those in it. One that closes
// nothing is none.
func (r *Reader) endTag() Token {
	const near = 64
	end := strings.IndexAny(r.rest[2:], "<>") // at a less-than sign it was cut off
	if end < 0 {
		end = len(r.rest) - 2
	}
	inside := r.rest[2 : 2+end]
	r.rest = strings.TrimPrefix(r.rest[2+end:], ">")
	if r.deeper > 0 {
		r.deeper--
		return Token{}
	}
	name := strings.TrimSpace(inside)
	for i := len(r.open) - 1; i >= max(0, len(r.open)-near); i-- {
		if strings.EqualFold(r.open[i].raw, name) {
			r.closing = len(r.open) - i
			break
		}
	}
	return Token{}
}
