package pdf

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/requests"

	"lede/articles/importer/pdf/layout"
)

// upright is how a page is shown: the corner of what is seen of it, and by how
// many quarters it is turned clockwise.
type upright struct {
	layout.Box
	quarters int
}

func (d *document) upright(one requests.Page) upright {
	u := upright{Box: layout.Box{Right: 612, Top: 792}}
	if b, err := d.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: one}); err == nil && b.Rect.Right > b.Rect.Left && b.Rect.Top > b.Rect.Bottom {
		u.Box = layout.Box{Left: float64(b.Rect.Left), Right: float64(b.Rect.Right), Bottom: float64(b.Rect.Bottom), Top: float64(b.Rect.Top)}
	}
	if r, err := d.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: one}); err == nil {
		u.quarters = int(r.PageRotation) & 3
	}
	return u
}

// size is the width and height of the page as it is shown.
func (u upright) size() (width, height float64) {
	width, height = u.Right-u.Left, u.Top-u.Bottom
	if u.quarters%2 == 1 {
		return height, width
	}
	return width, height
}

// turn is where a box stands on the page as it is shown.
func (u upright) turn(b layout.Box) layout.Box {
	switch u.quarters {
	case 1:
		return layout.Box{Left: b.Bottom - u.Bottom, Right: b.Top - u.Bottom, Bottom: u.Right - b.Right, Top: u.Right - b.Left}
	case 2:
		return layout.Box{Left: u.Right - b.Right, Right: u.Right - b.Left, Bottom: u.Top - b.Top, Top: u.Top - b.Bottom}
	case 3:
		return layout.Box{Left: u.Top - b.Top, Right: u.Top - b.Bottom, Bottom: b.Left - u.Left, Top: b.Right - u.Left}
	}
	return layout.Box{Left: b.Left - u.Left, Right: b.Right - u.Left, Bottom: b.Bottom - u.Bottom, Top: b.Top - u.Bottom}
}

// style is how the letter with an index looks, which stands in a box.
func (p *page) style(index int, in layout.Box) (style, error) {
	index = p.at(index)
	s := style{size: in.Top - in.Bottom, base: in.Bottom}
	size, err := p.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: index})
	if err != nil {
		return s, err
	}
	if m, err := p.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: p.text, Index: index}); err == nil {
		if up := math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D)); up > 0 && size.FontSize > 0 {
			s.size = size.FontSize * up
		}
		start := p.turn(layout.Box{Left: float64(m.Matrix.E), Right: float64(m.Matrix.E), Bottom: float64(m.Matrix.F), Top: float64(m.Matrix.F)})
		along, across := float64(m.Matrix.A), float64(m.Matrix.B)
		for range p.quarters {
			along, across = across, -along
		}
		s.turned = along < math.Abs(across)
		if start.Bottom > in.Bottom-s.size && start.Bottom < in.Top {
			s.base = start.Bottom
		}
	}
	s.font = p.fontOf(index)
	return s, nil
}

// The flags of a font in PDF.
const (
	flagFixed  = 1 << 0
	flagItalic = 1 << 6
	flagBold   = 1 << 18
)

// heavy is the weight from which a font is bold.
const heavy = 700

func (p *page) fontOf(index int) layout.Font {
	info, err := p.in.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: p.text, Index: index})
	if err != nil {
		return layout.Font{}
	}
	key := info.FontName + string(rune(info.Flags))
	if f, ok := p.font[key]; ok {
		return f
	}
	name := info.FontName
	if _, own, ok := strings.Cut(name, "+"); ok {
		name = own
	}
	low := strings.ToLower(name)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(low, w) {
				return true
			}
		}
		return false
	}
	f := layout.Font{
		Name:   name,
		Bold:   has("bold", "black", "heavy", "demi") || strings.HasPrefix(low, "cmbx"),
		Italic: info.Flags&flagItalic != 0 || has("italic", "oblique", "slanted") || strings.HasPrefix(low, "cmti"),
		Mono:   info.Flags&flagFixed != 0 || has("mono", "courier", "consolas", "menlo", "typewriter", "fixed", "inconsolata", "lucidaconsole", "sourcecode") || strings.HasPrefix(low, "cmtt") || strings.HasPrefix(low, "sftt") || strings.HasPrefix(low, "ectt"),
	}
	// Names are more to be trusted than numbers that nobody sees.
	if !f.Bold && !has("regular", "roman", "book", "light", "medium", "text", "thin") {
		w, err := p.in.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: p.text, Index: index})
		f.Bold = err == nil && w.FontWeight >= heavy || info.Flags&flagBold != 0
	}
	p.font[key] = f
	return f
}
