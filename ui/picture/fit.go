package picture

// Cell is the extent of a character cell in pixels.
type Cell struct{ Width, Height int }

// UsualCell is that of a terminal that does not say.
var UsualCell = Cell{8, 16}

// Box is an extent in cells.
type Box struct{ Cols, Rows int }

// smallest is the extent below which an image is no picture to look at, such
// as the pixel that counts readers.
const smallest = 8

// Fit is the box of an image of size s within limit: as large as it is, or as
// fits, with its aspect kept. It is zero for what cannot be shown.
func Fit(s Size, cell Cell, limit Box) Box {
	if s.Width < smallest || s.Height < smallest || limit.Cols < 1 || limit.Rows < 1 {
		return Box{}
	}
	if cell.Width < 1 || cell.Height < 1 {
		cell = UsualCell
	}
	w, h := float64(s.Width)/float64(cell.Width), float64(s.Height)/float64(cell.Height)
	shrink := min(1, float64(limit.Cols)/w, float64(limit.Rows)/h)
	return Box{
		Cols: min(limit.Cols, max(1, int(w*shrink+0.5))),
		Rows: min(limit.Rows, max(1, int(h*shrink+0.5))),
	}
}
