package config

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// known is what the tests know of values.
var known = Known{
	Library: "/home/ann/.local/share/lede/library.db",
	Themes:  []string{"auto", "dark", "light", "mono"},
	Theme: func(value string) error {
		if strings.HasSuffix(value, ".toml") {
			return nil
		}
		return errors.New("did you mean dark? Or a file that ends in .toml")
	},
	Presets:    []string{"default", "vim"},
	Operations: func() []string { return operations },
	Keys: func(_ string, bind map[string][]string) map[string][]string {
		wrong := map[string][]string{}
		for op, keys := range bind {
			for _, key := range keys {
				if strings.HasPrefix(key, "nokey") {
					wrong[op] = append(wrong[op], "`"+key+"` is no key")
				}
			}
			if !slices.Contains(operations, op) {
				wrong[op] = []string{"there is no such operation"}
			}
		}
		return wrong
	},
}

var operations = []string{"quit", "next-page", "star", "list.star", "wrap", "theme"}

func fileOf(text string) Sources {
	return Sources{Known: known, Path: "/home/ann/.config/lede/config.toml", Data: []byte(text), Home: "/home/ann"}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, want string }{
		{"", ""},
		{"\ufeffmeasure = 60\r\n# a comment\r\ntheme = 'dark'\r\n", ""},
		{"measure = 60\n\n\nmesure = 60\n", "4:1: unknown key `mesure`: did you mean `measure`?"},
		{"window_title = true", "1:1: unknown key `window_title`: did you mean `window-title`?"},
		{"xyzzy = 1", "1:1: unknown key `xyzzy`: the keys are library, theme, color, measure,"},
		{"preset = 'vim'", "1:1: `preset` stands in the table [keys]: put it below that line"},
		{"  theme =   'drak'", "1:13: theme \"drak\": did you mean dark? Or a file"},
		{"order = \"best\"", "1:9: order \"best\": choose one of newest, views, opened, shortest, longest, title"},
		{"measure = 9", "1:11: measure 9: needs a whole number from 20 to 160"},
		{"measure = \"72\"", "1:11: measure: needs a whole number from 20 to 160, without quotes"},
		{"measure = 72.5", "1:11: measure: needs a whole number from 20 to 160"},
		{"measure = 99999999999999999999", "1:11: measure: needs a whole number from 20 to 160"},
		{"measure = 72 columns", "1:14: measure: needs a whole number from 20 to 160"},
		{"measure: 72", "1:8: write = after the key, as in measure = 72"},
		{"theme = dark", "1:9: theme: needs text in quotes, as in theme = \"auto\""},
		{"theme = true", "1:9: theme: needs text in quotes"},
		{"theem = dark", "1:1: unknown key `theem`: did you mean `theme`?"},
		{"mouse = off", "1:9: mouse: needs true or false: write false"},
		{"mouse = \"off\"", "1:9: mouse: needs true or false: write false"},
		{"mouse = \"true\"", "1:9: mouse: needs true without quotes"},
		{"mouse = 0", "1:9: mouse: needs true or false: write false"},
		{"mouse = []", "1:1: mouse: needs true or false"},
		{"timeout = 30", "1:11: timeout: needs a time in quotes, as \"30s\" or \"2m\""},
		{"timeout = 30s", "1:13: timeout: needs a time in quotes, as \"30s\" or \"2m\""},
		{"timeout = \"soon\"", "1:11: timeout \"soon\": needs a time such as 30s or 2m"},
		{"timeout = \"-1s\"", "1:11: timeout \"-1s\": needs a time such as 30s or 2m"},
		{"language = \"!!\"", "1:12: language \"!!\": needs tags of languages, as de or en-GB,en"},
		{"editor = \"vi '\"", "1:10: editor \"vi '\": no shell could read that: is a quote not closed?"},
		{"browser = \"firefox '\"", "1:11: browser \"firefox '\": no shell could read that: is a quote not closed?"},
		{"browser = \"'my browser' %s:lynx -x \\\"%s\"", "1:11: browser"},
		{"browser = \"'my browser' %s:lynx\"", ""},
		{"pager = \"less '\"", "1:9: pager \"less '\": no shell could read that: is a quote not closed?"},
		{"pager = \"a\\u001b[31m\"", "1:9: pager \"a\\x1b[31m\": needs text in one line"},
		{"measure = 60\nmeasure = 61", "2:1: `measure` is set twice, first in line 1"},
		{"größe = 1", "1:3: expected '=' after key"},
		{"[ui]\nmeasure = 1\nx = y", "1:2: unknown table [ui]: the only one is [keys]"},
		{"[measure]\nx = 1", "1:2: `measure` is no table: write it as in measure = 72"},
		{"[[keys]]\nx = 1", "1:3: [[keys]] is a list of tables: write [keys]"},
		{"keys = 'vim'", "1:1: `keys` is a table: write the line [keys], and below it what it has, as in preset = \"vim\""},
		{"[keys]\npreset = 'vmi'", "2:10: keys.preset \"vmi\": did you mean vim? choose one of default, vim"},
		{"[keys]\nqiut = 'Q'", "2:1: `qiut`: there is no such operation"},
		{"[keys]\nlist.star = '*'\n'next-page' = []\n", ""},
		{"[keys.list]\nstar = '*'\n[keys]\nquit = 'Q'\n", ""},
		{"[keys]\nlist.star = '*'\n'list.star' = '!'", "3:1: `keys.list.star` is set twice, first in line 2"},
		{"[keys]\nlist = {star = '*'}", "2:1: `list` needs the name of a key in quotes"},
		{"[keys]\nmeasure = 3", "2:1: `measure` needs the name of a key in quotes, several as in [\"q\", \"Q\"], or [] for none; the setting `measure` stands above the line [keys]"},
		{"[keys]\nmeasure = 'q'", "2:1: `measure`: there is no such operation; the setting `measure` stands above the line [keys]"},
		{"[keys]\nwrap = 'q'", ""}, // both a setting and an operation
		{"[keys]\nwrap = true", "2:1: `wrap` needs the name of a key in quotes, several as in [\"q\", \"Q\"], or [] for none; the setting `wrap` stands above the line [keys]"},
		{"[keys]\nwrap = ''", "2:1: `wrap` needs the name of a key in quotes, several as in [\"q\", \"Q\"], or [] for none"},
		{"[keys]\nwrap = 'nokey'", "2:1: `wrap`: `nokey` is no key"},
		{"[keys]\ntheme = 'nokey.toml'", "2:1: `theme`: `nokey.toml` is no key; the setting `theme` stands above the line [keys]"},
		{"[keys]\ntheme = ['nokey.toml', 'x']", "2:1: `theme`: `nokey.toml` is no key"},
		{"quit = 'q'", "1:1: `quit` is an operation: put it below the line [keys]"},
		{"measure = ", "1:9: measure needs a value, as in measure = 72"},
		{"measure =\t\ntheme=\"dark\"", "1:9: measure needs a value, as in measure = 72"},
		{"measure =\r\n\r\ntheme=\"dark\"", "1:9: measure needs a value"},
		{"theme = # which?\nmouse = true", "1:7: theme needs a value, as in theme = \"auto\""},
		{"\"mouse\" =\n", "1:9: mouse needs a value, as in mouse = true"},
		{"mesure =\n", "1:1: unknown key `mesure`: did you mean `measure`?"},
		{"measure:\n", "1:8: write = after the key, as in measure = 72"},
		{"[keys]\nstar = \n", "2:6: star needs a value, as in quit = [\"q\", \"Q\"]"},
		{"[keys]\npreset =", "2:8: preset needs a value, as in preset = \"default\""},
		{"keys.star =\n", "1:11: keys.star needs a value, as in quit = [\"q\", \"Q\"]"},
		{"measure = 60; theme = 'dark'", "1:13: write each setting in a line of its own"},
		{"[keys]\nquit = 'q', star = 'x'", "2:11: write each setting in a line of its own"},
		{"keys.quit = ['q'] \"keys.star\"='x'\n", "1:19: write each setting in a line of its own"},
		{"[keys]\nquit = Q; star = x", "2:8: write each setting in a line of its own"},
		{"[keys]\nquit = Q # star = x", "2:8: the name of a key needs quotes, as in quit = \"Q\""},
		{"measure = 60 # 70; theme = 'x'", ""},
		{"measure == 3", "1:10: write one = after the key, as in measure = 72"},
		{"measure", "1:7: expected '=' after key: write it as in measure = 72"},
		{"[keys]\nquit", "2:4: expected '=' after key: write it as in quit = [\"q\", \"Q\"]"},
		{"[keys]\nquit = 3", "2:1: `quit` needs the name of a key in quotes, several as in [\"q\", \"Q\"], or [] for none"},
		{"[keys]\nquit = ['q', ['x']]", "2:1: `quit` needs the name of a key in quotes"},
		{"[keys]\nquit = Q", "2:8: the name of a key needs quotes, as in quit = \"Q\""},
		{"[keys]\nquit = 'nokey'", "2:1: `quit`: `nokey` is no key"},
		{"[keys]\nquit='q'\n[keys]\nstar='s'", "3:2: [keys] stands twice, first in line 1: put both together"},
		{"keys.quit = 'q'\n[keys]\nstar='s'", "2:2: table keys already exists as defined by a dotted key"},
		{"\xff", "1:1: this is not UTF-8: save the file as UTF-8"},
		{"a = \"\"\"\nx", ""},
	} {
		_, faults := Resolve(fileOf(c.file))
		if c.want == "" {
			if strings.HasPrefix(c.file, "a = ") != (len(faults) > 0) {
				t.Errorf("%q: %v", c.file, faults)
			}
			continue
		}
		if len(faults) != 1 {
			t.Errorf("%q has %d faults: %v", c.file, len(faults), faults)
			continue
		}
		if got := faults[0].Error(); !strings.HasPrefix(got, "/home/ann/.config/lede/config.toml:"+c.want) {
			t.Errorf("%q:\n got %s\nwant %s", c.file, got, c.want)
		}
	}
}

// TestAllFaults has them all told, each with its line, and what is right counts.
func TestAllFaults(t *testing.T) {
	t.Parallel()
	c, faults := Resolve(fileOf("measure = 61\nmesure = 1\ntheme = dark\nmouse = false\nlinks = 1 2\n\n[key]\nx = 1\n[keys]\nquit = [\nstar = 'x'\n"))
	var lines []int
	for _, f := range faults {
		lines = append(lines, f.At.Line)
	}
	if want := []int{2, 3, 5, 7, 11}; !slices.Equal(lines, want) {
		t.Errorf("the faults are in lines %v, want %v: %v", lines, want, faults)
	}
	if c.Measure != 61 || c.Mouse {
		t.Errorf("what is right does not count: %d, %v", c.Measure, c.Mouse)
	}
	if got := c.Origin("mouse"); got.Line != 4 || got.String() != "config.toml:4" {
		t.Errorf("mouse comes from %v", got)
	}
}

// TestAllWrongKeysOfAnOperation has each of them told.
func TestAllWrongKeysOfAnOperation(t *testing.T) {
	t.Parallel()
	_, faults := Resolve(fileOf("[keys]\nquit = ['nokey1', 'Q', 'nokey2']\n"))
	if len(faults) != 2 || !strings.HasSuffix(faults[0].Error(), "2:1: `quit`: `nokey1` is no key") || !strings.HasSuffix(faults[1].Error(), "2:1: `quit`: `nokey2` is no key") {
		t.Errorf("faults: %v", faults)
	}
}

func TestManyFaults(t *testing.T) {
	t.Parallel()
	_, faults := Resolve(fileOf(strings.Repeat("a = b\n", 200_000)))
	if len(faults) != MostFaults {
		t.Errorf("%d faults", len(faults))
	}
	_, faults = Resolve(fileOf("x = " + strings.Repeat("[", 200_000)))
	if len(faults) != 1 {
		t.Errorf("%d faults", len(faults))
	}
}

// TestUnfinishedFile has settings that are still being written: the sample with all
// comments taken in, cut anywhere, or without any one of its characters or values.
func TestUnfinishedFile(t *testing.T) {
	t.Parallel()
	whole := regexp.MustCompile(`(?m)^# `).ReplaceAllString(known.Sample(), "")
	check := func(text string) {
		_, faults := Resolve(fileOf(text))
		for _, fault := range faults {
			if fault.At.Line < 1 || fault.At.Line > strings.Count(text, "\n")+1 || strings.ContainsFunc(fault.Text, unicode.IsControl) {
				t.Errorf("%v of %q", fault, text)
			}
		}
	}
	for i := range whole {
		check(whole[:i])
		check(whole[:i] + whole[i+1:])
		check(whole[:i] + "\n" + whole[i:])
	}
	for _, m := range regexp.MustCompile(`(?m)= ?(.*)$`).FindAllStringSubmatchIndex(whole, -1) {
		for _, instead := range []string{"", "# later", "\r", "=", "x", "["} {
			check(whole[:m[2]] + instead + whole[m[3]:])
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("measure = \n[keys]\nstar =\r\n# later\npreset=")
	f.Add("measure = 60\ntheme = 'dark'\n[keys]\nquit = ['q', \"\\u00e9\"]\n")
	f.Add("mesure = 1\nx\n= 2\n'''\n[a.b]\n[[keys]]\nkeys={a=1,b.c=2}\n")
	f.Add("timeout = \"1h0m0s\"\n\xef\xbb\xbf\x00\"\"\"")
	f.Fuzz(func(t *testing.T, text string) {
		file := fileOf(text)
		file.Keys = nil // any name is one
		c, faults := Resolve(file)
		for _, fault := range faults {
			if strings.ContainsFunc(fault.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Errorf("a fault has control characters: %q", fault.Error())
			}
			if fault.At.Line < 0 || fault.At.Line > strings.Count(text, "\n")+1 {
				t.Errorf("line %d of %q", fault.At.Line, text)
			}
		}
		same(t, c, file.Known)
	})
}
