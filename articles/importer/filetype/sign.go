package filetype

import "strings"

// IsPage reports whether a text is a web page by how it begins: comments and a
// declaration of XML may stand before it.
func IsPage(text string) bool {
	for {
		text = strings.TrimLeft(text, " \t\r\n\f\ufeff")
		var end string
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case hasPrefixFold(text, "<?xml"):
			end = "?>"
		case hasPrefixFold(text, "<!doctype"):
			return hasPrefixFold(strings.TrimLeft(text[len("<!doctype"):], " \t\r\n"), "html")
		default:
			return hasPrefixFold(text, "<html") || hasPrefixFold(text, "<head>") || hasPrefixFold(text, "<body")
		}
		at := strings.Index(text, end)
		if at < 0 {
			return false
		}
		text = text[at+len(end):]
	}
}

// IsXML reports whether a text is XML by how it begins.
func IsXML(text string) bool {
	start := strings.TrimLeft(text[:min(len(text), 200)], " \t\n")
	return hasPrefixFold(start, "<?xml") || hasPrefixFold(start, "<rss") || hasPrefixFold(start, "<feed")
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// IsImage reports whether a file that begins so is an image that can be shown.
func IsImage(start string) bool {
	return strings.HasPrefix(start, "\x89PNG\r\n\x1a\n") || strings.HasPrefix(start, "\xff\xd8\xff") ||
		strings.HasPrefix(start, "GIF87a") || strings.HasPrefix(start, "GIF89a") ||
		strings.HasPrefix(start, "RIFF") && len(start) >= 12 && start[8:12] == "WEBP"
}

// enough is how much must speak for Markdown in a text whose name does not
// say: one mark that people make for nothing else, or two that they might.
const enough = 2

// LooksLikeMarkdown reports whether a text without a telling name is Markdown.
// Bullets and marks of quoting do not count: pages that are copied as text and
// letters have them too.
func LooksLikeMarkdown(text string) bool {
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
