package config

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Sources are what sets settings.
type Sources struct {
	Known
	Path string // of the file
	Data []byte // what is in it; nil for no file
	// LookupEnv looks a variable up; nil for no environment.
	LookupEnv func(string) (string, bool)
	// Options has what options were given, by the name of their setting. The last
	// of several counts, and all that bind keys do.
	Options map[string][]string
	Home    string // what ~ in the file stands for; empty for unknown
}

// Resolve finds the value of every setting, and all faults: of options, of the
// environment, and those of the file from its top.
func Resolve(s Sources) (Config, []Fault) {
	c := Config{origins: map[string]Origin{}, shared: map[string]Entry{}, table: s.Settings()}
	file := parse(s, c.table, newSource(Origin{Kind: File, Name: s.Path}, s.Data))
	var options, variables []Fault
	for _, row := range c.table {
		row.set(&c.Values, row.usual)
		if row.Name == keysTable {
			continue
		}
		if value, ok := file.values[row.Name]; ok {
			c.take(row, value, file.places[row.Name])
			if list, ok := value.([]string); ok {
				for i := range list {
					name := inList(row.Name, i)
					c.origins[name] = file.places[name]
				}
			}
		}
		if text, ok := s.option(row); ok {
			options = append(options, c.text(row, text, Origin{Kind: Option, Name: row.Option()})...)
		} else if text, ok := s.lookup(row.Variable(), row.empty); ok {
			variables = append(variables, c.text(row, text, Origin{Kind: Environment, Name: row.Variable()})...)
		}
		for _, name := range slices.Backward(row.Shared) {
			if text, ok := s.lookup(name, row.empty); ok {
				c.shared[row.Name] = Entry{row.Name, text, Origin{Kind: Environment, Name: name}}
			}
		}
	}
	c.bind(file)
	variables = append(variables, c.bindVariable(s)...)
	options = append(options, c.bindOptions(s)...)
	inFile := slices.Concat(file.faults, c.checkKeys(s.Known))
	slices.SortStableFunc(inFile, func(a, b Fault) int {
		return cmp.Or(a.At.Line-b.At.Line, a.At.Column-b.At.Column)
	})
	return c, slices.Concat(options, variables, inFile)
}

// lookup is what the environment says of a variable. One that is empty is not set,
// unless that has a meaning.
func (s *Sources) lookup(name, empty string) (text string, ok bool) {
	if s.LookupEnv == nil {
		return "", false
	}
	text, ok = s.LookupEnv(name)
	if text = cmp.Or(text, empty); text == "" {
		return "", false
	}
	return text, ok
}

// option is the last that an option says of a setting. One that is empty says
// nothing, unless that has a meaning.
func (s *Sources) option(row Setting) (text string, ok bool) {
	if given := s.Options[row.Name]; len(given) > 0 {
		text = cmp.Or(given[len(given)-1], row.empty)
	}
	return text, text != ""
}

func (c *Config) take(row Setting, value any, from Origin) {
	if value == "" {
		return // as if it was not set
	}
	row.set(&c.Values, value)
	c.origins[row.Name] = from
}

// text takes in what an option or a variable says.
func (c *Config) text(row Setting, text string, from Origin) []Fault {
	value, wrong := row.read(text)
	if wrong != "" {
		return []Fault{{from, from.String() + " " + quote(text) + ": " + wrong}}
	}
	c.take(row, value, from)
	return nil
}

func (c *Config) bindVariable(s Sources) []Fault {
	row := bindRow(c.table)
	text, _ := s.lookup(row.Variable(), "")
	return c.bindText(s, text, Origin{Kind: Environment, Name: row.Variable()})
}

func (c *Config) bindOptions(s Sources) (faults []Fault) {
	row := bindRow(c.table)
	for _, text := range s.Options[row.Name] {
		faults = append(faults, c.bindText(s, text, Origin{Kind: Option, Name: row.Option()})...)
	}
	return faults
}

func bindRow(table []Setting) *Setting {
	return &table[slices.IndexFunc(table, func(s Setting) bool { return s.Name == keysTable })]
}

// bindText takes in lines of the table [keys].
func (c *Config) bindText(s Sources, text string, from Origin) []Fault {
	got := parse(s, c.table, newSource(from, []byte(text)), keysTable)
	if _, ok := got.values["keys.preset"]; ok {
		got.faults = append(got.faults, Fault{from, "only operations have keys: the preset is set by --keys or $LEDE_KEYS"})
	}
	for i := range got.faults {
		got.faults[i].Text = from.String() + " " + quote(text) + ": " + got.faults[i].Text
	}
	c.bind(got)
	return got.faults
}

func (c *Config) bind(from given) {
	for op, keys := range from.bind {
		c.Bind[op] = keys
		c.origins[keysTable+"."+op] = from.places[keysTable+"."+op]
	}
}

// checkKeys tells what is wrong with the keys as they are bound in the end.
func (c *Config) checkKeys(known Known) []Fault {
	if known.Keys == nil || len(c.Bind) == 0 {
		return nil
	}
	var faults []Fault
	wrong := known.Keys(c.Preset, c.Bind)
	for _, op := range slices.Sorted(maps.Keys(wrong)) {
		at, before := c.origins[keysTable+"."+op], code(op)+": "
		if op == "" { // it is about the preset
			at, before = c.origins["keys.preset"], ""
		}
		if at.Kind != File {
			before = at.String() + ": " + before
		}
		hint := ""
		if c.meansSetting(known, op) {
			hint = settingCalled(op, at.Kind, c.table)
		}
		for _, text := range wrong[op] {
			faults = append(faults, Fault{at, before + text + hint})
		}
		delete(c.Bind, op)
	}
	return faults
}

// meansSetting reports whether what is bound to an operation may be meant for a setting:
// the operation is none, or has what is no key but right for the setting of its name.
func (c *Config) meansSetting(known Known, op string) bool {
	if known.isNone(op) {
		return true
	}
	bound := c.Bind[op]
	if len(bound) != 1 || len(known.Keys(c.Preset, map[string][]string{op: bound})[op]) == 0 {
		return false
	}
	return slices.ContainsFunc(c.table, func(s Setting) bool {
		_, wrong := s.read(bound[0])
		return s.Name == op && wrong == ""
	})
}

// isNone reports whether no operation has a name.
func (k Known) isNone(op string) bool {
	return k.Keys != nil && len(k.Keys("", map[string][]string{op: nil})[op]) > 0
}

// pathIn is a path of the file: ~ is the reader's home, and a relative one begins
// where the file lies.
func pathIn(s Sources, path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && s.Home != "" && (rest == "" || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, string(filepath.Separator))) {
		return filepath.Join(s.Home, rest)
	}
	if path == "" || filepath.IsAbs(path) || s.Path == "" {
		return path
	}
	return filepath.Join(filepath.Dir(s.Path), path)
}

// themeIn is pathIn for a theme that is a file and no name.
func themeIn(s Sources, theme string) string {
	if !strings.ContainsAny(theme, `/\`) && !strings.HasSuffix(theme, ".toml") {
		return theme
	}
	return pathIn(s, theme)
}
