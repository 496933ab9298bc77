package paint

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/settled"
)

// row is a row of the screen as its text describes it.
type row struct {
	text string // what it was made of, with its sequences
	// start and end are the pen before and after the text: a style that one row
	// leaves open goes on in the next.
	start, end pen
	cells      []cell // without the blanks at the end
	// plain says that every cell is one character of one column, so that the
	// place of a cell is its index.
	plain bool
}

// cell is a grapheme on the screen.
type cell struct {
	text string
	pen  *pen
}

func (c cell) equal(o cell) bool {
	return c.text == o.text && (c.pen == o.pen || *c.pen == *o.pen)
}

// pen is how text is written.
type pen struct {
	style uv.Style
	link  uv.Link
}

// marks tells whether a blank that is written with the pen can be told from one
// that is not: its colour cannot.
func (p *pen) marks() bool {
	const unseen = uv.AttrBold | uv.AttrFaint | uv.AttrItalic | uv.AttrBlink | uv.AttrRapidBlink
	return p.style.Bg != nil || p.style.Underline != uv.UnderlineNone || p.style.Attrs&^unseen != 0 || p.link != uv.Link{}
}

// reader makes rows of text.
type reader struct {
	width   int // of the screen
	profile colorprofile.Profile
	method  ansi.Method // how the terminal measures graphemes
	parser  *ansi.Parser
	pens    map[pen]*pen
}

// read makes a row of a line of text that begins with a pen. What is beyond the
// screen's width is cut off. Of the sequences, those for styles and links count;
// all others would move the cursor or change the terminal, and are dropped.
func (r *reader) read(text string, start pen) *row {
	made := &row{text: text, start: start, plain: true, cells: make([]cell, 0, min(len(text), r.width))}
	raw := start
	used := r.converted(raw)
	cut := false
	column, shown := 0, 0 // shown is how many cells there are up to the last that is not blank
	for rest := text; rest != ""; {
		seq, width, n := r.next(rest)
		rest = rest[n:]
		if width == 0 {
			if r.style(seq, &raw) {
				used = r.converted(raw)
			} else if seq[0] >= 0xc0 && len(made.cells) > 0 && !cut {
				made.cells[len(made.cells)-1].text += seq // a mark that a sequence parted from its letter
				made.plain = false
			}
			continue
		}
		if room := r.width - column; width > room { // it is cut, and so is what comes after it
			if cut = true; room == 0 {
				continue
			}
			seq, width = strings.Repeat(" ", room), room
		}
		column += width
		made.cells = append(made.cells, cell{strings.ToValidUTF8(seq, "?"), used})
		if width > 1 || len(seq) > 1 && utf8.RuneCountInString(seq) > 1 {
			made.plain = false
		}
		if strings.TrimLeft(seq, " ") != "" || used.marks() {
			shown = len(made.cells)
		}
	}
	made.cells, made.end = made.cells[:shown], raw
	return made
}

// next takes the first grapheme or sequence off a text: a grapheme has a width.
func (r *reader) next(text string) (seq string, width, n int) {
	first, n := utf8.DecodeRuneInString(text)
	if columns, ok := settled.Columns(first); ok && (n == len(text) || startsAnew(text[n:])) {
		return text[:n], columns, n
	}
	if text[0] > ' ' && text[0] != 0x7f && text[0] < utf8.RuneSelf || text[0] >= 0xc0 {
		seq, width = ansi.FirstGraphemeCluster(text, r.method)
		return seq, width, len(seq)
	}
	decode := ansi.DecodeSequenceWc[string]
	if r.method == ansi.GraphemeWidth {
		decode = ansi.DecodeSequence[string]
	}
	seq, width, n, _ = decode(text, 0, r.parser)
	return seq, width, n
}

// startsAnew reports whether what comes first in a text joins nothing before it.
func startsAnew(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	_, ok := settled.Columns(first)
	return ok || first < utf8.RuneSelf
}

// style takes a sequence for a style or a link into the pen.
func (r *reader) style(seq string, p *pen) bool {
	switch {
	case ansi.HasCsiPrefix(seq) && r.parser.Command() == 'm':
		uv.ReadStyle(r.parser.Params(), &p.style)
	case ansi.HasOscPrefix(seq) && r.parser.Command() == 8: // a hyperlink
		uv.ReadLink(r.parser.Data(), &p.link)
	default:
		return false
	}
	return true
}

// converted is a pen in the colours that the terminal has, the same for equal ones.
func (r *reader) converted(p pen) *pen {
	const most = 512 // an article of links has thousands
	used := r.pens[p]
	if used == nil {
		if len(r.pens) >= most {
			clear(r.pens)
		}
		used = &pen{uv.ConvertStyle(p.style, r.profile), uv.ConvertLink(p.link, r.profile)}
		r.pens[p] = used
	}
	return used
}

// lines splits a text into at most n lines.
func lines(text string, n int) []string {
	all := make([]string, 0, n)
	for line := range strings.Lines(text) {
		if len(all) == n {
			break
		}
		all = append(all, strings.TrimRight(line, "\r\n"))
	}
	return all
}
