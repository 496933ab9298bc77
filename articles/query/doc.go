// Package query is the language in which articles are asked for: in the filter of the
// list, in saved tabs and rules, in searches and on the command line. It reads a text,
// prints it, says what is wrong with it, completes it, and tells whether one article is
// meant; finding them in a library is the store's.
//
// # The language
//
// What stands side by side must all be true:
//
//	pager is:unread time:<15    the word in the text, not read yet, under 15 minutes
//
// Words and "phrases" are looked for in the text, without case and accents; pag* is the
// beginning of a word. A hyphen before anything negates it. "or", or a bar, is between
// two sides of which one is to be true, and brackets hold together what belongs together:
//
//	#go (author:quill or author:reed) -is:read
//
// A field has its value behind a colon, at once; one with blanks or brackets stands in
// quotes. [Fields] lists the fields. Names are compared without case and accents. A number
// and a time may have <, <=, > or >= before it. A time is a year, a month or a day
// (2026-02), today, yesterday, or a while: 12h, 7d, 2w, 6m, 1y. added:7d is within seven
// days, and added:>7d longer ago.
//
// # What is pasted
//
// A text that was written for something else is no mistake if it can be helped. An address
// and a time of day are words, in spite of their colons. "or", "and" and "NOT" are words
// where nothing stands behind them that they could be for, and so is "not" always. What has
// neither letters nor digits cannot be looked for, and asks for nothing. A name with a
// colon is a mistake if it is like that of a field: it was meant for one.
package query
