package clipping

import (
	"strings"
	"unicode"
)

// roles are the words that end what a journalist is called.
const roles = `|correspondent|editor|reporter|writer|columnist|critic|journalist|producer|contributor|staff|redakteur|redakteurin|korrespondent|korrespondentin|reporterin|journaliste|correspondant|correspondante|rédacteur|rédactrice|redactor|redactora|periodista|corresponsal|giornalista|inviato|inviata|redattore|repórter|jornalista|redacteur|verslaggever|correspondente|dziennikarz|dziennikarka|reporterka|корреспондент|обозреватель|журналист|`

// withRole reads a name with a role behind it on one line, as "Petra Hollis
// Environment correspondent" is copied.
func withRole(s string) string {
	all := strings.Fields(s)
	if len(all) < 3 || len(all) > 7 || weigh(s) > 70 || !strings.Contains(roles, "|"+strings.ToLower(all[len(all)-1])+"|") {
		return ""
	}
	n := 2
	for n < len(all)-1 && strings.Contains(particles, " "+all[n-1]+" ") {
		n++
	}
	name := strings.TrimRight(strings.Join(all[:n], " "), ",")
	if n > len(all)-1 || !startsUpper(name) || !looksLikeName(name, true) || strings.EqualFold(all[0], "our") {
		return ""
	}
	return name
}

// bracketed reports whether s is a remark in brackets that holds a date:
// "[Submitted on 2 Apr 2024 (v1)]".
func bracketed(s string) bool {
	inner, ok := strings.CutPrefix(s, "[")
	if !ok || !strings.HasSuffix(inner, "]") || words(inner) > 20 || !strings.ContainsFunc(inner, unicode.IsDigit) {
		return false
	}
	for part := range strings.SplitSeq(strings.Trim(inner, "]"), ",") {
		part, _, _ = strings.Cut(part, "(")
		if isDate(part) {
			return true
		}
	}
	return false
}

// severalNames reports whether s lists the names of two or more people and
// nothing else, as a paper's authors are.
func severalNames(s string) bool {
	if len(s) > 1000 || !strings.Contains(s, ", ") {
		return false
	}
	for name := range strings.SplitSeq(strings.Replace(s, " and ", ", ", 1), ", ") {
		if name != "" && !looksLikeFullName(name) {
			return false
		}
	}
	return true
}
