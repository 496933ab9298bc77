package doctor

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"lede/articles/lazy"
	"lede/ui/picture"
	"lede/ui/terminal"
)

func goVersion() string { return runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH }

// narrow is as few columns as the screens are made for.
const narrow = 40

// terminal says what lede knows of the terminal, and what that says of itself.
func (p *program) terminal(context.Context) []finding {
	const about = "terminal"
	kind := p.Getenv("TERM")
	if !terminal.Is(p.Stdout) {
		return []finding{well(about, "kind", "none here: lede prints what it would show")}
	}
	if !p.Terminal.HasScreen() || kind == "" && runtime.GOOS != "windows" {
		return []finding{ill(about, "kind", fmt.Sprintf("TERM is %q", kind), "set TERM to what the terminal is, as in xterm-256color; until then lede only prints")}
	}
	may := picture.MayAsk(p.Getenv)
	question := keyboardQuery
	if may {
		question += picture.Query
	} else {
		question += lastQuery
	}
	says := abilitiesIn(p.Terminal.Ask(question))
	found := []finding{well(about, "kind", cmp.Or(kind+named(says.name), "the console"))}
	columns, rows, err := term.GetSize(p.Stdout.Fd())
	switch is := fmt.Sprintf("%d columns, %d rows", columns, rows); {
	case err != nil || columns < 1:
		found = append(found, ill(about, "size", "the terminal does not say", "stty cols 80 rows 24 tells it, where the line to it does not"))
	case columns < narrow:
		found = append(found, ill(about, "size", is, fmt.Sprintf("make it %d columns wide or more", narrow)))
	default:
		found = append(found, well(about, "size", is))
	}
	profile := colorprofile.Detect(p.Stdout, p.environ())
	if !p.Terminal.Colored(p.Settings.Config().Color) {
		profile = colorprofile.ASCII
	}
	links := "not passed on: the setting links is off"
	if p.Settings.Config().Links {
		links = "passed on to the terminal (OSC 8)"
	}
	return append(found, well(about, "colours", colors(profile)), well(about, "images", says.images(may, profile)),
		well(about, "links", links), well(about, "keyboard", says.keyboard()))
}

func named(name string) string {
	if name == "" {
		return ""
	}
	return ", " + name
}

// environ is the environment as the library for colours takes it.
func (p *program) environ() []string {
	var all []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TMUX", "STY", "WT_SESSION", "ConEmuANSI", "ANSICON", "TTY_FORCE"} {
		if value, ok := p.LookupEnv(name); ok {
			all = append(all, name+"="+value)
		}
	}
	return all
}

func colors(profile colorprofile.Profile) string {
	switch profile {
	case colorprofile.TrueColor:
		return "16 million"
	case colorprofile.ANSI256:
		return "256"
	case colorprofile.ANSI:
		return "16"
	}
	return "none, by what the terminal, $NO_COLOR or the setting color says"
}

// What is asked besides [picture.Query]: whether keys are told apart as kitty does it,
// and what every terminal answers.
const (
	keyboardQuery = "\x1b[?u"
	lastQuery     = "\x1b[c"
)

// abilities are what a terminal says of itself.
type abilities struct {
	answered bool
	name     string
	keys     bool // all are told apart
	graphics bool
	sixels   bool
}

var (
	nameAnswer  = &lazy.Regexp{Source: `\x1bP>\|([^\x1b]*)\x1b`}
	keysAnswer  = &lazy.Regexp{Source: `\x1b\[\?\d+u`}
	classAnswer = &lazy.Regexp{Source: `\x1b\[\?([0-9;]*)c`}
	cellAnswer  = &lazy.Regexp{Source: `\x1b\[6;[1-9]\d*;[1-9]\d*t`}
)

func abilitiesIn(answer []byte) (a abilities) {
	if m := nameAnswer.Get().FindSubmatch(answer); m != nil {
		a.name = string(m[1])
	}
	a.keys = keysAnswer.Get().Match(answer)
	a.graphics = strings.Contains(string(answer), "\x1b_Gi=31;OK\x1b")
	if m := classAnswer.Get().FindSubmatch(answer); m != nil {
		const sixelGraphics = ";4;" // xterm's ctlseqs, "Send Device Attributes"
		a.answered = true
		a.sixels = strings.Contains(";"+string(m[1])+";", sixelGraphics) && cellAnswer.Get().Match(answer)
	}
	return a
}

func (a *abilities) images(may bool, profile colorprofile.Profile) string {
	switch picture.Best(a.graphics && picture.HasPlaceholders(a.name), a.sixels, profile) {
	case picture.Kitty:
		return "in full (kitty's)"
	case picture.Sixels:
		return "in full (sixels)"
	case picture.Blocks:
		if !may {
			return "as coloured blocks: a terminal in this one, or a multiplexer, passes on no more"
		}
		return "as coloured blocks"
	}
	return "as captions"
}

func (a *abilities) keyboard() string {
	switch {
	case a.keys:
		return "all keys are told apart"
	case a.answered || os.PathSeparator == '\\':
		return "as of old: ctrl with some keys is not told from other keys"
	}
	return "the terminal does not say"
}
