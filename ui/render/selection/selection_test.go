package selection

import (
	"slices"
	"testing"
)

// quoted is a sentence that goes on in a second line behind a bar, an empty line and
// a cell of a table with its neighbour.
var quoted = New(3, []Line{
	{Segments: []Segment{{Glue: NewText, Text: "One two", Column: 4, Width: 7}}},
	{Segments: []Segment{{Glue: " ", Text: "漢字", Column: 4, Width: 4}}},
	{},
	{Segments: []Segment{
		{Glue: NewText, Text: "left", Column: 2, Width: 4},
		{Glue: "\t", Text: "right", Column: 9, Width: 5},
	}},
})

func TestCopy(t *testing.T) {
	t.Parallel()
	const all = "\nOne two 漢字\n\nleft\tright"
	if got := quoted.Copy(quoted.All()); got != all || quoted.String() != all {
		t.Errorf("all is %q", got)
	}
	for line, want := range []string{"One two", "漢字", "", "left\tright"} {
		s, ok := quoted.On(line)
		if got := quoted.Copy(s); got != want || ok != (want != "") {
			t.Errorf("on line %d stands %q, not %q", line, want, got)
		}
	}
	if got := quoted.Copy(Stretch{To: Caret{Part: 2, At: 9}}); got != "" {
		t.Errorf("%q is of another part", got)
	}
}

func TestUnder(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		line, column int
		char, word   string
	}{
		{0, 4, "O", "One"},
		{0, 9, "w", "two"},
		{0, 30, "", " "},
		{1, 5, "漢", "漢"},
		{3, 7, "", "right"},
		{3, 12, "h", "right"},
	} {
		s := quoted.Under(test.line, test.column)
		if got := quoted.Copy(s); got != test.char {
			t.Errorf("%d:%d: %q instead of %q", test.line, test.column, got, test.char)
		}
		if got := quoted.Copy(quoted.Word(s)); got != test.word {
			t.Errorf("%d:%d: the word %q instead of %q", test.line, test.column, got, test.word)
		}
	}
}

func TestSelected(t *testing.T) {
	t.Parallel()
	from, to := quoted.Under(0, 8), quoted.Under(3, 10)
	for line, want := range [][]Columns{{{8, 11}}, {{4, 8}}, nil, {{2, 6}, {9, 11}}} {
		if got := quoted.Selected(from.Union(to), line); !slices.Equal(got, want) {
			t.Errorf("of line %d are selected %v instead of %v", line, got, want)
		}
	}
}
