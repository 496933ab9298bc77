package keys

// vim is what the fingers of vim's users do. A tab is ctrl-i on most terminals, which
// goes forward; the next link is ]l, as the next of other things.
var vim = []change{
	{Down, Nowhere, []string{"j", "down", "ctrl+e", "ctrl+n"}},
	{HalfDown, Nowhere, []string{"ctrl+d"}},
	{HalfUp, Nowhere, []string{"ctrl+u"}},
	{PageDown, Nowhere, []string{"ctrl+f", "space", "pgdown"}},
	{PageUp, Nowhere, []string{"ctrl+b", "pgup"}},
	{Top, Nowhere, []string{"g g", "home"}},
	{GoLine, Nowhere, []string{"<n> G", "<n> g g"}},
	{Center, Nowhere, []string{"z z"}},
	{Compact, Nowhere, []string{"z c"}},
	{NextShelf, Nowhere, []string{"g t", "tab"}},

	{NextHeading, Nowhere, []string{"] ]", "}"}},
	{PrevHeading, Nowhere, []string{"[ [", "{"}},
	{NextQuote, Nowhere, []string{`] "`, `"`}},
	{PrevQuote, Nowhere, []string{`[ "`}},
	{PlaceMark, Nowhere, []string{"m <letter>"}},
	{GoMark, Nowhere, []string{"' <letter>", "` <letter>"}},
	{NextLink, Nowhere, []string{"] l"}},
	{PrevLink, Nowhere, []string{"[ l", "shift+tab"}},
	{Follow, Nowhere, []string{"enter", "g f", "ctrl+]"}},
	{Number, InEnding, []string{"<n> enter"}},
	{Back, Nowhere, []string{"ctrl+o", "H", "backspace", "alt+left", "ctrl+t", "' '", "` `"}},
	{Forward, Nowhere, []string{"ctrl+i", "tab", "L", "alt+right"}},
	{NextArticle, Nowhere, []string{"J", "g t"}},
	{PrevArticle, Nowhere, []string{"K", "g T"}},

	{ShiftRight, Nowhere, []string{"z l", ".", "shift+right"}},
	{ShiftLeft, Nowhere, []string{"z h", ",", "shift+left"}},
	{ShiftStart, Nowhere, []string{"0", "^"}},
	{Focus, Nowhere, []string{"z z"}},
	{Read, Nowhere, []string{"M"}},
	{Undo, Nowhere, []string{"u", "U"}},
	{Copy, InText, []string{"y y", "Y"}},
	{Browse, InText, []string{"o", "g x"}},
	{Extract, Nowhere, []string{"X"}},
	{Out, InArticle | InPanel | InHelp, []string{"q", "h", "left", "ctrl+w q", "ctrl+w c"}},
	{Quit, InList, []string{"q", "Z Z", "Z Q"}},
	{Quit, InMoving &^ InList, []string{"Z Z", "Z Q"}},
}
