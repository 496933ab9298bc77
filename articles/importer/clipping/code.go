package clipping

import (
	"strings"
	"unicode"
)

// looksLikeCode reports whether a line is surely code and not prose.
func looksLikeCode(raw string) bool {
	s := strings.TrimSpace(raw)
	if s == "" || len(s) > 300 {
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
	return codeMarks(s) >= 2 && !sentence(s)
}

// sentence reports whether s reads as words and not as code.
func sentence(s string) bool {
	n := len(strings.Fields(s))
	if n < 5 {
		return false
	}
	last := s[len(s)-1]
	if last == ';' || last == '{' || last == '}' {
		return false
	}
	plain := 0
	for f := range strings.FieldsSeq(s) {
		f = strings.Trim(f, ".,;:!?()\"'“”’")
		if f != "" && strings.IndexFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }) < 0 {
			plain++
		}
	}
	return plain*10 >= n*7
}

// codeMarks counts the signs of code in a line.
func codeMarks(s string) int {
	n := 0
	last := s[len(s)-1]
	if last == ';' || last == '{' || last == '}' {
		n += 2
	}
	if strings.HasSuffix(s, "=>") || strings.HasSuffix(s, "\\") {
		n++
	}
	for _, mark := range []string{" = ", "==", "!=", "=>", "->", "::", " --", "&&", "||", "();", "()", "({", "[]", ":=", "+=", "</", "/>", " | ", "\":", "${"} {
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

// code reads a block of code at line i: lines that are surely code, with what
// is indented or stands between brackets amid them.
func (p *page) code(i int) (block, int) {
	copied := i+1 < p.end && p.lines[i+1].class == button && strings.HasPrefix(fold(p.lines[i+1].text), "cop")
	if !looksLikeCode(p.lines[i].raw) && !(copied && !ends(p.lines[i].text) && p.lines[i].gap > 0 && codeMarks(p.lines[i].text) > 0) {
		return block{}, i
	}
	last, open := i, 0
	for j := i; j < p.end; j++ {
		l := &p.lines[j]
		if j > i && l.gap > 2 && open <= 0 || l.class == button {
			break
		}
		is := looksLikeCode(l.raw)
		inside := open > 0 && j < i+400 && !l.prose()
		if !is && !inside && !(l.indent > p.lines[i].indent && l.gap == 0) && !(l.gap == 0 && j+1 < p.end && p.lines[j+1].gap == 0 && looksLikeCode(p.lines[j+1].raw) && !sentence(l.text)) && j > i {
			break
		}
		open += strings.Count(l.text, "{") + strings.Count(l.text, "(") - strings.Count(l.text, "}") - strings.Count(l.text, ")")
		last = j
	}
	b := block{kind: codeBlock}
	least := p.lines[i].indent
	for j := i; j <= last; j++ {
		least = min(least, p.lines[j].indent)
	}
	for j := i; j <= last; j++ {
		for range min(p.lines[j].gap, 2) {
			if j > i {
				b.parts = append(b.parts, "")
			}
		}
		b.parts = append(b.parts, dedent(p.lines[j].raw, least))
	}
	return b, last + 1
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

// log reports whether most lines of the text are the records of a program:
// they begin with a time or a level.
func (p *page) log() bool {
	n, all := 0, 0
	for i := p.body; i < p.end && all < 200; i++ {
		all++
		s := p.lines[i].text
		digits := 0
		for digits < len(s) && digits < 24 && strings.IndexByte("0123456789-:/.T[ ", s[digits]) >= 0 {
			digits++
		}
		level := strings.HasPrefix(s, "INFO") || strings.HasPrefix(s, "WARN") || strings.HasPrefix(s, "ERROR") || strings.HasPrefix(s, "DEBUG") || strings.HasPrefix(s, "[info") || strings.HasPrefix(s, "[INFO") || strings.HasPrefix(s, "[WARN") || strings.HasPrefix(s, "[ERROR")
		if level || digits >= 8 && strings.Contains(s[:digits], ":") {
			n++
		}
	}
	return all >= 3 && n*10 >= all*7
}
