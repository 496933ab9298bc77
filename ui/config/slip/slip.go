// Package slip says in plain words what is wrong with a line of a file that is not TOML:
// a parser says it in the words of the grammar.
package slip

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// Kind is the kind of a slip.
type Kind int

// The kinds of slips that are plain. Of another one only the parser knows.
const (
	Other   Kind = iota
	Empty        // name =
	Twice        // name == value
	Colon        // name: value
	Bare         // name = value, and the value lacks its quotes or is another word
	NoSign       // name
	Several      // name = value; name = value
)

// Slip is what is wrong with a line.
type Slip struct {
	Kind
	Name, Value string // as they stand before and behind the sign, where they are known
	Start, At   int    // where the line begins, and what is wrong with it, in bytes
	message     string // of the parser
}

// assignment is a line that has a name and a sign, and what stands behind it when that
// is no text in quotes, list or table.
var assignment = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t]*([A-Za-z0-9_.-]+|"[A-Za-z0-9_.-]+"|'[A-Za-z0-9_.-]+')[ \t]*([=:])[ \t]*((?:[^ \t\r\n"'\[{#][^#\r\n]*)?)(?:[#\r\n]|$)`)
})

// several is a line in which another name and sign follow a value.
var several = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[^=#\r\n]*=[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|\[[^]\r\n]*\]|[^;,\s"'\[{=#]+)(?:[ \t]*[;,]|[ \t])[ \t]*["']?[A-Za-z0-9_.-]+["']?[ \t]*=`)
})

// Of finds what is wrong at a byte of data, of which a parser says the message.
func Of(data []byte, at int, message string) Slip {
	start := bytes.LastIndexByte(data[:at], '\n') + 1
	s := Slip{Start: start, At: at, message: message}
	if several().Match(data[start:]) {
		s.Kind = Several
		return s
	}
	m := assignment().FindSubmatchIndex(data[start:])
	if m == nil {
		text, _, _ := bytes.Cut(data[start:], []byte("\n"))
		if !bytes.ContainsRune(text, '=') || len(bytes.TrimSpace(text)) < 2 {
			s.Kind = NoSign
		}
		return s
	}
	part := func(n int) string { return string(data[start+m[2*n] : start+m[2*n+1]]) }
	s.Name, s.Value = strings.Trim(part(1), `"'`), strings.TrimSpace(part(3))
	switch {
	case strings.HasPrefix(s.Value, "="):
		s.Kind = Twice
	case part(2) == ":":
		s.Kind = Colon
	case s.Value == "":
		s.Kind, s.At = Empty, start+m[4] // what the parser misses may be lines below
	default:
		s.Kind = Bare
	}
	return s
}

// Say is the slip in a line, with a line as it should be.
func (s Slip) Say(sample string) string {
	switch s.Kind {
	case Empty:
		return s.Name + " needs a value, as in " + sample
	case Twice:
		return "write one = after the key, as in " + sample
	case Colon:
		return "write = after the key, as in " + sample
	case Several:
		return "write each setting in a line of its own"
	case NoSign:
		return Plain(s.message) + ": write it as in " + sample
	}
	return Plain(s.message)
}

// Plain is a text without what a terminal would obey.
func Plain(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
