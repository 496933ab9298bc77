// Package render lays an article out in lines, lazily: [Layout] sets only the
// parts that a window shows, chunk → blocks → rows → lines, and keeps a place
// in the text through every change of width, theme and text.
//
// Glamour styles the leaves, which are inline text and code (ink.go, code.go).
// The containers are set here: quotes, lists, tables, figures, rules
// (block.go and its neighbours). So is the breaking of lines, by UAX #14 and
// by grapheme cluster (wrap.go).
//
// Whatever the source holds, only text, SGR and OSC 8 of our own leave this
// package, and no line is wider than the screen.
package render
