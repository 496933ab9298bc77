package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles"
)

// shortcode is what shows of a shortcode of Hugo, in n bytes; inLink says that
// it stands as the target of a link.
func shortcode(inner string, n int, inLink bool) string {
	name, rest, _ := cutBlank(strings.Trim(inner, " \t\n/"))
	args := arguments(rest)
	closing := strings.HasPrefix(strings.TrimSpace(inner), "/") && !strings.HasPrefix(strings.TrimSpace(inner), "/*")
	switch {
	case inLink:
		return target(args, n)
	case closing, strings.HasPrefix(strings.TrimSpace(inner), "/*"):
		return filled("", n)
	case isPicture(name):
		return filled(picture(args), n)
	case name == "youtube":
		return filled(youtube(args, n), n)
	case name == "ref" || name == "relref":
		if len(args) > 0 {
			return filled(args[0].value, n)
		}
	case isNotice(name) || name == "notice" || name == "callout" || name == "alert" || name == "admonition":
		return filled(noticeLabel(name, args), n)
	}
	words := wordsOf(rest)
	if len(words) == 0 && len(args) == 1 && args[0].name == "" {
		words = []string{name, args[0].value} // {{< vimeo 123 >}}
	}
	if len(words) == 0 {
		return filled("", n)
	}
	return filled(strings.Join(words, " ")+" ", n)
}

// liquid is what shows of a tag of Jekyll, in n bytes: nothing of what steers
// the program.
func liquid(inner string, n int) string {
	name, _, _ := cutBlank(strings.TrimSpace(inner))
	switch name {
	case "if", "elsif", "else", "unless", "case", "when", "for", "assign", "capture", "raw", "comment", "include",
		"include_relative", "highlight", "increment", "decrement", "cycle", "break", "continue", "tablerow":
		_, rest, _ := cutBlank(strings.TrimSpace(inner))
		if !strings.HasPrefix(name, "include") {
			rest = ""
		}
		return filled(strings.Join(wordsOf(rest), " "), n)
	}
	if strings.HasPrefix(name, "end") {
		return filled("", n)
	}
	return shortcode(inner, n, false)
}

func isPicture(name string) bool {
	for _, part := range [...]string{"figure", "img", "image", "picture"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// linkByte keeps a target one word.
func linkByte(r rune) rune {
	if unicode.IsSpace(r) || r == '(' || r == ')' || r == '<' {
		return -1
	}
	return r
}

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
func wordsOf(s string) []string {
	var out []string
	for _, a := range arguments(s) {
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
	case "class", "style", "sizes", "srcset", "options", "params", "rel", "target", "id", "src", "href", "url", "link",
		"width", "height", "loading", "hl_lines", "linenos", "command", "if", "query", "where", "data", "icon":
		return false
	case "":
		return sentence || a.quoted && isLabel(a.value)
	}
	return a.quoted && (sentence || a.name == "name" && isLabel(a.value))
}

// isLabel reports whether s is a word to be read, and no address, number or
// name for a program.
func isLabel(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 && unicode.IsUpper(firstOf(s))
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
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

// picture is a figure in Markdown, with all its words.
func picture(args []argument) string {
	var words []string
	source := named(args, "src", "")
	for _, a := range args {
		switch a.name {
		case "alt", "caption", "title":
			words = append(words, a.value)
		case "":
			if a.value != source {
				words = append(words, a.value)
			}
		}
	}
	alt := strings.NewReplacer("[", "(", "]", ")", "\\", "/").Replace(strings.Join(slices.Compact(words), " · "))
	return "![" + alt + "](" + strings.Map(linkByte, source) + ")"
}

// youtube is the address of a film, as much of it as n bytes hold.
func youtube(args []argument, n int) string {
	id := named(args, "id", "")
	address := "youtu.be/" + id
	if len("https://"+address) <= n {
		return "https://" + address
	}
	return address
}

func isNotice(name string) bool {
	switch name {
	case "note", "tip", "warning", "info", "important", "caution", "danger", "hint", "attention", "success":
		return true
	}
	return false
}

// noticeLabel is the title of a notice, or else its kind.
func noticeLabel(name string, args []argument) string {
	label := named(args, "title")
	for _, a := range args {
		if label == "" && a.name == "" && strings.Contains(a.value, " ") {
			label = a.value
		}
	}
	if label == "" {
		label = name
		if kind := named(args, "type", ""); kind != "" && !isNotice(name) {
			label = kind
		}
		label = strings.ToUpper(label[:1]) + label[1:]
	}
	return "**" + strings.ReplaceAll(label, "*", "") + "**"
}

// CodeTitle is what a block of code is called, by what stands behind the
// language above it: title="main.go", file=main.go. It is empty for most.
func CodeTitle(info string) string {
	_, rest, _ := cutBlank(strings.TrimSpace(info))
	if !strings.Contains(rest, "=") {
		return ""
	}
	return articles.CleanLine(named(arguments(strings.Trim(rest, "{}")), "title", "file", "filename", "caption", "name"))
}
