package keys_test

import (
	"slices"
	"testing"

	"lede/ui/keys"
)

// lettered is where something is moved through and letters are keys.
const lettered = keys.InMoving &^ keys.InHelp

// counting is where vim and less count: in the panel of related articles digits open them.
const counting = lettered &^ keys.InRelated

// firstKeys are what people who come from a program press first, with what it does here.
// Where lede has no such operation, a key is one that does no harm, or none. The question
// mark is help in vim too, where it searches backward: of vim's users some look for help
// there, and :search-back is at hand. In less the help is at h.
var firstKeys = map[string][]struct {
	where keys.Scope
	keys  string
	op    keys.Op
	count int
}{
	"default": {
		{lettered, "j", keys.Down, 0},
		{lettered, "k", keys.Up, 0},
		{keys.InMoving, "down", keys.Down, 0},
		{keys.InMoving, "up", keys.Up, 0},
		{keys.InMoving &^ keys.InSelect, "space", keys.PageDown, 0},
		{lettered, "b", keys.PageUp, 0},
		{lettered, "g", keys.Top, 0},
		{lettered, "G", keys.End, 0},
		{keys.InList, "enter", keys.Open, 0},
		{keys.InList, "/", keys.Filter, 0},
		{keys.InList, "a", keys.Add, 0},
		{keys.InList, "tab", keys.NextShelf, 0},
		{keys.InList, "q", keys.Quit, 0},
		{keys.InList, "h", keys.Feeds, 0},
		{keys.InFeeds, "l", keys.Open, 0},
		{keys.InFeeds, "h", keys.Out, 0},
		{keys.InFeeds, "q", keys.Out, 0},
		{keys.InArticle, "q", keys.Out, 0},
		{keys.InArticle, "esc", keys.Cancel, 0},
		{keys.InArticle, "/", keys.Search, 0},
		{keys.InArticle, "n", keys.NextMatch, 0},
		{keys.InArticle, "tab", keys.NextLink, 0},
		{keys.InArticle, "]", keys.NextHeading, 0},
		{keys.InArticle, "H", keys.Back, 0},
		{keys.InText, "L", keys.Forward, 0},
		{keys.InReader, "5 0 %", keys.GoPercent, 50},
		{keys.InEnding, "2", keys.Number, 2},
		{keys.InText, "s", keys.Star, 0},
		{keys.InText, "m", keys.Read, 0},
		{keys.InText, "U", keys.Undo, 0},
		{keys.InMoving, "?", keys.Help, 0},
		{keys.InMoving, ":", keys.Palette, 0},
		{keys.InMoving, "ctrl+p", keys.Palette, 0},
	},
	"vim": {
		{lettered, "j", keys.Down, 0},
		{lettered, "k", keys.Up, 0},
		{counting, "1 0 j", keys.Down, 10},
		{keys.InArticle | keys.InPanel, "h", keys.Out, 0},
		{keys.InList, "l", keys.Open, 0},
		{lettered, "g g", keys.Top, 0},
		{lettered, "G", keys.End, 0},
		{counting, "5 G", keys.GoLine, 5},
		{counting, "5 g g", keys.GoLine, 5},
		{keys.InArticle, "5 0 %", keys.GoPercent, 50},
		{keys.InMoving, "ctrl+d", keys.HalfDown, 0},
		{keys.InMoving, "ctrl+u", keys.HalfUp, 0},
		{keys.InMoving, "ctrl+f", keys.PageDown, 0},
		{keys.InMoving, "ctrl+b", keys.PageUp, 0},
		{keys.InMoving, "ctrl+e", keys.Down, 0},
		{keys.InMoving, "ctrl+y", keys.Up, 0},
		{keys.InArticle, "/", keys.Search, 0},
		{keys.InList, "/", keys.Filter, 0},
		{keys.InArticle, "n", keys.NextMatch, 0},
		{keys.InArticle, "N", keys.PrevMatch, 0},
		{keys.InArticle, "ctrl+o", keys.Back, 0},
		{keys.InArticle, "ctrl+i", keys.Forward, 0},
		{keys.InList, "ctrl+i", keys.Forward, 0},
		{keys.InArticle, "tab", keys.Forward, 0}, // what most terminals send for ctrl-i
		{keys.InArticle, "m a", keys.PlaceMark, 0},
		{keys.InArticle, "' a", keys.GoMark, 0},
		{keys.InArticle, "` a", keys.GoMark, 0},
		{keys.InArticle, "' '", keys.Back, 0},
		{keys.InArticle, "{", keys.PrevHeading, 0},
		{keys.InArticle, "}", keys.NextHeading, 0},
		{keys.InArticle, "] ]", keys.NextHeading, 0},
		{keys.InList, "z z", keys.Center, 0},
		{keys.InArticle, "g f", keys.Follow, 0},
		{keys.InArticle, "ctrl+]", keys.Follow, 0},
		{keys.InText, "u", keys.Undo, 0},
		{keys.InText, "y y", keys.Copy, 0},
		{keys.InText, "g x", keys.Browse, 0},
		{keys.InList, "g t", keys.NextShelf, 0},
		{keys.InMoving, ":", keys.Palette, 0},
		{lettered, "Z Z", keys.Quit, 0},
		{lettered, "Z Q", keys.Quit, 0},
		{keys.InArticle, "ctrl+w q", keys.Out, 0},
		{keys.InArticle, "0", keys.ShiftStart, 0},
		{keys.InArticle, "$", keys.ShiftEnd, 0},
		{keys.InMoving, "?", keys.Help, 0},
		{keys.InText, "H", keys.ScreenTop, 0},
		{keys.InText, "M", keys.ScreenMiddle, 0},
		{keys.InText, "L", keys.ScreenBottom, 0},
		{counting & keys.InText, "3 H", keys.ScreenTop, 3},
		{keys.InText, "d", keys.None, 0}, // dd deletes nothing
		{keys.InMany, "x", keys.Archive, 0},
		{keys.InList, "V", keys.Select, 0},
	},
	"less": {
		{keys.InMoving &^ keys.InSelect, "space", keys.PageDown, 0},
		{lettered, "b", keys.PageUp, 0},
		{lettered, "f", keys.PageDown, 0},
		{lettered, "d", keys.HalfDown, 0},
		{lettered, "u", keys.HalfUp, 0},
		{lettered, "j", keys.Down, 0},
		{lettered, "k", keys.Up, 0},
		{lettered, "e", keys.Down, 0},
		{lettered, "y", keys.Up, 0},
		{keys.InArticle, "enter", keys.Down, 0},
		{counting, "1 0 j", keys.Down, 10},
		{lettered, "g", keys.Top, 0},
		{lettered, "G", keys.End, 0},
		{keys.InMoving, "<", keys.Top, 0},
		{keys.InMoving, ">", keys.End, 0},
		{counting, "5 g", keys.GoLine, 5},
		{counting, "5 G", keys.GoLine, 5},
		{keys.InArticle, "p", keys.Top, 0},
		{keys.InArticle, "5 0 p", keys.GoPercent, 50},
		{keys.InArticle, "5 0 %", keys.GoPercent, 50},
		{keys.InArticle, "/", keys.Search, 0},
		{keys.InArticle, "n", keys.NextMatch, 0},
		{keys.InArticle, "N", keys.PrevMatch, 0},
		{keys.InList, "&", keys.Filter, 0},
		{keys.InArticle, "&", keys.Search, 0},
		{keys.InArticle, "m a", keys.PlaceMark, 0},
		{keys.InArticle, "' a", keys.GoMark, 0},
		{keys.InArticle, "' '", keys.Back, 0},
		{lettered, "h", keys.Help, 0},
		{keys.InArticle, "?", keys.SearchBack, 0},
		{keys.InArticle, "alt+u", keys.EndSearch, 0},
		{keys.InMoving &^ keys.InArticle, "?", keys.Help, 0},
		{lettered, "H", keys.Help, 0},
		{lettered, "z", keys.PageDown, 0},
		{lettered, "w", keys.PageUp, 0},
		{keys.InText, "v", keys.Edit, 0},
		{keys.InText, "=", keys.Position, 0},
		{lettered, "F", keys.End, 0}, // at the end of what still comes, it is followed
		{lettered, "R", keys.Redraw, 0},
		{keys.InArticle, "- S", keys.Wrap, 0},
		{keys.InArticle, "right", keys.ShiftRight, 0},
		{keys.InArticle, "left", keys.ShiftLeft, 0},
		{keys.InArticle, "|", keys.Pager, 0},
		{keys.InMoving, ":", keys.Palette, 0},
		{keys.InArticle, "q", keys.Out, 0},
		{keys.InList, "q", keys.Quit, 0},
		{lettered, "Q", keys.Quit, 0},
		{lettered, "Z Z", keys.Quit, 0},
	},
	"newsboat": {
		{lettered, "j", keys.Down, 0},
		{lettered, "k", keys.Up, 0},
		{keys.InList, "J", keys.Down, 0},
		{keys.InList, "K", keys.Up, 0},
		{keys.InArticle, "J", keys.NextArticle, 0},
		{keys.InArticle, "K", keys.PrevArticle, 0},
		{keys.InList, "enter", keys.Open, 0},
		{keys.InText, "q", keys.Out, 0}, // what a filter found, then the program
		{lettered, "Q", keys.Quit, 0},
		{keys.InText, "n", keys.NextUnread, 0},
		{keys.InText, "p", keys.PrevUnread, 0},
		{keys.InText, "N", keys.Read, 0},
		{keys.InList, "A", keys.ReadAll, 0},
		{keys.InList, "C", keys.ReadAll, 0},
		{keys.InList, "r", keys.Refresh, 0},
		{keys.InList, "R", keys.Refresh, 0},
		{keys.InList, "left", keys.Feeds, 0},
		{keys.InFeeds, "enter", keys.Open, 0},
		{keys.InFeeds, "r", keys.RefreshOne, 0},
		{keys.InFeeds, "R", keys.Refresh, 0},
		{keys.InFeeds, "A", keys.ReadAll, 0},
		{keys.InFeeds, "n", keys.NextUnread, 0},
		{keys.InFeeds, "q", keys.Out, 0},
		{keys.InText, "o", keys.Browse, 0},
		{keys.InText, "O", keys.BrowseRead, 0},
		{keys.InArticle, "u", keys.Hints, 0},
		{keys.InText, "s", keys.Star, 0},
		{keys.InText, "ctrl+b", keys.Star, 0},
		{keys.InText, "e", keys.None, 0}, // there is no queue of recordings
		{keys.InText, "E", keys.Edit, 0},
		{keys.InList | keys.InSelect, "D", keys.Delete, 0},
		{keys.InArticle, "D", keys.None, 0},
		{keys.InList, "/", keys.Filter, 0},
		{keys.InList, "F", keys.Filter, 0},
		{keys.InList, "t", keys.Filter, 0},
		{keys.InList, "ctrl+f", keys.Clear, 0},
		{keys.InList, "ctrl+t", keys.Clear, 0},
		{keys.InList, "l", keys.NextShelf, 0},
		{keys.InList, "g", keys.Sort, 0},
		{keys.InArticle, "/", keys.Search, 0},
		{keys.InArticle, "|", keys.Pager, 0},
		{keys.InMoving &^ keys.InSelect, "space", keys.PageDown, 0},
		{keys.InMoving, "ctrl+l", keys.Redraw, 0},
		{keys.InMoving, ":", keys.Palette, 0},
		{keys.InMoving, "?", keys.Help, 0},
	},
}

func TestFirstKeys(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		if len(firstKeys[preset]) < 20 {
			t.Errorf("only %d keys of %s are told", len(firstKeys[preset]), preset)
		}
		for _, first := range firstKeys[preset] {
			for _, where := range first.where.Each() {
				m := keys.NewMatcher(b)
				if r := press(m, where, first.keys); r.Op != first.op || r.Count != first.count || r.Kind == keys.Pending {
					t.Errorf("%s, %s: %q gives %s %d (%+v), not %s %d", preset, where, first.keys, r.Op, r.Count, r, first.op, first.count)
				}
			}
		}
	}
}

// TestFooterNamesAHelpThatHelps presses the key of the help that the footer of each place
// names.
func TestFooterNamesAHelpThatHelps(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		b := made(t, preset, nil)
		for _, where := range keys.InMoving.Each() {
			pressed := b.Keys(keys.Help, where)[0]
			want := keys.Hint{Op: keys.Help, Key: pressed, Word: "help"}
			if hints := b.Hints(where); !slices.Contains(hints, want) || b.Op(where, pressed) != keys.Help {
				t.Errorf("%s: the footer of %s has %+v, and not %+v", preset, where, hints, want)
			}
		}
	}
}

// TestCommandsOfOtherPrograms types what people type behind a colon elsewhere.
func TestCommandsOfOtherPrograms(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]keys.Op{
		":q": keys.Quit, "q!": keys.Quit, "wq": keys.Quit, "x": keys.Quit, "qa": keys.Quit, "quit": keys.Quit,
		"w": keys.Save, "e": keys.Edit, "n": keys.NextArticle, "p": keys.PrevArticle, "bn": keys.NextArticle,
		"h": keys.Help, "help": keys.Help, "noh": keys.EndSearch, "12": keys.GoLine, "f": keys.Position,
		"colorscheme dark": keys.Theme, "next-unread": keys.NextUnread, "toggle-article-read": keys.Read, "show-urls": keys.Hints,
	} {
		if c, err := keys.Parse(line, keys.InReader); err != nil || c.Op != want {
			t.Errorf("%q is %s (%v), not %s", line, c.Op, err, want)
		}
	}
}

// TestNothingIsLost holds that a preset leaves each operation of the default a key in
// the places where it has one, or that it has one elsewhere.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	lost := map[string]map[keys.Op]bool{
		"vim":      {keys.Mouse: true}, // M is the middle of the screen
		"less":     {keys.Mouse: true},
		"newsboat": {},
	}
	usual := made(t, "default", nil)
	for preset, may := range lost {
		b := made(t, preset, nil)
		for _, op := range keys.All() {
			for _, where := range op.Scope().Each() {
				if usual.Name(op, where) != "" && b.Name(op, where) == "" && !may[op] {
					t.Errorf("%s: no key in %s is left for %s", preset, where, op)
				}
			}
		}
	}
}
