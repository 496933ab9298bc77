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
	"lede/ui/picture"
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

// An image of the web is shown where the library keeps it, and else is its
// caption.
func TestKeptImagesAreShown(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 0)
	img := image.NewNRGBA(image.Rect(0, 0, 160, 80))
	for p := range img.Pix {
		img.Pix[p] = byte(0x80 + p%7)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	for i, images := range [][]articles.Image{nil, {{Source: "https://example.org/a.png", Data: file.Bytes()}, {Source: "b.png", Data: file.Bytes()}}} {
		a := essay(fmt.Sprintf("shown-%d", i), 0)
		a.Markdown = "![Photograph A.](https://example.org/a.png)\n\nWords.\n\n![Photograph B.](b.png)\n\nThe end.\n"
		a.Images = images
		if _, err := lib.Put(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	d := drive(t, lib)
	d.press("/ s h o w n - 0 enter enter")
	d.sees("Photograph A.", "Photograph B.", "The end.")
	d.seesNot("▀")
	d.press("q esc / s h o w n - 1 enter enter")
	d.sees("Photograph A.", "▀")
	d.press("G")
	d.sees("Photograph B.", "▀")
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
		before := d.a.reader.top
		line := d.a.reader.layout.Lines(before, 1)[0]
		d.run(later)
		if now := d.a.reader.layout.Lines(d.a.reader.top, 1)[0]; now.Picture != line.Picture {
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

func TestOnlyPicturesNearAreKept(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: photographs(t, 60)})
	g := &d.a.reader.gallery
	if n := len(g.plates); n == 0 || n > 20 {
		t.Errorf("%d pictures of 60 are loaded at the start", n)
	}
	measured := len(g.sizes)
	d.press("i")
	if d.press("space"); len(g.plates) != 0 || len(g.sizes) != measured {
		t.Errorf("%d pictures, %d sizes while images are off", len(g.plates), len(g.sizes))
	}
	d.press("i")
	d.sees("▀")
	v, err := d.lib.Setting(t.Context(), settingPictures)
	if err != nil || v != "1" {
		t.Errorf("remembered %q, %v", v, err)
	}
}

func TestOldPicturesGo(t *testing.T) {
	t.Parallel()
	g := gallery{plates: map[plateKey]*plate{}}
	key := func(i int) plateKey { return plateKey{source: fmt.Sprint(i)} }
	var forgotten string
	for i := range 6 {
		forgotten += g.keep(key(i), &plate{bytes: mostPlates / 4, number: i + 1}, map[plateKey]bool{key(0): true})
	}
	if len(g.plates) != 4 || g.plates[key(0)] == nil || g.plates[key(5)] == nil || g.plates[key(1)] != nil {
		t.Errorf("kept %v", g.plates)
	}
	if want := picture.KittyForget(2) + picture.KittyForget(3); forgotten != want {
		t.Errorf("forgot %q, want %q", forgotten, want)
	}
}

// What comes for an article that was left must not be shown in the next.
func TestPicturesThatComeTooLate(t *testing.T) {
	t.Parallel()
	first, second := photographs(t, 3), photographs(t, 3)
	d := drive(t, openLibrary(t, 3), Reading{Article: first}, Reading{Article: second})
	r := &d.a.reader
	late := plateMsg{request: r.request, key: plateKey{source: "0.png"}, plate: &plate{means: picture.Blocks, rows: []string{"late"}}}
	d.press("J")
	d.take(late)
	for key, p := range r.gallery.plates {
		if len(p.rows) == 1 {
			t.Errorf("%v is shown in another article", key)
		}
	}
}
