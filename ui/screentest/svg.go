package screentest

import (
	"fmt"
	"html"
	"image/color"
	"math"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Measures of a picture in pixels. The cell is as wide as most monospaced
// fonts are at 14 pixels; textLength makes the others fit.
const (
	advance  = 8.4
	leading  = 18.0
	baseline = 13.5
	padding  = 14.0
	titleBar = 34.0
)

const svgStyle = `text{font:14px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;` +
	`white-space:pre}.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}` +
	`.s{text-decoration:line-through}.f{opacity:.6}.c{text-anchor:middle}`

// picture draws one screen.
type picture struct {
	out    strings.Builder
	scheme scheme
	lines  strokes
}

// SVG draws the screen as the window of a terminal with a title. The picture
// needs no font of its own, and stands on light and dark pages alike.
func SVG(s *Screen, title string) string {
	p := &picture{scheme: schemeOf(s.terminal), lines: strokes{paths: map[stroke]*strings.Builder{}}}
	width := float64(s.width)*advance + 2*padding
	height := float64(s.height)*leading + titleBar + padding
	p.window(width, height, title)
	fmt.Fprintf(&p.out, "<g transform=\"translate(%g %g)\" fill=\"%s\">\n", padding, titleBar, hex(p.scheme.foreground))
	for y := range s.height {
		p.backgrounds(s.page.Line(y), y)
	}
	for y := range s.height {
		p.row(s.page.Line(y), y)
	}
	p.lines.writeTo(&p.out)
	if x, y, visible := s.Cursor(); visible {
		p.rect(float64(x)*advance, float64(y)*leading, advance, leading, hex(p.scheme.foreground), .5)
	}
	p.out.WriteString("</g>\n</svg>\n")
	return p.out.String()
}

// window draws the frame: its ground, three quiet buttons and the title.
func (p *picture) window(width, height float64, title string) {
	fmt.Fprintf(&p.out, `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s" role="img" aria-label="%[3]s">`+"\n",
		px(width), px(height), html.EscapeString(title))
	fmt.Fprintf(&p.out, "<style>%s</style>\n", svgStyle)
	fmt.Fprintf(&p.out, `<rect x=".5" y=".5" width="%s" height="%s" rx="9" fill="%s" stroke="#808590" stroke-opacity=".45"/>`+"\n",
		px(width-1), px(height-1), hex(p.scheme.background))
	p.out.WriteString(`<g fill="#808590" fill-opacity=".55"><circle cx="19" cy="17" r="5.5"/><circle cx="37" cy="17" r="5.5"/><circle cx="55" cy="17" r="5.5"/></g>` + "\n")
	fmt.Fprintf(&p.out, `<text class="c" x="%s" y="21.5" fill="#808590">%s</text>`+"\n", px(width/2), html.EscapeString(title))
}

// px writes a length: to a tenth of a pixel is enough.
func px(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

func (p *picture) rect(x, y, width, height float64, fill string, opacity float64) {
	fmt.Fprintf(&p.out, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"`, px(x), px(y), px(width), px(height), fill)
	if opacity < 1 {
		fmt.Fprintf(&p.out, ` fill-opacity="%.2g"`, opacity)
	}
	p.out.WriteString(` shape-rendering="crispEdges"/>` + "\n")
}

// ink is how a cell is drawn: its colours after reverse video, its letters.
type ink struct {
	fill, ground string
	class        string
}

func (p *picture) ink(cell *uv.Cell) ink {
	var fore, back color.Color = p.scheme.foreground, p.scheme.background
	if cell.Style.Fg != nil {
		fore = p.scheme.resolve(cell.Style.Fg)
	}
	if cell.Style.Bg != nil {
		back = p.scheme.resolve(cell.Style.Bg)
	}
	if cell.Style.Attrs&uv.AttrReverse != 0 {
		fore, back = back, fore
	}
	return ink{fill: hex(fore), ground: hex(back), class: class(cell)}
}

// class names the style classes of a cell's letters.
func class(cell *uv.Cell) string {
	var classes []string
	for _, a := range []struct {
		on   bool
		name string
	}{
		{cell.Style.Attrs&uv.AttrBold != 0, "b"},
		{cell.Style.Attrs&uv.AttrItalic != 0, "i"},
		{cell.Style.Underline != uv.UnderlineNone, "u"},
		{cell.Style.Attrs&uv.AttrStrikethrough != 0, "s"},
		{cell.Style.Attrs&uv.AttrFaint != 0, "f"},
	} {
		if a.on {
			classes = append(classes, a.name)
		}
	}
	return strings.Join(classes, " ")
}

// backgrounds draws the runs of cells whose ground is not the terminal's.
func (p *picture) backgrounds(line uv.Line, y int) {
	for x := 0; x < len(line); {
		ground, end := p.ink(&line[x]).ground, x+1
		for end < len(line) && (line[end].Width == 0 || p.ink(&line[end]).ground == ground) {
			end++
		}
		if ground != hex(p.scheme.background) {
			p.rect(float64(x)*advance, float64(y)*leading, float64(end-x)*advance, leading, ground, 1)
		}
		x = end
	}
}

// row draws the letters of a row, in runs of one style.
func (p *picture) row(line uv.Line, y int) {
	for x := 0; x < len(line); {
		cell := &line[x]
		switch {
		case cell.Width == 0 || cell.Content == " ":
			x++
		case p.drawn(line, x, y):
			x++
		case !steady(cell):
			p.letters(ink{fill: p.ink(cell).fill, class: strings.TrimSpace("c " + class(cell))},
				float64(x)+float64(cell.Width)/2, y, cell.Content, 0)
			x += cell.Width
		default:
			end := p.runEnd(line, x)
			p.letters(p.ink(cell), float64(x), y, text(line[x:end]), end-x)
			x = end
		}
	}
}

// runEnd is the end of the run of letters in one style that starts at x. A
// wide gap ends it too, which keeps columns where they are in every font.
func (p *picture) runEnd(line uv.Line, x int) int {
	style := p.ink(&line[x])
	end := x + 1
	for end < len(line) && steady(&line[end]) && p.goesOn(style, &line[end]) {
		if line[end].Content == " " && (end+1 == len(line) || line[end+1].Content == " ") {
			break
		}
		end++
	}
	for end > x+1 && line[end-1].Content == " " {
		end--
	}
	return end
}

// goesOn tells whether a cell can be written with what stands before it: it has
// the same style, or it is a blank, of which only the lines show.
func (p *picture) goesOn(style ink, cell *uv.Cell) bool {
	now := p.ink(cell)
	if cell.Content == " " {
		lines := func(class string) string { return strings.Trim(class, "bif ") }
		return now.fill == style.fill && lines(now.class) == lines(style.class)
	}
	return now == style
}

// letters writes text at a column; a run of more than one column is fitted.
func (p *picture) letters(style ink, x float64, y int, content string, columns int) {
	fmt.Fprintf(&p.out, `<text x="%s" y="%s"`, px(x*advance), px(float64(y)*leading+baseline))
	if columns > 1 {
		fmt.Fprintf(&p.out, ` textLength="%s"`, px(float64(columns)*advance))
	}
	if style.class != "" {
		fmt.Fprintf(&p.out, ` class="%s"`, style.class)
	}
	if style.fill != hex(p.scheme.foreground) {
		fmt.Fprintf(&p.out, ` fill="%s"`, style.fill)
	}
	fmt.Fprintf(&p.out, ">%s</text>\n", html.EscapeString(content))
}

// steady tells whether every monospaced font has the cell's letter at the
// common width; others are centred in their cells one by one.
func steady(cell *uv.Cell) bool {
	for _, r := range cell.Content {
		if r >= 0x0530 && (r < 0x1e00 || r > 0x2027) || isDrawn(r) {
			return false
		}
	}
	return cell.Width == 1
}
