// Package render lays an article out in lines, lazily: [Layout] sets only the
// parts that a window shows, chunk → blocks → rows → lines, and keeps a place
// in the text through every change of width, theme and text.
//
// Glamour styles the leaves, which are inline text and code: style has a sequence
// for each, and syntax tells the parts of code. The containers are set here: quotes,
// lists, tables, figures, rules (block.go and its neighbours). Words are broken in
// lines by linebreak, and measured by cells; strip shows a part of rows that are too
// wide, and selection tells what of them is copied.
//
// Whatever the source holds, only text, SGR and OSC 8 of our own leave this
// package, and no line is wider than the screen.
package render
