package screentest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strconv"
	"strings"
)

// images are the pictures that a terminal with kitty's graphics holds.
type images struct {
	kept map[int]image.Image
	open int    // the number of the one that is being sent; 0 for none
	data []byte // of it so far, in base64
}

// Images are the pictures that the terminal holds for placeholders, by number.
func (s *Screen) Images() map[int]image.Image { return s.images.kept }

// apc obeys kitty's graphics, as far as programs with placeholders use it. A
// terminal without them ignores the query and must get nothing else.
func (s *Screen) apc(data []byte) {
	control, payload, _ := bytes.Cut(data, []byte{';'})
	options := make(map[string]string)
	for pair := range strings.SplitSeq(strings.TrimPrefix(string(control), "G"), ",") {
		name, value, _ := strings.Cut(pair, "=")
		options[name] = value
	}
	switch {
	case !bytes.HasPrefix(data, []byte("G")):
		s.strange("APC %.20q", data)
	case options["a"] == "q" && s.terminal.Graphics:
		s.answer("kitty graphics", "\x1b_Gi=%s;OK\x1b\\", options["i"])
	case options["a"] == "q":
		s.asked = append(s.asked, "kitty graphics")
	case !s.terminal.Graphics || options["q"] != "2":
		s.strange("APC %.20q", data)
	default:
		s.images.obey(s, options, payload)
	}
}

func (i *images) obey(s *Screen, options map[string]string, payload []byte) {
	const longest = 4096
	number, _ := strconv.Atoi(options["i"])
	switch {
	case len(payload) > longest:
		s.strange("graphics of %d bytes at once", len(payload))
	case options["a"] == "d" && options["d"] == "I" && i.kept[number] != nil:
		delete(i.kept, number)
	case options["a"] == "T" && options["U"] == "1" && options["f"] == "100" && i.open == 0 && number > 0:
		i.open = number
		i.take(s, payload, options["m"] == "1")
	case options["a"] == "" && i.open > 0:
		i.take(s, payload, options["m"] == "1")
	default:
		s.strange("graphics %v", options)
	}
}

// take keeps a piece, and the image when it is the last.
func (i *images) take(s *Screen, payload []byte, more bool) {
	i.data = append(i.data, payload...)
	if more {
		return
	}
	img, err := png.Decode(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(i.data)))
	if err != nil {
		s.strange("an image: %v", err)
	} else {
		if i.kept == nil {
			i.kept = make(map[int]image.Image)
		}
		i.kept[i.open] = img
	}
	i.open, i.data = 0, nil
}

// Sixel is an image that was drawn as sixels: from which cell on, and how many
// pixels it says that it has.
type Sixel struct{ X, Y, Width, Height int }

// Sixels are the images on the screen. They stay where they were drawn until
// the screen is erased: not all terminals scroll them or let text erase them,
// so no program may count on it.
func (s *Screen) Sixels() []Sixel { return s.sixels }

func (s *Screen) sixel(data []byte) {
	var aspect, vertical int
	at := Sixel{X: s.page.x, Y: s.page.y}
	_, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "\"%d;%d;%d;%d", &aspect, &vertical, &at.Width, &at.Height)
	switch rows := (at.Height + cellHeight - 1) / cellHeight; {
	case !s.terminal.Sixels || err != nil || aspect != 1 || vertical != 1:
		s.strange("sixels %.40q: %v", data, err)
	case at.Y+rows >= s.height || at.X*cellWidth+at.Width > s.width*cellWidth:
		s.strange("sixels beyond the screen: %v", at)
	default:
		s.sixels = append(s.sixels, at)
	}
}
