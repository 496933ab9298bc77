package config

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"lede/articles/nearest"
	"lede/ui/command"
)

// longestShown is how much of a wrong value is shown, in characters.
const longestShown = 60

// quote is a text as an error shows it: nothing in it is obeyed by a terminal.
func quote(text string) string {
	if r := []rune(text); len(r) > longestShown {
		text = string(r[:longestShown]) + "…"
	}
	return strconv.Quote(text)
}

// code is a name as an error shows it.
func code(name string) string {
	q := quote(name)
	return "`" + q[1:len(q)-1] + "`"
}

// read is the value that a text of the environment or of an option stands for, or
// else what it needs to be.
func (s *Setting) read(text string) (value any, wrong string) {
	switch s.usual.(type) {
	case bool:
		switch strings.ToLower(text) {
		case "on", "true", "yes", "1":
			return true, ""
		case "off", "false", "no", "0":
			return false, ""
		}
		return nil, "choose on or off"
	case int:
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return nil, s.needs()
		}
		return n, s.wrong(n)
	case time.Duration:
		d, err := time.ParseDuration(strings.TrimSpace(text))
		if err != nil || d <= 0 {
			return nil, s.needs()
		}
		return d, ""
	case []string:
		var all []string
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			if wrong := s.wrong(line); wrong != "" {
				return nil, quote(line) + ": " + wrong
			}
			all = append(all, line)
		}
		return all, ""
	}
	return text, s.wrong(text)
}

// Check says what is wrong with a value of the setting of this name, as of one in the
// file: "measure 5: needs a whole number from 20 to 160".
func Check(name string, value any) error {
	for _, s := range (Known{}).Settings() {
		if s.Name != name {
			continue
		}
		if wrong := s.wrong(value); wrong != "" {
			return fmt.Errorf("%s %v: %s", name, value, wrong)
		}
	}
	return nil
}

// needs says what a value is to be, for one that is of another kind.
func (s *Setting) needs() string {
	switch s.usual.(type) {
	case bool:
		return "needs true or false"
	case int:
		return fmt.Sprintf("needs a whole number from %d to %d", s.least, s.most)
	case time.Duration:
		return "needs a time such as 30s or 2m"
	case []string:
		return "needs a list of texts, as in " + s.sample()
	}
	return "needs text"
}

// wrong says what is wrong with a value of the right kind, empty for nothing.
func (s *Setting) wrong(value any) string {
	switch v := value.(type) {
	case int:
		if v < s.least || v > s.most {
			return s.needs()
		}
	case string:
		return s.wrongText(v)
	}
	return ""
}

func (s *Setting) wrongText(text string) string {
	if strings.ContainsFunc(text, unicode.IsControl) {
		return "needs text in one line, without control characters"
	}
	for _, each := range s.commands(text) {
		if _, err := command.Words(each, func(string) string { return "" }); err != nil {
			return err.Error()
		}
	}
	if text == "" && s.usual == "" || slices.Contains(s.Words, text) {
		return ""
	}
	if s.check != nil {
		if err := s.check(text); err != nil {
			return err.Error()
		}
		return ""
	}
	if len(s.Words) == 0 {
		return ""
	}
	return meant(text, s.Words, "choose one of "+strings.Join(s.Words, ", "))
}

// commands are those of a setting that has one, or a list of them.
func (s *Setting) commands(text string) []string {
	switch {
	case s.Value != commandValue:
		return nil
	case s.several:
		return filepath.SplitList(text)
	}
	return []string{text}
}

// meant puts the nearest word before what is said about a wrong one.
func meant(text string, words []string, say string) string {
	if near := nearest.First(text, words); near != "" {
		return "did you mean " + near + "? " + say
	}
	return say
}

// set gives the setting a value of its kind.
func (s *Setting) set(v *Values, value any) {
	switch p := s.field(v).(type) {
	case *string:
		*p = value.(string)
	case *int:
		*p = value.(int)
	case *bool:
		*p = value.(bool)
	case *time.Duration:
		*p = value.(time.Duration)
	case *[]string:
		*p = slices.Clone(value.([]string))
	case *map[string][]string:
		*p = maps.Clone(value.(map[string][]string))
	}
}

// get is the value of the setting: a string, an int, a bool, a [time.Duration], or
// a map of what is bound.
func (s *Setting) get(v *Values) any {
	switch p := s.field(v).(type) {
	case *string:
		return *p
	case *int:
		return *p
	case *bool:
		return *p
	case *time.Duration:
		return *p
	case *[]string:
		return *p
	case *map[string][]string:
		return *p
	}
	return nil
}

// recall sets the value that the library remembers as text: a name, a number for one
// of several words, 1 or 0 for on or off. It reports whether that is one.
func (s *Setting) recall(v *Values, text string) bool {
	if s.check != nil { // it may be other words than those that have numbers
		if text == "" || s.wrong(text) != "" {
			return false
		}
		s.set(v, text)
		return true
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return false
	}
	switch s.usual.(type) {
	case bool:
		if n != 0 && n != 1 {
			return false
		}
		s.set(v, n == 1)
	case int:
		if s.wrong(n) != "" {
			return false
		}
		s.set(v, n)
	case string:
		if n < 0 || n >= len(s.Words) {
			return false
		}
		s.set(v, s.Words[n])
	}
	return true
}
