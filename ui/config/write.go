package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Entry is a setting with its value, and who set it.
type Entry struct {
	Name   string // "keys.quit" for what is bound to an operation
	Value  any    // a string, an int, a bool, or the names of keys
	Origin Origin
}

// Entries are all settings in the order of the table, and after them what is bound.
func (c *Config) Entries() []Entry {
	var all []Entry
	for _, s := range c.table {
		if s.Name == keysTable {
			continue
		}
		value := s.get(&c.Values)
		if d, ok := value.(time.Duration); ok {
			value = timeOf(d)
		}
		e := Entry{s.Name, value, c.origins[s.Name]}
		if shared, ok := c.shared[s.Name]; ok && s.Value == commandValue && value == "" {
			e = shared
		}
		all = append(all, e)
	}
	for _, op := range slices.Sorted(maps.Keys(c.Bind)) {
		all = append(all, Entry{keysTable + "." + op, c.Bind[op], c.origins[keysTable+"."+op]})
	}
	return all
}

// TOML is the entry as a line of the file: measure = 72.
func (e Entry) TOML() string {
	name := strings.TrimPrefix(e.Name, keysTable+".")
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != "" || name == "" {
		name = tomlOf(name)
	}
	return name + " = " + tomlOf(e.Value)
}

// TOML is the settings as a file, each with who set it.
func (c *Config) TOML() string {
	const widest = 36 // beyond it, what follows a value stands right after it
	lines, width := c.Entries(), 0
	for _, e := range lines {
		if n := len(e.TOML()); n <= widest {
			width = max(width, n)
		}
	}
	var b strings.Builder
	inKeys := false
	for _, e := range lines {
		if !inKeys && strings.HasPrefix(e.Name, keysTable+".") {
			b.WriteString("\n[" + keysTable + "]\n")
			inKeys = true
		}
		fmt.Fprintf(&b, "%-*s  # %s\n", width, e.TOML(), e.Origin)
	}
	return b.String()
}

// tomlOf is a value as TOML has it.
func tomlOf(value any) string {
	switch v := value.(type) {
	case string:
		return tomlText(v)
	case []string:
		texts := make([]string, len(v))
		for i, t := range v {
			texts[i] = tomlText(t)
		}
		return "[" + strings.Join(texts, ", ") + "]"
	case time.Duration:
		return tomlText(timeOf(v))
	}
	return fmt.Sprint(value)
}

// tomlText is a text in quotes. What is not to be seen is written as its number.
func tomlText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r <= 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// timeOf is a time as a person writes it: 2m and not 2m0s.
func timeOf(d time.Duration) string {
	text := d.String()
	if d >= time.Minute {
		text = strings.TrimSuffix(text, "0s")
		if d >= time.Hour && strings.HasSuffix(text, "h0m") {
			text = strings.TrimSuffix(text, "0m")
		}
	}
	return text
}

// Sample is a file that sets nothing: each setting is a comment with its default,
// and what it is for.
func (k Known) Sample() string {
	var b strings.Builder
	b.WriteString(`## The settings of lede. Each is at its default: take the "# " away before one
## to change it. An option counts before a variable, and a variable before this
## file; what nobody sets is as a key left it, or else at its default.
##
##   lede config print   what each setting is, and who set it
##   lede config check   what is wrong in this file

`)
	for _, s := range k.Settings() {
		if s.Name == keysTable {
			continue
		}
		if strings.HasPrefix(s.Name, keysTable+".") {
			b.WriteString(`## Keys. An operation, by the name that the palette has for it, has one, a list of
## several, or [] for none. What is above goes before this line:
# [keys]
`)
			b.WriteString(k.operations())
		}
		about := s.Help
		if allowed := s.inFile(); allowed != "" {
			about += "; " + allowed
		}
		fmt.Fprintf(&b, "## %s\n##   $%s, %s\n# %s\n\n", capital(about), s.Variable(), s.Option(), Entry{s.Name, s.usual, Origin{}}.TOML())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// operations lists in comments what can be bound everywhere.
func (k Known) operations() string {
	var b strings.Builder
	line := ""
	if k.Operations == nil {
		return ""
	}
	for _, name := range k.Operations() {
		if strings.Contains(name, ".") {
			continue
		}
		if len(line)+len(name) > longestComment {
			b.WriteString("##  " + line + "\n")
			line = ""
		}
		line += " " + name
	}
	if line != "" {
		b.WriteString("##  " + line + "\n")
	}
	return b.String()
}

// longestComment is how many columns of names a comment has.
const longestComment = 74

// inFile is [Setting.Allowed] for the file.
func (s *Setting) inFile() string {
	switch {
	case s.isSwitch():
		return "true or false"
	case len(s.Shared) > 0 && s.usual == "":
		return "else $" + strings.Join(s.Shared, ", $")
	}
	return s.Allowed()
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// Default is the default as the file has it: 72, "auto", true.
func (s *Setting) Default() string {
	if s.Name == keysTable {
		return ""
	}
	return tomlOf(s.usual)
}
