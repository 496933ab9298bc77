package cli

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/fetch"
)

// isBare reports whether a word is a web address without https:// in front, such
// as "example.org/x" or "localhost:8080". The name of a file is none, nor is one
// that only the name of a file ends in.
func isBare(word string) bool {
	if articles.IsWeb(word) || importer.IsText(word) || strings.ContainsAny(word, " \t\n|~\\") {
		return false
	}
	if _, err := os.Lstat(word); !errors.Is(err, os.ErrNotExist) {
		return false
	}
	authority, _, slash := strings.Cut(word, "/")
	host, port, named := strings.Cut(authority, ":")
	if _, err := strconv.ParseUint(port, 10, 16); named && err != nil {
		return false
	}
	if !slash && importer.IsKnown(word) {
		return false
	}
	return strings.Contains(strings.Trim(host, "."), ".") && !strings.HasPrefix(host, ".") || named && host == "localhost"
}

// eitherWay does something with a web address. Of one without a scheme it tries
// https, and http where the host takes no encrypted connection.
func eitherWay[T any](address string, do func(address string) (T, error)) (T, error) {
	if articles.IsWeb(address) {
		return do(address)
	}
	out, err := do("https://" + address)
	if refused, ok := errors.AsType[*fetch.Error](err); ok && refused.IsUnencrypted() {
		if plain, err := do("http://" + address); err == nil {
			return plain, nil
		}
	}
	return out, err
}

// fetchMeant reads what stands at an address, which may be a bare one.
func (p *program) fetchMeant(ctx context.Context, h importer.Hint, address string) (importer.Glance, error) {
	return eitherWay(address, func(address string) (importer.Glance, error) { return h.Web(ctx, p.web(), address) })
}
