package dialect

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// shortcode is what shows of a shortcode of Hugo, between its signs.
func (p *paragraph) shortcode(inner string, signs [2]string, at, n int) string {
	inner = strings.TrimSpace(inner)
	name, rest, _ := cutBlank(strings.Trim(inner, " \t\n/"))
	args := arguments(rest)
	switch {
	case p.inTarget(at):
		return target(args)
	case strings.HasPrefix(inner, "/*"): // an example, as it is to be written
		return escaped(signs[0] + " " + strings.TrimSpace(strings.Trim(inner, "/*")) + " " + signs[1])
	case strings.HasPrefix(inner, "/"):
		return ""
	}
	return p.label(at, n, "/"+name, called(name, args))
}

// label sets the words of a tag, so many bytes long, apart from what stands between
// it and its end, where it has a line of its own.
func (p *paragraph) label(at, n int, end, words string) string {
	const far = 200 // lines
	after, _, _ := strings.Cut(p.text[at+n:], "\n")
	if strings.TrimSpace(p.lineBefore(at)+after) != "" || strings.TrimSpace(words) == "" || strings.HasPrefix(words, "!") || strings.HasSuffix(words, "\n") {
		return words
	}
	ends := func(text string) bool {
		for at := strings.IndexByte(text, '{'); at >= 0; at = strings.IndexByte(text, '{') {
			if text = strings.TrimLeft(text[at:], "{<%- "); strings.HasPrefix(text, end) {
				return true
			}
		}
		return false
	}
	if ends(p.text[at+n:min(len(p.text), at+n+longest)]) || slices.ContainsFunc(p.lines[p.at:min(len(p.lines), p.at+far)], ends) {
		return "**" + strings.TrimSpace(strings.ReplaceAll(words, "*", "")) + "**\n"
	}
	return words
}

// called is what shows of a tag by its name.
func called(name string, args []argument) string {
	switch {
	case isPicture(name):
		return picture(args)
	case embedded(name, args) != "":
		address := strings.Map(linkByte, embedded(name, args))
		if words := strings.Join(wordsOf(args), " "); words != "" {
			return "[" + escaped(words) + "](" + address + ")"
		}
		return "<" + address + ">"
	case name == "ref", name == "relref", name == "post_url", name == "link":
		if len(args) > 0 {
			return "[" + escaped(args[0].value) + "](" + bracketed(args[0].value) + ")"
		}
	case isNotice(name) && name != "details", name == "notice", name == "callout", name == "alert", name == "admonition":
		return "**" + strings.ReplaceAll(noticeLabel(name, args), "*", "") + "**\n"
	}
	words := wordsOf(args)
	if len(words) == 0 && len(args) > 0 && slices.IndexFunc(args, func(a argument) bool { return a.name != "" }) < 0 {
		words = append(words, name) // {{< gist user 123 >}}
		for _, a := range args {
			words = append(words, a.value)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ") + " "
}

// embedded is the address of what a tag of Hugo's own shows of another site.
func embedded(name string, args []argument) string {
	id, user := named(args, "id", ""), named(args, "user")
	switch {
	case id == "":
		return ""
	case name == "youtube":
		return "https://youtu.be/" + id
	case name == "vimeo":
		return "https://vimeo.com/" + id
	case name == "instagram":
		return "https://www.instagram.com/p/" + id
	case name == "x" && user != "", name == "tweet", name == "twitter":
		return "https://x.com/" + cmp.Or(user, "i") + "/status/" + id
	}
	return ""
}

// steering are the tags of Jekyll and others that tell the program what to do
// with what stands around them.
var steering = map[string]bool{
	"if": true, "unless": true, "case": true, "for": true, "assign": true,
	"capture": true, "raw": true, "comment": true, "include": true, "include_relative": true, "render": true, "highlight": true,
	"increment": true, "decrement": true, "cycle": true, "break": true, "continue": true, "tablerow": true, "set": true,
	"macro": true, "block": true, "extends": true, "import": true, "from": true, "toc": true, "end": true, "seo": true, "tabs": true,
}

// liquid is what shows of a tag of Jekyll, Eleventy or Zola, so many bytes long.
func (p *paragraph) liquid(inner string, at, n int) (took int, put string) {
	inner = strings.TrimSpace(strings.Trim(inner, "-"))
	name, rest, _ := cutBlank(inner)
	if called, params, ok := strings.Cut(inner, "("); ok && strings.HasSuffix(params, ")") && !strings.ContainsAny(called, " \t\n") {
		name, rest = called, strings.TrimSuffix(params, ")")
	}
	args := arguments(rest)
	switch {
	case p.inTarget(at):
		return n, target(append([]argument{{value: name}}, args...))
	case name == "raw":
		end := p.next("{% endraw", at+n)
		if other := p.next("{%- endraw", at+n); end < 0 || other >= 0 && other < end {
			end = other
		}
		if end >= 0 { // tags between them are words
			return n + end, p.text[at+n : at+n+end]
		}
		return n, ""
	case name == "comment":
		if end := p.next("{% endcomment", at+n); end >= 0 {
			return n + end, ""
		}
		return n, ""
	case name == "else", name == "elsif", name == "elif", name == "when": // the page shows the words of one
		return n, " "
	case steering[name] && !strings.HasPrefix(name, "include"), strings.HasPrefix(name, "end"):
		return n, ""
	case strings.HasPrefix(name, "include"):
		if _, params, ok := cutBlank(rest); ok && isPicture(rest) && named(arguments(params), "src", "url", "image_path", "path") != "" {
			return n, picture(arguments(params))
		}
		return n, strings.Join(wordsOf(args), " ")
	case len(args) == 0 && p.next("{% end"+name, at+n) < 0:
		return 0, "" // who knows
	}
	return n, p.label(at, n, "end", called(name, args))
}

// output is what shows of {{ what a program would have put in }}: an address
// that is given in quotes where a link leads to it, the words of a call of Zola.
func (p *paragraph) output(inner string, at, n int) (took int, put string) {
	inner = strings.TrimSpace(strings.Trim(inner, "-"))
	if p.inTarget(at) {
		return n, target(slices.DeleteFunc(arguments(inner), func(a argument) bool { return !a.quoted }))
	}
	name, params, ok := strings.Cut(inner, "(")
	if p.is(Zola) && ok && strings.HasSuffix(params, ")") && !strings.ContainsAny(name, " .\"|") {
		return n, called(name, arguments(strings.TrimSuffix(params, ")")))
	}
	return 0, ""
}

// inTarget reports whether a tag at this place stands in the target of a link,
// behind nothing but other tags, or at the start of one that is defined apart.
func (p *paragraph) inTarget(at int) bool {
	before := p.text[max(0, at-longest/4):at]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	if strings.HasSuffix(before, "](") || strings.HasPrefix(before, "[") && strings.HasSuffix(before, "]: ") {
		return true
	}
	i := strings.LastIndex(before, "](")
	return i >= 0 && before[len(before)-1] == '}' && strings.IndexByte(before[i:], ')') < 0
}

// target is the target of a link that a tag names.
func target(args []argument) string {
	for i, a := range args {
		isName := i == 1 && (args[0].value == "post_url" || args[0].value == "link")
		if a.quoted || isName || strings.ContainsAny(a.value, "/.") && a.name == "" {
			return strings.Map(linkByte, a.value)
		}
	}
	return ""
}

// linkByte keeps a target one word.
func linkByte(r rune) rune {
	if unicode.IsSpace(r) || r == '(' || r == ')' || r == '<' || r == '>' {
		return -1
	}
	return r
}

func isPicture(name string) bool {
	for _, part := range [...]string{"figure", "img", "image", "picture"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// picture is a figure in Markdown, with all its words.
func picture(args []argument) string {
	var words []string
	source := named(args, "src", "url", "image_path", "path", "link", "")
	for _, a := range args {
		switch a.name {
		case "alt", "caption", "title", "attr":
			words = append(words, a.value)
		case "":
			if a.value != source {
				words = append(words, a.value)
			}
		}
	}
	alt := strings.NewReplacer("[", "(", "]", ")", "\\", "/").Replace(strings.Join(slices.Compact(words), " · "))
	return "![" + alt + "](" + bracketed(source) + ") "
}

// noticeLabel is the title of a notice, or else its kind.
func noticeLabel(name string, args []argument) string {
	label := named(args, "title")
	for _, a := range args {
		if label == "" && a.name == "" && isShown(a) {
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
	return label
}

// tagLine acts on a line that is a tag by itself, and on the lines up to the one
// that ends it: code to be highlighted, and what is hidden.
func (w *writer) tagLine(_, text string) bool {
	open, end := "{%", "%}"
	name, rest := tagOf(text, open, end)
	closing := "end"
	if name == "" {
		for _, pair := range [...][2]string{{"{{<", ">}}"}, {"{{%", "%}}"}} {
			if n, r := tagOf(text, pair[0], pair[1]); n != "" {
				name, rest, open, end, closing = n, r, pair[0], pair[1], "/"
			}
		}
	}
	ends := func(s string) bool { n, _ := tagOf(s, open, end); return n == closing+name }
	if name == "comment" && closing == "end" {
		return w.hide(closing+name, ends)
	}
	args := arguments(rest)
	language := named(args, "lang", "language")
	switch {
	case name == "highlight" && len(args) > 0:
		language = args[0].value
	case name == "codeblock", name == "code" && named(args, "lang", "language", "file") != "":
	case name == "raw" && closing == "end":
	default:
		return false
	}
	last := w.ahead(closing+name, ends)
	if last < 0 {
		return false
	}
	w.flush()
	if name == "raw" { // nothing between is acted on
		for ; w.at < last; w.at++ {
			w.put(w.lines[w.at])
		}
		w.at++
		return true
	}
	fence := longFence(w.lines[w.at:last])
	info := strings.TrimSpace(language)
	if title := named(args, "title", "file", "filename", "caption"); title != "" {
		info += " title=\"" + strings.ReplaceAll(title, "\"", "'") + "\""
	}
	w.put(strings.TrimRight(fence+info, " ") + "\n")
	for ; w.at < last; w.at++ {
		w.put(w.lines[w.at])
	}
	w.put(fence + "\n")
	w.at++
	return true
}

// longFence is a fence that no line of code closes.
func longFence(lines []string) string {
	fence := "```"
	for _, line := range lines {
		text := strings.TrimSpace(line)
		for strings.HasPrefix(text, fence) {
			fence += "`"
		}
	}
	return fence
}
