// Package layout makes Markdown of the words of pages, of which only the places
// and the fonts are known: lines, columns, paragraphs, headings, lists, code and
// tables. It is pure, and drops nothing but what is proven to stand on the pages
// and not in the text: running heads and feet, numbers of pages, and the hyphens
// at which lines were broken.
package layout

// Page is what stands on a page. Lengths are in points, 1/72 of an inch; the
// page is upright, and its bottom left corner is 0, 0.
type Page struct {
	Width, Height float64
	Words         []Word // in the order of the file, which is mostly that of reading
	Links         []Link
}

// Word is what stands between two blanks, in one font.
type Word struct {
	Text string
	Box
	Base   float64 // the line that its letters stand on
	Size   float64 // of its font
	Font   Font
	Joined bool // no blank parts it from the word before
	Turned bool // it does not run from left to right
	Hyphen bool // a line was broken within a word after it: its hyphen is not in Text
}

// Font is how a word looks.
type Font struct {
	Name               string
	Bold, Italic, Mono bool
}

// Box is a rectangle; Bottom is less than Top.
type Box struct{ Left, Right, Bottom, Top float64 }

// Link is an address that a place on a page leads to.
type Link struct {
	Box
	URL string
}

// Union is the smallest box around both.
func (b Box) Union(c Box) Box {
	return Box{min(b.Left, c.Left), max(b.Right, c.Right), min(b.Bottom, c.Bottom), max(b.Top, c.Top)}
}

// beside reports whether two boxes share some of their height.
func (b Box) beside(c Box) bool { return min(b.Top, c.Top) > max(b.Bottom, c.Bottom) }

// shared is the width in which one of two boxes stands above the other; negative
// when they stand apart.
func (b Box) shared(c Box) float64 { return min(b.Right, c.Right) - max(b.Left, c.Left) }

func (b Box) width() float64  { return b.Right - b.Left }
func (b Box) middle() float64 { return (b.Left + b.Right) / 2 }
