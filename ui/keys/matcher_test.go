package keys_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lede/ui/keys"
)

// press presses keys with blanks between them and returns what came of the last.
func press(m *keys.Matcher, where keys.Scope, written string) (r keys.Result) {
	for _, key := range strings.Fields(written) {
		r = m.Press(where, key)
	}
	return r
}

func TestPress(t *testing.T) {
	t.Parallel()
	found := func(op keys.Op, count int) keys.Result {
		return keys.Result{Kind: keys.Found, Op: op, Count: count, Counts: count > 0 && op != keys.Number}
	}
	pending := func(typed string) keys.Result { return keys.Result{Kind: keys.Pending, Typed: typed} }
	for _, c := range []struct {
		preset string
		where  keys.Scope
		typed  string
		want   keys.Result
	}{
		{"default", keys.InReader, "1", pending("1")},
		{"default", keys.InReader, "1 0 j", found(keys.Down, 10)},
		{"default", keys.InReader, "5 0 %", found(keys.GoPercent, 50)},
		{"default", keys.InReader, "%", found(keys.GoPercent, 0)},
		{"default", keys.InReader, "5 G", found(keys.GoLine, 5)},
		{"default", keys.InReader, "G", found(keys.End, 0)},
		{"default", keys.InEnding, "5", found(keys.Number, 5)},
		{"default", keys.InRelated, "9", found(keys.Number, 9)},
		{"default", keys.InList, "2", found(keys.Shelf2, 0)},
		{"default", keys.InReader, "0", pending("0")},
		{"default", keys.InReader, "0 %", keys.Result{Kind: keys.Found, Op: keys.GoPercent, Counts: true}},
		{"default", keys.InEnding, "0", keys.Result{Kind: keys.Unbound}},
		{"default", keys.InReader, "7 esc", keys.Result{Kind: keys.Dropped}},
		{"default", keys.InReader, "esc", found(keys.Cancel, 0)},
		{"default", keys.InReader, "c", keys.Result{Kind: keys.Unbound, Near: keys.Copy}},
		{"vim", keys.InList, "b", keys.Result{Kind: keys.Unbound, Near: keys.PageUp}},
		{"default", keys.InReader, "4 c", keys.Result{Kind: keys.Unbound, Near: keys.Copy}},
		{"default", keys.InPrompt, "q", keys.Result{Kind: keys.Text}},
		{"default", keys.InPrompt, "space", keys.Result{Kind: keys.Text}},
		{"default", keys.InPrompt, "ü", keys.Result{Kind: keys.Text}},
		{"default", keys.InPrompt, "7", keys.Result{Kind: keys.Text}},
		{"default", keys.InPrompt, "ctrl+x", keys.Result{Kind: keys.Text}},
		{"default", keys.InPrompt, "enter", found(keys.Accept, 0)},
		{"default", keys.InPrompt, "ctrl+p", found(keys.PrevChoice, 0)},
		{"default", keys.InList, "ctrl+p", found(keys.Palette, 0)},
		{"default", keys.InPrompt, "f1", found(keys.Help, 0)},
		{"default", keys.InHints, "q", keys.Result{Kind: keys.Text}},
		{"default", keys.InHints, "backspace", found(keys.DeleteBack, 0)},
		{"default", keys.InHints, "?", found(keys.Help, 0)},
		{"default", keys.InMenu, "y", found(keys.Copy, 0)},
		{"default", keys.InWait, "q", found(keys.Out, 0)},
		{"vim", keys.InReader, "g", pending("g")},
		{"vim", keys.InReader, "g g", found(keys.Top, 0)},
		{"vim", keys.InReader, "1 2 g", pending("12g")},
		{"vim", keys.InReader, "1 2 g g", found(keys.GoLine, 12)},
		{"vim", keys.InReader, "1 2 g t", found(keys.NextArticle, 12)},
		{"vim", keys.InReader, "g j", found(keys.Down, 0)},
		{"vim", keys.InReader, "g esc", keys.Result{Kind: keys.Dropped}},
		{"vim", keys.InReader, "m", pending("m")},
		{"vim", keys.InReader, "m j", keys.Result{Kind: keys.Found, Op: keys.PlaceMark, Letter: 'j'}},
		{"vim", keys.InReader, "' A", keys.Result{Kind: keys.Found, Op: keys.GoMark, Letter: 'A'}},
		{"vim", keys.InReader, "' '", found(keys.Back, 0)},
		{"vim", keys.InReader, "m down", found(keys.Down, 0)},
		{"vim", keys.InReader, "0", found(keys.ShiftStart, 0)},
		{"vim", keys.InEnding, "3 enter", keys.Result{Kind: keys.Found, Op: keys.Number, Count: 3, Counts: true}},
		{"vim", keys.InEnding, "enter", found(keys.Follow, 0)},
		{"vim", keys.InReader, "ctrl+w", pending("ctrl-w")},
		{"vim", keys.InReader, "ctrl+w q", found(keys.Out, 0)},
		{"vim", keys.InReader, "9 9 9 9 9 9 9 9 9 9 9 9 j", found(keys.Down, 999_999)},
	} {
		m := keys.NewMatcher(made(t, c.preset, nil))
		if got := press(m, c.where, c.typed); got != c.want {
			t.Errorf("%s, %s: %q gives %+v (%s), not %+v (%s)", c.preset, c.where, c.typed, got, got.Op, c.want, c.want.Op)
		}
		if got := m.Typed(); got != c.want.Typed {
			t.Errorf("%s: %q leaves %q", c.preset, c.typed, got)
		}
	}
}

// TestNoSuchSequence holds that the letters of a sequence that does not exist do
// nothing, least of all what the last of them does alone.
func TestNoSuchSequence(t *testing.T) {
	t.Parallel()
	for typed, said := range map[string]string{"g A": "gA", "z s": "zs", "2 g A": "gA"} {
		m := keys.NewMatcher(made(t, "vim", nil))
		if got := press(m, keys.InList, typed); got.Kind != keys.Unbound || got.Keys != said || m.Typed() != "" {
			t.Errorf("%q gives %+v (%s)", typed, got, got.Op)
		}
	}
}

// TestWordsInTheHelp holds that no letter and no number is a key in the help, whatever
// is bound: a word that is looked for must not run.
func TestWordsInTheHelp(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		m := keys.NewMatcher(made(t, preset, map[string][]string{"down": {"ä", "x 2", "ctrl+x"}, "quit": {"z z"}}))
		for _, key := range strings.Split("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äж]$", "") {
			if r := m.Press(keys.InHelp, key); r.Kind != keys.Text {
				t.Errorf("%s: %s gives %+v (%s)", preset, key, r, r.Op)
			}
		}
		for key, want := range map[string]keys.Op{
			"esc": keys.Cancel, "?": keys.Help, "f1": keys.Help, "/": keys.Filter, "ctrl+x": keys.Down, "up": keys.Up, "space": keys.PageDown, "left": keys.Out,
		} {
			if r := m.Press(keys.InHelp, key); r.Op != want {
				t.Errorf("%s: %s gives %+v (%s), not %s", preset, key, r, r.Op, want)
			}
		}
	}
	if wrong := keys.Check("", map[string][]string{"help.out": {"x"}}); !slices.Contains(wrong["help.out"], "x is text there") {
		t.Errorf("a letter can be bound in the help: %q", wrong)
	}
}

// TestAnotherPlaceForgets holds that what was begun in one place is not gone on with
// in another.
func TestAnotherPlaceForgets(t *testing.T) {
	t.Parallel()
	m := keys.NewMatcher(made(t, "vim", nil))
	m.Press(keys.InReader, "g")
	if r := m.Press(keys.InList, "g"); r.Kind != keys.Pending {
		t.Errorf("the second g in another place is %+v", r)
	}
	m.Drop()
	if r := m.Press(keys.InList, "G"); r.Op != keys.End || m.Typed() != "" {
		t.Errorf("G is %+v, and %q is left", r, m.Typed())
	}
}

func TestOneKey(t *testing.T) {
	t.Parallel()
	b := made(t, "vim", nil)
	for _, c := range []struct {
		key    string
		op     keys.Op
		begins bool
	}{
		{"ctrl+c", keys.QuitNow, true}, {"ctrl+z", keys.Suspend, true}, {"g", keys.None, true}, {"%", keys.None, true}, {"W", keys.None, false}, {"alt+x", keys.None, false},
	} {
		if op, begins := b.Op(keys.InReader, c.key), b.Begins(keys.InReader, c.key); op != c.op || begins != c.begins {
			t.Errorf("%s is %s, and begins something: %v", c.key, op, begins)
		}
	}
}

// someKeys draws a key as a terminal may send it: any sign, or one with a name.
func someKeys() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"g", "z", "m", "'", "Z", "]", "1", "0", "5", "esc", "enter", "ctrl+w", "ctrl+o", "tab", "%", "G"}),
		rapid.StringMatching(`(ctrl\+|alt\+|shift\+)?([ -~]|up|down|pgup|f[1-9]|space|backspace)`),
		rapid.String(),
	)
}

func TestAnyKeys(t *testing.T) {
	t.Parallel()
	var sets []*keys.Bindings
	for _, preset := range keys.Presets {
		sets = append(sets, made(t, preset, nil))
	}
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SampledFrom(sets).Draw(t, "preset")
		m := keys.NewMatcher(b)
		for range rapid.IntRange(1, 40).Draw(t, "keys") {
			where := rapid.SampledFrom(keys.Everywhere.Each()).Draw(t, "where")
			key := someKeys().Draw(t, "key")
			r := m.Press(where, key)
			if (r.Op != keys.None) != (r.Kind == keys.Found) || (r.Typed != "") != (r.Kind == keys.Pending) {
				t.Fatalf("%q gives %+v", key, r)
			}
			if r.Op != keys.None && r.Op.Scope()&where == 0 {
				t.Fatalf("%q gives %s, which is not at hand in %s", key, r.Op, where)
			}
			if m.Typed() != r.Typed || len(m.Typed()) > 40 {
				t.Fatalf("after %q, %q is begun, and %q is shown", key, m.Typed(), r.Typed)
			}
		}
	})
}

// TestShownKeysReachTheirOperation presses all keys that are shown, after anything else.
func TestShownKeysReachTheirOperation(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, where := range keys.Everywhere.Each() {
			for _, op := range b.At(where) {
				for _, written := range b.Keys(op, where) {
					typed := strings.NewReplacer("<n>", "1 2", "<letter>", "k").Replace(written)
					m := keys.NewMatcher(b)
					if r := press(m, where, typed); r.Kind != keys.Found || r.Op != op {
						t.Errorf("%s, %s: %q gives %+v, not %s", preset, where, typed, r, op)
					}
				}
			}
		}
	}
}
