package keys

// newsboat is what the fingers of newsboat's users do. Of its keys, those stay lede's
// that would do there what lede does not.
var newsboat = []change{
	{Sort, Nowhere, []string{"g"}},
	{Top, InList | InSelect, []string{"home"}},
	{Down, InList | InSelect, []string{"j", "J", "down", "ctrl+e"}},
	{Up, InList | InSelect, []string{"k", "K", "up", "ctrl+y"}},
	{PageUp, InText, []string{"b", "pgup"}},
	{PageDown, InList, []string{"space", "pgdown"}},
	{HalfUp, Nowhere, []string{"ctrl+u"}},

	{Open, Nowhere, []string{"enter", "right"}},
	{Filter, InList, []string{"/", "F", "f", "t"}},
	{Query, Nowhere, []string{"alt+f"}},
	{Clear, InList, []string{"esc", "ctrl+f", "ctrl+t"}},
	{NextShelf, Nowhere, []string{"l", "tab"}},
	{Refresh, InList, []string{"r", "R"}},
	{NextUnread, Nowhere, []string{"n"}},
	{PrevUnread, Nowhere, []string{"p"}},
	{ReadAll, Nowhere, []string{"A", "C"}},
	{Theme, Nowhere, []string{"alt+c"}},

	{NextMatch, Nowhere, []string{"alt+n", "}"}},
	{PrevMatch, Nowhere, []string{"alt+p", "{"}},
	{Hints, Nowhere, []string{"u", ";"}},
	{Star, Nowhere, []string{"s", "ctrl+b"}},
	{Read, Nowhere, []string{"N", "m"}},
	{Edit, Nowhere, []string{"E"}},
	{Pager, Nowhere, []string{"|"}},
	{Out, InList, []string{"q"}},
	{Quit, InList, []string{"Q"}},
	{Quit, InMoving &^ InList, []string{"Q"}},
}
