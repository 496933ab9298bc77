// Package store keeps the library in one SQLite file.
//
// # What survives
//
// The journal is a write-ahead log with synchronous=NORMAL. A transaction that
// was acknowledged has been handed to the operating system, so it survives a
// kill -9 of the program at any moment. A loss of power can take back the last
// transactions since a checkpoint, but never damages the file
// (https://www.sqlite.org/pragma.html#pragma_synchronous). Every method that
// changes the library is one transaction and has returned only when that is
// committed; [Store.PutAll] is several, and reports each article after its own.
//
// A library of an older program is brought up to date in one transaction, once a copy
// of it stands beside it: library.db.v14 is one as it was at schema step 14. The last
// copy is kept.
//
// # Tables
//
//   - article: what the list shows and sorts by, with the reader's state.
//   - body: the rest of an article, apart, so that the list never reads it; its text
//     compressed.
//   - own_tags: what the reader did with the tags of an article beside its source.
//   - rule: what is done with articles as they come in.
//   - saved_query: the queries that the reader saved, in their order.
//   - trait: everything by which articles are found and can be alike.
//   - tally: how many articles stand on each shelf, kept by triggers.
//   - source, original: what articles were made of, compressed; of what is nearly the
//     text of an article, only what differs from it.
//   - feed: the subscriptions, each with what its last answer said.
//   - feed_tally, folder_tally: how many articles of each feed and of each folder of the
//     disk there are, kept by triggers.
//   - entry: what the feeds listed, and the article that each entry became; an
//     entry without one is of an article that went and does not come back.
//   - change, changed, changed_folder: what the reader's hand changed last, to be
//     undone, and kept_article and others: the rows as they were before.
//     changed_behind has where articles stood that it moved behind others.
//   - band: by what copies of a story are found, see package stories; uncompared: what has
//     none yet.
//   - lost: what was removed and is still in the index.
//   - setting: what the program remembers from one run to the next.
package store
