package ui

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/importer"
	"lede/ui/effect"
)

// photographs is an article of photographs: pictures and captions, and words only at
// the ends.
func photographs(t *testing.T, n int) *articles.Article {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("# An Essay\n\nOpening words.\n\n")
	for i := range n {
		img := image.NewNRGBA(image.Rect(0, 0, 160, 64+16*(i%5)))
		for p := range img.Pix {
			img.Pix[p] = byte(0x80 + i)
		}
		img.SetNRGBA(0, 0, color.NRGBA{A: 0xff})
		var file bytes.Buffer
		if err := png.Encode(&file, img); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%d.png", i)
		if err := os.WriteFile(filepath.Join(dir, name), file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "![Photograph %d.](%s)\n\n", i, name)
	}
	b.WriteString("Closing words.\n")
	a, err := importer.Read(filepath.Join(dir, "essay.md"), b.String())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// idle plays a key but keeps what it asks for, so that pictures come later.
func (d *driver) idle(key string) (later tea.Cmd) {
	_, cmd := d.a.Update(keyPress(key))
	return cmd
}

func firstWords(screen string) string {
	return strings.Join(strings.Split(screen, "\n")[:3], "\n")
}

// TestFocusLeavesPictures: the colours of a picture are the picture.
func TestFocusLeavesPictures(t *testing.T) {
	t.Parallel()
	drawn := func(d *driver) (rows []string) {
		for _, line := range strings.Split(d.a.View().Content, "\n") {
			if strings.Contains(line, "▀") {
				rows = append(rows, line)
			}
		}
		return rows
	}
	d := drive(t, openLibrary(t, 3), Reading{Article: photographs(t, 2)})
	d.sees("Opening words", "▀")
	before := drawn(d)
	d.press("z")
	if after := drawn(d); !slices.Equal(before, after) {
		t.Errorf("%q is dimmed to %q", before[0], after[0])
	}
}

func TestPicturesDoNotMoveTheText(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: photographs(t, 40)})
	d.sees("Opening words", "▀")
	for _, key := range strings.Fields("space space j space d space space space space j b k u space space space") {
		later := d.idle(key)
		before := d.a.reader.Top()
		line := d.a.reader.Layout().Lines(before, 1)[0]
		d.run(later)
		if now := d.a.reader.Layout().Lines(d.a.reader.Top(), 1)[0]; now.Picture != line.Picture {
			t.Errorf("after %s the top went from %v to %v", key, line.Picture, now.Picture)
		}
	}
	shown := firstWords(d.screen())
	d.press("j k")
	if now := firstWords(d.screen()); now != shown {
		t.Errorf("a line down and up went from\n%s\nto\n%s", shown, now)
	}
	d.press("G")
	d.sees("Closing words", "▣ Photograph 39.")
}

// TestPicturesAreToggled: the screen shows at once what the library is to remember.
func TestPicturesAreToggled(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: photographs(t, 3)})
	d.sees("▀")
	for _, on := range []string{"0", "1"} {
		d.press("i")
		if shown := strings.Contains(d.screen(), "▀"); shown != (on == "1") {
			t.Errorf("pictures are shown: %v, remembered is to be %q", shown, on)
		}
		v, err := d.lib.Setting(t.Context(), string(effect.SettingPictures))
		if err != nil || v != on {
			t.Errorf("remembered %q, %v, want %q", v, err, on)
		}
	}
}

// TestPicturesOfTheNextArticle: another article shows its own, and the library none.
func TestPicturesOfTheNextArticle(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: photographs(t, 3)}, Reading{Article: essay("plain", 3)})
	d.sees("▀")
	d.press("J")
	d.sees("On plain")
	d.seesNot("▀")
	d.press("K")
	d.sees("▀")
}
