package style

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Pen writes one row, with as few escape sequences as it can.
type Pen struct {
	out  strings.Builder
	sgr  string
	link string
}

// Grow makes room for so many bytes.
func (p *Pen) Grow(n int) { p.out.Grow(n) }

// Write adds s in the style of a sequence, as the words of a link to an address; both
// may be empty.
func (p *Pen) Write(s, sgr, link string) {
	if s == "" {
		return
	}
	if link != p.link {
		p.unlink()
		if link != "" {
			p.out.WriteString(ansi.SetHyperlink(link))
		}
		p.link = link
	}
	if sgr != p.sgr {
		if p.sgr != "" {
			p.out.WriteString("\x1b[m")
		}
		p.out.WriteString(sgr)
		p.sgr = sgr
	}
	p.out.WriteString(s)
}

func (p *Pen) unlink() {
	if p.link != "" {
		p.out.WriteString(ansi.ResetHyperlink())
		p.link = ""
	}
}

// Done closes what is open and returns the row's text.
func (p *Pen) Done() string {
	if p.sgr != "" {
		p.out.WriteString("\x1b[m")
		p.sgr = ""
	}
	p.unlink()
	return p.out.String()
}

// Dye is s in one style.
func Dye(s, sgr string) string {
	if sgr == "" || s == "" {
		return s
	}
	return sgr + s + "\x1b[m"
}
