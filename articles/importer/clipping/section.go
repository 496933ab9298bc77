package clipping

import (
	"strconv"
	"strings"
	"unicode"
)

// numeral reports whether line i is the number of a section and nothing else,
// "II." or "2", and its neighbour in order heads another.
func (p *page) numeral(i int) bool {
	if !p.numeralAt(i) {
		return false
	}
	n := numeralValue(p.lines[i].text)
	for j := p.body; j < p.end; j++ {
		if m := numeralValue(p.lines[j].text); (m == n+1 && j > i || m == n-1 && m > 0 && j < i) && p.numeralAt(j) {
			return true
		}
	}
	return false
}

// numeralAt reports whether line i is a number with prose under it.
func (p *page) numeralAt(i int) bool {
	return i+1 < len(p.lines) && (p.end == 0 || i+1 < p.end) && numeralValue(p.lines[i].text) > 0 && p.lines[i+1].prose() && (p.lines[i].gap > 0 || !unicode.IsDigit(rune(p.lines[i].text[0])))
}

// numeralValue is the value of a line such as "IV." or "4", up to 39; else 0.
func numeralValue(s string) int {
	s = strings.TrimSuffix(s, ".")
	if n, err := strconv.Atoi(s); err == nil && n > 0 && n < 40 {
		return n
	}
	if s == "" || len(s) > 7 || strings.Trim(s, "IVX") != "" {
		return 0
	}
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && v < value[s[i+1]] {
			v = -v
		}
		n += v
	}
	return n
}

// speaker is the label of an interview that opens s: "LB: Soup."
func speaker(s string) string {
	at := strings.IndexAny(s, ":：")
	if at < 1 || at > 40 || words(s[:at]) > 3 || !startsUpper(s) && !wide([]rune(s)[0]) || strings.ContainsFunc(s[:at], unicode.IsDigit) || at+1 >= len(s) {
		return ""
	}
	return s[:at]
}

// findSpeakers finds the labels of an interview: two or more of them that take
// turns, twice at the least.
func (p *page) findSpeakers() {
	turns, last := map[string]int{}, ""
	for i := p.body; i < len(p.lines); i++ {
		if s := speaker(p.lines[i].text); s != "" && s != last {
			turns[s]++
			last = s
		}
	}
	regular := 0
	for _, n := range turns {
		if n > 1 {
			regular++
		}
	}
	if regular < 2 {
		return
	}
	for s, n := range turns {
		if n > 1 {
			p.speakers[s] = true
			continue
		}
		for short := range turns { // the full name, before its letters are used
			if turns[short] > 1 && initials(s) == short {
				p.speakers[s] = true
			}
		}
	}
}

// initials are the first letters of the words of a name.
func initials(name string) string {
	var b strings.Builder
	for f := range strings.FieldsSeq(name) {
		b.WriteRune([]rune(f)[0])
	}
	return b.String()
}
