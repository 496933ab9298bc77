package clipping

import "strings"

// comments are what begins a line that a program's author says something in.
var comments = []string{"#", "//", "/*", "*/", "* ", "--", ";", "%", `"""`, "'''", "<!--"}

// program reports whether a text is the source of a program from its first line
// to its last: many lines are surely code, and every other is indented, is a
// comment, or could stand among code.
func program(lines []line) bool {
	const least, most = 6, 400 // lines
	all := lines[:min(len(lines), most)]
	sure := 0
	for i := range all {
		l := &all[i]
		switch {
		case looksLikeCode(l.raw):
			sure++
		case strings.HasPrefix(l.raw, " ") || strings.HasPrefix(l.raw, "\t") || opensComment(l.text) || declares(l.text) || couldBeCode(l, 0):
		default:
			return false
		}
	}
	return len(all) >= least && sure*10 >= len(all)*4
}

func opensComment(s string) bool {
	for _, mark := range comments {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

// declares reports whether a line has no sign of code and opens a program all
// the same: "package lamp", "from lamp import wick".
func declares(s string) bool {
	const most = 8 // words
	word, rest, _ := strings.Cut(s, " ")
	switch word {
	case "package", "import", "from", "module", "use", "using", "require", "include", "namespace":
		return rest != "" && words(rest) <= most && !stops(strings.TrimSuffix(s, ";"))
	}
	return false
}
