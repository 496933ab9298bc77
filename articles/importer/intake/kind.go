package intake

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/shell"

	"lede/articles"
	"lede/articles/importer/filetype"
	"lede/articles/importer/opml"
)

// Kind is what a word names that is to be taken in.
type Kind int

// The kinds of words.
const (
	Missing Kind = iota // nothing that there is
	Foreign             // an address that is none of the web, or a command
	Several             // addresses with blanks between them
	Stdin               // - is the standard input
	Address             // of the web, also without https://
	List                // a file of addresses of feeds
	File                // of any other sort
	Folder
)

// KindOf tells what a word names by its look and by what is on the disk.
func KindOf(word string) Kind {
	switch info, err := os.Stat(word); {
	case word == "-":
		return Stdin
	case articles.IsWeb(word) || IsBare(word):
		return Address
	case err == nil && info.IsDir():
		return Folder
	case isList(word):
		return List
	case err == nil || !errors.Is(err, os.ErrNotExist) && exists(word):
		return File
	}
	if words := strings.Fields(word); len(words) > 1 && articles.IsWeb(words[0]) && articles.IsWeb(words[1]) {
		return Several
	}
	if isForeign(word) {
		return Foreign
	}
	return Missing
}

// exists reports whether something is at a path, also what cannot be looked at.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, os.ErrNotExist)
}

// isForeign reports whether a word has the look of an address, and is none that
// is fetched.
func isForeign(word string) bool {
	scheme, rest, ok := strings.Cut(word, ":")
	if !ok || len(scheme) < 2 || strings.ContainsFunc(scheme, func(r rune) bool { return !isOfScheme(r) }) {
		return false
	}
	switch strings.ToLower(scheme) {
	case "mailto", "javascript", "data", "about", "tel", "magnet", "exec", "filter", "query":
		return true
	}
	return strings.HasPrefix(rest, "//")
}

func isOfScheme(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("+-.", r)
}

// Meant is what a person means by a word that they typed or pasted: without blanks
// at its ends, without the quotes and backslashes that a terminal puts into a path
// that is dropped on it, ~ for their home as in a shell, the path of a file://
// address, the address in one of feed:.
func Meant(word string) string {
	word = strings.TrimSpace(word)
	if exists(word) {
		return word
	}
	if plain := unquoted(word); plain != word {
		if plain = Meant(plain); exists(plain) || articles.IsWeb(plain) {
			return plain
		}
	}
	if rest, ok := strings.CutPrefix(word, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if len(word) > 7 && strings.EqualFold(word[:7], "file://") {
		if u, err := url.Parse(word); err == nil && (u.Host == "" || u.Host == "localhost") {
			return filepath.FromSlash(u.Path)
		}
	}
	return withoutFeed(word)
}

// unquoted is a word as a shell reads it, without its quotes and backslashes; what a
// shell takes for none, or for several, stays as it is.
func unquoted(word string) string {
	if filepath.Separator == '\\' {
		return strings.Trim(word, `"`) // a backslash parts folders there
	}
	if !strings.ContainsAny(word, `'"\`) {
		return word
	}
	words, err := shell.Fields(word, func(name string) string {
		if name == "HOME" {
			return os.Getenv(name)
		}
		return ""
	})
	if err != nil || len(words) != 1 {
		return word
	}
	return words[0]
}

// withoutFeed is the address in one of feed:https://… or feed://….
func withoutFeed(word string) string {
	lower := strings.ToLower(word)
	for _, lead := range [...]string{"feed:https://", "feed:http://"} {
		if strings.HasPrefix(lower, lead) {
			return word[len("feed:"):]
		}
	}
	if strings.HasPrefix(lower, "feed://") {
		return word[len("feed://"):]
	}
	return word
}

// IsBare reports whether a word is a web address without https:// in front, such
// as "example.org/x" or "localhost:8080". The name of a file is none, nor is one
// that only the name of a file ends in.
func IsBare(word string) bool {
	if articles.IsWeb(word) || filetype.IsText(word) || strings.ContainsAny(word, " \t\n|~\\") {
		return false
	}
	if exists(word) {
		return false
	}
	authority, _, slash := strings.Cut(word, "/")
	host, port, named := strings.Cut(authority, ":")
	if _, err := strconv.ParseUint(port, 10, 16); named && err != nil {
		return false
	}
	if !slash && filetype.IsKnown(word) {
		return false
	}
	return strings.Contains(strings.Trim(host, "."), ".") && !strings.HasPrefix(host, ".") || named && host == "localhost"
}

// IsFolder reports whether there is a folder at a path.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// IsFile reports whether there is something else at a path.
func IsFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// IsPath reports whether a word can only be meant as the path of a file.
func IsPath(word string) bool {
	return !articles.IsWeb(word) && (filetype.IsText(word) || strings.ContainsRune(filepath.ToSlash(word), '/'))
}

// exportedFeeds is the list of feeds in a folder to which a library was exported; empty
// where there is none.
func exportedFeeds(folder string) string {
	path := filepath.Join(folder, opml.FileName)
	if !IsFolder(folder) || !IsFile(path) {
		return ""
	}
	return path
}

// isList reports whether a file is a list of feeds.
func isList(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".opml", ".xml", ".txt", "":
	default:
		return false
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false // a pipe is read once
	}
	if strings.EqualFold(filepath.Ext(path), ".opml") {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	head, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return err == nil && (opml.Is(string(head)) || opml.IsURLs(path, string(head)))
}
