//go:build unix

package e2e

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/ui/screentest"
)

const imageWords = "Words stand above the picture and below it."

// withImages writes an article with pictures, good and bad, and returns its path.
func withImages(t *testing.T, h home) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 160, 96))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	for x := range 160 {
		for y := range 48 {
			img.SetNRGBA(x, y, color.NRGBA{0xff, 0, 0, 0xff})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	h.write(t, "disc.png", b.String())
	h.write(t, "bad.png", b.String()[:40])
	return h.write(t, "images.md", strings.Join([]string{
		"# Of Images", imageWords, "![The disc](disc.png)", imageWords,
		"![Not whole](bad.png)", "![Not there](none.png)", "![Far away](https://example.org/x.png)",
		"![In the address](data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes()) + ")",
		"The last words.",
	}, "\n\n")+"\n")
}

// above is what stands in the row over the first that holds text.
func above(screen *screentest.Screen, text string) string {
	lines := strings.Split(screen.String(), "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, text) })
	if at < 1 {
		return "nothing"
	}
	return strings.TrimSpace(lines[at-1])
}

func TestImagesInHalfBlocks(t *testing.T) {
	t.Parallel()
	for _, mute := range []bool{false, true} {
		h := shelfHome(t)
		s := h.open(t, screentest.Program{Height: 44, Terminal: screentest.Terminal{Mute: mute}}, withImages(t, h))
		s.WaitFor("The disc", "Not whole", "Not there", "Far away", "In the address", "The last words.")
		blocks := func(what string, caption string, want bool) {
			t.Helper()
			s.Until(what, func(screen *screentest.Screen) bool {
				return strings.HasPrefix(above(screen, caption), "▀") == want
			})
		}
		blocks("the picture", "▣ The disc", true)
		blocks("the picture of the address", "▣ In the address", true)
		for _, caption := range []string{"▣ Not whole", "▣ Not there", "▣ Far away"} {
			s.Until("no picture over "+caption, func(screen *screentest.Screen) bool { return above(screen, caption) == "" })
		}
		s.Key("i")
		blocks("no picture", "▣ The disc", false)
		s.WaitFor("Images off")
		s.Key("q")
		left(t, s, 0)

		s = h.open(t, screentest.Program{Height: 44}, "images.md")
		s.WaitFor("The disc", "The last words.")
		s.Key("i")
		s.WaitFor("Images on") // off was remembered
		blocks("the picture", "▣ The disc", true)
		s.Key("q")
		left(t, s, 0)
	}
}

func TestImagesInKitty(t *testing.T) {
	t.Parallel()
	const placeholder = "\U0010eeee"
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Height: 44, Terminal: screentest.Terminal{Graphics: true}}, withImages(t, h))
	s.WaitFor("The disc", "The last words.")
	images := func(n int) {
		t.Helper()
		s.Until("the terminal holds the images", func(screen *screentest.Screen) bool {
			shown := strings.HasPrefix(above(screen, "▣ The disc"), placeholder)
			return len(screen.Images()) == n && shown == (n > 0)
		})
	}
	images(2)
	s.Look(func(screen *screentest.Screen) {
		for number, img := range screen.Images() {
			if red, _, blue, _ := img.At(8, 8).RGBA(); red < 0xf000 || blue > 0x1000 {
				t.Errorf("image %d is another: %v", number, img.At(8, 8))
			}
		}
		if asked := screen.Asked(); !slices.Contains(asked, "kitty graphics") || !slices.Contains(asked, "size of a cell") {
			t.Errorf("asked %q", asked)
		}
	})
	s.Key("i")
	images(0)
	s.Key("i")
	images(2)
	s.Resize(60, 44)
	images(2)
	s.Key("q")
	left(t, s, 0)
	s.Look(func(screen *screentest.Screen) {
		if n := len(screen.Images()); n > 0 {
			t.Errorf("it left %d images in the terminal", n)
		}
	})
}

// TestImagesInSixels: they are drawn over half-blocks while nothing moves, and
// are gone before anything else stands in their place.
func TestImagesInSixels(t *testing.T) {
	t.Parallel()
	for _, reserved := range []bool{false, true} {
		imagesInSixels(t, screentest.Terminal{Sixels: true, Reserved: reserved})
	}
}

func imagesInSixels(t *testing.T, terminal screentest.Terminal) {
	t.Helper()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Height: 44, Terminal: terminal}, withImages(t, h))
	s.WaitFor("The disc", "The last words.")
	drawn := func(what string, n int) {
		t.Helper()
		s.Until(what, func(screen *screentest.Screen) bool {
			lines := strings.Split(screen.String(), "\n")
			for _, at := range screen.Sixels() {
				if !strings.HasPrefix(strings.TrimSpace(lines[at.Y]), "▀") || strings.Index(lines[at.Y], "▀") != at.X ||
					at.Width != 160 || at.Height < 90 || at.Height > 108 {
					return false
				}
			}
			return len(screen.Sixels()) == n
		})
	}
	drawn("two images", 2)
	s.Key("i")
	drawn("captions alone", 0)
	s.Key("i")
	drawn("two images again", 2)
	s.Key("?")
	s.WaitFor("Keys in an article")
	drawn("the help and no image", 0)
	s.Key("?")
	drawn("two images after the help", 2)
	s.Resize(60, 30)
	s.Until("images that show whole", func(screen *screentest.Screen) bool { return len(screen.Sixels()) > 0 })
	s.Key("q")
	left(t, s, 0)
	s.Look(func(screen *screentest.Screen) {
		if n := len(screen.Sixels()); n > 0 {
			t.Errorf("it left %d images on the screen", n)
		}
	})
}

func TestImagesWhereThereAreNone(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	file := withImages(t, h)
	s := h.open(t, screentest.Program{Height: 44, Env: h.env("NO_COLOR=1")}, file)
	s.WaitFor("The disc", "The last words.")
	// It says so from when the terminal has answered, or had its time to.
	for range 60 {
		s.Key("i", "i")
		time.Sleep(500 * time.Millisecond)
		if strings.Contains(s.Text(), "This terminal shows no images") {
			break
		}
	}
	s.WaitFor("This terminal shows no images")
	if text := s.Text(); strings.ContainsAny(text, "▀▄") {
		t.Errorf("colours, with NO_COLOR:\n%s", text)
	}
	s.Key("q")
	left(t, s, 0)

	if r := h.run(t, "show", "--color", "always", file); strings.ContainsAny(r.stdout, "▀▄\U0010eeee") || !strings.Contains(r.stdout, "▣ The disc") {
		t.Errorf("a pipe got %q", r.stdout)
	}

	// What has no images is asked nothing for them.
	plain := h.write(t, "plain.md", "# Plain\n\nNothing but words.\n")
	s = h.open(t, screentest.Program{Terminal: screentest.Terminal{Graphics: true}}, plain)
	s.WaitFor("Nothing but words.")
	s.Key("j", "q")
	left(t, s, 0)
	s.Look(func(screen *screentest.Screen) {
		if slices.Contains(screen.Asked(), "kitty graphics") {
			t.Errorf("asked %q", screen.Asked())
		}
	})
}
