// Package fulltext is the index by which articles are found by their words: two FTS5
// tables of the library's file (https://www.sqlite.org/fts5.html), one of texts and one of
// titles and other names, and a table of all words with how many articles have each.
//
// What SQLite indexes are tokens of package articles/tokens, parted by blanks. The tables
// have external content: views that make the tokens anew from the articles, by SQL
// functions of this package. So nothing is kept twice, and SQLite itself can check an
// index against the articles and build it again.
//
// The index is written in the transactions in which articles are. A library that is older
// than it has its articles in the table unindexed, and is indexed bit by bit.
package fulltext
