package pager

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// showsColors reports whether a pager obeys the escape sequences of colours and
// does not show them as codes: words are its command, vars its environment. One that
// is not known is taken not to: text without colours can be read in any.
func showsColors(words []string, vars func(string) (string, bool)) bool {
	get := func(name string) string { value, _ := vars(name); return value }
	switch args := words[1:]; programOf(words[0]) {
	case "less":
		if get("LESS_IS_MORE") != "" {
			return lessShows(get("MORE"), args)
		}
		return lessShows(get("LESS"), args)
	case "more":
		if isLess(words[0]) {
			return lessShows(get("MORE"), args)
		}
		return true
	case "bat", "batcat":
		return !slices.ContainsFunc(args, func(arg string) bool {
			return arg == "--show-all" || arg == "--show-nonprintable" || isLetters(arg) && strings.Contains(arg, "A")
		})
	case "lv":
		return strings.Contains(get("LV"), "-c") || slices.Contains(args, "-c")
	case "moar", "moor", "ov", "nvimpager":
		return true
	}
	return false
}

// programOf is the name of a program without its folder and extension.
func programOf(path string) string {
	return strings.TrimSuffix(strings.ToLower(filepath.Base(path)), ".exe")
}

// isLess reports whether a program called more is less in truth, as it is on many
// systems.
func isLess(path string) bool {
	if runtime.GOOS != "linux" {
		return true
	}
	real, err := filepath.EvalSymlinks(path)
	return err == nil && programOf(real) == "less"
}

// isLetters reports whether an argument is options of a letter each.
func isLetters(arg string) bool {
	return len(arg) > 1 && arg[0] == '-' && arg[1] != '-'
}

// lessShows reports whether less shows colours with the options of a variable
// and of its arguments: by -R or -r, the last of which counts.
func lessShows(variable string, args []string) bool {
	var o lessOptions
	o.scan(variable)
	o.pending = false // a variable's option does not reach into the arguments
	for _, arg := range args {
		switch {
		case o.pending: // the value of the option before
			o.pending = false
		case arg == "--":
			return o.shows
		case strings.HasPrefix(arg, "-"):
			o.scan(arg)
		}
	}
	return o.shows
}

// lessOptions reads options as less does: letters in a row, with or without a
// hyphen, and long ones.
type lessOptions struct {
	shows   bool
	pending bool // the value of the last option is the next word
}

// The letters of less that take a value: of one that is text it is all up to a
// dollar sign, or else the rest.
const (
	lessTexts   = "DkoOpPtT\""
	lessNumbers = "bhjxyz#"
)

func (o *lessOptions) scan(s string) {
	unset := false // -+R is -R as less has it without options
	for s != "" {
		c := s[0]
		s = s[1:]
		switch {
		case c == '-' && strings.HasPrefix(s, "-"):
			s = o.long(s[1:])
		case c == '-':
			unset = strings.HasPrefix(s, "+") || strings.HasPrefix(s, "!")
			s = strings.TrimLeft(s, "+!")
		case c == 'R' || c == 'r':
			o.shows = !unset
		case c == '+': // a command to begin with
			s = o.text(s)
			o.pending = false
		case strings.IndexByte(lessTexts, c) >= 0:
			s = o.text(s)
		case strings.IndexByte(lessNumbers, c) >= 0:
			s = strings.TrimLeft(s, " .,0123456789-")
		}
	}
}

// text is what follows the text at the start of s, which is an option's value.
func (o *lessOptions) text(s string) string {
	value, rest, _ := strings.Cut(s, "$")
	o.pending = strings.TrimSpace(value) == ""
	return rest
}

// long reads an option with a long name, and returns what follows it.
func (o *lessOptions) long(s string) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"
	end := len(s) - len(strings.TrimLeft(s, letters))
	name, rest := s[:end], s[end:]
	is := func(long string, least int) bool { return len(name) >= least && strings.HasPrefix(long, name) }
	switch {
	case is("raw-control-chars", 2), is("RAW-CONTROL-CHARS", 2):
		o.shows = true
	case strings.HasPrefix(rest, "="):
		_, rest, _ = strings.Cut(rest, "$")
	case is("prompt", 2), is("pattern", 2), is("log-file", 2), is("LOG-FILE", 2), is("tag-file", 4), is("lesskey-file", 7):
		rest = o.text(rest)
	}
	return rest
}
