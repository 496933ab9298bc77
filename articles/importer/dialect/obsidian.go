package dialect

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hidden is what stands between lines of the signs of a comment alone.
func (w *writer) hidden(_, text string) bool {
	return text == "%%" && w.hide("%%", func(s string) bool { return s == "%%" })
}

// comment is %%what nobody is to see%%: with no blank inside its signs, or with
// one at both, and no word beside them. "50%% of it and 20%% more" is none.
func (p *paragraph) comment(at int) (took int, put string) {
	inner, n := p.between(at, "%%", "%%")
	if strings.HasPrefix(p.text[at:], "%%") && n == 0 {
		return 2, "%%"
	}
	if n == 0 || strings.TrimSpace(inner) == "" {
		return 0, ""
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at+n:])
	if isWord(before) || isWord(after) || isBlank(inner[0]) != isBlank(inner[len(inner)-1]) || '0' <= inner[len(inner)-1] && inner[len(inner)-1] <= '9' {
		return 2, "%%"
	}
	return n, ""
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// blockName is the name of a block, " ^name" at its end: a link leads to it. One
// letter, or a short number, may be something else, such as a power.
func (p *paragraph) blockName(at int) (took int, put string) {
	name, rest, _ := strings.Cut(p.text[at+1:min(len(p.text), at+100)], "\n")
	name = strings.TrimRight(name, " \r")
	if at > 0 && !isBlank(p.text[at-1]) || len(name) < 2 || !isName(name) || len(name) < 4 && strings.Trim(name, "0123456789-") == "" || strings.TrimSpace(rest) != "" && !beginsItem(rest) {
		return 0, ""
	}
	return 1 + len(name), anchor("^" + name)
}

func isName(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}

// wikilink is [[Target]], [[Target#Part]] and [[Target|words]], and with a ! what
// is embedded: a picture, or a part of another text, which is shown. Outside of a
// vault it is one where the target is there, and else what was written.
func (p *paragraph) wikilink(at int) (took int, put string) {
	s := p.text[at:]
	embed := s[0] == '!'
	inner, n := p.between(at, map[bool]string{false: "[[", true: "![["}[embed], "]]")
	if n == 0 || strings.ContainsAny(inner, "[\n") || strings.TrimSpace(inner) == "" {
		return 0, ""
	}
	if !embed && p.is(Logseq) && strings.HasSuffix(p.text[:at], "](") && strings.HasPrefix(p.text[at+n:], ")") {
		return n, bracketed(inner) // [words]([[page]])
	}
	if after := p.text[at+n:]; after != "" && strings.IndexByte("([:", after[0]) >= 0 {
		return 0, ""
	}
	target, words := cutWords(inner)
	switch {
	case target == "" || strings.TrimSpace(words) == "":
		return 0, ""
	case !p.is(Obsidian|Logseq) && (embed || words == target || !p.files.Has(target)):
		return n, s[:n]
	case embed && isMedia(target):
		if bar := strings.LastIndexByte(words, '|'); bar >= 0 && strings.Trim(words[bar+1:], "0123456789x ") == "" {
			words = words[:bar] // its size
		}
		if words == target || strings.Trim(words, "0123456789x ") == "" {
			words = ""
		}
		if p.files != nil {
			target = p.files.Place(target)
		}
		return n, "![" + escaped(words) + "](" + bracketed(target) + ")"
	case embed:
		if part, ok := p.part(at, target); ok {
			return n, p.setIn(at, n, part)
		}
	}
	return n, "[" + escaped(words) + "](" + bracketed(target) + ")"
}

// cutWords parts what stands in the brackets of a wikilink into its target and
// the words that show: those after the bar, which in a table has a backslash
// before it, or else the target, without the mark of a block. Of a path through
// headings, Note#One#Two, the target keeps the last.
func cutWords(inner string) (target, words string) {
	target, words, barred := strings.Cut(inner, "|")
	target = strings.TrimSpace(strings.TrimSuffix(target, `\`))
	if !barred {
		words = target
	}
	page, heads, parted := strings.Cut(target, "#")
	if !parted {
		return target, words
	}
	part := heads[strings.LastIndexByte(heads, '#')+1:]
	switch {
	case barred:
	case page == "":
		words = strings.TrimLeft(part, "^")
	case strings.HasPrefix(part, "^"):
		words = page
	}
	return strings.TrimSpace(page) + "#" + strings.TrimSpace(part), words
}

// isMedia reports whether what is embedded is a file with an extension that is
// no text's: a picture, a film, a drawing.
func isMedia(target string) bool {
	name, _, _ := strings.Cut(target, "#")
	ext := path.Ext(name)
	if ext == "" || len(ext) > 6 || strings.ContainsAny(ext, " /") {
		return false
	}
	switch strings.ToLower(ext) {
	case ".md", ".markdown", ".txt":
		return false
	}
	return true
}
