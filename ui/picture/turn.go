package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"iter"
)

// turn is how a camera was held: the orientation of Exif 2.3, section 4.6.4,
// from 1 (upright) to 8.
type turn uint16

// swaps reports whether width and height change places.
func (t turn) swaps() bool { return t >= 5 }

// turned is the size of an image as it is to be seen.
func turned(data []byte, s Size) Size {
	if orientation(data).swaps() {
		s.Width, s.Height = s.Height, s.Width
	}
	return s
}

// apply turns an image upright.
func (t turn) apply(in *image.NRGBA) *image.NRGBA {
	if t == 1 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if t.swaps() {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			to := [...][2]int{
				{x, y},
				{w - 1 - x, y},
				{w - 1 - x, h - 1 - y},
				{x, h - 1 - y},
				{y, x},
				{h - 1 - y, x},
				{h - 1 - y, w - 1 - x},
				{y, w - 1 - x},
			}[t-1]
			copy(out.Pix[out.PixOffset(to[0], to[1]):][:4], in.Pix[in.PixOffset(x, y):][:4])
		}
	}
	return out
}

// orientation reads how a JPEG is to be turned, from the Exif segment before
// its pixels; upright where it does not say.
func orientation(data []byte) turn {
	for kind, body := range segments(data) {
		if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && kind == app1 {
			return tiffOrientation(tiff)
		}
	}
	return 1
}

// Kinds of segments of a JPEG: ITU T.81, table B.1.
const (
	progressive = 0xc2
	startOfScan = 0xda
	app1        = 0xe1
)

// segments are those of a JPEG before its pixels; none of anything else.
func segments(data []byte) iter.Seq2[byte, []byte] {
	return func(yield func(byte, []byte) bool) {
		if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
			return
		}
		for rest := data[2:]; len(rest) >= 4 && rest[0] == 0xff; {
			kind, size := rest[1], int(binary.BigEndian.Uint16(rest[2:]))
			if kind == startOfScan || size < 2 || len(rest) < 2+size || !yield(kind, rest[4:2+size]) {
				return
			}
			rest = rest[2+size:]
		}
	}
}

// tiffOrientation is the orientation tag of the first directory.
func tiffOrientation(tiff []byte) turn {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := order.Uint32(tiff[4:])
	if uint64(at)+2 > uint64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		const size, tag, value = 12, 0x0112, 8
		if len(entries) < size {
			break
		}
		if order.Uint16(entries) == tag {
			if t := turn(order.Uint16(entries[value:])); 1 <= t && t <= 8 {
				return t
			}
			break
		}
		entries = entries[size:]
	}
	return 1
}
