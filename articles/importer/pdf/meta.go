package pdf

import (
	"path"
	"slices"
	"strings"
	"time"
	"unicode"

	"lede/articles/lazy"
)

// leads are what programs write before the name of the file that they printed.
var leads = []string{"Microsoft Word - ", "Microsoft PowerPoint - ", "Microsoft Excel - ", "PowerPoint Presentation", "Print - "}

// nothing are titles and authors that programs put where nobody gave one.
var nothing = []string{
	"untitled", "untitled document", "untitled-1", "document", "document1", "title", "none", "null", "unknown", "anonymous", "author", "user", "admin",
	"administrator", "owner", "root", "default", "presentation", "slide 1", "no title", "unbenannt", "sans titre", "sin título", "new document", "template", "stdin", "-",
	"(anonymous)", "(unspecified)", "unspecified", "about:blank", "microsoft office user", "windows user", "pc", "test",
}

// title is what the document calls itself; empty when that is no title but the
// name of a file, or what a program wrote.
func title(meta map[string]string) string {
	s := decodedLine(meta["Title"])
	for _, lead := range leads {
		if strings.HasPrefix(s, lead) {
			return ""
		}
	}
	if isNothing(s) || isFileName(s) || isProgram(s, meta) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}

func isNothing(s string) bool {
	return s == "" || slices.Contains(nothing, strings.ToLower(strings.TrimSpace(s)))
}

// isFileName reports whether a title is the name of a file or a path.
func isFileName(s string) bool {
	ext := strings.ToLower(path.Ext(s))
	if len(ext) > 2 && len(ext) <= 6 && !strings.Contains(ext, " ") && strings.ContainsFunc(ext, unicode.IsLetter) && !strings.Contains(strings.TrimSuffix(s, ext), ". ") {
		switch ext {
		case ".doc", ".docx", ".dvi", ".tex", ".ps", ".pdf", ".indd", ".qxd", ".qxp", ".rtf", ".odt", ".txt", ".ppt", ".pptx", ".xls", ".xlsx", ".htm", ".html", ".md", ".fm", ".eps", ".pages", ".key", ".wpd", ".pub", ".ai", ".tif", ".tiff", ".jpg", ".png", ".vsd":
			return true
		}
	}
	if strings.Contains(s, " ") {
		return false
	}
	return strings.ContainsAny(s, `\/_`) || strings.Contains(s, "://") || hasDigit.Get().MatchString(s) && !onlyLetters.Get().MatchString(s)
}

var (
	hasDigit    = &lazy.Regexp{Source: `\d`}
	onlyLetters = &lazy.Regexp{Source: `^\p{L}+$`}
	dated       = &lazy.Regexp{Source: `^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([-+Z])(?:(\d\d)'?:?(\d\d)?'?)?)?`}
)

// isProgram reports whether words are the name of the program that made the
// document.
func isProgram(s string, meta map[string]string) bool {
	low := strings.ToLower(s)
	for _, tag := range [...]string{"Creator", "Producer"} {
		if by := strings.ToLower(meta[tag]); by != "" && (by == low || len(low) > 3 && strings.HasPrefix(by, low+" ") || strings.HasPrefix(low, by+" ") || strings.HasPrefix(by, low+"/")) {
			return true
		}
	}
	return false
}

// author is who wrote the document; empty when it does not say so.
func author(meta map[string]string) string {
	s := decodedLine(meta["Author"])
	const longest = 200
	if isNothing(s) || isProgram(s, meta) || len(s) > longest || !strings.ContainsFunc(s, unicode.IsLetter) || strings.Contains(s, "://") || isFileName(s) {
		return ""
	}
	if strings.Contains(s, ";") {
		parts := strings.FieldsFunc(s, func(r rune) bool { return r == ';' })
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		s = strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
	}
	return s
}

// keywords are the tags of a document.
func keywords(s string) []string {
	const most, longest = 12, 40
	var out []string
	for part := range strings.FieldsFuncSeq(decodedLine(s), func(r rune) bool { return r == ',' || r == ';' }) {
		if part = strings.TrimSpace(part); part != "" && len(part) <= longest && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	if len(out) > most {
		return nil // they are not for people
	}
	return out
}

// date reads a date as PDF has it, D:20261129104805+01'00'; zero for none.
func date(s string) time.Time {
	m := dated.Get().FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return time.Time{}
	}
	layout, value := "2006", m[1]
	for i, part := range [...]string{"01", "02", "15", "04", "05"} {
		if m[i+2] == "" {
			break
		}
		layout, value = layout+part, value+m[i+2]
	}
	zone := "+0000"
	if m[7] == "+" || m[7] == "-" {
		zone = m[7] + m[8] + m[9]
		for len(zone) < 5 {
			zone += "0"
		}
	}
	t, err := time.Parse(layout+"-0700", value+zone)
	if err != nil || t.Year() < 1970 || t.Year() > 2200 {
		return time.Time{}
	}
	return t
}
