package importer

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
)

// refused is why a file is not read that is of another sort by its name or its
// bytes; nil for what may be read.
func (s source) refused(data string) error {
	if d, ok := filetype.OfName(s.kind); ok && !articles.IsWeb(s.origin) {
		return s.advised(d.What, d)
	}
	if what, d := filetype.OfBytes(data); what != "" {
		return s.advised(what, d)
	}
	return nil
}

// advised says what a file is, and what to do with it.
func (s source) advised(what string, d filetype.Document) error {
	name := filename.Shown(s.name)
	if do := d.Advice(name); do != "" && s.name != "" && !articles.IsWeb(s.origin) {
		return fmt.Errorf("%s is %s, which lede does not read by itself: %s", name, what, do)
	}
	return fmt.Errorf("%s is %s, not text: %s", name, what, supported)
}

// written is why a text is not read that programs wrote for programs; nil for
// one that may be an article.
func (s source) written(text string) error {
	if filetype.IsMarkdown(s.kind) {
		return nil
	}
	what := filetype.OfText(s.kind, text)
	switch {
	case what == "":
		return nil
	case articles.IsWeb(s.origin):
		return fmt.Errorf("%s is %s and no text to read: lede add --bookmark keeps its address", filename.Shown(s.name), what)
	case what == "a manual page":
		return s.advised(what, filetype.Manual)
	}
	return fmt.Errorf("%s is %s: %s", filename.Shown(s.name), what, supported)
}

const gzipMark = "\x1f\x8b"

// unpacked is data, or what is packed in it by gzip.
func unpacked(s source, data string) (string, error) {
	if !strings.HasPrefix(data, gzipMark) {
		return data, nil
	}
	r, err := gzip.NewReader(strings.NewReader(data))
	if err != nil {
		return data, nil //nolint:nilerr // it is called by its name as what is no text
	}
	var out strings.Builder
	_, err = io.Copy(&out, io.LimitReader(r, disk.MaxSize+1))
	switch {
	case out.Len() > disk.MaxSize:
		return "", disk.TooLarge(filename.Shown(s.name) + ", unpacked, is")
	case err != nil && (out.Len() == 0 || !errors.Is(err, io.ErrUnexpectedEOF)):
		return "", fmt.Errorf("read %s: its gzip data is damaged: download it again", filename.Shown(s.name))
	}
	return out.String(), nil // a damaged end leaves what stands before it
}
