package frontmatter

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
	"go.yaml.in/yaml/v3"
)

// Fields are those of front matter, by their folded names (see [foldKey]).
type Fields map[string]Field

// A Field is one of front matter. Its value is string, bool, []any or Fields, whatever
// the syntax it was written in: a number or a date stays as it was written.
type Field struct {
	Name  string // as it is written
	Value any
	at    int // in the order of the file
}

// foldKey makes one name of "pubDate", "Pub-Date" and "pub date".
func foldKey(key string) string {
	return strings.ToLower(without(key, "-_ "))
}

// without is s without the characters in cut. Where there is none of them it
// costs nothing; a Replacer costs 4 KB.
func without(s, cut string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(cut, r) {
			return -1
		}
		return r
	}, s)
}

// Bounds on front matter, so that aliases that contain one another (the
// "billion laughs") end.
const (
	deepest    = 8
	mostValues = 10_000
)

// A valuer turns the values of one syntax into ours.
type valuer struct{ left int }

func (v *valuer) spend(depth int) bool {
	v.left--
	return v.left >= 0 && depth <= deepest
}

// at is how far it is in the file.
func (v *valuer) at() int { return mostValues - v.left }

func parseYAML(text string) (Fields, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return Fields{}, nil
	}
	v := valuer{mostValues}
	f, ok := v.yaml(doc.Content[0], 0).(Fields)
	if !ok {
		return nil, errNoFields
	}
	return f, nil
}

// yaml reads nodes and not Go values, because YAML's decoder refuses a key
// that stands twice, which site generators accept: the last one wins.
func (v *valuer) yaml(n *yaml.Node, depth int) any {
	if !v.spend(depth) {
		return ""
	}
	switch n.Kind {
	case yaml.AliasNode:
		return v.yaml(n.Alias, depth+1)
	case yaml.ScalarNode:
		v.left -= len(n.Value) >> 10 // it may be long, and stand there by many aliases
		switch {
		case n.Tag == "!!null":
			return ""
		case n.Tag == "!!bool" && (n.Value == "true" || n.Value == "false"): // "True" may be a title
			return n.Value == "true"
		}
		return n.Value
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			list = append(list, v.yaml(item, depth+1))
		}
		return list
	case yaml.MappingNode:
		f := make(Fields, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i].Value
			if n.Content[i].Kind != yaml.ScalarNode { // {{title}}
				key = written(v.yaml(n.Content[i], depth+1))
			}
			at := v.at()
			f[foldKey(key)] = Field{key, v.yaml(n.Content[i+1], depth+1), at}
		}
		return f
	}
	return ""
}

func parseTOML(text string) (Fields, error) {
	var m map[string]any
	if err := toml.Unmarshal([]byte(text), &m); err != nil {
		m = nil // a key that stands twice: as in YAML, the last one wins
		if toml.Unmarshal([]byte(lastOfKeys(text)), &m) != nil {
			return nil, err
		}
	}
	v := valuer{mostValues}
	return v.toml(m, 0, "", tomlOrder(text)).(Fields), nil
}

// lastOfKeys blanks each line of a TOML text with a key that stands in its table
// again further down.
func lastOfKeys(text string) string {
	lines := strings.Split(text, "\n")
	seen := make(map[string]int)
	table := ""
	for i, line := range lines {
		if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, "[") {
			if table = trimmed; strings.HasPrefix(trimmed, "[[") {
				table += strconv.Itoa(i) // one of many
			}
			continue
		}
		key, _, ok := strings.Cut(line, "=")
		key = table + "\n" + strings.Trim(key, " \t\"'")
		if !ok {
			continue
		}
		if before, twice := seen[key]; twice {
			lines[before] = ""
		}
		seen[key] = i
	}
	return strings.Join(lines, "\n")
}

// parseWholeJSON reads a text that is an object, as strictly as YAML does, which
// takes commas too much and comments.
func parseWholeJSON(text string) (Fields, error) {
	if f, n, err := parseJSON(text); err == nil && strings.TrimSpace(text[n:]) == "" {
		return f, nil
	}
	return parseYAML(text)
}

// parseJSON reads the object that text begins with and returns its length in
// bytes too.
func parseJSON(text string) (Fields, int, error) {
	var raw json.RawMessage
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&raw); err != nil {
		return nil, 0, err
	}
	v := valuer{mostValues}
	f, ok := v.json(raw, 0).(Fields)
	if !ok {
		return nil, 0, errNoFields
	}
	return f, int(d.InputOffset()), nil
}

// json reads a value that is known to be well-formed, token by token: a map of Go
// knows no order.
func (v *valuer) json(raw json.RawMessage, depth int) any {
	if !v.spend(depth) {
		return ""
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	token, _ := d.Token()
	var inner json.RawMessage
	switch x := token.(type) {
	case nil:
		return ""
	case string, bool:
		return x
	case json.Delim:
		if x == '[' {
			list := []any{}
			for d.More() && d.Decode(&inner) == nil {
				list = append(list, v.json(inner, depth+1))
			}
			return list
		}
		f := Fields{}
		for d.More() {
			key, _ := d.Token()
			if d.Decode(&inner) != nil {
				break
			}
			name, at := fmt.Sprint(key), v.at()
			f[foldKey(name)] = Field{name, v.json(inner, depth+1), at}
		}
		return f
	}
	return fmt.Sprint(token)
}

// tomlOrder is where each key of a TOML text stands among all of them, by the keys that
// lead to it.
func tomlOrder(text string) map[string]int {
	order := make(map[string]int)
	key := func(path string, parts unstable.Iterator) string {
		for parts.Next() {
			path = below(path, string(parts.Node().Data))
			if _, ok := order[path]; !ok {
				order[path] = len(order)
			}
		}
		return path
	}
	var within func(path string, n *unstable.Node)
	within = func(path string, n *unstable.Node) {
		for c := n.Children(); c.Next(); {
			if c.Node().Kind == unstable.KeyValue {
				within(key(path, c.Node().Key()), c.Node().Value())
			} else {
				within(path, c.Node())
			}
		}
	}
	var p unstable.Parser
	p.Reset([]byte(text))
	for table := ""; p.NextExpression(); {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = key("", e.Key())
		case unstable.KeyValue:
			within(key(table, e.Key()), e.Value())
		}
	}
	return order
}

func below(path, key string) string { return path + "\x00" + key }

func (v *valuer) toml(value any, depth int, path string, order map[string]int) any {
	if !v.spend(depth) {
		return ""
	}
	switch x := value.(type) {
	case string, bool:
		return x
	case []any:
		list := make([]any, 0, len(x))
		for _, item := range x {
			list = append(list, v.toml(item, depth+1, path, order))
		}
		return list
	case map[string]any:
		f := make(Fields, len(x))
		keys := slices.SortedFunc(maps.Keys(x), func(a, b string) int { return cmp.Compare(order[below(path, a)], order[below(path, b)]) })
		for _, key := range keys {
			at := order[below(path, key)]
			f[foldKey(key)] = Field{key, v.toml(x[key], depth+1, below(path, key), order), at}
		}
		return f
	case interface{ Format(string) string }: // time.Time
		return x.Format("2006-01-02T15:04:05Z07:00")
	}
	return fmt.Sprint(value)
}
