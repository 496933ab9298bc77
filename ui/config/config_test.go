package config

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// same fails unless what is printed of settings gives the same settings again.
func same(t interface {
	Helper()
	Errorf(string, ...any)
}, c Config, known Known,
) {
	t.Helper()
	file := fileOf(c.TOML())
	file.Known = known
	again, faults := Resolve(file)
	if len(faults) > 0 || !reflect.DeepEqual(again.Values, c.Values) {
		t.Errorf("%v\n%+v\nis not\n%+v\n%s", faults, again.Values, c.Values, c.TOML())
	}
}

func TestPrintedIsTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c, _ := Resolve(Sources{Known: known})
		for _, s := range known.Settings() {
			var value any
			switch s.usual.(type) {
			case bool:
				value = rapid.Bool().Draw(t, s.Name)
			case int:
				value = rapid.IntRange(s.least, s.most).Draw(t, s.Name)
			case time.Duration:
				value = time.Duration(rapid.Int64Range(1, 1<<62).Draw(t, s.Name))
			case string:
				switch {
				case len(s.Words) > 0:
					value = rapid.SampledFrom(s.Words).Draw(t, s.Name)
				case s.check != nil:
					value = rapid.SampledFrom([]string{"de", "de-AT,en;q=0.5"}).Draw(t, s.Name)
				case s.clean != nil:
					value = "/" + rapid.StringMatching(`[\pL "'\\#=]*`).Draw(t, s.Name)
					value = s.clean(fileOf(""), value.(string))
				default:
					value = rapid.StringMatching(`[\pL \\#=%]*`).Filter(func(text string) bool { return s.wrong(text) == "" }).Draw(t, s.Name)
				}
			case []string:
				value = rapid.SliceOf(rapid.StringMatching(`[\pL "'\\#=]*`)).Draw(t, s.Name)
			default:
				value = rapid.MapOf(rapid.SampledFrom(operations), rapid.SliceOf(rapid.StringMatching(`[^\pC]+`))).Draw(t, s.Name)
				for op, keys := range value.(map[string][]string) {
					if slices.Contains(keys, "nokey") || keys == nil {
						value.(map[string][]string)[op] = []string{}
					}
				}
			}
			s.set(&c.Values, value)
		}
		same(t, c, known)
	})
}

// TestSample keeps the commented file true: with every line taken in, it is valid,
// sets every setting, and changes nothing.
func TestSample(t *testing.T) {
	t.Parallel()
	sample := known.Sample()
	if _, faults := Resolve(fileOf(sample)); len(faults) > 0 {
		t.Errorf("as it is: %v", faults)
	}
	usual, _ := Resolve(Sources{Known: known})
	for _, comment := range []string{`(?m)^# `, `(?m)^#`} {
		c, faults := Resolve(fileOf(regexp.MustCompile(comment).ReplaceAllString(sample, "")))
		if len(faults) > 0 {
			t.Errorf("without %s: %v", comment, faults)
		}
		if !reflect.DeepEqual(c.Values, usual.Values) {
			t.Errorf("%+v is not\n%+v", c.Values, usual.Values)
		}
		for _, s := range known.Settings() {
			if !strings.Contains(sample, "\n# "+strings.TrimPrefix(s.Name, "keys.")+" = ") && s.Name != "keys" {
				t.Errorf("%s is not in the sample", s.Name)
			}
		}
	}
	for line := range strings.Lines(sample) {
		if len(line) > 100 {
			t.Errorf("a long line: %s", line)
		}
	}
}

func TestWhoSets(t *testing.T) {
	t.Parallel()
	env := map[string]string{
		"LEDE_MEASURE": "50", "LEDE_THEME": "light", "LEDE_MOUSE": "off", "LEDE_PAGER": "", "PAGER": "most", "VISUAL": "hx", "EDITOR": "vi",
		"LEDE_BIND": `star = "x"`, "LEDE_COLOR": "",
	}
	s := fileOf("measure = 60\norder = 'title'\ntheme = 'mono'\nrules = ['go -> star']\nwrap = false\nlibrary = '~/l.db'\n[keys]\nquit = 'Q'\nstar = 's'\n")
	s.LookupEnv = func(name string) (string, bool) { v, ok := env[name]; return v, ok }
	s.Options = map[string][]string{"measure": {"40", "44"}, "keys": {`"next-page" = ["n", "N"]`}, "rules": {"\n  crypto -> mute\n"}}
	c, faults := Resolve(s)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	c, err := c.Recall(func(name string) (string, error) {
		return map[string]string{"measure": "100", "order": "3", "compact": "1", "pictures": "x", "wrap": "1"}[name], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range c.Entries() {
		got[e.Name] = e.TOML() + " " + e.Origin.String()
	}
	want := map[string]string{
		"library": `library = "/home/ann/l.db" config.toml:6`, "theme": `theme = "light" $LEDE_THEME`, "color": `color = "auto" default`,
		"measure": "measure = 44 --measure", "order": `order = "title" config.toml:2`, "shelf": `shelf = "all" default`,
		"compact": "compact = true remembered", "preview": "preview = true default", "pictures": "pictures = true default", "wrap": "wrap = false config.toml:5",
		"links": "links = true default", "mouse": "mouse = false $LEDE_MOUSE", "window-title": "window-title = true default",
		"refresh": "refresh = false default", "rules": `rules = ["crypto -> mute"] --rules`, "pager": `pager = "cat" $LEDE_PAGER`, "editor": `editor = "hx" $VISUAL`,
		"browser": `browser = "" default`, "timeout": `timeout = "30s" default`, "language": `language = "" default`,
		"keys.preset": `preset = "default" default`, "keys.quit": `quit = ["Q"] config.toml:8`, "keys.star": `star = ["x"] $LEDE_BIND`,
		"keys.next-page": `next-page = ["n", "N"] --bind`,
	}
	for name, line := range want {
		if got[name] != line {
			t.Errorf("%s: got %q, want %q", name, got[name], line)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d settings, want %d: %v", len(got), len(want), slices.Sorted(maps.Keys(got)))
	}
	if !c.IsSet("wrap") || c.IsSet("compact") || c.IsSet("links") {
		t.Error("what is set and what is not is confused")
	}
}

// TestWrongText has wrong variables and options told, each by its name.
func TestWrongText(t *testing.T) {
	t.Parallel()
	s := Sources{
		Known: known,
		LookupEnv: func(name string) (string, bool) {
			v, ok := map[string]string{"LEDE_MOUSE": "maybe", "LEDE_MEASURE": "wide", "LEDE_TIMEOUT": "0s", "LEDE_BIND": "quti = 'x'"}[name]
			return v, ok
		},
		Options: map[string][]string{"theme": {"lihgt"}, "keys": {"quit"}},
	}
	_, faults := Resolve(s)
	var got []string
	for _, f := range faults {
		got = append(got, f.Error())
	}
	want := []string{
		`--theme "lihgt": did you mean dark? Or a file that ends in .toml`,
		`--bind "quit": expected '=' after key: write it as in quit = ["q", "Q"]`,
		`$LEDE_MEASURE "wide": needs a whole number from 20 to 160`,
		`$LEDE_MOUSE "maybe": choose on or off`,
		`$LEDE_TIMEOUT "0s": needs a time such as 30s or 2m`,
		"$LEDE_BIND: `quti`: there is no such operation",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTable holds the table to its promises.
func TestTable(t *testing.T) {
	t.Parallel()
	table := known.Settings()
	if len(table) > 25 {
		t.Errorf("%d settings are too many to know", len(table))
	}
	seen := map[string]bool{}
	for _, s := range table {
		if s.Help == "" || !s.isSwitch() && s.Value == "" {
			t.Errorf("%s is not explained", s.Name)
		}
		for _, name := range []string{s.Name, s.Variable(), s.Option()} {
			if seen[name] {
				t.Errorf("%s is there twice", name)
			}
			seen[name] = true
		}
	}
}
