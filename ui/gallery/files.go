package gallery

import (
	"context"
	"strings"

	"lede/articles"
	"lede/ui/picture"
)

// files are the image files of an article: those beside it, those in its text,
// and those that the library keeps of it. Nothing is fetched.
type files struct {
	folder string // of the article's file; empty when it came from none
	id     articles.ID
	lib    Library
}

// kept reports whether an image can only be one that the library keeps.
func (f files) kept(source string) bool {
	if len(source) >= len("data:") && strings.EqualFold(source[:len("data:")], "data:") {
		return false
	}
	return f.folder == "" || articles.IsWeb(source)
}

func (f files) measure(ctx context.Context, source string) (picture.Size, error) {
	if !f.kept(source) {
		return picture.MeasureFile(ctx, f.folder, source)
	}
	data, err := f.lib.Image(ctx, f.id, source)
	if err != nil {
		return picture.Size{}, err
	}
	return picture.Measure(data)
}

func (f files) load(ctx context.Context, source string) ([]byte, error) {
	if !f.kept(source) {
		return picture.Load(ctx, f.folder, source)
	}
	return f.lib.Image(ctx, f.id, source)
}
