package keys

// selecting is the table of what is done to rows of the list that are selected.
var selecting = []operation{
	{op: Select, scope: InSelect, keys: []string{"V"}, help: "end the range, or begin another here", hint: "range", group: Selecting},
	{op: SelectNext, name: "select-next", scope: InSelect, keys: []string{"space"}, help: "select the row or leave it out, and go on", hint: "select", group: Selecting},
	{op: SelectAll, name: "select-all", scope: InSelect, keys: []string{"a"}, help: "select all that is shown, or none", hint: "all", group: Selecting},
	{op: Star, scope: InSelect, keys: []string{"s"}, help: "star them; where all are, take the stars away", group: Selecting},
	{op: Read, scope: InSelect, keys: []string{"m"}, help: "mark them as read; where all are, as unread", group: Selecting},
	{op: Tag, scope: InSelect, keys: []string{"T"}, help: "tag them", hint: "tag", group: Selecting},
	{op: Archive, scope: InSelect, keys: []string{"x"}, help: "archive them; where all are, take them out of the archive", hint: "archive", group: Selecting},
	{op: Delete, scope: InSelect, keys: []string{"D", "delete"}, help: "take them out of the library, for 30 days into the trash", hint: "delete", group: Selecting},
	{op: Undo, scope: InSelect, keys: []string{"U"}, help: "undo the last change", group: Selecting},
}
