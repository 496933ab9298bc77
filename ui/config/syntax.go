package config

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

// otherKind says what a value is to be that is of another kind.
func (s *Setting) otherKind(have unstable.Kind, text string) string {
	quoted := have == unstable.String
	switch s.usual.(type) {
	case bool:
		if quoted && (text == "true" || text == "false") {
			return "needs " + text + " without quotes"
		}
		if value, wrong := s.read(text); wrong == "" && have != unstable.Array {
			return "needs true or false: write " + map[bool]string{true: "true", false: "false"}[value == true]
		}
	case int:
		if quoted {
			return s.needs() + ", without quotes"
		}
	case time.Duration:
		return `needs a time in quotes, as "30s" or "2m"`
	case string:
		return "needs text in quotes, as in " + s.example()
	}
	return s.needs()
}

// example is a line that sets the setting.
func (s *Setting) example() string {
	return s.Name[strings.LastIndexByte(s.Name, '.')+1:] + " = " + s.sample()
}

func (s *Setting) sample() string {
	if s.usual == "" {
		return `"…"`
	}
	return tomlOf(s.usual)
}

// bare is a line whose value lacks its quotes, or is a word for true or false, or is
// not there at all.
var bare = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t]*([A-Za-z0-9_.-]+)[ \t]*([=:])[ \t]*([^ \t"'\[{#][^#]*|(?:#.*)?$)`)
})

// syntax tells what is not TOML at a byte of data. What the parser says of it is in
// the words of the grammar: where a person's slip is plain, that is said.
func (p *parser) syntax(data []byte, at int, message string) {
	start := bytes.LastIndexByte(data[:at], '\n') + 1
	text, _, _ := bytes.Cut(data[start:], []byte("\n"))
	m := bare().FindSubmatch(bytes.TrimSuffix(text, []byte("\r")))
	if m == nil {
		p.fault(at, plain(message)+p.missing(data[start:]))
		return
	}
	name, value := strings.TrimPrefix(string(m[1]), "keys."), strings.TrimSpace(string(m[3]))
	if len(p.inside) > 0 {
		name = strings.Join(append(p.inside[:len(p.inside):len(p.inside)], name), ".")
	}
	s := p.setting(name)
	switch {
	case (value == "" || value[0] == '#') && (s != nil || len(p.inside) > 0):
		p.fault(at, name+": there is no value"+p.missing(nil))
	case value == "" || value[0] == '#':
		p.fault(start, p.unknown(name))
	case value[0] == '=':
		p.fault(at, "write one = after the key, as in measure = 72")
	case string(m[2]) == ":":
		p.fault(at, "write = after the key, as in measure = 72")
	case p.lost:
	case s != nil:
		p.fault(at, s.Name+": "+s.otherKind(unstable.Invalid, value))
	case len(p.inside) == 0:
		p.fault(start, p.unknown(name))
	default:
		p.fault(at, "the name of a key needs quotes, as in quit = \"Q\"")
	}
}

// missing shows how a line is written that has no =.
func (p *parser) missing(data []byte) string {
	text, _, _ := bytes.Cut(data, []byte("\n"))
	switch {
	case bytes.ContainsRune(text, '=') && len(bytes.TrimSpace(text)) > 1:
		return ""
	case len(p.inside) > 0:
		return `: write it as in quit = ["q", "Q"]`
	}
	return ": write it as in measure = 72"
}

// line is how a line begins that sets something.
var line = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t]*(?:\[[A-Za-z]|["'A-Za-z0-9_.-]+[ \t]*=)`)
})

// after is where to go on after a line that is not TOML: at the next one that sets
// something.
func after(data []byte, at int) int {
	end := bytes.IndexByte(data[at:], '\n')
	if end < 0 {
		return len(data) + 1
	}
	begin := at + end + 1
	next := line().FindIndex(data[begin:])
	if next == nil {
		return len(data) + 1
	}
	return begin + next[0]
}
