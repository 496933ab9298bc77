package importer

import (
	"path"
	"path/filepath"
	"strings"
)

// isMarkdown reports whether a file is Markdown by its name.
func isMarkdown(name string) bool {
	switch extension(name) {
	case ".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdown", ".mdtext", ".mdtxt":
		return true
	}
	return false
}

// isText reports whether a file is of a kind that folders are searched for.
func isText(name string) bool {
	switch extension(name) {
	case ".txt", ".text":
		return true
	}
	return isMarkdown(name)
}

func extension(name string) string {
	return strings.ToLower(path.Ext(filepath.ToSlash(name)))
}

// markup names what text is when it is markup that cannot be read yet.
func markup(name, text string) string {
	start := strings.TrimLeft(text[:min(len(text), 200)], " \t\n")
	switch ext := extension(name); {
	case isMarkdown(name):
		return ""
	case hasPrefixFold(start, "<!doctype html"), hasPrefixFold(start, "<html"), ext == ".html", ext == ".htm", ext == ".xhtml":
		return "a web page"
	case hasPrefixFold(start, "<?xml"), hasPrefixFold(start, "<rss"), hasPrefixFold(start, "<feed"):
		return "XML"
	}
	return ""
}

// enough is how much must speak for Markdown in a text whose name does not
// say: one mark that people make for nothing else, or two that they might.
const enough = 2

// looksLikeMarkdown reports whether a text without a telling name is Markdown.
// Bullets do not count: pages that are copied as text have them too.
func looksLikeMarkdown(text string) bool {
	signs := map[string]int{}
	n := 0
	for line := range strings.Lines(text) {
		if n++; n > 400 {
			break
		}
		line = strings.TrimRight(line, " \t\n")
		for sign, weight := range signsOf(line) {
			signs[sign] = max(signs[sign], weight)
		}
	}
	total := 0
	for _, weight := range signs {
		total += weight
	}
	return total >= enough
}

// signsOf yields the marks of Markdown in one line and their weights.
func signsOf(line string) func(func(string, int) bool) {
	return func(yield func(string, int) bool) {
		hashes := len(line) - len(strings.TrimLeft(line, "#"))
		_, after, link := strings.Cut(line, "](")
		switch {
		case hashes >= 1 && hashes <= 6 && strings.HasPrefix(line[hashes:], " ") && len(line) > hashes+1:
			yield("heading", 2)
		case strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~"):
			yield("fence", 2)
		case link && strings.Contains(after, ")"):
			yield("link", 2)
		case strings.HasPrefix(line, "[") && strings.Contains(line, "]: "):
			yield("definition", 2)
		case strings.HasPrefix(line, "|") && strings.Trim(line, "|-: ") == "" && strings.Contains(line, "---"):
			yield("table", 2)
		case strings.Count(line, "**") >= 2:
			yield("strong", 1)
		case len(line) > 2 && strings.Trim(line, "=") == "":
			yield("underline", 1)
		case strings.HasPrefix(line, "> "):
			yield("quote", 1)
		case strings.Count(line, "`") >= 2:
			yield("code", 1)
		}
	}
}
