// Package config reads the settings of a reader: from a file, from variables of
// the environment and from options of the command line.
//
// A setting has the value that the first of these gives it:
//
//  1. its option (--measure 60)
//  2. its variable (LEDE_MEASURE=60)
//  3. the file, config.toml
//  4. a variable that other programs read too (PAGER, VISUAL, BROWSER, NO_COLOR)
//  5. what a key of the screens changed last, which the library remembers
//  6. its default
//
// A key changes a setting on the screens at once, whoever set it. Where 1 to 3 set
// it, the change ends with the program; else the library remembers it.
//
// The file is read strictly: each key and each value that is not known is a [Fault]
// with its place, what is allowed and the nearest name. What is right in a file
// with faults counts.
//
// The package knows no other of lede: what themes, keys and operations there are
// is told to it as [Known].
package config

import (
	"maps"
	"strconv"
)

// Config is every setting, and who set it.
type Config struct {
	Values
	origins map[string]Origin // by the name of a setting, or of a binding: keys.quit
	shared  map[string]Entry  // what variables of all programs say, by the name of the setting
	table   []Setting
}

// Kind says what kind of thing set a setting.
type Kind int

// The kinds, from the weakest to the strongest.
const (
	Default Kind = iota
	Remembered
	File
	Environment
	Option
)

// String is the kind in a word.
func (k Kind) String() string {
	return [...]string{"default", "remembered", "file", "environment", "option"}[k]
}

// Defaults are the settings of a reader who set none.
func Defaults() *Config {
	c, _ := Resolve(Sources{})
	return &c
}

// Origin says who set a setting: name is that of the setting, or keys.NAME for
// what is bound to an operation.
func (c *Config) Origin(name string) Origin { return c.origins[name] }

// OriginOf says who set the value at a place of a setting that is a list.
func (c *Config) OriginOf(name string, place int) Origin {
	if whole := c.origins[name]; whole.Kind != File {
		return whole
	}
	return c.origins[inList(name, place)]
}

// inList names a value of a list.
func inList(name string, place int) string { return name + "." + strconv.Itoa(place) }

// IsSet reports whether the file, the environment or an option sets the setting of
// this name. What a key does to it then is not to be remembered.
func (c *Config) IsSet(name string) bool { return c.origins[name].Kind >= File }

// Variable is the variable of the environment, without a $, that sets the setting
// of this name; empty for an unknown one.
func (c *Config) Variable(name string) string {
	for i := range c.table {
		if s := &c.table[i]; s.Name == name {
			return s.Variable()
		}
	}
	return ""
}

// Recall fills in what nobody set from what the library remembers: get looks a
// setting up by its name, and gives nothing for one that it does not know. What
// cannot be understood is left at its default.
func (c Config) Recall(get func(name string) (string, error)) (Config, error) {
	c.origins = maps.Clone(c.origins)
	for _, s := range c.table {
		if !s.Stored || c.IsSet(s.Name) {
			continue
		}
		text, err := get(s.Name)
		if err != nil {
			return c, err
		}
		if s.recall(&c.Values, text) {
			c.origins[s.Name] = Origin{Kind: Remembered}
		}
	}
	return c, nil
}
