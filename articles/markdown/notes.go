package markdown

import (
	"slices"
	"strings"

	"lede/articles/markdown/chunk"
)

// scanNotes finds the labels of all footnotes defined in src, with the offsets
// of what may define each: what begins a line as "[^label]:". The first that
// stands in no code does.
func scanNotes(src string) map[string][]int {
	notes := make(map[string][]int)
	if !strings.Contains(src, "]:") {
		return notes
	}
	for at := 0; ; {
		i := strings.Index(src[at:], "[^")
		if i < 0 {
			return notes
		}
		i += at
		at = i + 2
		if i > 0 && src[i-1] != '\n' && src[i-1] != ' ' {
			continue // the usual mark in a text
		}
		label, n := chunk.NoteLabel([]byte(src[i:min(len(src), i+100)]))
		if n == 0 || !defines(src, i, i+n) {
			continue
		}
		notes[label] = append(notes[label], i)
	}
}

// defines reports whether the mark in src[start:end] begins a definition: it
// begins its line and a colon follows.
func defines(src string, start, end int) bool {
	before := src[max(0, start-len("\n   ")):start] // a line may be long, and have many marks
	line := strings.LastIndexByte(before, '\n') + 1
	return (line > 0 || start <= 3) && strings.Trim(before[line:], " ") == "" && strings.HasPrefix(src[end:], ":")
}

// noteNumbers numbers the footnotes in the order of their first marks in src,
// from 1; what is defined and never marked comes last. Marks that seem to
// stand in fenced code come last: an example of one takes no number from the
// others.
func noteNumbers(src string, notes map[string][]int) map[string]int {
	numbers := make(map[string]int, len(notes))
	for _, anywhere := range [...]bool{false, true} {
		code := fences{src: src}
		for at := 0; len(numbers) < len(notes); {
			i := strings.Index(src[at:], "[^")
			if i < 0 {
				break
			}
			i += at
			at = i + 2
			label, n := chunk.NoteLabel([]byte(src[i:min(len(src), i+100)]))
			if _, ok := notes[label]; !ok || n == 0 || defines(src, i, i+n) || numbers[label] > 0 {
				continue
			}
			if anywhere || !code.hold(i) {
				numbers[label] = len(numbers) + 1
			}
		}
	}
	var unmarked []string
	for label := range notes {
		if numbers[label] == 0 {
			unmarked = append(unmarked, label)
		}
	}
	slices.SortFunc(unmarked, func(a, b string) int { return notes[a][0] - notes[b][0] })
	for _, label := range unmarked {
		numbers[label] = len(numbers) + 1
	}
	return numbers
}

// fences follows the fences of code through src.
type fences struct {
	src  string
	at   int    // so far
	open string // the fence that is open
}

// hold reports whether an offset seems to stand in fenced code. Offsets ascend.
func (f *fences) hold(offset int) bool {
	for f.at < offset {
		sign, n := "```", strings.Index(f.src[f.at:offset], "```")
		if other := strings.Index(f.src[f.at:offset], "~~~"); other >= 0 && (n < 0 || other < n) {
			sign, n = "~~~", other
		}
		if n < 0 {
			f.at = offset
			break
		}
		f.fence(f.at+n, sign[:1])
	}
	return f.open != ""
}

// fence takes in what may be a fence, at an offset.
func (f *fences) fence(at int, sign string) {
	before := f.src[strings.LastIndexByte(f.src[:at], '\n')+1 : at]
	rest, _, _ := strings.Cut(f.src[at:], "\n")
	info := strings.TrimLeft(rest, sign)
	run := rest[:len(rest)-len(info)]
	f.at = at + len(rest) // nothing else on the line is one
	switch {
	case strings.Trim(before, " \t>-*+.)0123456789") != "" || strings.Contains(info, "`"):
	case f.open == "":
		f.open = run
	case strings.HasPrefix(run, f.open) && strings.TrimSpace(info) == "":
		f.open = ""
	}
}
