package clipping

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// codeSigns are the characters of which every line of code holds one.
const codeSigns = "{}()[];=<>|&/\\$@#:-+\"'│┼"

// looksLikeCode reports whether a line is surely code and not prose.
func looksLikeCode(raw string) bool {
	s := strings.TrimSpace(raw)
	if len(s) < 1 || len(s) > 300 || !strings.ContainsAny(s, codeSigns) {
		return false
	}
	if last := s[len(s)-1]; (last == '.' || last == '?' || last == '!') && startsUpper(s) {
		return false
	}
	for _, lead := range []string{"$ ", "#!/", "//", "/*", "import ", "from ", "def ", "func ", "function ", "const ", "let ", "var ", "class ", "return ", "if (", "for (", "while (", "#include", "public ", "private ", "package ", "SELECT ", "INSERT ", "UPDATE ", "CREATE ", "WITH ", "FROM ", "WHERE ", "sudo ", "npm ", "pip ", "git ", "curl ", "docker ", "apt ", "brew ", "go ", "cargo ", "cd ", "mkdir ", "print(", "echo ", "</", "<?", "<!", "@", ">>> ", "PS> ", "C:\\>"} {
		if strings.HasPrefix(s, lead) {
			return codeMarks(s) >= 1 && !sentence(s) || lead == "$ " || lead == "#!/" || lead == ">>> "
		}
	}
	if strings.Trim(s, "});,]") == "" || s == "{" {
		return true // it closes brackets
	}
	return codeMarks(s) >= 2 && !sentence(s) || strings.ContainsAny(s, "│┼") // a table that a program drew
}

// sentence reports whether s reads as words and not as code.
func sentence(s string) bool {
	n := len(strings.Fields(s))
	if n < 5 {
		return false
	}
	last := s[len(s)-1]
	if last == ';' && !spoken(s) || last == '{' || last == '}' {
		return false
	}
	plain := 0
	for f := range strings.FieldsSeq(s) {
		f = strings.Trim(f, ".,;:!?()\"'“”’")
		if f != "" && f[0] != '-' && strings.IndexFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) < 0 {
			plain++
		}
	}
	return plain*10 >= n*7
}

// spoken reports whether s is words, three or more, with the marks of prose
// between them: a line of verse and an item of a list may end with a semicolon.
func spoken(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !strings.ContainsRune(" ,;:'’-–—!?.“”\"", r) {
			return false
		}
	}
	return words(s) >= 3 || words(s) > 1 && startsUpper(s)
}

// codeMarks counts the signs of code in a line.
func codeMarks(s string) int {
	n := 0
	last := s[len(s)-1]
	if last == '{' || last == '}' || last == ';' && !spoken(s) {
		n += 2
	}
	if strings.HasSuffix(s, "=>") || strings.HasSuffix(s, "\\") {
		n++
	}
	for _, mark := range []string{" = ", "==", "!=", "=>", "->", "::", " --", "&&", "||", "();", "()", "({", "[]", ":=", "+=", "</", "/>", " | ", "\":", "${", ");", ") {", " // "} {
		if strings.Contains(s, mark) {
			n++
		}
	}
	if at := strings.IndexByte(s, '('); at > 0 && s[at-1] != ' ' && strings.IndexByte(s[at:], ')') > 0 {
		n++
	}
	if !strings.Contains(s, " ") && strings.Contains(s, "/") && (strings.HasPrefix(s, "./") || strings.HasPrefix(s, "~/")) {
		n += 2
	}
	if option(s) {
		n += 2
	}
	return n
}

// code reads a block of code at line i: lines that are surely code, and what
// stands between them or goes on with them and is no sentence.
func (r *reader) code(i int) (*html.Node, int) {
	const most, amid, many = 2000, 3, 8 // lines; so many between two that are surely code; words
	base, sure, open, end := r.lines[i].indent, 0, 0, i
	for j := i; j < min(len(r.lines), i+most, end+amid); j++ {
		l := &r.lines[j]
		is := looksLikeCode(l.raw)
		labelled := l.label == code && !r.whole
		goesOn := open > 0 || sure > 0 && (l.indent > base && l.gap <= 2 || l.gap == 0 && (drawnLine(l.text) || drawnLine(r.lines[j-1].text)))
		could := goesOn || labelled || j > i && l.gap == 0 || j == i && opensCode(l)
		says := l.prose() || open <= 0 && sentence(l.text) && (!labelled || startsUpper(l.text) && words(l.text) >= many)
		apart := j > i && l.gap > 0 && !goesOn && (!is || l.gap > 2)
		if apart || !is && (says || !could) {
			break
		}
		if is {
			sure++
		}
		if is || goesOn || labelled {
			end = j + 1
		}
		open += strings.Count(l.text, "{") + strings.Count(l.text, "(") - strings.Count(l.text, "}") - strings.Count(l.text, ")")
	}
	if sure == 0 {
		return nil, i
	}
	return element("pre", codeLines(r.lines[i:end])), end
}

// opensCode reports whether a line could be the first of a block of code, that is
// not surely one: it has a sign of code, and is not what heads or announces one.
func opensCode(l *line) bool {
	return strings.ContainsAny(l.text, "{}()[];=<>|&$*") && !colon(l.text) && l.label != heading
}

// codeLines are lines with their blank lines, without the indentation that all of
// them have.
func codeLines(lines []line) string {
	least := lines[0].indent
	for i := range lines {
		least = min(least, lines[i].indent)
	}
	return verbatim(lines, least)
}

// dedent takes n columns of indentation off a line.
func dedent(raw string, n int32) string {
	for n > 0 && raw != "" {
		switch raw[0] {
		case ' ':
			n--
		case '\t':
			n -= 4
		default:
			return raw
		}
		raw = raw[1:]
	}
	return raw
}

// comments are what begins a line that a program's author says something in.
var comments = []string{"#", "//", "/*", "*/", "* ", "--", ";", "%", `"""`, "'''", "<!--"}

// program reports whether a text is the source of a program from its first line
// to its last: many lines are surely code, and every other is indented, is a
// comment, or is no sentence.
func program(lines []line) bool {
	const least, most = 6, 400 // lines
	all, sure := lines[:min(len(lines), most)], 0
	for i := range all {
		l := &all[i]
		comment := slices.ContainsFunc(comments, func(mark string) bool { return strings.HasPrefix(l.text, mark) })
		if looksLikeCode(l.raw) {
			sure++
		} else if l.indent == 0 && !comment && (sentence(l.text) || l.prose()) {
			return false
		}
	}
	return len(all) >= least && sure*10 >= len(all)*4
}

// log reports whether most lines are the records of a program: they begin with
// a time or a level, and nobody speaks in them.
func log(lines []line) bool {
	const second = len("00:00:00")
	n, all := 0, min(len(lines), 200)
	for i := range lines[:all] {
		level, _, _ := strings.Cut(strings.TrimLeft(lines[i].text, "["), " ")
		switch strings.TrimRight(strings.ToLower(level), ":]") {
		case "info", "warn", "warning", "error", "debug", "trace", "fatal":
			n++
		default:
			if time, rest := clock(lines[i].text); len(time) >= second && (strings.ContainsAny(time, "-/T") || speaker(rest) == "") {
				n++
			}
		}
	}
	return all >= 3 && n*10 >= all*7
}

// clock is the time of day, with its day or without, that s begins with, and what
// follows it: "[00:01:02] ANN: Yes". The time is empty where there is none.
func clock(s string) (time, rest string) {
	rest = strings.TrimLeft(s, "0123456789-:/.T[]( ")
	time = strings.Trim(s[:len(s)-len(rest)], ".-[]( ")
	hour, minute, _ := strings.Cut(time, ":")
	if hour == "" || strings.Trim(minute[:min(len(minute), 2)], "0123456789") != "" || len(minute) < 2 {
		return "", s
	}
	return time, rest
}

// verbatim is lines as they stood, with their blank lines, without so many columns
// of indentation.
func verbatim(lines []line, indent int32) string {
	var b strings.Builder
	for i := range lines {
		if i > 0 {
			b.WriteString(strings.Repeat("\n", 1+int(min(lines[i].gap, 2))))
		}
		b.WriteString(dedent(lines[i].raw, indent))
	}
	return b.String()
}
