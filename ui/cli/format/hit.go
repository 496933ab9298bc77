package format

import (
	"fmt"
	"io"

	"lede/articles"
)

// Hit is what a search found.
type Hit struct {
	articles.Row
	Snippet string // of its text, with the words in it
	Meant   string // the query that found it, where that is not the one that was asked
}

// hitJSON is a hit as search --json prints it: a row, and what it was found by.
type hitJSON struct {
	rowJSON
	Snippet string `json:"snippet"`
	Meant   string `json:"did_you_mean"` // "" where it has the words themselves
}

// JSON writes the hit as an object in a line.
func (h Hit) JSON(w io.Writer) error { return Encode(w, hitJSON{rowOf(h.Row), h.Snippet, h.Meant}, "") }

// Write prints the hit: its id and its title in a line, and its snippet below them.
func (h Hit) Write(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%-10s  %s\n", h.ID, h.Title)
	if err == nil && h.Snippet != "" {
		_, err = fmt.Fprintf(w, "            %s\n", h.Snippet)
	}
	return err
}
