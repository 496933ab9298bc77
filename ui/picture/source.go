package picture

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"lede/articles"
)

// The most bytes that an image may have, in a file and in a data: address.
const (
	maxFile = 20 << 20
	maxData = 4 << 20
)

// errNotLocal says that an image is not on this disk beside its article.
// Nothing is ever fetched.
var errNotLocal = errors.New("not a file beside the article")

// Folder is the directory of the file that an article came from; empty for an
// article that came from none.
func Folder(a *articles.Article) string {
	file, ok := strings.CutPrefix(a.Origin, "file:")
	if !ok || file == "" {
		return ""
	}
	return filepath.Dir(filepath.FromSlash(file))
}

// Load reads the bytes of the image that an article in folder names as source:
// a data: address, or a path relative to the folder. It opens regular files
// alone, as others may block or do things when they are read.
func Load(ctx context.Context, folder, source string) ([]byte, error) {
	return load(ctx, folder, source, maxFile)
}

// MeasureFile is [Measure] of what [Load] would read, of which it reads the
// beginning.
func MeasureFile(ctx context.Context, folder, source string) (Size, error) {
	const header = 1 << 20 // with a profile of colours and a small picture for previews
	data, err := load(ctx, folder, source, header)
	if err != nil {
		return Size{}, err
	}
	return Measure(data)
}

func load(ctx context.Context, folder, source string, most int64) ([]byte, error) {
	if len(source) > len("data:") && strings.EqualFold(source[:len("data:")], "data:") {
		return loadData(source)
	}
	path, err := resolve(folder, source)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("look at the image: %w", err)
	case !info.Mode().IsRegular():
		return nil, errors.New("the image is no regular file")
	case info.Size() > maxFile:
		return nil, fmt.Errorf("the image has %d MB", info.Size()>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the image: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(reader{ctx, f}, most))
	if err != nil {
		return nil, fmt.Errorf("read the image: %w", err)
	}
	return data, nil
}

// resolve is the path of a source. A volume, a server or a scheme is not
// relative: the first two could be the network.
func resolve(folder, source string) (string, error) {
	source, _, _ = strings.Cut(source, "#")
	source, _, _ = strings.Cut(source, "?")
	if plain, err := url.PathUnescape(source); err == nil {
		source = plain
	}
	path := filepath.FromSlash(source)
	switch {
	case folder == "", source == "", strings.ContainsAny(source, "\x00"),
		strings.HasPrefix(source, "/"), strings.HasPrefix(source, `\`),
		filepath.IsAbs(path), filepath.VolumeName(path) != "",
		hasScheme(source):
		return "", errNotLocal
	}
	return filepath.Join(folder, path), nil
}

// hasScheme reports whether source begins as an address does.
func hasScheme(source string) bool {
	at := strings.IndexAny(source, `:/\`)
	return at > 0 && source[at] == ':' && !strings.ContainsAny(source[:at], " .")
}

func loadData(source string) ([]byte, error) {
	head, body, ok := strings.Cut(source, ",")
	switch {
	case !ok || !strings.HasSuffix(strings.ToLower(head), ";base64"):
		return nil, errors.New("the address holds no base64")
	case base64.StdEncoding.DecodedLen(len(body)) > maxData+3: // its padding
		return nil, fmt.Errorf("the address holds over %d MB", maxData>>20)
	}
	if strings.Contains(body, "%") {
		if plain, err := url.PathUnescape(body); err == nil {
			body = plain
		}
	}
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(body, "="))
	if err != nil {
		return nil, fmt.Errorf("read the address: %w", err)
	}
	return data, nil
}

// reader ends at the next read when ctx ends.
type reader struct {
	ctx context.Context
	r   io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
