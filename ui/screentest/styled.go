package screentest

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Styled is the screen with its styles, for golden files: ⟦bold #ff8800⟧ sets
// the style of what follows, ⟦⟧ ends it. Each row starts plain.
func (s *Screen) Styled() string {
	lines := make([]string, s.height)
	for y := range lines {
		lines[y] = styledLine(s.page.Line(y))
	}
	return strings.Join(lines, "\n")
}

func styledLine(line uv.Line) string {
	var b strings.Builder
	end := len(line)
	for end > 0 && line[end-1].Equal(&uv.EmptyCell) {
		end--
	}
	style := ""
	for i := range line[:end] {
		cell := &line[i]
		if cell.Width == 0 {
			continue
		}
		if now := describe(cell); now != style {
			style = now
			fmt.Fprintf(&b, "⟦%s⟧", style)
		}
		b.WriteString(cell.Content)
	}
	if style != "" {
		b.WriteString("⟦⟧")
	}
	return b.String()
}

var attributes = []struct {
	bit  uint8
	name string
}{
	{uv.AttrBold, "bold"},
	{uv.AttrFaint, "faint"},
	{uv.AttrItalic, "italic"},
	{uv.AttrBlink, "blink"},
	{uv.AttrRapidBlink, "blink"},
	{uv.AttrReverse, "reverse"},
	{uv.AttrConceal, "conceal"},
	{uv.AttrStrikethrough, "strike"},
}

var underlines = map[uv.Underline]string{
	uv.UnderlineSingle: "underline", uv.UnderlineDouble: "underline=double", uv.UnderlineCurly: "underline=curly",
	uv.UnderlineDotted: "underline=dotted", uv.UnderlineDashed: "underline=dashed",
}

// describe says the style of a cell in words.
func describe(cell *uv.Cell) string {
	var words []string
	for _, a := range attributes {
		if cell.Style.Attrs&a.bit != 0 {
			words = append(words, a.name)
		}
	}
	if name, ok := underlines[cell.Style.Underline]; ok {
		words = append(words, name)
	}
	if cell.Style.Fg != nil {
		words = append(words, colorName(cell.Style.Fg))
	}
	if cell.Style.Bg != nil {
		words = append(words, "on", colorName(cell.Style.Bg))
	}
	if cell.Style.UnderlineColor != nil {
		words = append(words, "under", colorName(cell.Style.UnderlineColor))
	}
	if cell.Link.URL != "" {
		words = append(words, "→"+cell.Link.URL)
	}
	return strings.Join(words, " ")
}

// colorName is a colour as the program chose it: one of the terminal's 16 or
// 256 by its number, any other by its value.
func colorName(c color.Color) string {
	switch c := c.(type) {
	case ansi.BasicColor:
		return fmt.Sprintf("c%d", uint8(c))
	case ansi.IndexedColor:
		return fmt.Sprintf("c%d", uint8(c))
	}
	return hex(c)
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
