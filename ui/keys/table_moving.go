package keys

// moving is the table of what moves through lists and texts.
var moving = []operation{
	{op: Down, name: "down", scope: InMoving, keys: []string{"j", "down", "ctrl+e"}, help: "line or row down", hint: "move", group: Moving},
	{op: Up, name: "up", scope: InMoving, keys: []string{"k", "up", "ctrl+y"}, help: "line or row up", group: Moving},
	{op: Down, scope: InChoice, keys: []string{"j", "down", "tab", "ctrl+n"}, help: "next choice", group: Moving},
	{op: Up, scope: InChoice, keys: []string{"k", "up", "shift+tab", "ctrl+p"}, help: "previous choice", group: Moving},
	{op: HalfDown, name: "half-page-down", scope: InMoving, keys: []string{"d", "ctrl+d"}, help: "half a page down", group: Moving},
	{op: HalfUp, name: "half-page-up", scope: InMoving, keys: []string{"u", "ctrl+u"}, help: "half a page up", group: Moving},
	{op: PageDown, name: "page-down", scope: InMoving &^ InSelect, keys: []string{"space", "f", "pgdown", "ctrl+f"}, help: "page down", group: Moving},
	{op: PageDown, scope: InSelect, keys: []string{"f", "pgdown", "ctrl+f"}, help: "page down", group: Moving},
	{op: PageUp, name: "page-up", scope: InMoving, keys: []string{"b", "pgup", "ctrl+b"}, help: "page up", group: Moving},
	{op: Top, name: "top", scope: InMoving, keys: []string{"g", "home"}, help: "top", group: Moving},
	{op: End, name: "end", scope: InMoving, keys: []string{"G", "end"}, help: "end", group: Moving, aliases: []string{"$"}},
	{
		op: GoLine, name: "go-to-line", scope: InMoving, keys: []string{"<n> G"}, help: "row or line of a number", group: Moving,
		arg: Arg{Name: "NUMBER", Needed: true}, aliases: []string{"line", "number"},
	},
	{
		op: GoPercent, name: "go-to-percent", scope: InArticle, keys: []string{"<n> %"},
		help: "so far through the text: 50% is the middle", group: Moving,
		arg: Arg{Name: "NUMBER", Needed: true}, aliases: []string{"percent"},
	},
	{op: ScreenTop, name: "screen-top", scope: InMany, help: "top of the screen", group: Moving},
	{op: ScreenMiddle, name: "screen-middle", scope: InMany, help: "middle of the screen", group: Moving},
	{op: ScreenBottom, name: "screen-bottom", scope: InMany, help: "bottom of the screen", group: Moving},
	{op: Center, name: "center", scope: InList | InSelect, help: "the row under the cursor to the middle", group: Moving},
}
