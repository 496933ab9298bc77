package gallery

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lede/articles"
	"lede/ui/picture"
)

// An image of the web is shown where the library keeps it, and else is its caption.
func TestKeptImagesAreShown(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	v := view(t, lib, "")
	v.run(v.open(&articles.Article{ID: "none", Title: "None", Markdown: "![Far.](https://example.org/far.png)\n\nWords."}))
	v.shows(false)
	v.run(v.open(photographs(t, lib, "kept", 2)))
	v.shows(true)
	a := &articles.Article{
		ID: "beside", Origin: "beside", Slug: "beside", Title: "Beside", Markdown: "![Near.](b.png)\n\nWords.",
		Images: []articles.Image{{Source: "b.png", Data: photograph(t, 0)}},
	}
	if _, err := lib.Put(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	v.run(v.open(a))
	v.shows(true)
}

// An image beside the article's file is read there.
func TestImagesBesideTheArticle(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.png"), photograph(t, 0), 0o600); err != nil {
		t.Fatal(err)
	}
	v := view(t, openLibrary(t), "")
	v.run(v.open(&articles.Article{ID: "file", Title: "File", Origin: "file:" + filepath.ToSlash(filepath.Join(dir, "a.md")), Markdown: "![Here.](p.png)\n\nWords."}))
	v.shows(true)
}

func TestOnlyPicturesNearAreKept(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	v := view(t, lib, "")
	v.run(v.open(photographs(t, lib, "long", 60)))
	if n := len(v.cache.pictures); n == 0 || n > 20 {
		t.Errorf("%d pictures of 60 are loaded at the start", n)
	}
	measured := len(v.sizes)
	v.run(v.Toggle())
	v.top = v.layout.Move(v.top, 3*rows)
	if v.run(v.load()); len(v.cache.pictures) != 0 || len(v.sizes) != measured || v.On() {
		t.Errorf("%d pictures, %d sizes while images are off", len(v.cache.pictures), len(v.sizes))
	}
	v.shows(false)
	v.run(v.Toggle())
	v.run(v.load())
	v.shows(true)
}

func TestOldPicturesGo(t *testing.T) {
	t.Parallel()
	var c cache
	key := func(i int) cacheKey { return cacheKey{source: fmt.Sprint(i)} }
	var forgotten string
	for i := range 6 {
		forgotten += c.put(key(i), &scaled{bytes: mostCached / 4, number: i + 1}, map[cacheKey]bool{key(0): true})
	}
	if len(c.pictures) != 4 || c.pictures[key(0)] == nil || c.pictures[key(5)] == nil || c.pictures[key(1)] != nil {
		t.Errorf("kept %v", c.pictures)
	}
	if want := picture.KittyForget(2) + picture.KittyForget(3); forgotten != want {
		t.Errorf("forgot %q, want %q", forgotten, want)
	}
}

// What comes for an article that was left must not be shown in the next.
func TestPicturesThatComeTooLate(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	first, second := photographs(t, lib, "first", 1), photographs(t, lib, "second", 1)
	v := view(t, lib, "")
	sizes, ok := v.open(first)().(sizesMsg)
	if !ok || len(sizes.sizes) != 1 {
		t.Fatalf("measured %v", sizes)
	}
	v.Update(sizes)
	late, ok := v.load()().(scaledMsg)
	if !ok || late.picture == nil {
		t.Fatalf("loaded %v", late)
	}
	later := v.open(second)
	v.take(sizes, late)
	if len(v.cache.pictures) != 0 || len(v.sizes) != 0 {
		t.Errorf("%d pictures and %d sizes of another article", len(v.cache.pictures), len(v.sizes))
	}
	v.run(later)
	v.shows(true)
	v.run(v.Close())
	if v.take(late); len(v.cache.pictures) != 0 {
		t.Error("a picture is kept of an article that was left")
	}
}

// A picture in half-blocks is made anew for other colours, and goes where there are
// none.
func TestPicturesFollowTheColours(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	v := view(t, lib, "")
	v.run(v.open(photographs(t, lib, "colours", 1)))
	all := v.screen()
	v.SetProfile(colorprofile.ANSI256)
	v.run(v.load())
	v.shows(true)
	if v.screen() == all {
		t.Error("256 colours are shown as all of them")
	}
	v.SetProfile(colorprofile.ASCII)
	v.run(v.load())
	v.shows(false)
	if said := v.Describe(); !strings.Contains(said, "shows no images") {
		t.Errorf("said %q", said)
	}
}

// A terminal is asked once what it has, and shows what it says.
func TestTerminalIsAsked(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	a := photographs(t, lib, "asked", 1)
	v := view(t, lib, "xterm-kitty")
	v.take(uv.KittyGraphicsEvent{Payload: []byte("OK")}) // to somebody else's question
	v.run(v.open(&articles.Article{ID: "plain", Title: "Plain", Markdown: "Words."}))
	if v.sent != "" {
		t.Fatalf("asked %q for an article without pictures", v.sent)
	}
	v.run(v.open(a))
	v.take(nil)
	if v.sent != picture.Query {
		t.Fatalf("sent %q", v.sent)
	}
	v.shows(false)
	v.take(silentMsg{})
	v.shows(true) // in half-blocks
	v.take(tea.TerminalVersionMsg{Name: "kitty(0.40.0)"})
	v.shows(true) // it did not say to us that it has graphics
	v.take(uv.KittyGraphicsEvent{Payload: []byte("OK")})
	v.shows(false)
	if len(v.cache.pictures) != 1 {
		t.Fatalf("%d pictures", len(v.cache.pictures))
	}
	number := 0
	for key, p := range v.cache.pictures {
		number = p.number
		if row := picture.KittyRows(number, key.box)[0]; !strings.Contains(v.screen(), row) {
			t.Errorf("no %q on the screen:\n%s", row, v.screen())
		}
	}
	if !strings.Contains(v.sent, fmt.Sprintf("i=%d", number)) {
		t.Errorf("image %d was not sent", number)
	}
	v.take(uv.CellSizeEvent{Width: 20, Height: 20})
	if !strings.Contains(v.sent, picture.KittyForget(number)) {
		t.Errorf("image %d is kept for cells of another size", number)
	}
	if forget := v.Forget(); forget != picture.KittyForget(number+1) {
		t.Errorf("at the end, sent %q", forget)
	}
}
