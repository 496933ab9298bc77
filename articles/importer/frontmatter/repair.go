package frontmatter

import (
	"encoding/json"
	"strings"
)

// repaired reads fields of which some are ill-formed, each by itself: a value
// that is none in its syntax is the words that stand there. It returns the lines
// too that are no fields.
func repaired(front string, parse func(string) (Fields, error), sign string) (Fields, []string) {
	out := Fields{}
	table, unread := "", []string(nil)
	const most = 1000 // that are looked at closely
	for i, entry := range fieldsIn(front, sign) {
		first, more, _ := strings.Cut(entry, "\n")
		trimmed := strings.TrimSpace(first)
		if sign == "=" && strings.HasPrefix(trimmed, "[") {
			table = trimmed
			continue
		}
		key, value, ok := strings.Cut(trimmed, sign)
		key = strings.Trim(strings.TrimSpace(key), `"'`)
		switch {
		case trimmed == "", trimmed[0] == '#', trimmed == "{", trimmed == "}":
			continue
		case !ok || !isKey(key):
			unread = append(unread, nonBlank(entry)...)
			continue
		}
		var f Fields
		var err error
		if i < most {
			f, err = parse(table + "\n" + strings.TrimLeft(first, " \t") + "\n" + more)
		}
		if err != nil || len(f) == 0 {
			f = Fields{foldKey(key): {Name: key, Value: loose(value, more)}}
			if table != "" {
				name := strings.Trim(table, "[] ")
				f = Fields{foldKey(name): {Name: name, Value: f}}
			}
		}
		out.merge(f, i)
	}
	return out, unread
}

// fieldsIn are the lines of each field. One goes on in the lines that are set in
// or are items of a list; a field that is set in, though nothing is open, begins
// one of its own.
func fieldsIn(front, sign string) []string {
	var out []string
	from, at := 0, 0 // of the field that is read, and of the line
	open := false    // the value is still to come, or may have lines
	for line := range strings.Lines(front) {
		trimmed := strings.TrimSpace(line)
		key, value, ok := strings.Cut(trimmed, sign)
		setIn := line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(trimmed, "]") || strings.HasPrefix(trimmed, "}")
		isField := ok && isKey(strings.TrimSpace(key)) && !strings.HasPrefix(trimmed, "- ")
		goesOn := at > 0 && (trimmed == "" || setIn && (open || !isField))
		at += len(line)
		if goesOn {
			continue
		}
		if from < at-len(line) {
			out = append(out, front[from:at-len(line)])
		}
		from = at - len(line)
		value = strings.TrimSpace(value)
		open = value == "" || strings.HasPrefix(value, "|") || strings.HasPrefix(value, ">") || strings.HasPrefix(value, "[") || strings.HasPrefix(value, "{") || strings.HasPrefix(value, `"""`)
	}
	return append(out, front[from:])
}

// loose is a value as its words stand: without the quotation mark that has no
// other, and with the items of a list that follow.
func loose(value, more string) any {
	value = strings.TrimSuffix(strings.TrimSpace(value), ",")
	words := []string{value}
	var items []any
	for line := range strings.Lines(more) {
		line = strings.TrimSpace(line)
		if item, ok := strings.CutPrefix(line, "- "); ok {
			items = append(items, unquoted(item))
		} else if line != "" {
			words = append(words, line)
		}
	}
	value = strings.TrimSpace(strings.Join(words, " "))
	if strings.HasPrefix(value, "[") {
		for item := range strings.SplitSeq(strings.Trim(value, "[]"), ",") {
			if item = unquoted(item); item != "" {
				items = append(items, item)
			}
		}
		return items
	}
	if len(items) > 0 && value == "" {
		return items
	}
	return unquoted(value)
}

func unquoted(s string) string {
	s = strings.TrimSpace(s)
	var text string
	if strings.HasPrefix(s, `"`) && json.Unmarshal([]byte(s), &text) == nil {
		return text
	}
	return strings.Trim(s, `"'`)
}

// merge puts the fields of another into f; tables of one name are one.
func (f Fields) merge(more Fields, at int) {
	for key, value := range more {
		have, isTable := f[key].Value.(Fields)
		add, both := value.Value.(Fields)
		if isTable && both {
			have.merge(add, at)
		} else {
			value.at = at
			f[key] = value
		}
	}
}

func nonBlank(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
