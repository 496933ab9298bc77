package config

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Values are the values of all settings. What each is for says the table of
// [Known.Settings].
type Values struct {
	Library     string // a path; empty for the usual one
	Theme       string // a name, or the path of a file
	Color       string
	Measure     int    // in columns
	Order       string // one of Orders
	Shelf       string // one of Shelves
	Compact     bool
	Preview     bool
	Pictures    bool
	Wrap        bool
	Links       bool
	Mouse       bool
	WindowTitle bool
	Refresh     bool
	Pager       string // a command; empty for none that was set, as in the two that follow
	Editor      string
	Browser     string
	Timeout     time.Duration
	Rules       []string
	Language    string // tags with commas between them; empty for those of the environment
	Preset      string
	// Bind has the keys of the operations that were bound, by the operation's name.
	// None of them is an operation without a key.
	Bind map[string][]string
}

// Known is what other packages know of the values of settings. What is empty is
// not checked.
type Known struct {
	Library string   // where the library is when nobody says it
	Themes  []string // the names of themes
	// Theme says what is wrong with a theme that is none of these, such as the path
	// of a file, and which may be meant; nil for no such.
	Theme func(value string) error
	// Rule says what is wrong with a rule.
	Rule    func(text string) error
	Presets []string // the names of sets of keys, the default first
	// Operations are what can be bound; of one that can be bound in single places, also
	// with a place before it and a dot.
	Operations func() []string
	// Keys says all that is wrong with keys that are bound, by the operation's name as
	// it was written: also that there is no such operation.
	Keys func(preset string, bind map[string][]string) map[string][]string
}

// Setting is a row of the table of settings.
type Setting struct {
	Name   string // its key in the file; "keys.preset" is preset in the table [keys]
	Help   string // what it sets, without what is allowed
	Value  string // what the help calls its value
	Stored bool   // a key changes it, and the library remembers that
	// Shared are variables that other programs read too. They count when nothing
	// sets the setting.
	Shared []string
	// Words are the values that a text may have; none for any text. Others are then
	// for the check.
	Words []string

	least, most      int // of a number
	option, variable string
	several          bool                         // commands, with what parts paths between them
	empty            string                       // what a variable means that is set to nothing
	usual            any                          // the default
	field            func(*Values) any            // a pointer to the value
	check            func(string) error           // of a text that is none of words
	clean            func(Sources, string) string // of a text of the file
}

// The words of settings. Those of Orders and Shelves stand in the order of
// articles.Orders and articles.Shelves.
var (
	Orders  = [...]string{"newest", "views", "opened", "shortest", "longest", "title"}
	Shelves = [...]string{"all", "unread", "reading", "starred", "archive"}
	Colors  = [...]string{"auto", "always", "never"}
)

// The least and the largest measure, in columns, and the usual one.
const (
	LeastMeasure = 20
	MostMeasure  = 160
	usualMeasure = 72
)

// commandValue is what the help calls a command. Its variables of other programs
// have such a command too.
const commandValue = "COMMAND"

// usualTimeout is how long an answer from the web may take.
const usualTimeout = 30 * time.Second

// Option is the option of the command line, with its dashes.
func (s *Setting) Option() string { return "--" + cmp.Or(s.option, s.Name) }

// Variable is the variable of the environment, without a $.
func (s *Setting) Variable() string {
	name := cmp.Or(s.variable, s.option, s.Name)
	return "LEDE_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// Settings is the table of all settings, in the order of the help.
func (k Known) Settings() []Setting {
	presets := k.Presets
	return []Setting{
		{Name: "library", Value: "FILE", Help: "where the library is", usual: k.Library, clean: pathIn, field: func(v *Values) any { return &v.Library }},
		{Name: "theme", Value: "NAME", Help: "colours", Stored: true, Words: k.Themes, check: k.Theme, clean: themeIn, usual: "auto", field: func(v *Values) any { return &v.Theme }},
		{
			Name: "color", Value: "WHEN", Help: "use colours", Words: Colors[:], Shared: []string{"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}, usual: "auto",
			field: func(v *Values) any { return &v.Color },
		},
		{Name: "measure", Value: "N", Help: "how wide text is set, in columns", Stored: true, least: LeastMeasure, most: MostMeasure, usual: usualMeasure, field: func(v *Values) any { return &v.Measure }},
		{Name: "order", Value: "ORDER", Help: "how the library is sorted on its screen", Stored: true, Words: Orders[:], usual: Orders[0], field: func(v *Values) any { return &v.Order }},
		{Name: "shelf", Value: "SHELF", Help: "the shelf to open with, not as it was left", Words: Shelves[:], usual: Shelves[0], field: func(v *Values) any { return &v.Shelf }},
		{Name: "compact", Help: "one line for each article of the library, not two", Stored: true, usual: false, field: func(v *Values) any { return &v.Compact }},
		{Name: "preview", Help: "the opening of an article, beside a library of 140 columns", Stored: true, usual: true, field: func(v *Values) any { return &v.Preview }},
		{Name: "pictures", Help: "images, not their captions alone", Stored: true, usual: true, field: func(v *Values) any { return &v.Pictures }},
		{Name: "wrap", Help: "long lines of code and wide tables are wrapped, not cut", Stored: true, usual: true, field: func(v *Values) any { return &v.Wrap }},
		{Name: "links", Help: "the terminal opens links too, by OSC 8", usual: true, field: func(v *Values) any { return &v.Links }},
		{Name: "mouse", Help: "use the mouse, which is else the terminal's", usual: true, field: func(v *Values) any { return &v.Mouse }},
		{Name: "window-title", Help: "the window has the title of the article", usual: true, field: func(v *Values) any { return &v.WindowTitle }},
		{Name: "refresh", Help: "feeds and folders are read when the library opens", usual: false, field: func(v *Values) any { return &v.Refresh }},
		{Name: "rules", Value: "RULES", Help: "what is done with articles as they come in, a rule in each line: see lede rules", usual: []string{}, check: k.Rule, field: func(v *Values) any { return &v.Rules }},
		{Name: "pager", option: "pager-command", variable: "pager", Value: commandValue, Help: "the pager; cat for none", Shared: []string{"PAGER"}, empty: "cat", usual: "", field: func(v *Values) any { return &v.Pager }},
		{Name: "editor", Value: commandValue, Help: "what files are edited with", Shared: []string{"VISUAL", "EDITOR"}, usual: "", field: func(v *Values) any { return &v.Editor }},
		{Name: "browser", Value: commandValue, Help: "what pages are opened with; %s in it is the address", Shared: []string{"BROWSER"}, several: true, usual: "", field: func(v *Values) any { return &v.Browser }},
		{Name: "timeout", Value: "TIME", Help: "how long an answer from the web may take, as 90s or 2m", usual: usualTimeout, field: func(v *Values) any { return &v.Timeout }},
		{
			Name: "language", Value: "LANGUAGES", Help: "the languages that web pages are asked for, as de or en-GB,en", Shared: []string{"LC_ALL", "LC_MESSAGES", "LANG"},
			usual: "", check: checkLanguage, field: func(v *Values) any { return &v.Language },
		},
		{Name: "keys.preset", option: "keys", Value: "NAME", Help: "the set of keys", Words: presets, usual: first(presets, "default"), field: func(v *Values) any { return &v.Preset }},
		{Name: "keys", option: "bind", Value: "BINDING", Help: `the keys of an operation, as 'quit = ["q", "Q"]'`, usual: map[string][]string{}, field: func(v *Values) any { return &v.Bind }},
	}
}

func first(words []string, otherwise string) string {
	if len(words) > 0 {
		return words[0]
	}
	return otherwise
}

func checkLanguage(tags string) error {
	if _, _, err := language.ParseAcceptLanguage(tags); err != nil {
		return errors.New("needs tags of languages, as de or en-GB,en")
	}
	return nil
}

// Allowed says which values there are, empty where that goes without saying:
// "auto, dark or light".
func (s *Setting) Allowed() string {
	switch {
	case s.most > 0:
		return fmt.Sprintf("%d to %d", s.least, s.most)
	case len(s.Words) > 0:
		return either(s.Words)
	case s.isSwitch():
		return "on or off"
	}
	return ""
}

// About is what the setting sets and what is allowed: "colours: auto, dark or
// light".
func (s *Setting) About() string {
	if allowed := s.Allowed(); allowed != "" && !s.isSwitch() {
		return s.Help + ": " + allowed
	}
	return s.Help
}

func (s *Setting) isSwitch() bool {
	_, ok := s.usual.(bool)
	return ok
}

// either lists words as in "one, two or three".
func either(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
