// Package picture reads the images of an article and draws them in cells: with
// half-blocks, or with kitty's graphics protocol, whose placeholders are cells
// like any others, so that a picture scrolls and is cut with the text.
//
// Sixel is not among them. Its pixels belong to no cell: a screen that is
// painted cell by cell would have to paint them anew wherever a line of text
// comes near, and cannot cut them at the edge of the window.
package picture
