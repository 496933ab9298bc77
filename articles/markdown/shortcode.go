package markdown

import (
	"slices"
	"strings"
	"unicode"
)

// shortcode is what shows of a shortcode of Hugo, in n bytes; target says that
// it stands as the target of a link.
func shortcode(inner string, n int, target bool) string {
	name, rest, _ := strings.Cut(strings.Trim(inner, " /"), " ")
	args := arguments(rest)
	closing := strings.HasPrefix(strings.TrimSpace(inner), "/") && !strings.HasPrefix(strings.TrimSpace(inner), "/*")
	switch {
	case target:
		s := ""
		if len(args) > 0 {
			s = strings.Map(linkByte, args[0].value)
		}
		return s + strings.Repeat(" ", n-len(s))
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
	return filled(strings.Join(words, " ")+" ", n)
}

// liquid is what shows of a tag of Jekyll, in n bytes: nothing of what steers
// the program.
func liquid(inner string, n int) string {
	name, _, _ := strings.Cut(strings.TrimSpace(inner), " ")
	switch name {
	case "if", "elsif", "else", "unless", "case", "when", "for", "assign", "capture", "raw", "comment", "include",
		"include_relative", "highlight", "increment", "decrement", "cycle", "break", "continue", "tablerow":
		_, rest, _ := strings.Cut(strings.TrimSpace(inner), " ")
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

type argument struct{ name, value string }

// arguments are those of a tag: words, "words", name=word, name="words".
func arguments(s string) []argument {
	var out []argument
	for s = strings.TrimLeft(s, " \t"); s != ""; s = strings.TrimLeft(s, " \t") {
		var a argument
		end := strings.IndexAny(s, " \t=\"")
		if end > 0 && s[end] == '=' {
			a.name, s = s[:end], s[end+1:]
		}
		switch {
		case s == "":
		case s[0] == '"' || s[0] == '\'':
			value, rest, _ := strings.Cut(s[1:], s[:1])
			a.value, s = value, rest
		default:
			value, rest, _ := strings.Cut(s, " ")
			a.value, s = value, rest
		}
		if a.value != "" {
			out = append(out, a)
		}
	}
	return out
}

// wordsOf are the arguments that a reader is meant to read.
func wordsOf(s string) []string {
	var out []string
	for _, a := range arguments(s) {
		switch a.name {
		case "caption", "title", "alt", "text", "label", "summary", "description":
			out = append(out, a.value)
		case "":
			if strings.Contains(a.value, " ") {
				out = append(out, a.value)
			}
		}
	}
	return out
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
	case "note", "tip", "warning", "info", "important", "caution", "danger":
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
