package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

func build(p Palette) *Theme {
	return &Theme{Screen: screen(p), Text: text(p), Syntax: syntax(p), Glamour: leaves(p)}
}

func ink(c color.Color) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c != nil {
		s = s.Foreground(c)
	}
	return s
}

// quiet is ink for text read second. Without a colour for it the terminal's faint
// attribute stands in.
func (p Palette) quiet(c color.Color) lipgloss.Style {
	return ink(c).Faint(c == nil && !p.loud)
}

// found sets what a search found apart, where there are no colours by a line
// under it.
func (p Palette) found() lipgloss.Style {
	if p.Match == nil {
		return ink(p.MatchText).Bold(true).Underline(true)
	}
	return ink(p.MatchText).Background(p.Match)
}

func (p Palette) foundOn() lipgloss.Style {
	if p.Match == nil || p.Accent == nil {
		return lipgloss.NewStyle().Bold(true).Reverse(true)
	}
	return ink(inkOn(p.Accent)).Background(p.Accent).Bold(true)
}

func screen(p Palette) Screen {
	return Screen{
		Brand:     ink(p.Accent).Bold(true),
		Tab:       p.quiet(p.Muted),
		TabOn:     ink(p.Strong).Bold(true).Underline(true),
		Title:     ink(p.Strong).Bold(true),
		TitleRead: p.quiet(p.Muted),
		TitleOn:   ink(p.Accent).Bold(true),
		Dek:       p.quiet(p.Muted),
		Meta:      p.quiet(p.Muted),
		Figure:    ink(p.Text),
		Cursor:    ink(p.Accent),
		Star:      ink(p.Accent),
		Rule:      p.quiet(p.Faint),
		Key:       ink(p.Strong).Bold(true),
		Hint:      p.quiet(p.Muted),
		Notice:    ink(p.Good),
		Error:     ink(p.Bad).Bold(true),
		Full:      ink(p.Accent),
		Empty:     p.quiet(p.Faint),
		Match:     ink(p.Accent).Bold(true).Underline(true),
		Chosen:    ink(p.Link).Bold(true).Reverse(true),
		Selected:  lipgloss.NewStyle().Reverse(true),
		Dimmed:    p.quiet(p.Muted),
		Label:     ink(p.Accent).Bold(true).Reverse(true),
	}
}

func text(p Palette) Text {
	return Text{
		Body:   ink(p.Text),
		Kicker: p.quiet(p.Muted),
		Title:  ink(p.Accent).Bold(true),
		Meta:   p.quiet(p.Muted),
		Dek:    p.quiet(p.Muted).Italic(true),
		Notice: p.quiet(p.Muted),
		Rule:   p.quiet(p.Faint),
		Headings: [6]lipgloss.Style{
			ink(p.Accent).Bold(true).Underline(true),
			ink(p.Accent).Bold(true),
			ink(p.Strong).Bold(true),
			ink(p.Strong).Bold(true).Italic(true),
			ink(p.Strong).Italic(true),
			p.quiet(p.Muted).Italic(true),
		},
		QuoteBar: p.quiet(p.Faint),
		PullBar:  ink(p.Accent),
		Pull:     ink(p.Strong).Italic(true),
		ByLine:   ink(p.Accent),
		Bullet:   ink(p.Accent),
		CodeBar:  p.quiet(p.Faint),
		Code:     ink(p.Code),
		TableBar: p.quiet(p.Faint),
		Caption:  p.quiet(p.Muted).Italic(true),
		Mark:     ink(p.Link),
		Author:   ink(p.Strong).Bold(true),
		Reason:   p.quiet(p.Muted),
		Found:    p.found(),
		FoundOn:  p.foundOn(),
	}
}

// syntax has no colours of its own: code is set in those of the text around it.
func syntax(p Palette) Syntax {
	return Syntax{
		Comment: p.quiet(p.Muted).Italic(true),
		Keyword: ink(p.Accent).Bold(p.Accent == nil),
		String:  ink(p.Code),
		Number:  ink(p.Number),
		Name:    ink(p.Link),
		Added:   ink(p.Good),
		Removed: ink(p.Bad).Bold(p.Bad == nil),
	}
}
