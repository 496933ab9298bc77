// Package picture reads the images of an article and draws them in cells: with
// half-blocks, or with kitty's graphics protocol, whose placeholders are cells
// like any others, so that a picture scrolls and is cut with the text.
//
// The pixels of sixels belong to no cell: a screen that is painted cell by cell
// can neither move nor cut them. They are drawn over half-blocks, by whoever
// knows that the screen stands still.
package picture
