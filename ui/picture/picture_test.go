package picture

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// halves is red on the left and blue on the right.
func halves(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{0xf0, 0, 0, 0xff}
			if x >= w/2 {
				c = color.NRGBA{0, 0, 0xf0, 0xff}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// tinyWebP is a lossless WebP of one orange pixel.
const tinyWebP = "RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"

func encode(t testing.TB, format string, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 95})
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func reddish(c color.NRGBA) bool { return c.R > 0xa0 && c.B < 0x60 && c.A == 0xff }
func bluish(c color.NRGBA) bool  { return c.B > 0xa0 && c.R < 0x60 && c.A == 0xff }

func TestDecodesEveryFormat(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"png", "jpeg", "gif"} {
		data := encode(t, format, halves(200, 100))
		if size, err := Measure(data); err != nil || size != (Size{200, 100}) {
			t.Errorf("%s: size %v, %v", format, size, err)
		}
		img, err := Decode(t.Context(), data, Size{20, 10})
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		if img.Rect != image.Rect(0, 0, 20, 10) || !reddish(img.NRGBAAt(2, 5)) || !bluish(img.NRGBAAt(17, 5)) {
			t.Errorf("%s: %v, left %v, right %v", format, img.Rect, img.NRGBAAt(2, 5), img.NRGBAAt(17, 5))
		}
	}
	if size, err := Measure([]byte(tinyWebP)); err != nil || size != (Size{1, 1}) {
		t.Errorf("webp: size %v, %v", size, err)
	}
	if _, err := Decode(t.Context(), []byte(tinyWebP), Size{1, 1}); err != nil {
		t.Errorf("webp: %v", err)
	}
}

func TestScalesInTwoSteps(t *testing.T) {
	t.Parallel()
	img, err := Decode(t.Context(), encode(t, "png", halves(2000, 1000)), Size{8, 4})
	if err != nil {
		t.Fatal(err)
	}
	if !reddish(img.NRGBAAt(1, 2)) || !bluish(img.NRGBAAt(6, 2)) {
		t.Errorf("left %v, right %v", img.NRGBAAt(1, 2), img.NRGBAAt(6, 2))
	}
}

func TestFirstFrameOfGIF(t *testing.T) {
	t.Parallel()
	frame := func(r image.Rectangle, c color.Color) *image.Paletted {
		p := image.NewPaletted(r, color.Palette{color.Transparent, c})
		for i := range p.Pix {
			p.Pix[i] = 1
		}
		return p
	}
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{
		Image: []*image.Paletted{
			frame(image.Rect(0, 0, 20, 40), color.NRGBA{0xf0, 0, 0, 0xff}),
			frame(image.Rect(0, 0, 40, 40), color.NRGBA{0, 0, 0xf0, 0xff}),
		},
		Delay: []int{1, 1}, Config: image.Config{Width: 40, Height: 40},
	})
	if err != nil {
		t.Fatal(err)
	}
	img, err := Decode(t.Context(), b.Bytes(), Size{40, 40})
	if err != nil {
		t.Fatal(err)
	}
	if left, right := img.NRGBAAt(5, 20), img.NRGBAAt(35, 20); !reddish(left) || right.A != 0 {
		t.Errorf("left %v, right %v: want the first frame, where it stands", left, right)
	}
}

// exif is a JPEG with a segment that says how it is to be turned.
func exif(t testing.TB, img image.Image, orientation uint16) []byte {
	t.Helper()
	tiff := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	data := encode(t, "jpeg", img)
	out := append([]byte{}, data[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(tiff)+2))
	return append(append(out, tiff...), data[2:]...)
}

func TestTurnsPhotographs(t *testing.T) {
	t.Parallel()
	// Where the red half of the stored picture is to be seen.
	for orientation, want := range map[uint16]string{
		1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom", 9: "left",
	} {
		data := exif(t, halves(64, 32), orientation)
		size, err := Measure(data)
		if err != nil {
			t.Fatal(err)
		}
		img, err := Decode(t.Context(), data, size)
		if err != nil {
			t.Fatal(err)
		}
		if img.Rect.Size() != image.Pt(size.Width, size.Height) {
			t.Errorf("%d: %v, but measured %v", orientation, img.Rect, size)
		}
		w, h := size.Width, size.Height
		at := map[string]image.Point{"left": {4, h / 2}, "right": {w - 5, h / 2}, "top": {w / 2, 4}, "bottom": {w / 2, h - 5}}[want]
		if c := img.NRGBAAt(at.X, at.Y); !reddish(c) {
			t.Errorf("%d: %v at the %s of %v", orientation, c, want, size)
		}
	}
}

// bomb is a PNG whose header claims a size that its bytes have not.
func bomb(t testing.TB, w, h uint32) []byte {
	t.Helper()
	data := encode(t, "png", halves(8, 8))
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	sum := crc32.ChecksumIEEE(data[12:29])
	binary.BigEndian.PutUint32(data[29:], sum)
	return data
}

func TestRefusesHostileImages(t *testing.T) {
	t.Parallel()
	good := encode(t, "png", halves(64, 64))
	for name, data := range map[string][]byte{
		"empty":         nil,
		"text":          []byte("# No image\n"),
		"cut header":    good[:20],
		"bomb":          bomb(t, 60000, 60000),
		"bomb on edge":  bomb(t, 1<<31-1, 1),
		"svg":           []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"),
		"tiff":          []byte("II*\x00\x08\x00\x00\x00"),
		"jpeg, cut off": encode(t, "jpeg", halves(64, 64))[:30],
	} {
		if size, err := Measure(data); err == nil || size != (Size{}) {
			t.Errorf("%s: measured %v", name, size)
		}
		if img, err := Decode(t.Context(), data, Size{8, 8}); err == nil || img != nil {
			t.Errorf("%s: decoded", name)
		}
	}
	if _, err := Decode(t.Context(), good[:len(good)/2], Size{8, 8}); err == nil {
		t.Error("half an image: decoded")
	}
	if _, err := Decode(t.Context(), good, Size{1 << 20, 1 << 20}); err == nil {
		t.Error("scaled beyond all memory")
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Decode(done, good, Size{8, 8}); err == nil {
		t.Error("decoded for nobody")
	}
}

func TestLoadsWhatIsBesideTheArticle(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	folder := filepath.Join(root, "text")
	want := encode(t, "png", halves(16, 16))
	for _, name := range []string{"text/a b.png", "img/c.png"} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data := "data:image/png;base64," + base64.StdEncoding.EncodeToString(want)
	for _, source := range []string{"a%20b.png", "a b.png", "./a%20b.png?v=1#top", "../img/c.png", data, strings.TrimRight(data, "=")} {
		if got, err := Load(t.Context(), folder, source); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%.40s: %d bytes, %v", source, len(got), err)
		}
	}
	for _, source := range []string{
		"", "none.png", "..", "../img", "https://example.org/c.png", "HTTP:c.png", "//example.org/c.png",
		filepath.ToSlash(filepath.Join(root, "img/c.png")), "file://" + filepath.ToSlash(root) + "/img/c.png",
		`\\server\share\c.png`, `C:\c.png`, "c:/c.png", "a\x00.png",
		"data:image/png;base64,****", "data:text/plain,hello", "data:image/png;base64," + strings.Repeat("A", maxData*2),
	} {
		if got, err := Load(t.Context(), folder, source); err == nil {
			t.Errorf("%.40q: read %d bytes", source, len(got))
		}
	}
	if _, err := Load(t.Context(), "", "a%20b.png"); err == nil {
		t.Error("an article that came from no file read one")
	}
	huge := filepath.Join(folder, "huge.png")
	if err := os.WriteFile(huge, want, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, maxFile+1); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), folder, "huge.png"); err == nil {
		t.Error("read a huge file")
	}
}

func FuzzDecode(f *testing.F) {
	for _, format := range []string{"png", "jpeg", "gif"} {
		f.Add(encode(f, format, halves(16, 9)))
	}
	f.Add([]byte(tinyWebP))
	f.Add(exif(f, halves(16, 9), 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		size, err := Measure(data)
		if err != nil || size.Width*size.Height > 1<<20 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		img, err := Decode(ctx, data, Size{6, 4})
		if err == nil && img.Rect != image.Rect(0, 0, 6, 4) {
			t.Errorf("an image of %v", img.Rect)
		}
	})
}

// A progressive JPEG is held as coefficients, several times its pixels.
func TestRefusesWhatTakesTooMuchMemory(t *testing.T) {
	t.Parallel()
	data := encode(t, "jpeg", halves(64, 64))
	at := bytes.Index(data, []byte{0xff, 0xc0})
	if at < 0 {
		t.Fatal("no frame in the JPEG")
	}
	binary.BigEndian.PutUint16(data[at+5:], 7000)
	binary.BigEndian.PutUint16(data[at+7:], 7000)
	if size, err := Measure(data); err != nil || size != (Size{7000, 7000}) {
		t.Errorf("a usual one: %v, %v", size, err)
	}
	data[at+1] = progressive
	if size, err := Measure(data); err == nil {
		t.Errorf("a progressive one: %v", size)
	}
}
