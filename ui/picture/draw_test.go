package picture

import (
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

func TestFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		size  Size
		cell  Cell
		limit Box
		want  Box
	}{
		{Size{800, 600}, UsualCell, Box{72, 24}, Box{64, 24}},      // bound by the height
		{Size{1600, 400}, UsualCell, Box{72, 24}, Box{72, 9}},      // by the width
		{Size{64, 64}, UsualCell, Box{72, 24}, Box{8, 4}},          // never larger than it is
		{Size{800, 600}, Cell{10, 20}, Box{200, 100}, Box{80, 30}}, // the terminal's own cell
		{Size{64, 64}, Cell{}, Box{72, 24}, Box{8, 4}},             // nonsense from a terminal
		{Size{10000, 10}, UsualCell, Box{72, 24}, Box{72, 1}},      // never nothing
		{Size{1, 1}, UsualCell, Box{72, 24}, Box{}},                // a counting pixel
		{Size{}, UsualCell, Box{72, 24}, Box{}},                    // no image
		{Size{800, 600}, UsualCell, Box{0, 24}, Box{}},             // no room
	} {
		if got := Fit(c.size, c.cell, c.limit); got != c.want {
			t.Errorf("Fit(%v, %v, %v) = %v, want %v", c.size, c.cell, c.limit, got, c.want)
		}
	}
}

func TestHalfBlocks(t *testing.T) {
	t.Parallel()
	red, blue, clear := color.NRGBA{0xff, 0, 0, 0xff}, color.NRGBA{0, 0, 0xff, 0xff}, color.NRGBA{0xff, 0xff, 0xff, 10}
	img := image.NewNRGBA(image.Rect(0, 0, 5, 2))
	for x, column := range [][2]color.NRGBA{{red, blue}, {red, blue}, {red, clear}, {clear, blue}, {clear, clear}} {
		img.SetNRGBA(x, 0, column[0])
		img.SetNRGBA(x, 1, column[1])
	}
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "\x1b[38;2;255;0;0m\x1b[48;2;0;0;255m▀▀\x1b[49m▀\x1b[38;2;0;0;255m▄ \x1b[m",
		colorprofile.ANSI256:   "\x1b[38;5;196m\x1b[48;5;21m▀▀\x1b[49m▀\x1b[38;5;21m▄ \x1b[m",
	} {
		if got := HalfBlocks(img, profile); len(got) != 1 || got[0] != want {
			t.Errorf("%v: %q, want %q", profile, got, want)
		}
	}
	big := HalfBlocks(image.NewNRGBA(image.Rect(0, 0, 30, 20)), colorprofile.TrueColor)
	if len(big) != 10 || ansi.StringWidth(big[0]) != 30 {
		t.Errorf("%d rows, the first of %d columns", len(big), ansi.StringWidth(big[0]))
	}
}

func TestKittyStream(t *testing.T) {
	t.Parallel()
	img := image.NewNRGBA(image.Rect(0, 0, 90, 70))
	for i := range img.Pix {
		img.Pix[i] = byte(rand.IntN(256)) // so that it takes several pieces
	}
	const number = 0x123456
	stream, err := KittyImage(img, number, Box{9, 4})
	if err != nil {
		t.Fatal(err)
	}
	pieces := strings.Split(strings.TrimSuffix(stream, "\x1b\\"), "\x1b\\")
	if len(pieces) < 3 {
		t.Fatalf("%d pieces", len(pieces))
	}
	var payload strings.Builder
	for i, piece := range pieces {
		control, data, _ := strings.Cut(strings.TrimPrefix(piece, "\x1b_G"), ";")
		want := "q=2,m=1"
		switch i {
		case 0:
			want = fmt.Sprintf("a=T,U=1,q=2,f=100,i=%d,c=9,r=4,m=1", number)
		case len(pieces) - 1:
			want = "q=2,m=0"
		}
		if control != want || len(data) > 4096 || i < len(pieces)-1 && len(data)%4 != 0 || !strings.HasPrefix(piece, "\x1b_G") {
			t.Errorf("piece %d: %q and %d bytes, want %q", i, control, len(data), want)
		}
		payload.WriteString(data)
	}
	back, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(payload.String())))
	if err != nil || back.Bounds() != img.Bounds() {
		t.Errorf("it holds no such image: %v", err)
	}
}

func TestKittyRows(t *testing.T) {
	t.Parallel()
	rows := KittyRows(0x123456, Box{12, 3})
	if len(rows) != 3 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		if !strings.HasPrefix(row, "\x1b[38;2;18;52;86m") || ansi.StringWidth(row) != 12 || strings.Count(row, "\U0010eeee") != 12 {
			t.Errorf("%q", row)
		}
	}
	if rows[0] == rows[1] {
		t.Error("two rows are the same")
	}
	if first, _, _ := strings.Cut(rows[0], "\U0010eeee\u0305\u030d"); !strings.HasSuffix(first, "\U0010eeee\u0305\u0305") {
		t.Errorf("the first cells are not numbered 0, 0 and 0, 1: %q", rows[0])
	}
}

func TestWhoMayBeAsked(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]bool{
		"TERM=xterm-kitty": true, "TERM=xterm-256color": true, "TERM=": false, "TERM=linux": false, "TERM=dumb": false,
		"TERM=tmux-256color": false, "TERM=screen": false, "TERM=xterm TMUX=x": false, "TERM=xterm STY=x": false,
		"TERM=xterm-256color TERM_PROGRAM=Apple_Terminal": false,
	} {
		set := map[string]string{}
		for pair := range strings.FieldsSeq(env) {
			name, value, _ := strings.Cut(pair, "=")
			set[name] = value
		}
		if got := MayAsk(func(name string) string { return set[name] }); got != want {
			t.Errorf("%s: %v", env, got)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	data := encode(b, "jpeg", halves(3000, 2000))
	for b.Loop() {
		if _, err := Decode(b.Context(), data, Size{700, 466}); err != nil {
			b.Fatal(err)
		}
	}
}
