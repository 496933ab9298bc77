// Package markdown turns the Markdown source of an article into a Document:
// chunks cut on demand, headings, quotes, links, plain text and length. It
// renders nothing.
//
// Its rooms do the work, in this order: chunk cuts the source by its lines, syntax
// parses a chunk, and htmlblock sets the HTML in it. Package nodes has the nodes
// that they make, htmltag reads single tags, and plain says what a tree reads.
package markdown
