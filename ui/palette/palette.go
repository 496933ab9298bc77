// Package palette finds any operation by its name: what is typed is matched with all
// that can be done where the reader is, and done.
package palette

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Palette lies over the bottom of a screen.
type Palette struct {
	intent.Asked
	theme  *theme.Theme
	names  *keys.Bindings
	of     keys.Scope
	able   func(keys.Op) bool
	recent []string // the lines that were done last, the latest first
	does   string   // to an address
	others map[keys.Op][]string
	prompt chrome.Prompt
	rows   []row
	chosen chrome.Choices // of rows; none while none of them is what is surely meant
	wrong  string         // why what is typed cannot be done
	width  int
	height int
}

// row is something that can be done.
type row struct {
	line string // that does it: "sort views"
	does string
	key  string
	more bool // it needs an argument, which is not in the line
}

// mostTyped is how long a line may be, in characters: an address may be in it.
const mostTyped = 2000

// New makes the palette of a place, with the lines that were done last. Able says what
// can be done there now.
func New(t *theme.Theme, names *keys.Bindings, of keys.Scope, able func(keys.Op) bool, recent []string) *Palette {
	p := &Palette{theme: t, names: names, of: of, able: able, recent: recent, others: map[keys.Op][]string{}}
	p.does = "read or add"
	if keys.Add.Scope()&of != 0 {
		p.does = "add"
	}
	p.prompt = chrome.NewPrompt(":", "a command, the number of a line, an address or a path to "+p.does, mostTyped)
	p.match()
	return p
}

// SetTheme draws the palette in other colours from now on.
func (p *Palette) SetTheme(t *theme.Theme) { p.theme = t }

// Open starts typing.
func (p *Palette) Open() tea.Cmd { return p.prompt.Open("") }

// Offer lists values for an operation beside those that it always has, such as the
// reader's own themes.
func (p *Palette) Offer(op keys.Op, values []string) {
	if p.others[op] = values; len(values) > 0 {
		p.match()
	}
}

// Scope is what the keys mean.
func (p *Palette) Scope() keys.Scope { return keys.InPalette }

// Of is the place that the palette is about.
func (p *Palette) Of() keys.Scope { return p.of }

// Resize lays the palette out for a window of a size.
func (p *Palette) Resize(width, height int) { p.width, p.height = width, height }

// Type matches what is typed.
func (p *Palette) Type(msg tea.Msg) tea.Cmd {
	return p.edit(func() (tea.Cmd, bool) { return p.prompt.Type(msg) })
}

// Able reports whether an operation of the palette itself has something to do now.
func (p *Palette) Able(o keys.Op) bool { return p.chosen.Able(o) }

// edit matches anew when what is typed has changed. A blank at its end counts: it
// ends the name of an operation, and what may stand behind it is listed.
func (p *Palette) edit(change func() (tea.Cmd, bool)) tea.Cmd {
	ended := p.prompt.EndsInBlank()
	cmd, changed := change()
	if changed || p.prompt.EndsInBlank() != ended {
		p.match()
	}
	return cmd
}

// Act does what a key asks for; false for what is not the palette's.
func (p *Palette) Act(c keys.Command) (tea.Cmd, bool) {
	switch {
	case c.Op == keys.DeleteBack && p.prompt.IsEmpty():
		p.cancel()
		return nil, true
	case c.Op.EditsLine():
		return p.edit(func() (tea.Cmd, bool) { return p.prompt.Edit(c.Op) }), true
	}
	switch c.Op {
	case keys.Complete:
		p.complete()
	case keys.Accept:
		p.accept()
	case keys.Cancel:
		p.cancel()
	default:
		return nil, p.chosen.Act(c.Op, p.room())
	}
	return nil, true
}

func (p *Palette) cancel() { p.Ask(intent.Uncover{}) }

// IsEmpty reports whether nothing is typed.
func (p *Palette) IsEmpty() bool { return p.prompt.IsEmpty() }

// complete puts the line under the cursor in place of what is typed.
func (p *Palette) complete() {
	if len(p.rows) == 0 {
		return
	}
	line := p.rows[max(0, p.chosen.Cursor)].line
	if op, err := keys.Find(line); err == nil && op.Arg().Name != "" {
		line += " "
	}
	p.prompt.Set(line)
	p.match()
}

// accept does what is typed, when that is a command; else what stands under the
// cursor.
func (p *Palette) accept() {
	typed := p.prompt.Text()
	if thing := thing(typed); thing != "" && p.chosen.Cursor <= 0 {
		p.do(keys.Command{Op: keys.Add, Arg: thing}, "add "+thing)
		return
	}
	line := typed
	if 0 <= p.chosen.Cursor && p.chosen.Cursor < len(p.rows) {
		if line = p.rows[p.chosen.Cursor].line; p.rows[p.chosen.Cursor].more {
			p.complete()
		}
	}
	if p.wrong = p.fault(line); p.wrong != "" {
		return
	}
	if c, err := keys.Parse(line, p.of); err == nil {
		p.do(c, line)
	}
}

// fault says why a line cannot be done; it is empty when it can.
func (p *Palette) fault(line string) string {
	c, err := keys.Parse(line, p.of)
	switch {
	case err != nil && c.Op == keys.None && len(p.rows) > 0:
		return articles.CleanLine(err.Error()) + " · " + p.names.Said(keys.NextChoice, keys.InPalette) + " chooses one of these"
	case err != nil:
		return articles.CleanLine(err.Error())
	case !p.able(c.Op):
		return c.Op.String() + " has nothing to do here now"
	}
	return ""
}

func (p *Palette) do(c keys.Command, line string) { p.Ask(intent.Run{Command: c, Line: line}) }

// Refuse says why what is typed was not done, when that came out in doing it.
func (p *Palette) Refuse(err error) { p.wrong = articles.CleanLine(err.Error()) }
