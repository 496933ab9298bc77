package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2/unstable"

	"lede/articles/nearest"
)

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
		p.fault(at, "`keys` is a table: write the line [keys], and below it what it has, as in preset = \"vim\"")
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
	case len(path) > 1 && path[0] == keysTable:
		p.binding(strings.Join(path[1:], "."), at, value)
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
	if p.Operations != nil && slices.Contains(p.Operations(), name) {
		return code(name) + " is an operation: put it below the line [keys]"
	}
	if near := nearest.First(name, names); near != "" {
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
	case []string:
		if n.Kind == unstable.Array {
			p.list(s, n)
			return
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

// list takes in the texts of a list, those that are right.
func (p *parser) list(s *Setting, n *unstable.Node) {
	all := []string{}
	for each := n.Children(); each.Next(); {
		text, at := string(each.Node().Data), int(each.Node().Raw.Offset)
		switch wrong := s.wrongText(text); {
		case each.Node().Kind != unstable.String:
			p.fault(at, s.Name+": "+s.needs())
		case wrong != "":
			p.fault(at, s.Name+" "+quote(text)+": "+wrong)
		default:
			p.places[inList(s.Name, len(all))] = p.source.place(p.base + at)
			all = append(all, text)
		}
	}
	p.values[s.Name] = all
}

// binding takes in the keys of an operation: one, or a list.
func (p *parser) binding(op string, at int, n *unstable.Node) {
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
			hint := ""
			if n.Kind != unstable.String && n.Kind != unstable.Array || p.isNone(op) {
				hint = settingCalled(op, p.source.at.Kind, p.table)
			}
			p.fault(at, code(op)+` needs the name of a key in quotes, several as in ["q", "Q"], or [] for none`+hint)
			return
		}
		keys = append(keys, string(k.Data))
	}
	p.bind[op] = keys
}

// settingCalled says, of what is wrong in the table [keys], where the setting of that
// name stands, when there is one.
func settingCalled(op string, where Kind, table []Setting) string {
	for i := range table {
		s := &table[i]
		switch {
		case s.Name != op || op == keysTable:
		case where == File:
			return "; the setting " + code(op) + " stands above the line [keys]"
		default:
			return "; the setting is " + s.Option()
		}
	}
	return ""
}
