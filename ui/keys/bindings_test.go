package keys_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lede/ui/keys"
)

func TestReadersKeys(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		preset string
		own    map[string][]string
		where  keys.Scope
		typed  string
		op     keys.Op
	}{
		"a key":                        {own: map[string][]string{"star": {"*"}}, where: keys.InList, typed: "*", op: keys.Star},
		"the one before is gone":       {own: map[string][]string{"star": {"*"}}, where: keys.InList, typed: "s"},
		"several":                      {own: map[string][]string{"star": {"*", "F9"}}, where: keys.InReader, typed: "f9", op: keys.Star},
		"taken from another":           {own: map[string][]string{"star": {"m"}}, where: keys.InList, typed: "m", op: keys.Star},
		"taken where it is at hand":    {own: map[string][]string{"search": {"m"}}, where: keys.InList, typed: "m", op: keys.Read},
		"sequence":                     {own: map[string][]string{"top": {"g g"}}, where: keys.InList, typed: "g g", op: keys.Top},
		"sequence over a key":          {own: map[string][]string{"search": {"g s"}}, where: keys.InReader, typed: "g s", op: keys.Search},
		"a key over a sequence":        {preset: "vim", own: map[string][]string{"top": {"g"}}, where: keys.InReader, typed: "g", op: keys.Top},
		"unbound":                      {own: map[string][]string{"star": {}}, where: keys.InList, typed: "s"},
		"swapped":                      {own: map[string][]string{"star": {"m"}, "mark-read": {"s"}}, where: keys.InList, typed: "s", op: keys.Read},
		"in one place":                 {own: map[string][]string{"article.next-unread": {"n"}}, where: keys.InReader, typed: "n", op: keys.NextUnread},
		"in one place, not in others":  {own: map[string][]string{"list.star": {"*"}}, where: keys.InReader, typed: "s", op: keys.Star},
		"in one place, else in all":    {own: map[string][]string{"star": {"*"}, "list.star": {"!"}}, where: keys.InReader, typed: "*", op: keys.Star},
		"an alias":                     {own: map[string][]string{"show-urls": {"ctrl+t"}}, where: keys.InReader, typed: "ctrl+t", op: keys.Hints},
		"with a number":                {own: map[string][]string{"open-related": {"<n> o"}}, where: keys.InEnding, typed: "2 o", op: keys.Number},
		"with a letter":                {own: map[string][]string{"mark-place": {"M <letter>"}}, where: keys.InReader, typed: "M z", op: keys.PlaceMark},
		"in a prompt":                  {own: map[string][]string{"accept": {"ctrl-j"}}, where: keys.InPrompt, typed: "ctrl+j", op: keys.Accept},
		"help may not be taken away":   {own: map[string][]string{"help": {}}, where: keys.InList, typed: "f1", op: keys.Help},
		"nor the key that quits":       {own: map[string][]string{"quit-at-once": {}, "quit": {}}, where: keys.InPrompt, typed: "ctrl+c", op: keys.QuitNow},
		"a number elsewhere":           {own: map[string][]string{"top": {"<n> g"}, "list.star": {"5 g"}}, where: keys.InReader, typed: "7 g", op: keys.Top},
		"digits of the list for count": {own: map[string][]string{"show-all": {}, "show-unread": {}, "show-in-progress": {}, "show-starred": {}}, where: keys.InList, typed: "1 0 j", op: keys.Down},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := made(t, c.preset, c.own)
			if r := press(keys.NewMatcher(b), c.where, c.typed); r.Op != c.op {
				t.Errorf("%q gives %s (%+v), not %s", c.typed, r.Op, r, c.op)
			}
		})
	}
}

// TestWrongKeys holds that each thing that is wrong is told, with what may have been
// meant.
func TestWrongKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		preset string
		own    map[string][]string
		want   []string
	}{
		{"emacs", nil, []string{`there is no preset called "emacs"`}},
		{"vi", nil, []string{`"vi": did you mean vim?`}},
		{"", map[string][]string{"next-hedding": {"x"}}, []string{"next-hedding", "did you mean next-heading?"}},
		{"", map[string][]string{"lists.star": {"x"}}, []string{`"lists": did you mean list?`}},
		{"", map[string][]string{"list.search": {"x"}}, []string{"list.search", "not at hand there", "an article"}},
		{"", map[string][]string{"star": {"ctlr+o"}}, []string{`star: "ctlr+o" is no key: did you mean ctrl+o?`}},
		{"", map[string][]string{"star": {"ctrl+entre"}}, []string{"did you mean ctrl+enter?"}},
		{"", map[string][]string{"star": {"gg"}}, []string{`"gg" is no key: a sequence is written with blanks, as in "g g"`}},
		{"", map[string][]string{"star": {"shift+1"}}, []string{`"shift+1" is no key`}},
		{"", map[string][]string{"star": {""}}, []string{"no key in it"}},
		{"", map[string][]string{"star": {"a b c d e"}}, []string{"too long"}},
		{"", map[string][]string{"star": {"g esc"}}, []string{"esc ends a sequence"}},
		{"", map[string][]string{"star": {"ctrl+c"}}, []string{"star: ctrl-c cannot be bound: ctrl-c always quits"}},
		{"", map[string][]string{"star": {"f1"}}, []string{"F1 cannot be bound: F1 always shows the help"}},
		{"", map[string][]string{"accept": {"y"}}, []string{"accept: y is text there"}},
		{"", map[string][]string{"star": {"<n>"}}, []string{`star: <n> stands before a key, as in "<n> G"`}},
		{"", map[string][]string{"go-to-mark": {"<letter>"}}, []string{`go-to-mark: <letter> stands behind a key, as in "m <letter>"`}},
		{"", map[string][]string{"end": {"m <letter> x"}}, []string{`end: <letter> stands last, as in "m <letter>"`}},
		{"", map[string][]string{"end": {"m <n>"}}, []string{`end: <n> stands first, as in "<n> G"`}},
		{"", map[string][]string{"mark-place": {"m"}}, []string{`mark-place: it needs a letter behind m: write "m <letter>"`}},
		{"", map[string][]string{"sort": {"<n> x"}}, []string{`sort: digits are keys there, so that no number can stand before one`}},
		{"", map[string][]string{"star": {"*", "*"}}, []string{"* is there twice"}},
		{"", map[string][]string{"star": {"*"}, "copy": {"*"}}, []string{"star: * is bound to copy as well, in the library"}},
		{"", map[string][]string{"star": {"*"}, "search": {"* x"}}, []string{"star", "*x", "search", "in an article", "one is the beginning of the other"}},
		{"", map[string][]string{"top": {"<n> g"}, "star": {"5 g"}}, []string{"top: <n> g cannot be told from 5g, which is bound to star, in an article", "a digit is a key there"}},
		{"", map[string][]string{"article.top": {"5 x"}, "copy": {"<n> g"}}, []string{"article.top: 5x cannot", "<n> g, which is bound to copy", "in an article"}},
		{"", map[string][]string{"star": {"*"}, "bookmark": {"!"}}, []string{"star: it is another name of bookmark, which is bound as well"}},
		{"", map[string][]string{"prompt.cancel": {}}, []string{"prompt.cancel: nothing would lead out of a prompt: bind cancel there"}},
		{"", map[string][]string{"out": {}, "cancel": {}}, []string{"nothing would lead out of"}},
		{"", map[string][]string{"star": slices.Repeat([]string{"a"}, 17)}, []string{"17 keys are too many"}},
		{"", map[string][]string{"starr": {"x"}, "coppy": {"y"}}, []string{"did you mean star?", "did you mean copy?"}},
	} {
		b, err := keys.New(c.preset, c.own)
		if err == nil || b != nil {
			t.Errorf("%v is taken", c.own)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v: %q does not say %q", c.own, err, want)
			}
		}
	}
}

// TestOneKeyManyNames writes keys as other programs do.
func TestOneKeyManyNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key     string
		written []string
	}{
		{"ctrl+o", []string{"ctrl+o", "ctrl-o", "Ctrl-O", "C-o", "<c-o>", "<C-O>", "^o", "^O", "control+o"}},
		{"alt+x", []string{"alt+x", "M-x", "<a-x>", "A-x", "option+x"}},
		{"alt+shift+x", []string{"alt+X", "shift+alt+x", "M-X"}},
		{"ctrl+alt+left", []string{"alt-ctrl-left", "C-M-Left"}},
		{"shift+tab", []string{"S-Tab", "shift-tab", "<s-tab>"}},
		{"G", []string{"G", "shift+g", "S-g", "<S-G>"}},
		{"enter", []string{"Enter", "return", "<CR>"}},
		{"pgdown", []string{"PgDn", "PageDown", "<PageDown>"}},
		{"esc", []string{"Esc", "escape", "<ESC>"}},
		{"-", []string{"-"}},
		{"+", []string{"+"}},
		{"<", []string{"<", "<lt>"}},
		{"ctrl+-", []string{"ctrl+-", "C--"}},
		{"^", []string{"^"}},
		{"é", []string{"é"}},
		{"space", []string{"space", "<Space>"}},
		{"f12", []string{"F12", "<f12>"}},
	} {
		for _, written := range c.written {
			b, err := keys.New("", map[string][]string{"list.star": {written}, "cancel": {"ctrl+g"}, "out": {"q"}})
			if err != nil {
				t.Errorf("%q: %v", written, err)
				continue
			}
			if got := b.Keys(keys.Star, keys.InList); !slices.Equal(got, []string{c.key}) {
				t.Errorf("%q is %q, not %q", written, got, c.key)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	wrong := keys.Check("vim", map[string][]string{"star": {"*"}, "copy": {"ctlr+o"}, "stra": {"x"}, "top": {"g g"}, "down": {"foo", "j", "super"}})
	if len(wrong) != 3 || !has(wrong["copy"], "did you mean ctrl+o?") || !has(wrong["stra"], "did you mean star?") ||
		!has(wrong["down"], `"foo" is no key: a sequence`, `"super" is no key: it is held with another key`) {
		t.Errorf("wrong are %q", wrong)
	}
	if wrong := keys.Check("emacs", nil); len(wrong) != 1 || len(wrong[""]) != 1 {
		t.Errorf("wrong are %q", wrong)
	}
	if wrong := keys.Check("", nil); len(wrong) != 0 {
		t.Errorf("wrong are %q", wrong)
	}
}

// has reports whether there are just so many texts, with these words in them.
func has(texts []string, words ...string) bool {
	return slices.EqualFunc(texts, words, strings.Contains)
}

// TestUnknownNamesAreTold holds that what is no operation is told with what to do.
func TestUnknownNamesAreTold(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"star2":             `no operation called "star2": did you mean star?`,
		"list":              `no operation called "list": it is a place, and stands before one, as in "list.help"`,
		"presett":           `no operation called "presett": did you mean preset?`,
		"xyzzy":             `no operation called "xyzzy": lede config init lists the names`,
		".star":             `no operation called ".star": did you mean star?`,
		"lst.quit":          `no place called "lst": did you mean list?`,
		"keys.quit":         `no place called "keys": the places are list, feeds, article, panel, prompt, menu, help`,
		"list.next-heading": "it is not at hand there, but in an article",
	} {
		if wrong := keys.Check("", map[string][]string{name: {"f9"}}); !has(wrong[name], want) {
			t.Errorf("%s: %q, want %q", name, wrong, want)
		}
	}
}

// TestOperationsCanBeBound binds each operation and each of its places to a key that is
// at hand everywhere.
func TestOperationsCanBeBound(t *testing.T) {
	t.Parallel()
	names := keys.Operations()
	for _, want := range []string{"star", "list.star", "article.next-unread", "prompt.cancel"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among what can be bound", want)
		}
	}
	for _, name := range names {
		key := "ctrl+alt+f9"
		if op, err := keys.Find(name[strings.LastIndexByte(name, '.')+1:]); err == nil && op.Arg().Name == "LETTER" {
			key += " <letter>"
		}
		if wrong := keys.Check("", map[string][]string{name: {key}}); len(wrong) > 0 {
			t.Errorf("%s cannot be bound: %q", name, wrong)
		}
	}
}

func TestTaken(t *testing.T) {
	t.Parallel()
	taken := made(t, "", map[string][]string{"star": {"m"}}).Taken()
	want := []keys.Taken{
		{Key: "m", From: keys.Read, By: keys.Star, Scope: keys.InText},
		{Key: "m", From: keys.Read, By: keys.Star, Scope: keys.InSelect}, // of another row
	}
	if !slices.Equal(taken, want) {
		t.Errorf("taken is %+v", taken)
	}
}

// leads reports whether help and a way out are in a place.
func leads(b *keys.Bindings, where keys.Scope) bool {
	return b.Name(keys.Help, where) != "" && b.Name(keys.QuitNow, where) != "" &&
		(where == keys.InList || b.Name(keys.Out, where)+b.Name(keys.Cancel, where) != "")
}

func TestHelpAndAWayOut(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, where := range keys.Everywhere.Each() {
			if !leads(b, where) {
				t.Errorf("%s: there is no help or no way out in %s", preset, where)
			}
		}
	}
}

// anyBindings gives New any names and keys: it tells what is wrong, or makes bindings that
// help and lead out, and whose keys do what they are shown for.
func anyBindings(t *rapid.T) {
	var names []string
	for _, op := range keys.All() {
		names = append(names, op.String(), "article."+op.String(), "list."+op.String(), "prompt."+op.String())
	}
	one := rapid.OneOf(
		rapid.SampledFrom([]string{"g", "j", "G", "1", "0", "m", "enter", "esc", "ctrl+c", "f1", "C-x", "<c-w>", "space", "?", "tab"}),
		rapid.StringMatching(`[!-~]`), rapid.StringMatching(`(ctrl|alt|shift|C|S)[+-][a-zA-Z]+`), rapid.String(),
	)
	sequence := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"", "", "", "<n> "}).Draw(t, "number") +
			strings.Join(rapid.SliceOfN(one, 1, 3).Draw(t, "sequence"), " ") +
			rapid.SampledFrom([]string{"", "", "", " <letter>"}).Draw(t, "letter")
	})
	name := rapid.OneOf(rapid.SampledFrom(names), rapid.SampledFrom(names), rapid.String())
	own := rapid.MapOfN(name, rapid.SliceOfN(rapid.OneOf(one, sequence), 0, 3), 0, 4).Draw(t, "own")
	b, err := keys.New(rapid.SampledFrom([]string{"", "vim", "less", "newsboat", "emacs"}).Draw(t, "preset"), own)
	if err != nil {
		if b != nil || err.Error() == "" || len(err.Error()) > 8000 {
			t.Fatalf("%+v with %q", b, err)
		}
		return
	}
	for _, where := range keys.Everywhere.Each() {
		if !leads(b, where) {
			t.Fatalf("there is no help or no way out in %s", where)
		}
	}
	where := rapid.SampledFrom(keys.Everywhere.Each()).Draw(t, "where")
	for _, op := range b.At(where) {
		for _, written := range b.Keys(op, where) {
			typed := strings.NewReplacer("<n>", "1 2", "<letter>", "k").Replace(written)
			if r := press(keys.NewMatcher(b), where, typed); r.Op != op && !strings.Contains(written, "<letter>") {
				t.Fatalf("in %s, %q gives %s, not %s", where, written, r.Op, op)
			}
		}
	}
}

func TestAnyBindings(t *testing.T) {
	t.Parallel()
	rapid.Check(t, anyBindings)
}

func FuzzNew(f *testing.F) { f.Fuzz(rapid.MakeFuzz(anyBindings)) }
