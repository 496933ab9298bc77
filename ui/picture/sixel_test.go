package picture

import (
	"image"
	"image/color"
	"testing"
)

func TestSixel(t *testing.T) {
	t.Parallel()
	img := image.NewNRGBA(image.Rect(0, 0, 5, 7))
	for y := range 7 {
		for x := range 5 {
			img.SetNRGBA(x, y, color.NRGBA{0xff, 0, 0, 0xff})
		}
	}
	img.SetNRGBA(4, 6, color.NRGBA{}) // clear
	const red = 5 * greens * blues
	if got, want := Sixel(img, 1), "\x1bP0;1;0q\"1;1;5;7#210;2;100;0;0#210!5~$-#210!4@$-\x1b\\"; got != want || red != 210 {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Sixel(img, 2), "\x1bP0;1;0q\"1;1;10;14#210;2;100;0;0#210!10~$-#210!10~$-#210!8B$-\x1b\\"; got != want {
		t.Errorf("twice the size: got %q, want %q", got, want)
	}
}

// TestDithering: a grey between two levels is made of both, in their shares.
func TestDithering(t *testing.T) {
	t.Parallel()
	img := image.NewNRGBA(image.Rect(0, 0, 60, 60))
	for i := range img.Pix {
		img.Pix[i] = 0x80
		if i%4 == 3 {
			img.Pix[i] = 0xff
		}
	}
	sum := 0
	for _, c := range dithered(img) {
		sum += int(c) / (greens * blues) * 0xff / (reds - 1)
	}
	if mean := sum / 3600; mean < 0x7c || mean > 0x84 {
		t.Errorf("the mean red is %#x, want 0x80", mean)
	}
}

func TestSixelPixels(t *testing.T) {
	t.Parallel()
	if s, scale := SixelPixels(Box{72, 20}, Cell{8, 16}); s != (Size{576, 320}) || scale != 1 {
		t.Errorf("%v × %d", s, scale)
	}
	if s, scale := SixelPixels(Box{72, 20}, Cell{20, 40}); s != (Size{720, 400}) || scale != 2 {
		t.Errorf("%v × %d", s, scale)
	}
}

func BenchmarkSixel(b *testing.B) {
	img := image.NewNRGBA(image.Rect(0, 0, 800, 500))
	for y := range 500 {
		for x := range 800 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x), uint8(y), uint8(x * y), 0xff})
		}
	}
	for b.Loop() {
		b.ReportMetric(float64(len(Sixel(img, 1))), "bytes")
	}
}
