package theme

import (
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// write puts a theme into a folder and chooses it.
func write(t *testing.T, source string) (Choice, error) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "sepia.toml"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return Choose("sepia", folder)
}

func TestOwnThemeInheritsWhatItLacks(t *testing.T) {
	t.Parallel()
	c, err := write(t, "# mine\nbase = \"dark\"\naccent = \"#ffcc00\"\ncode = 150\nlink = \"bright-cyan\"\nstrong = \"default\"\nmatch = '#fc0'\n")
	if err != nil {
		t.Fatal(err)
	}
	got, base := c.On(Light, colorprofile.TrueColor), Choice{name: "dark"}.On(Dark, colorprofile.TrueColor)
	for what, pair := range map[string][2]color.Color{
		"accent":     {got.Screen.Brand.GetForeground(), lipgloss.Color("#ffcc00")},
		"code":       {got.Text.Code.GetForeground(), lipgloss.Color("150")},
		"link":       {got.Text.Mark.GetForeground(), lipgloss.BrightCyan},
		"strong":     {got.Screen.Title.GetForeground(), lipgloss.NoColor{}},
		"match":      {got.Text.Found.GetBackground(), lipgloss.Color("#ffcc00")},
		"match-text": {got.Text.Found.GetForeground(), lipgloss.Color("#000000")}, // on a match of one's own
		"muted":      {got.Screen.Meta.GetForeground(), base.Screen.Meta.GetForeground()},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %v, want %v", what, pair[0], pair[1])
		}
	}
	if c.Follows() {
		t.Error("a theme for a dark background follows the terminal's")
	}
}

// A colour of one's own stays what it is on every background.
func TestOwnColorsStay(t *testing.T) {
	t.Parallel()
	c, err := write(t, "accent = \"#808080\"\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, background := range []string{"#777777", "#000000", "#ffffff"} {
		if got := c.OnColor(lipgloss.Color(background), colorprofile.TrueColor).Screen.Brand.GetForeground(); got != lipgloss.Color("#808080") {
			t.Errorf("on %s it is %v", background, got)
		}
	}
}

// In 16 colours only those count that are among them; the nearest may be any.
func TestOwnThemeInSixteenColors(t *testing.T) {
	t.Parallel()
	c, err := write(t, "base = \"dark\"\naccent = \"#c83cc8\"\nlink = \"bright-blue\"\n")
	if err != nil {
		t.Fatal(err)
	}
	th := c.On(Dark, colorprofile.ANSI)
	if got := th.Screen.Brand.GetForeground(); got != lipgloss.Yellow {
		t.Errorf("the accent is %v", got)
	}
	if got := th.Text.Mark.GetForeground(); got != lipgloss.BrightBlue {
		t.Errorf("a link is %v", got)
	}
}

// In 256 colours a colour stays one, and no grey stands in for it.
func TestOwnThemeIn256Colors(t *testing.T) {
	t.Parallel()
	c, err := write(t, "base = \"light\"\naccent = \"#8a1c3c\"\nlink = \"#1b4f72\"\ngood = \"#2e7031\"\nmuted = \"#606060\"\n")
	if err != nil {
		t.Fatal(err)
	}
	th := c.On(Light, colorprofile.ANSI256)
	for what, s := range map[string]lipgloss.Style{"accent": th.Screen.Brand, "link": th.Text.Mark, "good": th.Screen.Notice, "muted": th.Screen.Meta} {
		r, g, b, _ := s.GetForeground().RGBA()
		if grey := r == g && g == b; grey != (what == "muted") {
			t.Errorf("%s is %v", what, s.GetForeground())
		}
	}
}

// What is wrong with a file is told with its place, and with what may be meant.
func TestFaultsOfThemes(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"base = \"dark\"\n  acent = \"#e5a657\"": `2:3: no colour is called "acent": did you mean accent?`,
		"colour = 3":                             `1:1: no colour is called "colour": choose one of base, ground, text, strong, muted, faint, accent, link, code, number, good, bad, match, match-text`,
		"accent = \"#e5a65\"":                    `1:10: accent: "#e5a65" is no colour: write one as in "#e5a657", "208", "bright-blue" or "default"`,
		"link = \"bleu\"":                        `1:8: link: "bleu" is no colour: did you mean blue?`,
		"link = 256":                             `1:8: link: "256" is no colour: write one as in "#e5a657", "208", "bright-blue" or "default"`,
		"base = \"drak\"":                        `1:8: no base is called "drak": did you mean dark?`,
		"base = \"\\u001b[31m\"":                 `1:8: no base is called "\x1b[31m": choose one of auto, dark, light, high-contrast, mono`,
		"bad = true":                             `1:1: bad needs a value in quotes, as in accent = "#e5a657"`,
		"bad = [1, 2]":                           `1:1: bad needs a value in quotes, as in accent = "#e5a657"`,
		"bad = 1\n\nbad = 2":                     `3:1: bad is given twice`,
		"[palette]\nbad = 1":                     `1:2: [palette]: a theme has no tables, only lines such as accent = "#e5a657"`,
		"a.b = 1":                                `1:1: no colour is called "a.b": choose one of`,
		"bad = \"#ffffff":                        `1:14: unterminated basic string`,
		"bad":                                    `1:3: expected '=' after key: write it as in accent = "#e5a657"`,
		"accent =\n\nbad = \"red\"":              `1:8: accent needs a value, as in accent = "#e5a657"`,
		"accent = # later":                       `1:8: accent needs a value, as in accent = "#e5a657"`,
		"accent = blue":                          `1:10: accent needs a value in quotes, as in accent = "#e5a657"`,
		"accent: blue":                           `1:7: write = after the key, as in accent = "#e5a657"`,
		"accent == \"blue\"":                     `1:9: write one = after the key, as in accent = "#e5a657"`,
	} {
		_, err := write(t, source)
		if err == nil {
			t.Errorf("%q is a theme", source)
			continue
		}
		if got := err.Error(); !strings.Contains(got, "sepia.toml:"+want) || strings.ContainsAny(got, "\n\x1b") {
			t.Errorf("%q: %s, want %s", source, got, want)
		}
	}
}

// All faults of a file are told, up to one of the syntax; where one is told alone, it
// says how many there are.
func TestAllFaultsOfATheme(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	source := "base = \"drak\"\nlnik = \"red\"\nlnik = \"red\"\naccent = \"#12\"\nbad = true\ngood = \"red\"\ngood = \"red\"\n[x]\ny = 1\nmuted = \"\nz = 1\n"
	if err := os.WriteFile(filepath.Join(folder, "sepia.toml"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, err := range Faults("sepia", folder) {
		places = append(places, regexp.MustCompile(`sepia\.toml:(\d+:\d+): `).FindStringSubmatch(err.Error())[1])
	}
	if want := []string{"1:8", "2:1", "3:1", "4:10", "5:1", "7:1", "8:2", "10:10"}; !slices.Equal(places, want) {
		t.Errorf("faults are told at %q, want %q", places, want)
	}
	if _, err := Choose("sepia", folder); err == nil || !strings.HasSuffix(err.Error(), "did you mean dark? (and 7 more: see lede config check)") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"dark", "auto", ""} {
		if faults := Faults(name, folder); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// A pair that is hard to read is told with its contrast, and what is offered in its
// place is enough.
func TestHardToReadIsTold(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"base = \"dark\"\nmuted = \"#555555\"":        "sepia.toml:2: muted #555555 on a dark background (#1e1e2e) has a contrast of 2.2:1, and text needs 4.5:1",
		"base = \"light\"\nmuted = \"#999999\"":       "sepia.toml:2: muted #999999 on a light background (#f5f5f0) has a contrast of 2.6:1, and text needs 4.5:1",
		"base = \"light\"\nmatch-text = \"#ffffff\"":  "sepia.toml:2: match-text #ffffff on match (#ffe39a) has a contrast of 1.3:1, and text needs 4.5:1",
		"ground = \"#777777\"\nlink = \"#0000ff\"":    "sepia.toml:2: link #0000ff on its ground (#777777)",
		"base = \"high-contrast\"\nbad = \"#d93529\"": "and text needs 7:1",
		"base = \"dark\"\nmuted = \"#9e9e9e\"":        "",
		"base = \"dark\"\nfaint = \"#333333\"":        "", // is not read
		"ground = \"#000000\"\nlink = \"#8080ff\"":    "",
		"base = \"dark\"\nmatch = \"#777777\"":        "", // the ink on it is made for it
	} {
		c, err := write(t, source)
		if err != nil {
			t.Fatal(err)
		}
		told := strings.Join(c.Warnings(), "\n")
		if want == "" && told != "" || !strings.Contains(told, want) {
			t.Errorf("%q: %q, want %q", source, told, want)
		}
		for _, offer := range regexp.MustCompile(`(\S+) #\S+ on .*: (#\S+) would do`).FindAllStringSubmatch(told, -1) {
			name, colour := offer[1], offer[2]
			better := regexp.MustCompile(`(?m)^`+name+` = .*`).ReplaceAllString(source, name+` = "`+colour+`"`)
			if c, err = write(t, better); err != nil || strings.Contains(strings.Join(c.Warnings(), " "), name+" "+colour) && len(c.own.backdrops()) == 1 {
				t.Errorf("%q is no better: %v, %q", better, err, c.Warnings())
			}
		}
	}
}

func TestChoose(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "sepia.toml")
	for name, source := range map[string]string{path: "base = \"light\"", filepath.Join(folder, "dark.toml"): "", filepath.Join(folder, "notes.txt"): ""} {
		if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := OwnNames(folder); !slices.Equal(got, []string{"sepia"}) {
		t.Errorf("own themes: %q", got) // a built-in name is the built-in theme's
	}
	for _, name := range []string{"sepia", path} {
		if c, err := Choose(name, folder); err != nil || c.Name() != name || c.own == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, want := range map[string]string{
		"sepai":                             `no theme "sepai": did you mean sepia?`,
		"Dark":                              `no theme "Dark": did you mean dark?`,
		"plaid":                             `no theme "plaid": choose one of auto, dark, light, high-contrast, mono, sepia, or write your own in `,
		filepath.Join(folder, "nope.toml"):  "there is no such file",
		folder + string(filepath.Separator): "is no file",
	} {
		if _, err := Choose(name, folder); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The examples that readers are given are themes, and read well.
func TestExamplesAreThemes(t *testing.T) {
	t.Parallel()
	fence := regexp.MustCompile("(?ms)^```toml\n(.*?)^```")
	for _, path := range []string{"../../README.md", "../../articles/welcome/eighty-columns.md"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, m := range fence.FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(m[1], "accent = ") {
				continue // another kind of file
			}
			found = true
			c, err := write(t, m[1])
			if err != nil {
				t.Errorf("%s: %v", path, err)
			} else if hard := c.Warnings(); len(hard) > 0 {
				t.Errorf("%s: %q", path, hard)
			}
		}
		if !found {
			t.Errorf("%s has no example of a theme", path)
		}
	}
}

// FuzzParseOwn: whatever a file holds, it is a theme or has a fault of one line.
func FuzzParseOwn(f *testing.F) {
	for _, seed := range []string{"base = \"dark\"\naccent = \"#e5a657\"", "a=[{b={c=1}}]", "[[x]]", "\"\\u001b\" = 1", "code = \"\"\"\nx\"\"\"", "\xff = 1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		o, faults := parseOwn(source)
		for _, err := range faults {
			if !regexp.MustCompile(`^\d+:\d+: [^\x00-\x1f\x7f]+$`).MatchString(err.Error()) {
				t.Errorf("%q: %q", source, err)
			}
		}
		if len(faults) > 0 {
			return
		}
		c := Choice{own: o}
		for _, ground := range []Ground{Unknown, Dark, Light} {
			_ = c.On(ground, colorprofile.ANSI256)
		}
		_ = c.Warnings()
	})
}
