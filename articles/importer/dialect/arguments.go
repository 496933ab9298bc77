package dialect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type argument struct {
	name, value string
	quoted      bool
}

// arguments are those of a tag: words, "words", name=word, name="words",
// name: "words".
func arguments(s string) []argument {
	const blanks = " \t\n\r,"
	var out []argument
	for s = strings.TrimLeft(s, blanks); s != ""; s = strings.TrimLeft(s, blanks) {
		var a argument
		end := strings.IndexAny(s, " \t\n=\"'`:")
		if end > 0 && (s[end] == '=' || s[end] == ':' && end+1 < len(s) && (strings.IndexByte(" \"'", s[end+1]) >= 0 || s[:end] == "lang")) {
			a.name, s = s[:end], strings.TrimLeft(s[end+1:], " ")
		}
		switch {
		case s == "":
		case strings.IndexByte("\"'`", s[0]) >= 0:
			a.value, s = quotedWords(s)
			a.quoted = true
		default:
			a.value, s, _ = cutBlank(s)
			a.value = strings.TrimRight(a.value, ",")
		}
		if a.value != "" {
			out = append(out, a)
		}
	}
	return out
}

// quotedWords are the words that s begins with, in its first sign, and what
// stands behind.
func quotedWords(s string) (words, rest string) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == s[0]:
			return b.String(), s[i+1:]
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == s[0] || s[i+1] == '\\') && s[0] != '`':
			i++
			b.WriteByte(s[i])
		case s[i] == '\n':
			b.WriteByte(' ')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// cutBlank cuts s at its first blank.
func cutBlank(s string) (before, after string, found bool) {
	if i := strings.IndexAny(s, " \t\n"); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// wordsOf are the arguments that a reader is meant to read.
func wordsOf(args []argument) []string {
	var out []string
	for _, a := range args {
		if isShown(a) {
			out = append(out, a.value)
		}
	}
	return out
}

// isShown reports whether the page would show an argument: by its name, and
// without one, or with one that says nothing, by whether it reads like words.
func isShown(a argument) bool {
	sentence := strings.Contains(strings.TrimSpace(a.value), " ") && strings.IndexFunc(a.value, unicode.IsLetter) >= 0
	switch strings.ToLower(a.name) {
	case "caption", "title", "subtitle", "alt", "text", "label", "summary", "description", "header", "heading", "author",
		"file", "filename", "cite", "attr", "attribution", "credit", "quote", "content", "question", "answer":
		return true
	case "class", "classname", "style", "sizes", "srcset", "options", "params", "rel", "target", "id", "src", "href", "url", "link",
		"width", "height", "loading", "hl_lines", "linenos", "command", "if", "query", "where", "data", "icon", "value", "key":
		return false
	case "":
		return sentence || a.quoted && isLabel(a.value)
	}
	return a.quoted && (sentence || a.name == "name" && isLabel(a.value))
}

// isLabel reports whether s is a word to be read, and no address, number or
// name for a program.
func isLabel(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 && unicode.IsUpper(first)
}

func named(args []argument, names ...string) string {
	for _, name := range names {
		for _, a := range args {
			if a.name == name {
				return a.value
			}
		}
	}
	return ""
}

// tagOf is the name of the tag that text is, and what stands behind the name.
func tagOf(text, open, end string) (name, rest string) {
	inner, ok := strings.CutPrefix(text, open)
	inner, closed := strings.CutSuffix(inner, end)
	if !ok || !closed || strings.Contains(inner, open) {
		return "", ""
	}
	name, rest, _ = cutBlank(strings.Trim(inner, "- "))
	return name, strings.TrimSpace(rest)
}

// escaped is words that stand in a text as they are.
func escaped(words string) string {
	var b strings.Builder
	for _, r := range words {
		if strings.ContainsRune("\\`*_[]<>~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bracketed is the address of a link as Markdown has it whatever is in it.
func bracketed(address string) string {
	address = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "", "\\", "%5C").Replace(strings.TrimSpace(address))
	if address == "" || strings.ContainsAny(address, " ()\t") {
		return "<" + address + ">"
	}
	return address
}
