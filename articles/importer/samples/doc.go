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
// Folder written holds pages that were written and labelled by hand, since the
// real web is more odd than any generator; they count as much as several pages.
// Folder plain holds texts that are no pages, many with words that pages have.
//
// How much the pages tell of others is measured by leaving some out: weights
// that were fitted from the other layouts, or from pages in other languages,
// label their lines (52 layouts in 6 parts, 15 languages in 5):
//
//	go run ./articles/importer/samples/fit -leave layout -parts 6
//	go run ./articles/importer/samples/fit -leave language -parts 5
//
// The share of lines that get the right label, and that of the pages in which
// all lines of a label are right, among those that have it or were given it.
// The last two columns are the texts that were written by hand, in the folders
// clipping/testdata and samples/written: labelled by pages that are made and the
// other folder (-leave folder), and by these and four fifths of the texts
// (-leave text -parts 5).
//
//	left out        layouts  languages  a folder  a fifth of the texts
//	lines              .870       .878      .740                  .795
//	title              .778       .776      .528                  .623
//	dek                .506       .495      .526                  .590
//	by-line            .691       .716      .380                  .495
//	date               .801       .814      .526                  .608
//	headings           .457       .451      .230                  .237
//	items              .586       .584      .265                  .341
//	quotes             .384       .369      .357                  .491
//	related            .287       .263      .253                  .358
//	author's note      .612       .580      .274                  .309
//
// The hardest layouts are verse, manuals and interviews by
// initials. Two fits that differ by their pages alone may differ by .02 in a
// row. Of what tells pages from texts that are none, in folder plain, left out by
// fifths (-leave kind -parts 5 -pages 2): 310 of 339 pages and 521 of 523 other
// texts are taken for what they are.
package samples
