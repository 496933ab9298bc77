package saved

import "strings"

// paragraphs is plain text as Markdown.
func paragraphs(text string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		b.WriteString(paragraph(p))
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// linked is an address within the signs of a link.
func linked(at string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C").Replace(at)
}

// quoted is words that the reader marked, as Markdown.
func quoted(words string) string {
	if words = strings.TrimSpace(seen(words)); words == "" {
		return ""
	}
	return "\n> " + strings.ReplaceAll(escaped(words), "\n", "\n> ") + "\n"
}

// paragraph is words that the reader wrote, as Markdown.
func paragraph(words string) string {
	if words = strings.TrimSpace(seen(words)); words == "" {
		return ""
	}
	return "\n" + escaped(words) + "\n"
}

// escaped is plain words that stay such in Markdown.
func escaped(words string) string {
	var b strings.Builder
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		line = strings.TrimSpace(line)
		number := len(line) - len(strings.TrimLeft(line, "0123456789")) // "3. Words" is no item
		for j, c := range line {
			if strings.ContainsRune("\\`*_[]<&$~|", c) || j == 0 && strings.ContainsRune("#>-+=:", c) || j > 0 && j == number && (c == '.' || c == ')') {
				b.WriteByte('\\')
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}
