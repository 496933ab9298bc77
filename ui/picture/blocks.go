package picture

import (
	"image"
	"image/color"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// BlockPixels is how many pixels half-blocks show in a box: two in a cell, one
// above the other.
func BlockPixels(b Box) Size { return Size{b.Cols, 2 * b.Rows} }

// HalfBlocks draws an image of [BlockPixels], one string a row, in the colours
// that the terminal has, which must be 256 or more. Where the image is clear,
// the background shows.
func HalfBlocks(img *image.NRGBA, profile colorprofile.Profile) []string {
	rows := make([]string, 0, img.Rect.Dy()/2)
	for y := 0; y+1 < img.Rect.Dy(); y += 2 {
		p := blockPen{profile: profile}
		for x := range img.Rect.Dx() {
			p.cell(img.NRGBAAt(x, y), img.NRGBAAt(x, y+1))
		}
		rows = append(rows, string(append(p.out, "\x1b[m"...)))
	}
	return rows
}

// blockPen writes a row of cells; it repeats no colour that is set already.
type blockPen struct {
	profile colorprofile.Profile
	out     []byte
	fg, bg  string
}

func (p *blockPen) cell(top, bottom color.NRGBA) {
	above, below := p.color(top), p.color(bottom)
	switch {
	case above == "" && below == "":
		p.ink(p.fg, "")
		p.out = append(p.out, ' ')
	case above == "":
		p.ink(below, "")
		p.out = append(p.out, "▄"...)
	default:
		p.ink(above, below)
		p.out = append(p.out, "▀"...)
	}
}

// ink sets both colours; none is the background's own.
func (p *blockPen) ink(fg, bg string) {
	if fg != p.fg {
		p.out = append(p.out, "\x1b[38;"+fg+"m"...)
	}
	if bg != p.bg && bg != "" {
		p.out = append(p.out, "\x1b[48;"+bg+"m"...)
	} else if bg != p.bg {
		p.out = append(p.out, "\x1b[49m"...)
	}
	p.fg, p.bg = fg, bg
}

// color is the end of the sequence of a colour; empty for a clear one.
func (p *blockPen) color(c color.NRGBA) string {
	const half = 0x80
	if c.A < half {
		return ""
	}
	c.A = 0xff
	if p.profile == colorprofile.TrueColor {
		return "2;" + strconv.Itoa(int(c.R)) + ";" + strconv.Itoa(int(c.G)) + ";" + strconv.Itoa(int(c.B))
	}
	return "5;" + strconv.Itoa(int(ansi.Convert256(c)))
}
