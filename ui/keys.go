package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// op is something that a key does.
type op int

// Every operation. What its keys are, and its words, stand in [operations].
const (
	opNone op = iota
	opDown
	opUp
	opHalfDown
	opHalfUp
	opPageDown
	opPageUp
	opTop
	opEnd
	opOpen
	opOut
	opFilter
	opAdd
	opShelf1
	opShelf2
	opShelf3
	opShelf4
	opNextShelf
	opSort
	opCompact
	opRefresh
	opRead
	opStar
	opUndo
	opNextArticle
	opPrevArticle
	opNextRelated
	opPrevRelated
	opRelated
	opNumber
	opBack
	opForward
	opNextHeading
	opPrevHeading
	opNextLink
	opPrevLink
	opFollow
	opHints
	opOutline
	opPercent
	opFocus
	opNextQuote
	opPrevQuote
	opWider
	opNarrower
	opWrap
	opShiftRight
	opShiftLeft
	opShiftEnd
	opShiftStart
	opPictures
	opSearch
	opNextMatch
	opPrevMatch
	opPager
	opSave
	opExtract
	opBrowse
	opCopy
	opEdit
	opHelp
	opRedraw
	opSuspend
	opClear
	opQuit
)

// scope is where an operation is at hand.
type scope int

const (
	inList scope = 1 << iota
	inReader
	inPanel // the related panel
	inHelp
	everywhere = inList | inReader | inPanel | inHelp
	inText     = inList | inReader
)

// operation is one row of the key table. Matching, the footers, the help
// screen and the README's table all derive from it.
type operation struct {
	op    op
	scope scope
	keys  []string // as tea.KeyPressMsg.String() names them
	help  string   // "next heading": what it does, in the help
	hint  string   // one word for the footer; empty keeps it out of there
}

var operations = []operation{
	{opDown, everywhere, []string{"j", "down", "ctrl+e"}, "line or row down", "move"},
	{opUp, everywhere, []string{"k", "up", "ctrl+y"}, "line or row up", ""},
	{opHalfDown, everywhere, []string{"d", "ctrl+d"}, "half a page down", ""},
	{opHalfUp, everywhere, []string{"u", "ctrl+u"}, "half a page up", ""},
	{opPageDown, everywhere, []string{"space", "f", "pgdown", "ctrl+f"}, "page down", ""},
	{opPageUp, everywhere, []string{"b", "pgup", "ctrl+b"}, "page up", ""},
	{opTop, everywhere, []string{"g", "home"}, "top", ""},
	{opEnd, everywhere, []string{"G", "end"}, "end", ""},

	{opOpen, inList | inPanel, []string{"enter", "l", "right"}, "read the article", "read"},
	{opFilter, inList, []string{"/"}, "filter by typing: title, author, tags", "filter"},
	{opAdd, inList, []string{"a"}, "add to the library: type or paste an address or a path", "add"},
	{opShelf1, inList, []string{"1"}, "all articles", ""},
	{opShelf2, inList, []string{"2"}, "unread", ""},
	{opShelf3, inList, []string{"3"}, "in progress", ""},
	{opShelf4, inList, []string{"4"}, "starred", ""},
	{opNextShelf, inList, []string{"tab"}, "next of these four", ""},
	{opSort, inList, []string{"S"}, "change the order", "sort"},
	{opCompact, inList, []string{"z"}, "one-line or two-line rows", ""},
	{opRefresh, inList, []string{"r"}, "read feeds and folders: what is new comes in while you go on", ""},

	{opRelated, inReader, []string{"R"}, "related articles, as a panel", "related"},
	{opNumber, inReader | inPanel, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "open a related article by its number", ""},
	{opNextRelated, inReader, []string{">"}, "next related article", ""},
	{opPrevRelated, inReader, []string{"<"}, "previous related article", ""},
	{opBack, inReader, []string{"H", "backspace", "alt+left"}, "back to where you came from", ""},
	{opForward, inReader, []string{"L", "alt+right"}, "forward again", ""},
	{opNextArticle, inReader, []string{"J"}, "next article of the list", ""},
	{opPrevArticle, inReader, []string{"K"}, "previous article of the list", ""},
	{opOutline, inReader | inPanel, []string{"t"}, "outline: the headings, with the read time of each", ""},
	{opPercent, inReader, []string{"%"}, "so far through the text: 50% is the middle", ""},
	{opNextHeading, inReader, []string{"]"}, "next heading", ""},
	{opPrevHeading, inReader, []string{"["}, "previous heading", ""},
	{opNextQuote, inReader, []string{`"`}, "next pull-quote", ""},
	{opPrevQuote, inReader, []string{"'"}, "previous pull-quote", ""},
	{opSearch, inReader, []string{"/"}, "search in the article: Enter keeps the marks, Esc ends", ""},
	{opNextMatch, inReader, []string{"n"}, "next match", ""},
	{opPrevMatch, inReader, []string{"N"}, "previous match", ""},
	{opNextLink, inReader, []string{"tab"}, "next link, on the screen or below", ""},
	{opPrevLink, inReader, []string{"shift+tab"}, "previous link", ""},
	{opFollow, inReader, []string{"enter"}, "follow the chosen link; show the footnote of a mark", ""},
	{opHints, inReader, []string{";"}, "a letter at each link: type it to follow the link", ""},
	{opWider, inReader, []string{"+", "="}, "wider measure", ""},
	{opNarrower, inReader, []string{"-"}, "narrower measure", ""},
	{opWrap, inReader, []string{"w"}, "long lines of code and wide tables: wrapped, or cut", ""},
	{opShiftRight, inReader, []string{".", "shift+right", "alt+l"}, "shift what is cut: more of its right", ""},
	{opShiftLeft, inReader, []string{",", "shift+left", "alt+h"}, "and back to its left", ""},
	{opShiftEnd, inReader, []string{"$"}, "to the end of what is cut", ""},
	{opShiftStart, inReader, []string{"^"}, "and to its beginning", ""},
	{opFocus, inReader, []string{"z"}, "focus: all but one paragraph is dimmed", ""},
	{opPictures, inReader, []string{"i"}, "images, or their captions alone", ""},
	{opPager, inReader, []string{"p"}, "open in the pager: $LEDE_PAGER, $PAGER or less", ""},
	{opSave, inReader, []string{"a"}, "save an article that was only opened", "save"},
	{opExtract, inReader, []string{"x"}, "extract the article again from its original", ""},

	{opStar, inText, []string{"s"}, "star, or take the star away", ""},
	{opRead, inText, []string{"m"}, "mark as read or unread", ""},
	{opUndo, inText, []string{"U"}, "undo the last star, mark or extraction", ""},
	{opBrowse, inText, []string{"o"}, "open the page in the browser", ""},
	{opCopy, inText, []string{"y"}, "copy the link", ""},
	{opEdit, inText, []string{"e"}, "edit the file in $VISUAL or $EDITOR, and come back to it", ""},

	{opOut, inReader | inPanel | inHelp, []string{"q", "esc", "h", "left"}, "out of here", "back"},
	{opHelp, everywhere, []string{"?"}, "this help", "help"},
	{opRedraw, everywhere, []string{"ctrl+l"}, "draw the screen again", ""},
	{opSuspend, everywhere, []string{"ctrl+z"}, "suspend", ""},
	{opClear, inList, []string{"esc"}, "show the whole shelf again", ""},
	{opQuit, inList, []string{"q"}, "quit", ""},
	{opQuit, everywhere, []string{"ctrl+c"}, "quit at once", ""},
}

// KeyGroup is the keys of one part of the program, for a manual.
type KeyGroup struct {
	Where string // "in the library"
	Keys  []KeyHelp
}

// KeyHelp is the keys of one operation and what it does.
type KeyHelp struct {
	Keys string // "j ↓ ctrl-e"
	Does string
}

// KeyGroups is the key table as manuals show it.
func KeyGroups() []KeyGroup {
	groups := []KeyGroup{{Where: "everywhere"}, {Where: "in the library"}, {Where: "in both"}, {Where: "in an article"}}
	for _, o := range operations {
		at := 0
		switch {
		case o.scope == everywhere:
		case o.scope == inText:
			at = 2
		case o.scope&inList != 0:
			at = 1
		case o.scope&inReader != 0:
			at = 3
		}
		groups[at].Keys = append(groups[at].Keys, KeyHelp{o.keyNames(), o.help})
	}
	return groups
}

// keymap finds the operation of a key in one scope.
type keymap map[string]op

func newKeymap(s scope) keymap {
	m := keymap{}
	for _, o := range operations {
		if o.scope&s == 0 {
			continue
		}
		for _, k := range o.keys {
			m[k] = o.op
		}
	}
	return m
}

func (m keymap) match(key tea.KeyPressMsg) op { return m[key.String()] }

// keyName is how a key is written in the help and the README.
func keyName(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	case "shift+tab":
		return "S-Tab"
	case "shift+left", "shift+right":
		return "S-" + keyName(strings.TrimPrefix(key, "shift+"))
	case "enter", "esc", "home", "end", "tab", "backspace", "space":
		return strings.ToUpper(key[:1]) + key[1:]
	}
	for _, held := range [...]string{"alt", "ctrl"} {
		if rest, ok := strings.CutPrefix(key, held+"+"); ok {
			return held + "-" + keyName(rest)
		}
	}
	return key
}

// keyNames lists the keys of an operation as the help shows them.
func (o operation) keyNames() string {
	switch o.op {
	case opNumber:
		return "1–9"
	case opPercent:
		return "0–100%"
	}
	names := make([]string, len(o.keys))
	for i, k := range o.keys {
		names[i] = keyName(k)
	}
	return strings.Join(names, " ")
}
