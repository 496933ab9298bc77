package clipping

import (
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
	switch s {
	case "{", "}", "};", "});", "})", ")", "];", "]", "},", ");", "]);", "end", "fi", "done":
		return s != "end" && s != "done"
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
	if strings.Contains(s, " --") && !strings.Contains(s, " -- ") {
		n++
	}
	return n
}

// couldBeCode reports whether a line that stands among code is code as well.
func couldBeCode(l *line, base int32) bool {
	s := l.text
	if looksLikeCode(l.raw) || l.indent > base && !sentence(s) {
		return true
	}
	if sentence(s) || l.prose() {
		return false
	}
	if strings.ContainsAny(s, "│┼├─") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, "(") || strings.HasSuffix(s, "[") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "-- ") {
		return true
	}
	word, _, _ := strings.Cut(s, " ")
	switch word {
	case "SELECT", "FROM", "WHERE", "WITH", "GROUP", "ORDER", "JOIN", "LEFT", "INNER", "ON", "AND", "OR", "LIMIT", "VALUES", "SET", "AS", "HAVING", "UNION", "else", "end", "try:", "else:", "begin":
		return true
	}
	return false
}

// code reads a block of code at line i: at least one line that is surely code
// and what stands with it without a gap or between its brackets.
func (r *reader) code(i int) (*html.Node, int) {
	base, sure, open, last := r.lines[i].indent, 0, 0, i-1
	script := false // it opens with the name of its interpreter
	for j := i; j < len(r.lines) && j < i+2000 && (sure > 0 || j < i+40); j++ {
		l := &r.lines[j]
		if j > i && l.gap > 2 && open <= 0 {
			break
		}
		is := looksLikeCode(l.raw)
		if j > i && l.gap > 0 && open <= 0 && !(is && sure > 0) && !(l.indent > base && couldBeCode(l, base)) {
			break
		}
		if script && l.gap == 0 {
			last = j
			continue
		}
		if !is && !couldBeCode(l, base) && (r.whole || l.label != code) && !(open > 0 && !l.prose() && sure > 0) && !r.amidCode(j) {
			break
		}
		if is {
			sure++
		}
		script = script || j == i && strings.HasPrefix(l.text, "#!/")
		open += strings.Count(l.text, "{") + strings.Count(l.text, "(") - strings.Count(l.text, "}") - strings.Count(l.text, ")")
		last = j
	}
	if sure == 0 || last < i || sure*4 < last-i+1 && open != 0 {
		return nil, i
	}
	return element("pre", codeLines(r.lines[i:last+1])), last + 1
}

// amidCode reports whether line j stands right between two lines of code.
func (r *reader) amidCode(j int) bool {
	return j > 0 && j+1 < len(r.lines) && r.lines[j].gap == 0 && r.lines[j+1].gap == 0 && !sentence(r.lines[j].text) &&
		looksLikeCode(r.lines[j-1].raw) && looksLikeCode(r.lines[j+1].raw)
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

// log reports whether most lines are the records of a program: they begin with
// a time of day or a level.
func log(lines []line) bool {
	n, all := 0, min(len(lines), 200)
	for i := range lines[:all] {
		s := lines[i].text
		digits := 0
		for digits < len(s) && digits < 24 && strings.IndexByte("0123456789-:/.T[ ", s[digits]) >= 0 {
			digits++
		}
		level, _, _ := strings.Cut(strings.TrimLeft(s, "["), " ")
		switch strings.TrimRight(strings.ToLower(level), ":]") {
		case "info", "warn", "warning", "error", "debug", "trace", "fatal":
			n++
		default:
			if digits >= 8 && strings.Contains(s[:digits], ":") && !spokenAt(s, digits) {
				n++
			}
		}
	}
	return all >= 3 && n*10 >= all*7
}

// spokenAt reports whether s, which opens with so many characters of a time, is
// of a transcript: no day stands there, and a speaker's name follows.
func spokenAt(s string, time int) bool {
	said := strings.TrimLeft(s[time:], "]) \t")
	name := speaker(said)
	return name != "" && !strings.ContainsAny(s[:time], "-/T") && words(said) > words(name) && strings.HasPrefix(said[len(name):], ": ")
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
