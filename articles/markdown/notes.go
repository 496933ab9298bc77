package markdown

import "strings"

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
		label, n := noteLabel([]byte(src[i:min(len(src), i+100)]))
		if n == 0 || !defines(src, i, i+n) {
			continue
		}
		notes[label] = append(notes[label], i)
	}
}

// defines reports whether the mark in src[start:end] begins a definition: it
// begins its line and a colon follows.
func defines(src string, start, end int) bool {
	line := strings.LastIndexByte(src[:start], '\n') + 1
	return start-line <= 3 && strings.Trim(src[line:start], " ") == "" && strings.HasPrefix(src[end:], ":")
}

// noteNumbers numbers the footnotes in the order of their first marks in src,
// from 1; what is defined and never marked has no number.
func noteNumbers(src string, notes map[string][]int) map[string]int {
	numbers := make(map[string]int, len(notes))
	for at := 0; len(numbers) < len(notes); {
		i := strings.Index(src[at:], "[^")
		if i < 0 {
			break
		}
		i += at
		at = i + 2
		label, n := noteLabel([]byte(src[i:min(len(src), i+100)]))
		if _, ok := notes[label]; ok && n > 0 && !defines(src, i, i+n) && numbers[label] == 0 {
			numbers[label] = len(numbers) + 1
		}
	}
	return numbers
}
