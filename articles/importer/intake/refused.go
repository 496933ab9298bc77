package intake

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer"
)

// Reason is why a word names nothing that can be had.
type Reason int

// The reasons.
const (
	NotThere   Reason = iota // no file has this name
	NoAddress                // it looks like an address, and none of the web
	TwoAtOnce                // it is several addresses
	IsKeyboard               // the standard input is the keyboard
	IsAFolder                // one article is wanted
	IsAFile                  // an address is wanted
	IsAList                  // an address is wanted
	NothingIn                // folders in which nothing is to read
)

// Refusal says that a word names nothing that can be had. Every door of the
// program says it in the same words: its Error is one line that says what to do.
type Refusal struct {
	Word   string
	Reason Reason
}

// Error implements error.
func (r *Refusal) Error() string {
	name := articles.CleanLine(r.Word)
	if strings.TrimSpace(name) == "" {
		name = strconv.QuoteToASCII(r.Word)
	}
	switch r.Reason {
	case NoAddress:
		if scheme, _, _ := strings.Cut(strings.ToLower(r.Word), ":"); scheme == "http" || scheme == "https" {
			return name + " is no web address: check it"
		}
		return name + " is no web address: lede fetches http and https alone, and runs no commands"
	case TwoAtOnce:
		return "these are several addresses: add one at a time, or all with lede add"
	case IsKeyboard:
		return "the standard input is the keyboard here: give an address or a path, or use lede add -"
	case IsAFolder:
		return name + " is a folder: lede add puts it into the library"
	case IsAFile:
		return name + " is a file: lede add reads it, and lede feeds import takes lists of feeds"
	case IsAList:
		return name + " is a list of feeds: lede feeds import subscribes to them"
	case NothingIn:
		return name + ": no Markdown, plain text, web page or book in it; a feed or an export is to be named itself"
	}
	return name + " does not exist"
}

func refuse(word string, why Reason) error { return &Refusal{word, why} }

// Refuse is why a word that is to be read names no article, whatever it is taken
// for; nil where that cannot be told from the word.
func Refuse(word string) error {
	switch KindOf(word) {
	case Folder:
		return refuse(word, IsAFolder)
	case Foreign:
		return refuse(word, NoAddress)
	case Several:
		return refuse(word, TwoAtOnce)
	}
	if IsPath(word) {
		return refuse(word, NotThere)
	}
	return nil
}

// NoArticles says that a file that can hold several articles has none; its name is
// as the person wrote it, empty for the standard input.
func NoArticles(name string, b *importer.Bundle) error {
	if name == "" || name == "-" {
		name = "input"
	}
	return errors.New(articles.CleanLine(fmt.Sprintf("%s: the %s %s has no articles in it", name, b.Kind, cmp.Or(b.Title, b.Link))))
}
