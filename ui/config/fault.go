package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Origin says who set a setting, or where a fault is.
type Origin struct {
	Kind Kind
	Name string // the path of the file, the variable without $, or the option with its dashes
	Line int    // of the file, from 1; 0 for the whole file
	// Column counts characters from 1; 0 for the whole line.
	Column int
}

// String says it in a word: "default", "remembered", "config.toml:4",
// "$LEDE_THEME" or "--theme".
func (o Origin) String() string {
	switch o.Kind {
	case File:
		return filepath.Base(o.Name) + ":" + strconv.Itoa(o.Line)
	case Environment:
		return "$" + o.Name
	case Option:
		return o.Name
	}
	return o.Kind.String()
}

// Fault is one thing that is wrong with settings. Its text holds nothing that a
// terminal would obey.
type Fault struct {
	At   Origin
	Text string
}

// Error is the fault in a line: "/home/ann/.config/lede/config.toml:4:1: unknown
// key `mesure`: did you mean `measure`?"
func (f Fault) Error() string { return f.in(f.At.Name) }

// Short is Error with the name of the file alone.
func (f Fault) Short() string { return f.in(filepath.Base(f.At.Name)) }

func (f Fault) in(file string) string {
	if f.At.Kind != File {
		return f.Text // which names the variable or the option
	}
	if f.At.Line > 0 {
		file += fmt.Sprintf(":%d:%d", f.At.Line, f.At.Column)
	}
	return file + ": " + f.Text
}

// source is a text with settings, and where its lines begin.
type source struct {
	at     Origin // without a place
	data   []byte
	starts []int
}

func newSource(at Origin, data []byte) *source {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return &source{at, data, starts}
}

// place is the origin of what stands at a byte of the text. Only a file has places.
func (s *source) place(offset int) Origin {
	at := s.at
	if at.Kind != File {
		return at
	}
	offset = max(0, min(offset, len(s.data)))
	line, found := slices.BinarySearch(s.starts, offset)
	if !found {
		line--
	}
	at.Line, at.Column = line+1, utf8.RuneCount(s.data[s.starts[line]:offset])+1
	return at
}
