// Package markdown turns the Markdown source of an article into a Document:
// chunks cut on demand, headings, quotes, links, plain text and length. It
// renders nothing.
package markdown
