package importer

import (
	"path"
	"path/filepath"
	"strings"

	"lede/articles/importer/filetype"
	"lede/articles/importer/opml"
)

// isMarkdown reports whether a file is Markdown by its name.
func isMarkdown(name string) bool {
	switch extension(name) {
	case ".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdown", ".mdtext", ".mdtxt", ".mdx", ".qmd", ".rmd":
		return true
	}
	return false
}

// IsText reports whether a file is, by its name, of the kinds that folders are
// searched for: Markdown or plain text.
func IsText(name string) bool {
	switch extension(name) {
	case ".txt", ".text":
		return true
	}
	return isMarkdown(name)
}

// IsKnown reports whether a name ends as those of files do that hold articles.
func IsKnown(name string) bool {
	switch extension(name) {
	case ".xml", ".gz":
		return true
	}
	if _, known := filetype.IsPassedOver(name); known {
		return true
	}
	return IsText(name) || isHTML(name) || isBook(name) || isMail(name) || isPDF(name)
}

// isHTML reports whether a file is a web page by its name.
func isHTML(name string) bool {
	switch extension(name) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// extension is how a name ends, in small letters; that it is packed is no
// matter.
func extension(name string) string {
	name = strings.ToLower(filepath.ToSlash(name))
	return path.Ext(strings.TrimSuffix(name, ".gz"))
}

// markup names what text is when it is neither Markdown nor plain text.
func markup(name, text string) string {
	start := strings.TrimLeft(text[:min(len(text), 200)], " \t\n")
	switch {
	case isMarkdown(name):
		return ""
	case opml.Is(text), extension(name) == ".opml", opml.IsURLs(name, text[:min(len(text), 8<<10)]):
		return subscriptionList
	case isPage(text), isHTML(name):
		return webPage
	case hasPrefixFold(start, "<?xml"), hasPrefixFold(start, "<rss"), hasPrefixFold(start, "<feed"):
		return "XML"
	}
	return ""
}

// enough is how much must speak for Markdown in a text whose name does not
// say: one mark that people make for nothing else, or two that they might.
const enough = 2

// looksLikeMarkdown reports whether a text without a telling name is Markdown.
// Bullets and marks of quoting do not count: pages that are copied as text and
// letters have them too.
func looksLikeMarkdown(text string) bool {
	const far = 400 // lines
	lines := strings.SplitN(text, "\n", far+1)
	signs := map[string]int{}
	for i, line := range lines[:min(far, len(lines))] {
		sign, weight := signOf(strings.TrimRight(line, " \t"))
		if sign == "heading" && !(blankAt(lines, i-1) && blankAt(lines, i+1)) {
			weight = 1 // it may be a comment in code
		}
		signs[sign] = max(signs[sign], weight)
	}
	total := 0
	for _, weight := range signs {
		total += weight
	}
	return total >= enough
}

func blankAt(lines []string, i int) bool {
	return i < 0 || i >= len(lines) || strings.TrimSpace(lines[i]) == ""
}

// signOf is the mark of Markdown that a line has, if any, and its weight.
func signOf(line string) (sign string, weight int) {
	hashes := len(line) - len(strings.TrimLeft(line, "#"))
	_, after, link := strings.Cut(line, "](")
	switch {
	case hashes >= 1 && hashes <= 6 && strings.HasPrefix(line[hashes:], " ") && strings.Trim(line, "# ") != "":
		return "heading", 2
	case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
		return "fence", 2
	case link && strings.Contains(after, ")"):
		return "link", 2
	case strings.HasPrefix(line, "[") && strings.Contains(line, "]: "):
		return "definition", 2
	case strings.HasPrefix(line, "|") && strings.Trim(line, "|-: ") == "" && strings.Contains(line, "---"):
		return "table", 2
	case strings.Count(line, "**") >= 2:
		return "strong", 1
	case len(line) > 2 && strings.Trim(line, "=") == "":
		return "underline", 1
	case strings.Count(line, "`") >= 2:
		return "code", 1
	}
	return "", 0
}
