package chunk

import "strings"

// Least is how many bytes a chunk has before the scanner looks for a place to
// cut: enough that parsing it costs well under a millisecond and that a screen
// needs few of them.
const Least = 2 << 10

// A scanner cuts a source into chunks at places that are surely top-level: at
// a line that begins in column 0, follows a blank line, begins no list item and
// no definition, and stands in no fence and no HTML block. Such a line closes
// every container, so that the chunks, parsed one by one, are the whole.
//
// It knows only as much of CommonMark as is needed to tell fences and HTML
// blocks that are top-level from what merely looks like them. Where it cannot
// tell, it is lost and cuts no more.
type scanner struct {
	Cuts

	src   string
	next  Chunk // what is known of the chunk that is being read
	lines int   // of the chunk so far
	boxed int   // where the last of the boxes that began ends: no cut before

	line   Span // the current line, without its newline
	para   int  // start of the run of lines that the line belongs to
	before int  // start of the line before

	blank   bool   // the line before is blank
	opener  string // the line that opened the fence or HTML block
	table   Span   // head of the table that may be open
	number  int    // of the open list item
	fence   string // the run of ` or ~ that closes the open fence; "" outside
	html    string // what ends the open HTML block; "" outside
	item    int    // column where text of the open list item begins; 0 outside
	lazy    bool   // the item may have ended since
	held    bool   // the line before surely belongs to a list or begins a quote
	raw     bool   // a line of this run may have begun an HTML block
	whole   bool   // no block is parted
	lost    bool
	bracket int  // the next "]:", not before the line
	hasRef  bool // the chunk has a definition that only parsing it finds
}

// Cut cuts src into chunks of at least so many bytes, but for the last.
func Cut(src string, least int) Cuts {
	s := &scanner{Cuts: Cuts{Boxes: boxesOf(src)}, src: src, blank: true}
	s.run(least)
	return s.Cuts
}

// Unparted is src, of which these are the cuts, with every block in one chunk.
func (c Cuts) Unparted(src string) Cuts {
	s := &scanner{Cuts: Cuts{Boxes: c.Boxes}, src: src, blank: true, whole: true}
	s.run(Least)
	return s.Cuts
}

func (s *scanner) run(least int) {
	src, start, box := s.src, 0, 0
	for at := 0; at < len(src); {
		if s.blank && src[at] == '\n' { // one more blank line changes nothing
			s.before = at
			at++
			continue
		}
		for ; box < len(s.Boxes) && s.Boxes[box].Start < at; box++ {
			s.boxed = max(s.boxed, s.Boxes[box].End)
		}
		end := strings.IndexByte(src[at:], '\n')
		next := len(src)
		if end < 0 {
			end = len(src)
		} else {
			end += at
			next = end + 1
		}
		s.line = Span{at, end}
		certain := s.certain()
		if certain {
			s.item, s.lazy, s.number = 0, false, 0
		}
		// Blocks of HTML side by side are read as one.
		if at > s.boxed && (at-start >= least && certain && src[at] != '<' || s.mayPart(at-start)) {
			s.cut(start, at)
			start = at
			if !certain {
				s.goOn()
			}
		}
		start = s.partLine(start)
		s.read()
		s.lines++
		s.before = s.line.Start
		at = next
	}
	s.cut(start, len(src))
}

func (s *scanner) cut(start, end int) {
	if start == end {
		return
	}
	if s.hasRef {
		s.Refs = append(s.Refs, Span{start, end})
		s.hasRef = false
	}
	s.next.Start, s.next.End, s.lines = start, end, 0
	s.Chunks = append(s.Chunks, s.next)
	s.next = Chunk{}
}

// certain reports whether the current line surely begins a top-level block.
func (s *scanner) certain() bool {
	if !s.blank || s.lost || s.fence != "" || s.html != "" || s.line.Start == s.line.End {
		return false
	}
	switch c := s.src[s.line.Start]; c {
	case ' ', '\t', '\r', '\v', '\f', '-', '+', '*', ':':
		return false
	default:
		return c < '0' || '9' < c
	}
}

// read takes account of the current line.
func (s *scanner) read() {
	indent, text := s.indent()
	if s.lost {
		s.reference(indent, text)
	}
	switch {
	case s.fence != "":
		if indent <= 3 && closesFence(text, s.fence) {
			s.fence = ""
		}
		s.blank = text == ""
	case s.html != "":
		if closesHTML(text, s.html) {
			s.html = ""
		}
		s.blank = text == ""
	case text == "":
		s.blank, s.raw, s.table = true, false, Span{}
	default:
		if s.blank {
			s.para = s.line.Start
		}
		s.block(indent, text)
		s.blank = false
	}
}

// block looks at a line that is not blank and stands in no fence.
func (s *scanner) block(indent int, text string) {
	s.reference(indent, text)
	if isHeadingTag(text) && (indent <= 3 || s.raw) {
		s.Heads = append(s.Heads, Span{s.line.Start + strings.IndexByte(s.src[s.line.Start:], '<'), s.line.End})
	}
	inside := s.item > 0 && indent >= s.item
	opener := indent <= 3 && (fenceOf(text) != "" || htmlEnd(text) != "")
	if opener && (s.raw || inside && s.lazy) {
		s.lost = true
	}
	held := s.held
	s.held = inside && held && !s.lazy || indent <= 3 && (text[0] == '>' || beginsItem(text) && (s.blank || held || '9' < text[0] || text[0] < '0'))
	if inside || indent > 3 {
		s.raw = s.raw || s.lazy && text[0] == '<'
		s.lazy = s.lazy || listMarker(text) == len(text) // an empty inner item may close all
		return
	}
	switch {
	case opener:
		s.item, s.lazy = 0, false
		s.opener = s.src[s.line.Start:s.line.End] + "\n"
		if s.fence = fenceOf(text); s.fence == "" {
			if end := htmlEnd(text); !closesHTML(text, end) {
				s.html = end
			}
		}
	case text[0] == '<':
		s.raw, s.opener = true, "<div>\n"
		s.lazy = s.item > 0
	case isHash(text):
		s.Heads = append(s.Heads, s.line)
		s.lazy = s.item > 0
	case isUnderline(text) && !s.blank:
		if !held { // else it is a rule, or goes on with an item
			s.Heads = append(s.Heads, Span{s.para, s.line.End})
		}
		if text == "-" && s.item == 0 { // an empty item, if the line before is no paragraph
			s.item = indent + 2
		}
		s.lazy = s.item > 0
	case IsDelimiterRow(text) && !s.blank:
		s.table = Span{s.before, s.line.End}
		s.lazy = s.item > 0
	default:
		s.list(indent, text)
	}
}

// list keeps track of the outermost list item.
func (s *scanner) list(indent int, text string) {
	marker := listMarker(text)
	switch {
	case marker == 0 || isBreak(text):
		s.lazy = s.item > 0
	default:
		rest := text[marker:]
		s.lazy = !s.blank && (s.lazy || s.item == 0) || rest == ""
		blanks, _ := blanksOf(rest, indent+marker)
		if rest == "" || blanks > 4 || blanks == 0 {
			blanks = 1
		}
		s.item = indent + marker + blanks
		s.count(text)
	}
}

// reference notes where a link reference definition may stand: a "]:" in a line
// whose first character, behind the marks of quotes and lists, is a bracket.
func (s *scanner) reference(indent int, text string) {
	if s.bracket < s.line.Start {
		s.bracket = len(s.src)
		if n := strings.Index(s.src[s.line.Start:], "]:"); n >= 0 {
			s.bracket = s.line.Start + n
		}
	}
	if s.bracket >= s.line.End {
		return
	}
	head, _, ok := strings.Cut(text, "]:")
	if !ok {
		return
	}
	if !strings.Contains(head, "[") { // it began on a line before
		s.hasRef = true
		return
	}
	if label, n := NoteLabel([]byte(text[:min(len(text), 100)])); label != "" && indent <= 3 && strings.HasPrefix(text[n:], ":") {
		return // a footnote
	}
	switch {
	case text[0] == '[' && s.para == s.line.Start && indent <= 3 && s.item == 0 && !s.lost:
		s.Refs = append(s.Refs, Span{s.line.Start, s.runEnd()})
	case strings.HasPrefix(strings.TrimLeft(text, "> \t-+*0123456789.)"), "["):
		if n := len(s.Refs); n == 0 || s.line.Start >= s.Refs[n-1].End {
			s.hasRef = true
		}
	}
}

// runEnd is where the run of lines that the current one belongs to ends: at a
// line that [scanner.read] takes for blank as well, so that no two runs overlap.
func (s *scanner) runEnd() int {
	for at := s.line.End; at < len(s.src); {
		line, _, _ := strings.Cut(s.src[at+1:], "\n")
		if strings.Trim(line, " \t\r") == "" {
			return at
		}
		at += 1 + len(line)
	}
	return len(s.src)
}

// indent is the width of the blanks that the line begins with, in columns, and
// the line without them and without blanks at its end.
func (s *scanner) indent() (int, string) {
	line := s.src[s.line.Start:s.line.End]
	width, n := blanksOf(line, 0)
	end := len(line)
	for end > n && (line[end-1] == ' ' || line[end-1] == '\t' || line[end-1] == '\r') {
		end--
	}
	return width, line[n:end]
}
