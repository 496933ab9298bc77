package gallery

import (
	"context"

	"github.com/charmbracelet/colorprofile"

	"lede/ui/picture"
)

// scaler makes a picture of a file, at one size.
type scaler struct {
	key     cacheKey
	size    picture.Size // of the file
	means   picture.Means
	cell    picture.Cell
	profile colorprofile.Profile
	number  int // see [scaled]
}

// pixels is how large the image is to be, and how large each of its pixels.
func (s *scaler) pixels() (size picture.Size, scale int) {
	switch s.means {
	case picture.Kitty:
		return picture.KittyPixels(s.size, s.key.box, s.cell), 1
	case picture.Sixels:
		return picture.SixelPixels(s.key.box, s.cell)
	}
	return picture.BlockPixels(s.key.box), 1
}

// bytes is about how much memory the picture takes, in the terminal or here.
func (s *scaler) bytes() int {
	perPixel := 4
	if s.means == picture.Blocks {
		perPixel = 20 // two make a cell with its colours
	}
	size, _ := s.pixels()
	return size.Width * size.Height * perPixel
}

// scale loads the file and makes the picture; send goes to the terminal before it
// is shown.
func (s *scaler) scale(ctx context.Context, files files) (p *scaled, send string, err error) {
	data, err := files.load(ctx, s.key.source)
	if err != nil {
		return nil, "", err
	}
	size, scale := s.pixels()
	img, err := picture.Decode(ctx, data, size)
	if err != nil {
		return nil, "", err
	}
	p = &scaled{means: s.means, profile: s.profile, number: s.number, bytes: s.bytes()}
	if s.means == picture.Sixels {
		p.sixels = picture.Sixel(img, scale)
		img, err = picture.Decode(ctx, data, picture.BlockPixels(s.key.box))
		if err != nil {
			return nil, "", err
		}
	}
	if s.means != picture.Kitty {
		p.rows = picture.HalfBlocks(img, s.profile)
		return p, "", nil
	}
	p.rows = picture.KittyRows(s.number, s.key.box)
	send, err = picture.KittyImage(img, s.number, s.key.box)
	return p, send, err
}
