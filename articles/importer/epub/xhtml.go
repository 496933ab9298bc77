package epub

import (
	"html"
	"regexp"
	"strings"
)

// xmlDialects are the namespaces whose elements HTML knows by their names
// alone.
var xmlDialects = []string{
	"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg",
}

// void are the elements that HTML never closes.
const void = " area base br col embed hr img input link meta param source track wbr "

// toHTML rewrites XHTML so that a parser of HTML sees the same in it: elements
// that close themselves (an empty title would swallow the page, an anchor all
// that follows) are closed, CDATA becomes text, declarations go. What is
// ill-formed stays for that parser to mend.
func toHTML(data string) string {
	prefixes := prefixesOf(data)
	var b strings.Builder
	b.Grow(len(data) + len(data)/50)
	for {
		at := strings.IndexByte(data, '<')
		if at < 0 {
			b.WriteString(data)
			return b.String()
		}
		b.WriteString(data[:at])
		data = data[at:]
		switch {
		case strings.HasPrefix(data, "<!--"):
			_, data = cut(data, "-->")
		case strings.HasPrefix(data, "<![CDATA["):
			var text string
			text, data = cut(data[len("<![CDATA["):], "]]>")
			b.WriteString(html.EscapeString(text))
		case strings.HasPrefix(data, "<?"):
			_, data = cut(data, "?>")
		case strings.HasPrefix(data, "<!"):
			data = afterDeclaration(data)
		default:
			data = tag(&b, data, prefixes)
		}
	}
}

// cut parts s around the end of something; without one all of s is in it.
func cut(s, end string) (inside, rest string) {
	inside, rest, _ = strings.Cut(s, end)
	return inside, rest
}

// afterDeclaration is what follows a DOCTYPE, that may have declarations of its
// own between brackets.
func afterDeclaration(data string) string {
	const longest = 8 << 10 // no book declares more, and nothing is looked through twice
	end := strings.IndexByte(data, '>')
	if end < 0 {
		return ""
	}
	if open := strings.IndexByte(data[:end], '['); open >= 0 {
		if close := strings.IndexByte(data[:min(len(data), longest)], ']'); close > open {
			if end = strings.IndexByte(data[close:], '>'); end < 0 {
				return ""
			}
			end += close
		}
	}
	return data[end+1:]
}

// tag writes the tag that data begins with and returns what follows it.
func tag(b *strings.Builder, data string, prefixes []string) string {
	start := 1
	if strings.HasPrefix(data, "</") {
		start = 2
	}
	if len(data) == start || !letter(data[start]) { // no tag: HTML takes it for text or a comment
		b.WriteString("&lt;")
		return data[1:]
	}
	end := tagEnd(data)
	if end < 0 {
		return ""
	}
	b.WriteString(data[:start])
	inside := data[start:end]
	for _, p := range prefixes {
		if strings.HasPrefix(inside, p) {
			inside = inside[len(p):]
			break
		}
	}
	name := inside[:nameEnd(inside)]
	inside, alone := strings.CutSuffix(inside, "/")
	b.WriteString(inside)
	b.WriteByte('>')
	if alone && start == 1 && !strings.Contains(void, " "+strings.ToLower(name)+" ") {
		b.WriteString("</" + name + ">")
	}
	return data[end+1:]
}

// tagEnd is where the > of a tag stands; one in a quoted value is none. A
// quotation mark that is never closed does not hide the rest of the book.
func tagEnd(data string) int {
	const longest = 1 << 20
	quote := byte(0)
	for i := 1; i < min(len(data), longest); i++ {
		switch c := data[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '>':
			return i
		case c == '<': // the tag was never closed
			return strings.IndexByte(data, '>')
		}
	}
	return strings.IndexByte(data, '>')
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' }

func nameEnd(s string) int {
	if at := strings.IndexAny(s, " \t\r\n/>"); at >= 0 {
		return at
	}
	return len(s)
}

// prefixesOf are the prefixes, with their colons, that a document declares for
// the dialects that HTML knows.
func prefixesOf(data string) []string {
	var out []string
	for _, found := range regexp.MustCompile(`xmlns:([\w.-]+)\s*=\s*["']([^"']*)`).FindAllStringSubmatch(data[:min(len(data), 64<<10)], 100) {
		for _, uri := range xmlDialects {
			if found[2] == uri {
				out = append(out, found[1]+":")
			}
		}
	}
	return out
}
