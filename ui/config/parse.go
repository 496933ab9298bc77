package config

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"lede/ui/config/slip"
)

// keysTable is the table of the file that has the keys of operations.
const keysTable = "keys"

// MostFaults is how many faults are told of a file: beyond them it is no file of
// settings.
const MostFaults = 100

// given is what a text sets.
type given struct {
	values map[string]any      // by the name of the setting
	bind   map[string][]string // by the name of the operation
	places map[string]Origin   // by name; of an operation, after "keys."
	faults []Fault
}

// parser reads settings in TOML.
type parser struct {
	given
	Sources
	table  []Setting
	source *source
	base   int      // where the part of the text begins that is parsed
	inside []string // the table that what follows stands in
	tables map[string]Origin
	lost   bool // that table is none of ours
}

// parse reads a text: the settings of a file, or where only keys are bound, those of
// the table [keys].
func parse(s Sources, table []Setting, src *source, inside ...string) given {
	p := parser{
		given:   given{values: map[string]any{}, bind: map[string][]string{}, places: map[string]Origin{}},
		Sources: s, table: table, source: src, inside: inside, tables: map[string]Origin{},
	}
	if at := invalidUTF8(src.data); at >= 0 {
		p.fault(at, "this is not UTF-8: save the file as UTF-8")
		return p.given
	}
	data := slices.Clip(src.data)                // the parser counts from the end of the capacity
	if bytes.HasPrefix(data, []byte("\ufeff")) { // as some editors of Windows begin a file
		p.base = len("\ufeff")
	}
	broken := false
	for p.base <= len(data) && len(p.faults) < MostFaults {
		failed := p.expressions(data[p.base:])
		if failed < 0 {
			break
		}
		broken = true
		p.base += failed
	}
	if !broken && len(p.faults) == 0 {
		p.whole(data)
	}
	return p.given
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// expressions reads lines until one that is not TOML. It returns where to go on
// after that one, in bytes from the start of data, and -1 at the end.
func (p *parser) expressions(data []byte) int {
	var t unstable.Parser
	t.Reset(data)
	for t.NextExpression() {
		if len(p.faults) >= MostFaults {
			return -1
		}
		switch e := t.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			p.header(e)
		case unstable.KeyValue:
			path, at := pathOf(e.Key())
			p.assign(append(p.inside[:len(p.inside):len(p.inside)], path...), at, e.Value())
		}
	}
	wrong, ok := errors.AsType[*unstable.ParserError](t.Error())
	if !ok {
		return -1
	}
	at := int(t.Range(wrong.Highlight).Offset)
	p.syntax(data, at, wrong.Message)
	return after(data, at)
}

// whole tells what only a reader of the whole finds, such as a table that stands
// twice.
func (p *parser) whole(data []byte) {
	var all map[string]any
	err := toml.Unmarshal(data[p.base:], &all)
	if wrong, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, column := wrong.Position()
		at := p.source.at
		if at.Kind == File {
			at.Line, at.Column = line, column
		}
		p.faults = append(p.faults, Fault{at, slip.Plain(strings.TrimPrefix(wrong.Error(), "toml: "))})
	}
}

// pathOf is a key with dots, and where it begins.
func pathOf(keys unstable.Iterator) (path []string, at int) {
	for keys.Next() {
		if len(path) == 0 {
			at = int(keys.Node().Raw.Offset)
		}
		path = append(path, string(keys.Node().Data))
	}
	return path, at
}

// header is the line [table].
func (p *parser) header(e *unstable.Node) {
	path, at := pathOf(e.Key())
	name := strings.Join(path, ".")
	p.inside, p.lost = path, path[0] != keysTable || e.Kind == unstable.ArrayTable
	switch was, twice := p.tables[name]; {
	case p.lost && p.setting(name) != nil:
		p.fault(at, code(name)+" is no table: write it as in "+p.setting(name).example())
	case e.Kind == unstable.ArrayTable:
		p.fault(at, "[["+strings.Trim(code(name), "`")+"]] is a list of tables: write [keys]")
	case !p.lost && twice:
		p.fault(at, fmt.Sprintf("[%s] stands twice, first in line %d: put both together", strings.Trim(code(name), "`"), was.Line))
	case !p.lost:
	default:
		p.fault(at, fmt.Sprintf("unknown table [%s]: the only one is [keys]", strings.Trim(code(name), "`")))
	}
	p.tables[name] = p.source.place(p.base + at)
}

func (p *parser) fault(at int, text string) {
	p.faults = append(p.faults, Fault{p.source.place(p.base + at), text})
}
