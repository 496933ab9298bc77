// Package importer turns files and streams into articles: Markdown with YAML,
// TOML or JSON front matter, and plain text copied from web pages (package
// clipping). It is the only door for text from outside: what comes out of it is
// clean (see [articles.Clean]).
package importer
