// Package find searches the words of a document as a reader sees them: across
// emphasis, links and the ends of lines, with the words of each chunk parsed
// when a search first needs them.
package find
