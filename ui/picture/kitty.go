package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi/kitty"
)

// mostKitty is how many pixels a terminal is sent of one image.
const mostKitty = 1 << 20

// mostMarks is how many rows and columns the protocol can number.
const mostMarks = 297

// KittyPixels is how many pixels of an image to send for a box: as many as the
// cells have, or as the image has, within what is decent to send.
func KittyPixels(s Size, b Box, cell Cell) Size {
	w, h := min(s.Width, b.Cols*cell.Width), min(s.Height, b.Rows*cell.Height)
	for w*h > mostKitty {
		w, h = w*9/10, h*9/10
	}
	return Size{max(1, w), max(1, h)}
}

// KittyImage is what makes a terminal keep an image under a number, of 24 bits
// and not 0, for the placeholders of [KittyRows]. It is to be asked for no
// answer, and sent in pieces of 4096 bytes.
// https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders
func KittyImage(img *image.NRGBA, number int, b Box) (string, error) {
	var encoded bytes.Buffer
	to := base64.NewEncoder(base64.StdEncoding, &encoded)
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(to, img); err != nil {
		return "", fmt.Errorf("encode the image: %w", err)
	}
	_ = to.Close() // a buffer takes everything
	var out strings.Builder
	options := fmt.Sprintf("a=T,U=1,q=2,f=100,i=%d,c=%d,r=%d,", number, b.Cols, b.Rows)
	for {
		const most = 4096
		piece := encoded.Next(most)
		more := 0
		if encoded.Len() > 0 {
			more = 1
		}
		fmt.Fprintf(&out, "\x1b_G%sm=%d;%s\x1b\\", options, more, piece)
		if more == 0 {
			return out.String(), nil
		}
		options = "q=2,"
	}
}

// KittyForget makes a terminal drop the image of a number.
func KittyForget(number int) string {
	return fmt.Sprintf("\x1b_Ga=d,d=I,i=%d,q=2\x1b\\", number)
}

// KittyRows are the placeholders of an image, one string a row: each cell says
// by its colour which image it belongs to, and by its marks which part of it.
func KittyRows(number int, b Box) []string {
	color := "\x1b[38;2;" + strconv.Itoa(number>>16&0xff) + ";" +
		strconv.Itoa(number>>8&0xff) + ";" + strconv.Itoa(number&0xff) + "m"
	rows := make([]string, min(b.Rows, mostMarks))
	for y := range rows {
		var row strings.Builder
		row.WriteString(color)
		for x := range min(b.Cols, mostMarks) {
			row.WriteRune(kitty.Placeholder)
			row.WriteRune(kitty.Diacritic(y))
			row.WriteRune(kitty.Diacritic(x))
		}
		row.WriteString("\x1b[m")
		rows[y] = row.String()
	}
	return rows
}
