package keys

// library is the table of what is at hand in the list of articles.
var library = []operation{
	{op: Open, name: "open", scope: InList, keys: []string{"enter", "l", "right"}, help: "read the article", hint: "read", group: Library},
	{
		op: Filter, name: "filter", scope: InList, keys: []string{"/"}, help: "filter by typing: title, author, tags", hint: "filter", group: Library,
		arg: Arg{Name: "WORDS"}, aliases: []string{"goto", "select-tag", "set-filter"},
	},
	{op: Filter, scope: InHelp, keys: []string{"/"}, help: "find a key or what it does by typing; a letter begins that as well", hint: "find", group: Program},
	{
		op: Add, name: "add", scope: InList, keys: []string{"a"}, help: "add to the library: type or paste an address or a path", hint: "add", group: Library,
		arg: Arg{Name: "ADDRESS"},
	},
	{op: Shelf1, name: "show-all", scope: InList, keys: []string{"1"}, help: "all articles", group: Library},
	{op: Shelf2, name: "show-unread", scope: InList, keys: []string{"2"}, help: "unread", group: Library},
	{op: Shelf3, name: "show-in-progress", scope: InList, keys: []string{"3"}, help: "in progress", group: Library},
	{op: Shelf4, name: "show-starred", scope: InList, keys: []string{"4"}, help: "starred", group: Library},
	{op: Shelf5, name: "show-archive", scope: InList, keys: []string{"5"}, help: "the archive", group: Library},
	{op: NextShelf, name: "next-shelf", scope: InList, keys: []string{"tab"}, help: "next of these five", group: Library},
	{
		op: Sort, name: "sort", scope: InList, keys: []string{"S"}, help: "choose the order", hint: "sort", group: Library,
		arg: Arg{Name: "ORDER", Values: []string{"newest", "views", "opened", "shortest", "longest", "title"}},
	},
	{op: Compact, name: "compact", scope: InList, keys: []string{"z"}, help: "one-line or two-line rows", group: Looks},
	{op: Preview, name: "preview", scope: InList, keys: []string{"\\"}, help: "the opening of an article beside the list, or not", group: Looks},
	{
		op: Refresh, name: "refresh", scope: InList, keys: []string{"r"}, help: "read feeds and folders: what is new comes in while you go on", group: Library,
		aliases: []string{"reload-all", "fetch"},
	},
	{op: NextUnread, name: "next-unread", scope: InList, keys: []string{"n"}, help: "next unread article", group: Library},
	{op: NextUnread, scope: InArticle, help: "next unread article of the list", group: Going},
	{op: PrevUnread, name: "previous-unread", scope: InList, keys: []string{"p"}, help: "previous unread article", group: Library, aliases: []string{"prev-unread"}},
	{op: PrevUnread, scope: InArticle, help: "previous unread article of the list", group: Going},
	{
		op: ReadAll, name: "read-all", scope: InList, keys: []string{"A"}, help: "mark all that is shown as read", group: Library,
		aliases: []string{"mark-feed-read", "mark-all-feeds-read", "catch-up"},
	},
	{
		op: ReadAbove, name: "read-above", scope: InList, keys: []string{"B"}, help: "mark all above as read", group: Library,
		aliases: []string{"mark-all-above-as-read"},
	},
	{op: Delete, name: "delete", scope: InList, keys: []string{"D", "delete"}, help: "take it out of the library, for 30 days into the trash", group: Library, aliases: []string{"delete-article", "rm"}},
	{op: Select, name: "select", scope: InList, keys: []string{"V"}, help: "select rows: from here to where you go", group: Library, aliases: []string{"visual"}},
	{op: Clear, name: "clear-filter", scope: InList, keys: []string{"esc"}, help: "show the whole shelf again", group: Library, aliases: []string{"clear-tag"}},
}
