// Package importer turns files, streams and what stands at web addresses into
// articles: Markdown with YAML, TOML or JSON front matter, web pages, and plain
// text copied from them (package clipping). It is the only door for text from outside: what comes out of it is
// clean (see [articles.Clean]).
package importer
