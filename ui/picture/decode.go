package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif"  // the formats that are read,
	_ "image/jpeg" // and no others
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // and this one
)

// What an image may cost while it is decoded. One of 64 megapixels is a
// scanned poster; a small file can claim far more.
const (
	maxPixels  = 64 << 20
	maxDecoded = 384 << 20 // bytes
)

// Size is the extent of an image in pixels. The zero Size is that of an image
// that cannot be shown.
type Size struct{ Width, Height int }

// Measure reads the size of an image from its header. An image that is of no
// known format, or too large to be decoded, is an error.
func Measure(data []byte) (s Size, err error) {
	defer noPanic(&err)
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Size{}, fmt.Errorf("read the header of the image: %w", err)
	}
	w, h := config.Width, config.Height
	switch {
	case w <= 0 || h <= 0:
		return Size{}, errors.New("the image is empty")
	case w > maxPixels || h > maxPixels || w*h > maxPixels || w*h*depth(data, config.ColorModel) > maxDecoded:
		return Size{}, fmt.Errorf("the %s image has %d × %d pixels", format, w, h)
	}
	return turned(data, Size{w, h}), nil
}

// depth is the bytes that a pixel takes while it is decoded.
func depth(data []byte, m color.Model) int {
	for kind := range segments(data) {
		if kind == progressive {
			return 12 // all coefficients are held, of four bytes each
		}
	}
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.Gray16Model:
		return 2
	case color.GrayModel:
		return 1
	}
	if _, ok := m.(color.Palette); ok {
		return 1
	}
	return 4
}

// Decode reads an image, the first frame of a moving one, and scales it to so
// many pixels. It gives up when ctx ends.
func Decode(ctx context.Context, data []byte, to Size) (out *image.NRGBA, err error) {
	defer noPanic(&err)
	size, err := Measure(data)
	if err != nil {
		return nil, err
	}
	if to.Width <= 0 || to.Height <= 0 || to.Width*to.Height > maxPixels/4 {
		return nil, fmt.Errorf("scale the image to %d × %d", to.Width, to.Height)
	}
	img, format, err := image.Decode(reader{ctx, bytes.NewReader(data)})
	if err != nil {
		return nil, fmt.Errorf("decode the image: %w", err)
	}
	turn := orientation(data)
	if turn.swaps() {
		size.Width, size.Height = size.Height, size.Width
		to.Width, to.Height = to.Height, to.Width
	}
	if whole := image.Rect(0, 0, size.Width, size.Height); format == "gif" && img.Bounds() != whole {
		canvas := image.NewNRGBA(whole) // a frame may be a part of its picture
		draw.Draw(canvas, img.Bounds(), img, img.Bounds().Min, draw.Src)
		img = canvas
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return turn.apply(scale(img, to)), nil
}

// scale makes img smaller in two steps when it is much larger: the good way
// takes memory for every row of what it is given.
func scale(img image.Image, to Size) *image.NRGBA {
	const enough = 3 // times the size, in which the quick way loses nothing
	from := img.Bounds()
	if from.Dx()*from.Dy() > enough*enough*to.Width*to.Height {
		middle := image.NewRGBA(image.Rect(0, 0, min(from.Dx(), enough*to.Width), min(from.Dy(), enough*to.Height)))
		draw.ApproxBiLinear.Scale(middle, middle.Bounds(), img, from, draw.Src, nil)
		img, from = middle, middle.Bounds()
	}
	out := image.NewNRGBA(image.Rect(0, 0, to.Width, to.Height))
	draw.CatmullRom.Scale(out, out.Bounds(), img, from, draw.Src, nil)
	return out
}

// noPanic makes an error of a fault in a decoder: bytes from outside must not
// end the program.
func noPanic(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("decode the image: %v", fault)
	}
}
