// Package samples makes web pages whose anatomy is known: what is the title,
// the by-line, a heading, an item, and what belongs to the page around the
// article. The weights of the readers of pages and of pasted text are fitted
// from them, and their tests look at them. A page comes as HTML and as the text
// that a browser copies of it, each block and each line with its [Label].
//
// What pages look like is data: data/layouts.txt says which parts a layout has,
// in which order, data/words has the words of each language. The same seed
// makes the same pages. Nothing of the program imports this package.
//
// How much the pages tell of others is measured by leaving some out: weights
// that were fitted from the other layouts, or from pages in other languages,
// label their lines (45 layouts in 12 parts, 15 languages in 5):
//
//	go run ./articles/importer/samples/fit -leave layout -parts 12
//	go run ./articles/importer/samples/fit -leave language -parts 5
//	go run ./articles/importer/samples/fit -leave folder articles/importer/clipping/testdata
//	go run ./articles/importer/samples/fit -leave text -parts 5 articles/importer/clipping/testdata
//
// The share of lines that get the right label, and that of the pages in which
// all lines of a label are right, among those that have it or were given it.
// The last two columns are the 53 texts that were written by hand: labelled by
// pages that are made alone, and by these and four fifths of the texts.
//
//	left out        layouts  languages  all texts  a fifth of the texts
//	lines              .866       .888       .881                  .896
//	title              .790       .787       .808                  .827
//	dek                .490       .462       .783                  .783
//	by-line            .695       .745       .667                  .705
//	date               .804       .820       .743                  .829
//	headings           .497       .509       .458                  .625
//	items              .661       .680       .625                  .775
//	quotes             .425       .427       .710                  .733
//	related            .429       .405       .719                  .781
//	author's note      .657       .598       .625                  .500
//
// The hardest layouts are verse (.54 of the lines), threads (.68) and questions
// (.72), the hardest languages Chinese (.83) and Japanese (.87).
package samples
