package chrome

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Prompt is a line that the reader types: what is searched, what the list is
// filtered by, what is added, the name of an operation.
type Prompt struct {
	lead  string // stands before what is typed: " / "
	hint  string // stands in place of it while there is nothing
	input textinput.Model
}

// NewPrompt makes a prompt for at most so many characters.
func NewPrompt(lead, hint string, most int) Prompt {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = most
	in.SetVirtualCursor(false)
	return Prompt{lead: " " + lead + " ", hint: hint, input: in}
}

// Lead has another sign stand before what is typed.
func (p *Prompt) Lead(lead string) { p.lead = " " + lead + " " }

// Hint has another hint stand there while nothing does.
func (p *Prompt) Hint(hint string) { p.hint = hint }

// Open starts typing, with a text that stands there already.
func (p *Prompt) Open(text string) tea.Cmd {
	p.input.SetValue(text)
	p.input.CursorEnd()
	return p.input.Focus()
}

// Close ends typing; the text stays.
func (p *Prompt) Close() { p.input.Blur() }

// Clear ends typing and forgets the text.
func (p *Prompt) Clear() {
	p.input.Reset()
	p.input.Blur()
}

// Text is what was typed, as one clean line.
func (p *Prompt) Text() string { return articles.CleanLine(p.input.Value()) }

// Set puts a text of ours in the place of what was typed.
func (p *Prompt) Set(text string) {
	p.input.SetValue(text)
	p.input.CursorEnd()
}

// Typed is what stands in the line, blanks and all, and the byte before which the cursor
// is.
func (p *Prompt) Typed() (text string, at int) {
	text = p.input.Value()
	runes := []rune(text)
	return text, len(string(runes[:min(p.input.Position(), len(runes))]))
}

// SetAt puts a text of ours in the place of what was typed, with the cursor before a byte
// of it, and says whether the text changed.
func (p *Prompt) SetAt(text string, at int) (changed bool) {
	before := p.Text()
	p.input.SetValue(text)
	p.input.SetCursor(utf8.RuneCountInString(text[:min(at, len(text))]))
	return p.Text() != before
}

// EndsInBlank reports whether a word is over and another one begins.
func (p *Prompt) EndsInBlank() bool {
	return p.Text() != "" && strings.HasSuffix(p.input.Value(), " ")
}

// IsEmpty reports whether nothing stands there, not even a blank.
func (p *Prompt) IsEmpty() bool { return p.input.Value() == "" }

// Type gives a key or a paste to the prompt, and says whether the text changed.
// Nothing but clean words comes into the line.
func (p *Prompt) Type(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	before := p.Text()
	if paste, ok := msg.(tea.PasteMsg); ok {
		paste.Content = articles.CleanLine(paste.Content)
		msg = paste
	}
	p.input, cmd = p.input.Update(msg)
	if value := p.input.Value(); articles.Clean(value) != value {
		p.input.SetValue(strings.ReplaceAll(articles.Clean(value), "\n", " "))
	}
	return cmd, p.Text() != before
}

// Edit changes the line as an operation wants it, and says whether the text changed.
func (p *Prompt) Edit(o keys.Op) (cmd tea.Cmd, changed bool) {
	before := p.Text()
	text, at := []rune(p.input.Value()), p.input.Position()
	switch o {
	case keys.CharForward:
		at++
	case keys.CharBack:
		at--
	case keys.WordForward:
		at = wordEnd(text, at)
	case keys.WordBack:
		at = wordStart(text, at)
	case keys.LineStart:
		at = 0
	case keys.LineEnd:
		at = len(text)
	case keys.Paste:
		return paste, false
	default:
		from, to := cutOut(o, text, at)
		p.input.SetValue(string(slices.Delete(text, from, to)))
		at = from
	}
	p.input.SetCursor(at) // within bounds
	return nil, p.Text() != before
}

// cutOut is what an operation takes out of a text.
func cutOut(o keys.Op, text []rune, at int) (from, to int) {
	switch o {
	case keys.DeleteBack:
		return max(0, at-1), at
	case keys.DeleteForward:
		return at, min(at+1, len(text))
	case keys.DeleteWord:
		return wordStart(text, at), at
	case keys.DeleteWordForward:
		return at, wordEnd(text, at)
	case keys.DeleteToStart:
		return 0, at
	case keys.DeleteToEnd:
		return at, len(text)
	}
	return at, at
}

// wordStart is where the word before a place begins, wordEnd where the one behind it
// ends.
func wordStart(text []rune, at int) int {
	for at > 0 && unicode.IsSpace(text[at-1]) {
		at--
	}
	for at > 0 && !unicode.IsSpace(text[at-1]) {
		at--
	}
	return at
}

func wordEnd(text []rune, at int) int {
	for at < len(text) && unicode.IsSpace(text[at]) {
		at++
	}
	for at < len(text) && !unicode.IsSpace(text[at]) {
		at++
	}
	return at
}

// paste brings what is on the system's clipboard, as a terminal would that pastes.
func paste() tea.Msg {
	text, err := clipboard.ReadAll()
	if err != nil {
		return nil // there is none; the terminal's own paste is always there
	}
	return tea.PasteMsg{Content: text}
}

// Line is the prompt as it stands in the footer, in so many columns at most, with
// what is said of the text behind it. While nothing is typed, the hint says what
// may be.
func (p *Prompt) Line(t *theme.Theme, said string, width int) string {
	return p.LineAs(t, p.input.Value(), said, width)
}

// LineAs is Line with a text in the place of what was typed, while nobody types.
func (p *Prompt) LineAs(t *theme.Theme, text, said string, width int) string {
	lead := t.Screen.Key.Render(p.lead)
	if p.IsEmpty() && said == "" {
		return Cut(lead+t.Screen.Hint.Render(" "+p.hint), width)
	}
	if said != "" {
		said = t.Screen.Hint.Render(beforeSaid + said)
	}
	room := max(leastText, width-len(p.lead)-ansi.StringWidth(said)-1)
	p.input.SetWidth(room)
	// The view is as wide as it may be; what is said stands right behind the text.
	text = Cut(text, room)
	if p.input.Focused() {
		text = ansi.Truncate(p.input.View(), ansi.StringWidth(p.input.Value())+1, "")
	}
	return Cut(lead+text+said, width)
}

// leastText is how much of a text is always seen, in columns, and beforeSaid what parts it
// from what is said of it.
const (
	leastText  = 8
	beforeSaid = "  "
)

// Least is how many columns of the line are not there for what is said of a text.
func (p *Prompt) Least(text string) int {
	return len(p.lead) + min(leastText, ansi.StringWidth(text)) + 1 + len(beforeSaid)
}

// Cursor is where the terminal's cursor stands while one types, when the line
// begins at a column of a row; nil where that is not on a screen of a width.
func (p *Prompt) Cursor(left, row, width int) *tea.Cursor {
	c := p.input.Cursor()
	if c == nil {
		return nil
	}
	c.X += left + len(p.lead)
	c.Y = row
	if c.X >= width {
		return nil
	}
	return c
}
