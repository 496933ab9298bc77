package keys

// library is the table of what is at hand in the list of articles, and in that of feeds.
var library = []operation{
	{op: Open, name: "open", scope: InList, keys: []string{"enter", "l", "right"}, help: "read the article", hint: "read", group: Library},
	{op: Continue, name: "continue", scope: InList | InFeeds, keys: []string{"c"}, help: "go on with the article that was left last", group: Library, aliases: []string{"resume"}},
	{
		op: Minutes, name: "minutes", scope: InList, keys: []string{"i"}, help: "say how many minutes you have: what fits is opened, the best first", group: Library,
		arg: Arg{Name: "NUMBER"}, aliases: []string{"have", "what-fits"},
	},
	{
		op: Filter, name: "filter", scope: InList, keys: []string{"/"}, help: "search all articles: words, or tag:go is:unread", hint: "search", group: Library,
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
	{op: Saved1, name: "show-saved-1", scope: InList, keys: []string{"6"}, help: "the first saved query", group: Library},
	{op: Saved2, name: "show-saved-2", scope: InList, keys: []string{"7"}, help: "the second saved query", group: Library},
	{op: Saved3, name: "show-saved-3", scope: InList, keys: []string{"8"}, help: "the third saved query", group: Library},
	{op: Saved4, name: "show-saved-4", scope: InList, keys: []string{"9"}, help: "the fourth saved query", group: Library},
	{op: NextShelf, name: "next-shelf", scope: InList, keys: []string{"tab"}, help: "next of these", group: Library},
	{
		op: Sort, name: "sort", scope: InList, keys: []string{"S"}, help: "choose the order", hint: "sort", group: Library,
		arg: Arg{Name: "ORDER", Values: []string{"newest", "views", "opened", "shortest", "longest", "title", "match"}},
	},
	{
		op: Query, name: "query", scope: InList, keys: []string{"F"}, help: "save what is shown as a tab; on such a tab, change it", group: Library,
		arg: Arg{Name: "WHAT", Values: []string{"save", "new", "edit", "rename", "left", "right", "remove"}},
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
	{
		op: Fold, name: "fold", scope: InList, keys: []string{"+"}, help: "its copies; or fold what came with it, or unfold that",
		group: Library, aliases: []string{"copies"},
	},
	{op: Clear, name: "clear-filter", scope: InList, keys: []string{"esc"}, help: "show the whole shelf again; hide what is on top to be continued", group: Library, aliases: []string{"clear-tag"}},

	{op: Feeds, name: "feeds", scope: InList, keys: []string{"h", "left"}, help: "the feeds by folder, with what is unread in each", group: Library, aliases: []string{"subscriptions"}},
	{op: Open, scope: InFeeds, keys: []string{"enter", "l", "right"}, help: "show the articles of the feed, or of the folder", hint: "open", group: Library},
	{op: Fold, scope: InFeeds, keys: []string{"tab"}, help: "fold the folder, or unfold it", group: Library},
	{op: ReadAll, scope: InFeeds, keys: []string{"A"}, help: "mark all of it as read", hint: "mark read", group: Library},
	{op: RefreshOne, name: "refresh-feed", scope: InFeeds, keys: []string{"r"}, help: "ask this feed or folder alone for what is new", hint: "refresh", group: Library},
	{op: Refresh, scope: InFeeds, keys: []string{"R"}, help: "read all feeds and folders", group: Library},
	{
		op: Rename, name: "rename", scope: InFeeds, keys: []string{"e"}, help: "give the feed a name of your own", hint: "rename", group: Library,
		arg: Arg{Name: "NAME"},
	},
	{op: Mute, name: "mute", scope: InFeeds, keys: []string{"z"}, help: "mute the feed, or hear it again", hint: "mute", group: Library, aliases: []string{"unmute"}},
	{op: Unsubscribe, name: "unsubscribe", scope: InFeeds, keys: []string{"D"}, help: "end the subscription; forget a folder of the disk", group: Library},
	{op: Add, scope: InFeeds, keys: []string{"a"}, help: "subscribe: type or paste an address", hint: "add", group: Library},
	{op: NextUnread, scope: InFeeds, keys: []string{"n"}, help: "next feed with unread articles", group: Library},
	{op: PrevUnread, scope: InFeeds, keys: []string{"p"}, help: "previous feed with unread articles", group: Library},
}
