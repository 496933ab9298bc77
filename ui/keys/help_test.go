package keys_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"lede/ui/keys"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		preset string
		op     keys.Op
		where  keys.Scope
		want   []string
	}{
		{"default", keys.Down, keys.InReader, []string{"j", "↓", "ctrl-e"}},
		{"default", keys.PageDown, keys.InList, []string{"Space", "f", "PgDn", "ctrl-f"}},
		{"default", keys.Number, keys.InEnding, []string{"1–9"}},
		{"default", keys.GoPercent, keys.InReader, []string{"12%"}},
		{"default", keys.GoPercent, keys.InEnding, nil}, // a digit opens a related article there
		{"default", keys.PrevLink, keys.InReader, []string{"S-Tab"}},
		{"default", keys.ShiftRight, keys.InReader, []string{".", "S-→", "alt-l"}},
		{"default", keys.Back, keys.InReader, []string{"H", "Backspace", "alt-←"}},
		{"default", keys.Help, keys.InPrompt, []string{"F1"}},
		{"default", keys.Help, keys.InList, []string{"?", "F1"}},
		{"default", keys.Star, keys.InHelp, nil},
		{"default", keys.Cancel, keys.InPrompt, []string{"Esc", "ctrl-g"}},
		{"vim", keys.Top, keys.InList, []string{"gg", "Home"}},
		{"vim", keys.PlaceMark, keys.InReader, []string{"ma"}},
		{"vim", keys.Number, keys.InEnding, []string{"12 Enter"}},
		{"vim", keys.Out, keys.InReader, []string{"q", "h", "←", "ctrl-w q", "ctrl-w c"}},
		{"less", keys.Help, keys.InList, []string{"h", "H", "?", "F1"}},
		{"less", keys.Help, keys.InReader, []string{"h", "H", "F1"}},
	} {
		b := made(t, c.preset, nil)
		if got := b.Names(c.op, c.where); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s in %s is %q, not %q", c.preset, c.op, c.where, got, c.want)
		}
		if first := append(slices.Clone(c.want), "")[0]; b.Name(c.op, c.where) != first && first != "1–9" {
			t.Errorf("%s: %s in %s is called %q", c.preset, c.op, c.where, b.Name(c.op, c.where))
		}
	}
}

// TestHelpTellsAll holds that the help of a place tells each operation that is at hand
// there once, with all its keys.
func TestHelpTellsAll(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, map[string][]string{"pager": {}})
		for _, where := range keys.Everywhere.Each() {
			told := map[keys.Op]string{}
			for _, section := range b.Groups(where) {
				for _, line := range section.Lines {
					if _, twice := told[line.Op]; twice || line.Does == "" || section.Title == "" {
						t.Errorf("%s, %s: %+v", preset, where, line)
					}
					told[line.Op] = strings.Join(line.Keys, " ")
				}
			}
			for _, op := range b.At(where) {
				want := strings.Join(b.Names(op, where), " ")
				if want == "" {
					want = ":" + op.String()
				}
				if told[op] != want {
					t.Errorf("%s, %s: the help tells %q of %s, not %q", preset, where, told[op], op, want)
				}
			}
		}
	}
}

func TestManualTellsAll(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		told := map[keys.Op]bool{}
		for _, section := range made(t, preset, nil).Manual() {
			if len(section.Lines) == 0 {
				t.Errorf("%s: nothing is told of %s", preset, section.Title)
			}
			for _, line := range section.Lines {
				told[line.Op] = true
			}
		}
		for _, op := range keys.All() {
			if !told[op] {
				t.Errorf("%s: the manual does not tell %s", preset, op)
			}
		}
	}
}

func TestHints(t *testing.T) {
	t.Parallel()
	var words []string
	for _, hint := range made(t, "", map[string][]string{"add": {"+"}}).Hints(keys.InList) {
		words = append(words, hint.Key+" "+hint.Word)
	}
	if got := strings.Join(words, " · "); got != "j k move · Enter read · / search · + add · S sort · : commands · ? help" {
		t.Errorf("the footer of the list is %q", got)
	}
}

// TestNothing holds that what is said of a key that does nothing fits in a line of a narrow
// window, and names what is near or nothing.
func TestNothing(t *testing.T) {
	t.Parallel()
	const narrow = 60
	b := made(t, "", nil)
	for _, c := range []struct {
		where keys.Scope
		key   string
		want  string
	}{
		{keys.InReader, "c", "c does nothing · y copy · : commands"},
		{keys.InFeeds, "Q", "Q does nothing · : commands"},
		{keys.InList, "t", "t does nothing · / search · : commands"}, // as in newsboat
		{keys.InList, "E", "E does nothing · e edit · : commands"},
		{keys.InReader, "D", "D does nothing · : commands"}, // not down
		{keys.InList, "W", "W does nothing · : commands"},
		{keys.InReader, "P", "P does nothing · : commands"}, // one of several
		{keys.InReader, "Q", "Q does nothing · : commands"},
		{keys.InWait, "f7", "F7 does nothing"},
	} {
		r := keys.NewMatcher(b).Press(c.where, c.key)
		if got := b.Nothing(c.where, c.key, r.Near); got != c.want {
			t.Errorf("%s: %q, not %q", c.where, got, c.want)
		}
	}
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, where := range (keys.InText | keys.InFeeds).Each() {
			for _, key := range strings.Split("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "") {
				r := keys.NewMatcher(b).Press(where, key)
				if said := b.Nothing(where, key, r.Near); r.Kind == keys.Unbound && utf8.RuneCountInString(said) > narrow {
					t.Errorf("%s, %s: %q is long", preset, where, said)
				}
			}
		}
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]keys.Command{
		"sort views":            {Op: keys.Sort, Arg: "views"},
		":sort":                 {Op: keys.Sort},
		"  Theme   light ":      {Op: keys.Theme, Arg: "light"},
		"theme my-own":          {Op: keys.Theme, Arg: "my-own"},
		"add https://a.b/c d":   {Op: keys.Add, Arg: "https://a.b/c d"},
		"filter two words":      {Op: keys.Filter, Arg: "two words"},
		"30":                    {Op: keys.GoLine, Arg: "30", Count: 30},
		"go-to-line 7":          {Op: keys.GoLine, Arg: "7", Count: 7, Counts: true},
		"show-starred":          {Op: keys.Shelf4},
		"mark-all-feeds-read  ": {Op: keys.ReadAll},
	} {
		if got, err := keys.Parse(line, keys.InList); err != nil || got != want {
			t.Errorf("%q is %+v (%v)", line, got, err)
		}
	}
	for line, want := range map[string]string{
		"":            "there is no operation called",
		"sotr":        "did you mean sort?",
		"sort widest": `sort has no "widest": it may be newest, views`,
		"star now":    "star takes nothing behind it", "rename-tag": "rename-tag needs a old new behind it",
		"go-to-line":   "go-to-line needs a number behind it",
		"go-to-line x": `go-to-line needs a number, not "x"`,
		"search words": "search is for an article",
	} {
		if got, err := keys.Parse(line, keys.InList); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %+v (%v)", line, got, err)
		}
	}
	if got, err := keys.Parse(":50%", keys.InReader); err != nil || got.Op != keys.GoPercent || got.Count != 50 {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := keys.Parse("open-related 2", keys.InReader); err != nil || got.Op != keys.Number || got.Count != 2 {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := keys.Parse("percent 50%", keys.InReader); err != nil || got.Count != 50 {
		t.Errorf("%+v %v", got, err)
	}
}
