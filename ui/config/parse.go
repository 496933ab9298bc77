package config

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
	"mvdan.cc/sh/v3/shell"
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
		p.faults = append(p.faults, Fault{at, strings.TrimPrefix(wrong.Error(), "toml: ")})
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
	p.inside, p.lost = path, name != keysTable || e.Kind == unstable.ArrayTable
	switch was, twice := p.tables[name]; {
	case e.Kind == unstable.ArrayTable:
		p.fault(at, "[["+strings.Trim(code(name), "`")+"]] is a list of tables: write [keys]")
	case !p.lost && twice:
		p.fault(at, fmt.Sprintf("[keys] stands twice, first in line %d: put both together", was.Line))
	case !p.lost:
	case p.setting(name) != nil:
		p.fault(at, code(name)+" is no table: write it as in "+p.setting(name).example())
	default:
		p.fault(at, fmt.Sprintf("unknown table [%s]: the only one is [keys]", strings.Trim(code(name), "`")))
	}
	p.tables[name] = p.source.place(p.base + at)
}

// assign is the line key = value.
func (p *parser) assign(path []string, at int, value *unstable.Node) {
	if p.lost {
		return // the table is told
	}
	name := strings.Join(path, ".")
	switch {
	case name == keysTable && value.Kind == unstable.InlineTable:
		for entries := value.Children(); entries.Next(); {
			inner, at := pathOf(entries.Node().Key())
			p.assign(append([]string{keysTable}, inner...), at, entries.Node().Value())
		}
		return
	case name == keysTable:
		p.fault(at, "`keys` is a table: write [keys] above the lines of its keys")
		return
	}
	if was, twice := p.places[name]; twice {
		p.fault(at, fmt.Sprintf("%s is set twice, first in line %d", code(name), was.Line))
		return
	}
	s := p.setting(name)
	switch {
	case s != nil:
		p.value(s, at, value)
	case len(path) == 2 && path[0] == keysTable:
		p.binding(path[1], name, at, value)
	default:
		p.fault(at, p.unknown(name))
		return
	}
	p.places[name] = p.source.place(p.base + at)
}

// setting is the row of a name; nil for none.
func (p *parser) setting(name string) *Setting {
	for i := range p.table {
		if s := &p.table[i]; s.Name == name && name != keysTable {
			return s
		}
	}
	return nil
}

// unknown says that a key is none, and which may be meant.
func (p *parser) unknown(name string) string {
	names := make([]string, len(p.table))
	for i, s := range p.table {
		names[i] = s.Name
		if name == strings.TrimPrefix(s.Name, "keys.") {
			return code(name) + " stands in the table [keys]: put it below that line"
		}
	}
	if near := Nearest(strings.ReplaceAll(name, "_", "-"), names); near != "" {
		return "unknown key " + code(name) + ": did you mean `" + near + "`?"
	}
	return "unknown key " + code(name) + ": the keys are " + strings.Join(names, ", ")
}

// value takes in the value of a setting.
func (p *parser) value(s *Setting, at int, n *unstable.Node) {
	if n.Raw.Length > 0 {
		at = int(n.Raw.Offset)
	}
	text := string(n.Data)
	var value any
	switch s.usual.(type) {
	case bool:
		if n.Kind == unstable.Bool {
			value = text == "true"
		}
	case int:
		if number, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), 0, 64); n.Kind == unstable.Integer && err == nil {
			value = int(number)
		}
	case string:
		if n.Kind == unstable.String {
			value = text
			if s.clean != nil {
				value = s.clean(p.Sources, text)
			}
		}
	default:
		if n.Kind == unstable.String {
			var wrong string
			if value, wrong = s.read(text); wrong != "" {
				p.fault(at, s.Name+" "+quote(text)+": "+wrong)
				return
			}
		}
	}
	if value == nil {
		p.fault(at, s.Name+": "+s.otherKind(n.Kind, text))
		return
	}
	wrong := s.wrong(value)
	if wrong == "" && s.command && badCommand(text) {
		wrong = "no shell could read that: is a quote not closed?"
	}
	if wrong != "" {
		shown := fmt.Sprint(value)
		if n.Kind == unstable.String {
			shown = quote(text)
		}
		p.fault(at, s.Name+" "+shown+": "+wrong)
		return
	}
	p.values[s.Name] = value
}

// binding takes in the keys of an operation: one, or a list.
func (p *parser) binding(op, name string, at int, n *unstable.Node) {
	if s := p.setting(op); s != nil {
		p.fault(at, code(op)+" is no operation: it stands above the line [keys]")
		return
	}
	if p.Operations != nil && !slices.Contains(p.Operations, op) {
		say := "lede config --help lists them"
		if near := Nearest(op, p.Operations); near != "" {
			say = "did you mean `" + near + "`?"
		}
		p.fault(at, "unknown operation "+code(op)+": "+say)
		return
	}
	keys := []string{}
	nodes := []*unstable.Node{n}
	if n.Kind == unstable.Array {
		nodes = nil
		for all := n.Children(); all.Next(); {
			nodes = append(nodes, all.Node())
		}
	}
	for _, k := range nodes {
		if k.Kind != unstable.String || len(k.Data) == 0 || strings.ContainsFunc(string(k.Data), unicode.IsControl) {
			p.fault(at, code(op)+` needs the name of a key in quotes, or several as in ["q", "Q"]`)
			return
		}
		keys = append(keys, string(k.Data))
	}
	p.bind[op] = keys
}

// badCommand reports whether a shell cannot read a command.
func badCommand(text string) bool {
	_, err := shell.Fields(text, func(string) string { return "" })
	return err != nil
}

func (p *parser) fault(at int, text string) {
	p.faults = append(p.faults, Fault{p.source.place(p.base + at), text})
}
