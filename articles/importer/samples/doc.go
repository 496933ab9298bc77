// Package samples makes web pages whose anatomy is known: what is the title,
// the by-line, a heading, an item, and what belongs to the page around the
// article. The weights of the readers of pages and of pasted text are fitted
// from them, and their tests look at them. A page comes as HTML and as the text
// that a browser copies of it, each block and each line with its [Label].
//
// What pages look like is data: data/layouts.txt says which parts a layout has,
// in which order, data/words has the words of each language. The same seed
// makes the same pages. Nothing of the program imports this package.
package samples
