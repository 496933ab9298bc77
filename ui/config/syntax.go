package config

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"

	"lede/ui/config/slip"
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
	switch usual := s.usual.(type) {
	case string:
		if usual == "" {
			return `"…"`
		}
	case []string:
		return `["feed:hn crypto -> mute"]`
	}
	return tomlOf(s.usual)
}

// syntax tells what is not TOML at a byte of data.
func (p *parser) syntax(data []byte, at int, message string) {
	wrong := slip.Of(data, at, message)
	name := strings.TrimPrefix(wrong.Name, "keys.")
	if len(p.inside) > 0 {
		name = strings.Join(append(p.inside[:len(p.inside):len(p.inside)], name), ".")
	}
	s, bound, sample := p.setting(name), len(p.inside) > 0 || wrong.Name != name, "measure = 72"
	switch {
	case s != nil:
		sample = s.example()
	case bound:
		sample = `quit = ["q", "Q"]`
	}
	named := wrong.Kind == slip.Empty || wrong.Kind == slip.Bare
	switch {
	case named && p.lost: // the table is told
	case named && s == nil && !bound:
		p.fault(wrong.Start, p.unknown(name))
	case wrong.Kind != slip.Bare:
		p.fault(wrong.At, wrong.Say(sample))
	case s != nil:
		p.fault(at, s.Name+": "+s.otherKind(unstable.Invalid, wrong.Value))
	default:
		p.fault(at, "the name of a key needs quotes, as in quit = \"Q\"")
	}
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
