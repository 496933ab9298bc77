package keys

// article is the table of what is at hand in an article, or about one.
var article = []operation{
	{op: Outline, name: "outline", scope: InArticle | InPanel, keys: []string{"t"}, help: "outline: the headings, with the read time of each", group: Finding},
	{op: NextHeading, name: "next-heading", scope: InArticle, keys: []string{"]"}, help: "next heading", group: Finding},
	{op: PrevHeading, name: "previous-heading", scope: InArticle, keys: []string{"["}, help: "previous heading", group: Finding},
	{op: NextQuote, name: "next-quote", scope: InArticle, keys: []string{`"`}, help: "next pull-quote", group: Finding},
	{op: PrevQuote, name: "previous-quote", scope: InArticle, keys: []string{"'"}, help: "previous pull-quote", group: Finding},
	{
		op: PlaceMark, name: "mark-place", scope: InArticle, help: "mark this place with a letter", group: Finding,
		arg: Arg{Name: "LETTER", Needed: true}, aliases: []string{"mark", "ma"},
	},
	{op: GoMark, name: "go-to-mark", scope: InArticle, help: "go to the place of a letter", group: Finding, arg: Arg{Name: "LETTER", Needed: true}},
	{
		op: Search, name: "search", scope: InArticle, keys: []string{"/"}, help: "search in the article as you type", group: Finding,
		arg: Arg{Name: "WORDS"}, aliases: []string{"find", "grep", "open-search"},
	},
	{
		op: SearchBack, name: "search-back", scope: InArticle, help: "search backwards, up the article, as you type", group: Finding,
		arg: Arg{Name: "WORDS"},
	},
	{op: NextMatch, name: "next-match", scope: InArticle, keys: []string{"n"}, help: "next match", group: Finding},
	{op: PrevMatch, name: "previous-match", scope: InArticle, keys: []string{"N"}, help: "previous match", group: Finding},
	{op: EndSearch, name: "end-search", scope: InArticle, help: "take the marks of the search away", group: Finding, aliases: []string{"noh", "nohlsearch"}},

	{op: NextLink, name: "next-link", scope: InArticle, keys: []string{"tab"}, help: "next link, on the screen or below", group: Links},
	{op: PrevLink, name: "previous-link", scope: InArticle, keys: []string{"shift+tab"}, help: "previous link", group: Links},
	{op: Follow, name: "follow", scope: InArticle, keys: []string{"enter"}, help: "follow the chosen link; show the footnote of a mark", group: Links},
	{
		op: Hints, name: "hints", scope: InArticle, keys: []string{";"}, help: "a letter at each link: type it to follow the link", group: Links,
		aliases: []string{"show-urls", "links"},
	},

	{op: Related, name: "related", scope: InArticle, keys: []string{"R"}, help: "related articles, as a panel", hint: "related", group: Going},
	{
		op: Number, name: "open-related", scope: InEnding | InRelated, keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"},
		help: "open a related article by its number", group: Going, arg: Arg{Name: "NUMBER", Needed: true},
	},
	{op: NextRelated, name: "next-related", scope: InArticle, keys: []string{">"}, help: "next related article", group: Going},
	{op: PrevRelated, name: "previous-related", scope: InArticle, keys: []string{"<"}, help: "previous related article", group: Going},
	{op: Back, name: "back", scope: InArticle, keys: []string{"H", "backspace", "alt+left"}, help: "back to where you came from", group: Going},
	{op: Forward, name: "forward", scope: InArticle, keys: []string{"L", "alt+right"}, help: "forward again", group: Going},
	{op: Forward, scope: InList, keys: []string{"L", "alt+right"}, help: "forward into the article that was left by going back", group: Library},
	{op: NextArticle, name: "next-article", scope: InArticle, keys: []string{"J"}, help: "next article of the list", group: Going, aliases: []string{"next", "n", "bn", "bnext"}},
	{
		op: PrevArticle, name: "previous-article", scope: InArticle, keys: []string{"K"}, help: "previous article of the list", group: Going,
		aliases: []string{"previous", "prev", "p", "bp", "bprevious"},
	},

	{op: Wider, name: "wider", scope: InArticle, keys: []string{"+", "="}, help: "wider measure", group: Looks},
	{op: Narrower, name: "narrower", scope: InArticle, keys: []string{"-"}, help: "narrower measure", group: Looks},
	{op: Measure, name: "measure", scope: InArticle, help: "columns of the text", group: Looks, arg: Arg{Name: "COLUMNS", Needed: true}, aliases: []string{"width"}},
	{op: Wrap, name: "wrap", scope: InArticle, keys: []string{"w"}, help: "long lines of code and wide tables: wrapped, or cut", group: Looks},
	{op: ShiftRight, name: "shift-right", scope: InArticle, keys: []string{".", "shift+right", "alt+l"}, help: "shift what is cut: more of its right", group: Looks},
	{op: ShiftLeft, name: "shift-left", scope: InArticle, keys: []string{",", "shift+left", "alt+h"}, help: "and back to its left", group: Looks},
	{op: ShiftEnd, name: "shift-to-end", scope: InArticle, keys: []string{"$"}, help: "to the end of what is cut", group: Looks},
	{op: ShiftStart, name: "shift-to-start", scope: InArticle, keys: []string{"^"}, help: "and to its beginning", group: Looks},
	{op: Focus, name: "focus", scope: InArticle, keys: []string{"z"}, help: "focus: all but one paragraph is dimmed", group: Looks},
	{op: Pictures, name: "pictures", scope: InArticle, keys: []string{"i"}, help: "images, or their captions alone", group: Looks, aliases: []string{"images"}},

	{op: Star, name: "star", scope: InText, keys: []string{"s"}, help: "star, or take the star away", group: Acting, aliases: []string{"bookmark"}},
	{op: Read, name: "mark-read", scope: InText, keys: []string{"m"}, help: "mark as read or unread", group: Acting, aliases: []string{"read", "unread", "toggle-article-read"}},
	{
		op: Tag, name: "tag", scope: InText, keys: []string{"T"}, help: "put tags on, or take them off", group: Acting,
		arg: Arg{Name: "TAGS"}, aliases: []string{"tags", "edit-flags"},
	},
	{op: RenameTag, name: "rename-tag", scope: InText, help: "give a tag another name in the whole library", group: Acting, arg: Arg{Name: "OLD NEW", Needed: true}},
	{op: Archive, name: "archive", scope: InText, keys: []string{"x"}, help: "archive, or take out of the archive", group: Acting},
	{op: Undo, name: "undo", scope: InText | InFeeds, keys: []string{"U"}, help: "undo the last change", group: Acting, aliases: []string{"u"}},
	{op: Browse, name: "browse", scope: InText, keys: []string{"o"}, help: "open the page in the browser", group: Acting, aliases: []string{"browser", "open-in-browser"}},
	{
		op: BrowseRead, name: "browse-and-mark-read", scope: InText, keys: []string{"O"}, help: "open it in the browser and mark it as read", group: Acting,
		aliases: []string{"open-in-browser-and-mark-read"},
	},
	{op: Copy, name: "copy", scope: InText, keys: []string{"y"}, help: "copy the link; in focus, the paragraph", group: Acting, aliases: []string{"yank"}},
	{op: Browse, scope: InFeeds, keys: []string{"o"}, help: "open its site in the browser", group: Library},
	{op: Copy, scope: InFeeds, keys: []string{"y"}, help: "copy its address", group: Library},
	{op: CopyBlock, name: "copy-block", scope: InArticle, keys: []string{"Y"}, help: "copy the paragraph, quote, code or table that is read", group: Acting},
	{op: Edit, name: "edit", scope: InText, keys: []string{"e"}, help: "edit the file in $VISUAL or $EDITOR, and come back to it", group: Acting, aliases: []string{"e"}},
	{op: Save, name: "save", scope: InArticle, keys: []string{"a"}, help: "save an article that was only opened", hint: "save", group: Acting, aliases: []string{"w", "write"}},
	{op: Extract, name: "extract", scope: InArticle, keys: []string{"X"}, help: "extract the article again from its original", group: Acting},
	{op: Pager, name: "pager", scope: InArticle, keys: []string{"p"}, help: "open in the pager: $LEDE_PAGER, $PAGER or less", group: Acting, aliases: []string{"less", "pipe-to"}},
	{op: Reload, name: "reload", scope: InText | InFeeds, keys: []string{"f5", "ctrl+r"}, help: "show it as it is now", group: Acting},
	{op: Position, name: "position", scope: InText, keys: []string{"ctrl+g"}, help: "say where you are", group: Acting, aliases: []string{"file", "f"}},
}
