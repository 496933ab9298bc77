// Package articles is the domain of lede: what an article is, what a reader's
// state of it is, and how articles stand to one another. It does no I/O, knows
// no terminal and no SQL. Read this package first; the rest of the program
// says the same words.
//
// # Glossary
//
//   - article: a piece of writing with its anatomy: [Article].
//   - dek: the summary that stands under the title.
//   - by-line: who wrote an article, or who said a quote.
//   - kicker: the small line above the title: site and tags.
//   - notice: a disclaimer or editor's note, set apart above the text.
//   - pull-quote: a quote with a by-line, set to interrupt the text.
//   - epigraph: a quote that stands outside the text, at its end or start.
//   - measure: the width of the column of text, in terminal cells.
//   - anchor: a place in an article, as a piece of its text: [Anchor].
//   - shelf: one of the tabs of the library: [Shelf].
//   - listing: a shelf in an order: [Listing].
//   - query: what articles are asked for by, in the language of package query.
//   - series: articles that belong together in an order, such as the chapters
//     of a book; each is a part of it.
//   - bookmark: an article of which only the address is known.
//   - feed: an address that is subscribed to; what it lists become articles:
//     [Feed].
//   - folder: one of the disk that was added; a refresh reads it again:
//     [Folder].
//   - change: one thing that the reader's hand did to the library, and that can be
//     undone: [Change].
//   - page: what an address of the web leads to, however it is spelled:
//     [SamePage].
//   - intake: what became of things that were to be added: [Intake].
//   - entry: what a feed lists, and what it is known by there: [Entry].
//   - row: what the list shows of an article: [Row].
//   - origin: the address an article came from; its [ID] is made of it.
//
// # Rooms and arrows
//
//	main → ui/cli and its rooms → {ui, ui/config, ui/keys, ui/render, ui/theme,
//	                 ui/pager, ui/terminal, ui/watch, store, articles, articles/nearest,
//	                 articles/importer (and its rooms),
//	                 articles/markdown}
//	ui/pager → articles, ui/command; ui/config → ui/command; ui/{keys, config, theme} → articles/nearest
//	ui/{config, theme} → ui/config/slip → nothing of ours
//	ui/{watch, command, fuzzy, settled}, articles/{nearest, copies} → nothing of ours
//	ui/paint, ui/render/cells → ui/settled, for how wide a character is
//	articles/importer and its rooms, ui/terminal → articles/lazy → nothing of ours
//	ui, ui/effect → ui/config, to know what is set
//	ui → the screens ui/{list, reader, palette, tagging}, which import no other screen: what
//	                 they want of one they ask for by a ui/intent
//	screens → {ui/chrome, ui/effect, ui/intent, ui/keys, ui/fuzzy, ui/gallery,
//	                 ui/render, ui/theme, articles, articles/markdown (and its find)}
//	ui/list → {its row, ui/preview} → {ui/chrome, ui/theme, articles}, and ui/preview →
//	                 {ui/effect, ui/render}
//	ui/gallery → {ui/render, ui/picture, articles}; what it needs of the store
//	                 it declares
//	ui/effect → {articles, articles/markdown}; it alone calls the library
//	ui/render → {ui/theme, articles, articles/markdown (and its find, nodes, plain
//	                 and htmltag)}
//	ui/render → its {linebreak, selection, strip, syntax} → {its cells and style}, and
//	                 strip → articles/markdown/find; of ours these know no more
//	ui/render/style → ui/theme
//	ui/reader → its dwell → articles; {store/candidates, ui, ui/cli} → articles/next → nothing of ours
//	articles/query → {articles, articles/tokens, articles/nearest}
//	articles/rules → {articles, articles/markdown, articles/query, articles/tokens, articles/nearest}
//	store, articles/importer → {articles, articles/markdown}
//	store → {store/schema, store/clean, store/spelling, store/compress, store/tags, store/queries} → articles; store → its
//	                 stories → {its spelling, articles, articles/copies}; store → its
//	                 backup, checkup and connect, which know none of ours
//	articles/importer → articles/importer/fetch, the only HTTP of lede → articles
//	articles/importer → its record → its frontmatter → its links → its disk → its
//	                 filename → its filetype; articles/importer → its folder → its disk
//	ui/cli → articles/importer/{intake, export} → {articles/importer and its rooms};
//	                 what they need of the store they declare
//	articles/importer/intake → its refresh → {articles/importer, its fetch and feed}
//	ui/cli → its {screen, feeds, configure, doctor, manual} → its {lookup, run} → its settings
//	                 → its usage; its {format, progress} know no command
//	articles/markdown/find → articles/markdown → its {syntax, htmlblock, plain,
//	                 htmltag, nodes, chunk} → articles
//	articles/markdown/htmlblock → its syntax → its plain → its {htmltag, nodes};
//	                 htmlblock and syntax → its chunk
//
// Within ui/cli, run is what the commands of one run share: its streams, its settings,
// its library and its web; usage checks their words and options, and says what may
// have been meant; lookup finds what a word names, and screen opens the screens for
// it. feeds has the commands feeds, folders and refresh, configure has config, and
// manual writes the help and the manual page.
//
// Within importer, intake is what "add", "subscribe" and "extract" mean, and export
// what "export" does: they return values, which ui/cli prints and ui shows. dialect
// acts out what other programs write in Markdown; mail, webpage, feed, epub, pdf,
// saved and clipping read one kind of source each; htmldoc makes Markdown of HTML
// for all of them, and imports none of them; lexicon has the words of pages by
// language, charset the names of charsets. filetype tells what a file is, filename what
// its name says, folder which files of a folder may be articles, disk what is in a file
// and beside it, links what a link leads to. frontmatter reads what stands above a text,
// whoever wrote it; record writes and reads what an export of lede has. chain labels
// the lines of a pasted text, and forest tells the blocks of an article from those
// of its page, by weights that samples/fit and webpage/reader/fit have fitted to
// pages that samples and the latter make, and to real ones where they are given.
//
// Within markdown, chunk cuts a source by its lines alone, syntax parses a chunk, and
// htmlblock sets the HTML in it; nodes are what goldmark's tree does not have, htmltag
// reads single tags, and plain says what a tree reads.
//
// This package imports none of ours. store and importer never import ui; ui
// never imports store, SQL or HTTP: it declares the interface that it needs.
// The linter (depguard, in .golangci.yml) holds these arrows.
package articles
