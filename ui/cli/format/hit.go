package format

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/snippet"
)

// Hit is what a search found.
type Hit struct {
	articles.Row
	Marks   []snippet.Mark // of the title: the words in it
	Snippet snippet.Snippet
	Meant   string // the query that found it, where that is not the one that was asked
}

// hitJSON is a hit as search --json prints it: a row, and what it was found by.
type hitJSON struct {
	rowJSON
	Snippet string `json:"snippet"`
	Meant   string `json:"did_you_mean"` // "" where it has the words themselves
}

// HitJSON writes a hit as an object in a line.
func HitJSON(w io.Writer, h Hit) error {
	return Encode(w, hitJSON{rowOf(h.Row), h.Snippet.Text, h.Meant}, "")
}

// Hits is how hits are laid out: the id and the title in a line, and the snippet below.
type Hits struct {
	width int  // of a line, in cells; 0 is any
	id    bool // there is room for it
	bold  bool // the words are marked
}

// HitsIn lays out hits in lines of at most so many cells, 0 for any.
func HitsIn(width int, bold bool) Hits { return Hits{width, len(Rows(width).columns) > 0, bold} }

// AnyLetters is how much of a snippet there is where a line may be of any width.
const AnyLetters = 160

// Letters is how much of a snippet there is, with room for what stands around a piece.
func (s Hits) Letters() int {
	if s.width == 0 {
		return AnyLetters
	}
	return s.width - len(s.left("")) - 2
}

// Write prints a hit.
func (s Hits) Write(w io.Writer, h Hit) error {
	lines := []string{s.line(string(h.ID), h.Title, h.Marks)}
	if h.Snippet.Text != "" {
		lines = append(lines, s.line("", h.Snippet.Text, h.Snippet.Marks))
	}
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}

func (s Hits) line(left, text string, marks []snippet.Mark) string {
	var b strings.Builder
	b.WriteString(s.left(left))
	last := 0
	for _, m := range marks {
		if s.bold {
			b.WriteString(text[last:m.From] + "\x1b[1m" + text[m.From:m.To] + "\x1b[22m")
			last = m.To
		}
	}
	b.WriteString(text[last:])
	if s.width == 0 {
		return b.String()
	}
	return ansi.Truncate(b.String(), s.width, "…")
}

// left is what stands before the text of a line.
func (s Hits) left(text string) string {
	if !s.id {
		return ""
	}
	return fmt.Sprintf("%-*s", columns[0].width+between, text)
}
