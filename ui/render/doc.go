// Package render lays an article out in lines, lazily: chunk → blocks →
// lines for the window that is asked for. Glamour styles the leaves
// (headings, paragraphs, emphasis, code, links); quotes, lists, tables,
// figures and rules are containers laid out here.
package render
