// Package dialect acts out what other programs would have acted out of a text
// that was written for them: shortcodes of Hugo, tags of Jekyll, embeds of
// Obsidian, components of MDX. It is done once, when a text is imported that
// comes from the folder of such a program or says itself that it is for one. The
// result is Markdown as every reader knows it; no other text is touched.
package dialect
