package picture

import (
	"image"
	"strconv"
	"strings"
)

// mostSixel is how many pixels of an image are written as sixels, at two bytes
// or so for each. What has more is drawn in pixels of twice the size.
const mostSixel = 1 << 19

// SixelPixels is how many pixels of an image fill a box, and how large each of
// them is drawn.
func SixelPixels(b Box, cell Cell) (s Size, scale int) {
	scale = 1
	for s = (Size{b.Cols * cell.Width, b.Rows * cell.Height}); s.Width*s.Height > mostSixel; scale *= 2 {
		s = Size{max(1, s.Width/2), max(1, s.Height/2)}
	}
	return s, scale
}

// Levels of red, green and blue: the eye tells most greens apart. Together
// they make 252 colours; terminals have 256.
const (
	reds, greens, blues = 6, 7, 6
	transparent         = 0xff // no colour: the background shows
)

// Sixel is what draws an image from the cursor on, each pixel in a square of
// scale by scale, for terminals with DEC's sixel graphics: columns of six
// pixels, one colour over the other.
// https://vt100.net/docs/vt3xx-gp/chapter14.html
func Sixel(img *image.NRGBA, scale int) string {
	pixels, w, h := dithered(img), img.Rect.Dx(), img.Rect.Dy()
	var out strings.Builder
	out.WriteString("\x1bP0;1;0q\"1;1;" + strconv.Itoa(w*scale) + ";" + strconv.Itoa(h*scale))
	var defined [reds * greens * blues]bool
	for top := 0; top < h*scale; top += 6 {
		var band [reds * greens * blues][]byte // the six bits of each column, by colour
		for y := top; y < min(top+6, h*scale); y++ {
			for x, c := range pixels[y/scale*w:][:w] {
				if c == transparent {
					continue
				}
				if band[c] == nil {
					band[c] = make([]byte, w)
				}
				band[c][x] |= 1 << (y - top)
			}
		}
		for c, columns := range band {
			if columns == nil {
				continue
			}
			number := "#" + strconv.Itoa(c)
			if !defined[c] { // which does not choose it: xterm goes on in the colour before
				defined[c] = true
				percent := func(level, levels int) string { return ";" + strconv.Itoa(100*level/(levels-1)) }
				out.WriteString(number + ";2" + percent(c/(greens*blues), reds) + percent(c/blues%greens, greens) + percent(c%blues, blues))
			}
			out.WriteString(number)
			writeColumns(&out, columns, scale)
			out.WriteByte('$') // back to the left, for the next colour
		}
		out.WriteByte('-')
	}
	out.WriteString("\x1b\\")
	return out.String()
}

// writeColumns writes columns of sixels, runs of the same ones as their count.
func writeColumns(out *strings.Builder, columns []byte, scale int) {
	for x := 0; x < len(columns); {
		n := 1
		for x+n < len(columns) && columns[x+n] == columns[x] {
			n++
		}
		if x += n; x == len(columns) && columns[x-1] == 0 {
			return // nothing but background is left
		}
		sign := string(rune('?' + columns[x-1]))
		if n *= scale; n > 3 {
			out.WriteString("!" + strconv.Itoa(n) + sign)
		} else {
			out.WriteString(strings.Repeat(sign, n))
		}
	}
}

// dithered gives each pixel the number of its colour. What a colour is off by
// goes to the pixels to the right and below (Floyd and Steinberg, An Adaptive
// Algorithm for Spatial Greyscale, 1976).
func dithered(img *image.NRGBA) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := make([]byte, w*h)
	levels := [3]int{reds, greens, blues}
	here, below := make([][3]int, w+2), make([][3]int, w+2) // sixteenths, one pixel off
	for y := range h {
		for x := range w {
			p := img.Pix[img.PixOffset(img.Rect.Min.X+x, img.Rect.Min.Y+y):]
			if p[3] < 0x80 {
				out[y*w+x] = transparent
				continue
			}
			number := 0
			for i, n := range levels {
				want := min(max(0, int(p[i])+here[x+1][i]/16), 0xff)
				level := (want*(n-1) + 0x7f) / 0xff
				number = number*n + level
				off := want - level*0xff/(n-1)
				here[x+2][i] += 7 * off
				below[x][i] += 3 * off
				below[x+1][i] += 5 * off
				below[x+2][i] += off
			}
			out[y*w+x] = byte(number)
		}
		here, below = below, here
		for x := range below {
			below[x] = [3]int{}
		}
	}
	return out
}
