package keys

// program is the table of panels, prompts and the program itself.
var program = []operation{
	{op: Choose, name: "choose", scope: InPanel, keys: []string{"enter", "l", "right"}, help: "go to what is under the cursor", hint: "goes", group: Going},
	{op: Choose, scope: InChoice, keys: []string{"enter", "right"}, help: "take the choice under the cursor; its letter takes one as well", hint: "chooses", group: Program},
	{op: ReadHere, name: "read-here", scope: InMenu, keys: []string{"enter"}, help: "fetch the page and read it here", hint: "read here", group: Links},
	{op: Browse, scope: InMenu, keys: []string{"o"}, help: "open it in the browser", hint: "browser", group: Links},
	{op: Add, scope: InMenu, keys: []string{"a"}, help: "add it to the library", hint: "add", group: Links},
	{op: Copy, scope: InMenu, keys: []string{"y"}, help: "copy its address", hint: "copy", group: Links},

	{op: Accept, name: "accept", scope: InTyping, keys: []string{"enter"}, help: "take what is typed or chosen", hint: "done", group: Typing},
	{op: Keep, name: "keep", scope: InTyping, keys: []string{"ctrl+o"}, help: "stay with what is found, in the list and in a text", hint: "keeps", group: Typing},
	{op: NextChoice, name: "next-choice", scope: InTyping, keys: []string{"down", "ctrl+n"}, help: "next choice or match", group: Typing},
	{op: PrevChoice, name: "previous-choice", scope: InTyping, keys: []string{"up", "ctrl+p"}, help: "previous choice or match", group: Typing},
	{op: ChoicesDown, name: "choices-down", scope: InTyping, keys: []string{"pgdown"}, help: "page of choices down", group: Typing},
	{op: ChoicesUp, name: "choices-up", scope: InTyping, keys: []string{"pgup"}, help: "page of choices up", group: Typing},
	{op: Complete, name: "complete", scope: InTyping, keys: []string{"tab"}, help: "complete what is typed", group: Typing},
	{op: CharForward, name: "char-forward", scope: InTyping, keys: []string{"right", "ctrl+f"}, help: "character to the right", group: Typing},
	{op: CharBack, name: "char-back", scope: InTyping, keys: []string{"left", "ctrl+b"}, help: "character to the left", group: Typing},
	{op: WordForward, name: "word-forward", scope: InTyping, keys: []string{"alt+f", "alt+right", "ctrl+right"}, help: "word to the right", group: Typing},
	{op: WordBack, name: "word-back", scope: InTyping, keys: []string{"alt+b", "alt+left", "ctrl+left"}, help: "word to the left", group: Typing},
	{op: LineStart, name: "line-start", scope: InTyping, keys: []string{"home", "ctrl+a"}, help: "to the beginning", group: Typing},
	{op: LineEnd, name: "line-end", scope: InTyping, keys: []string{"end", "ctrl+e"}, help: "to the end", group: Typing},
	{op: DeleteBack, name: "delete-back", scope: InTyping | InHints, keys: []string{"backspace", "ctrl+h"}, help: "take out what was typed last; leave an empty line", group: Typing},
	{op: DeleteBack, scope: InChoice, keys: []string{"backspace", "ctrl+h"}, help: "take out the last digit of a number that is typed", group: Program},
	{op: DeleteForward, name: "delete-forward", scope: InTyping, keys: []string{"delete", "ctrl+d"}, help: "take out the character under the cursor", group: Typing},
	{op: DeleteWord, name: "delete-word", scope: InTyping, keys: []string{"ctrl+w", "alt+backspace", "ctrl+backspace"}, help: "take out the word before", group: Typing},
	{op: DeleteWordForward, name: "delete-word-forward", scope: InTyping, keys: []string{"alt+d", "alt+delete", "ctrl+delete"}, help: "take out the word behind", group: Typing},
	{op: DeleteToStart, name: "delete-to-start", scope: InTyping, keys: []string{"ctrl+u"}, help: "take out all before", group: Typing},
	{op: DeleteToEnd, name: "delete-to-end", scope: InTyping, keys: []string{"ctrl+k"}, help: "take out all behind", group: Typing},
	{op: Paste, name: "paste", scope: InTyping, keys: []string{"ctrl+v"}, help: "paste from the clipboard", group: Typing},

	{
		op: Palette, name: "palette", scope: InMoving, keys: []string{":", "ctrl+p"}, help: "every command by its name", hint: "commands", group: Program,
		aliases: []string{"commands", "cmdline"},
	},
	{
		op: Theme, name: "theme", scope: InMoving, keys: []string{"C"}, help: "next theme", group: Looks,
		arg: Arg{Name: "THEME", Values: []string{"auto", "dark", "light", "high-contrast", "mono"}, Others: true}, aliases: []string{"colorscheme", "colo"},
	},
	{
		op: Mouse, name: "mouse", scope: InMoving, keys: []string{"M"}, help: "leave the mouse to the terminal, or take it back", group: Program,
		arg: Arg{Name: "WHICH", Values: []string{"on", "off"}},
	},
	{op: Help, name: "help", scope: Everywhere, keys: []string{"?", alwaysHelps}, help: "this help", hint: "help", group: Program, aliases: []string{"h", "keys"}},
	{op: Redraw, name: "redraw", scope: Everywhere, keys: []string{"ctrl+l"}, help: "draw the screen again", group: Program},
	{op: Suspend, name: "suspend", scope: Everywhere, keys: []string{"ctrl+z"}, help: "suspend", group: Program, aliases: []string{"stop", "sus"}},
	{op: Out, name: "out", scope: InArticle | InPanel | InHelp, keys: []string{"q", "h", "left"}, help: "out of here", hint: "back", group: Program, aliases: []string{"close"}},
	{op: Out, scope: InFeeds, keys: []string{"q", "h", "left"}, help: "back to the articles", hint: "back", group: Program},
	{op: Out, scope: InList, help: "show the whole shelf again; else quit", group: Program},
	{op: Out, scope: InHints | InMenu | InChoice | InNote | InWait, keys: []string{"q", "h", "left"}, help: "out of here", group: Program},
	{
		op: Cancel, name: "cancel", scope: InArticle | InPanel | InHelp, keys: []string{"esc"},
		help: "end the search, the fetching or the choice; else out of here", group: Program,
	},
	{op: Cancel, scope: InHints | InMenu | InChoice | InNote | InWait, keys: []string{"esc"}, help: "leave it", hint: "leaves", group: Program},
	{op: Cancel, scope: InSelect, keys: []string{"esc", "q"}, help: "select none any more", hint: "ends", group: Selecting},
	{op: Cancel, scope: InFeeds, keys: []string{"esc"}, help: "back to the articles", group: Program},
	{op: Cancel, scope: InTyping, keys: []string{"esc", "ctrl+g"}, help: "leave it as it was", hint: "leaves", group: Typing},
	{
		op: Quit, name: "quit", scope: InList, keys: []string{"q"}, help: "quit", group: Program,
		aliases: []string{"q", "q!", "qa", "qa!", "qall", "wq", "wqa", "x", "xa", "exit", "hard-quit"},
	},
	{op: Quit, scope: InMoving &^ InList, help: "quit", group: Program},
	{op: QuitNow, name: "quit-at-once", scope: Everywhere, keys: []string{alwaysQuits}, help: "quit at once", group: Program},
}

// alwaysQuits is the key that quits wherever the reader is, whatever is bound.
const alwaysQuits = "ctrl+c"

// alwaysHelps is the key that shows the help wherever the reader is.
const alwaysHelps = "f1"
