// Package importer turns files, streams and what stands at web addresses into
// articles: Markdown with YAML, TOML or JSON front matter, web pages (package
// webpage), plain text copied from them (clipping), feeds (feed), books (epub), PDF (pdf)
// and what other services export (saved); package fetch has all HTTP. It is the
// only door for text from outside: what comes out of it is
// clean (see [articles.Clean]).
package importer
