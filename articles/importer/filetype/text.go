package filetype

import (
	"encoding/csv"
	"encoding/json"
	"strings"

	"go.yaml.in/yaml/v3"

	"lede/articles/lazy"
)

// OfText names what a text is that programs write for programs; empty for a text
// for people. The name of its file may be empty.
func OfText(name, text string) string {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	switch end(name) {
	case ".json", ".geojson", ".jsonl", ".ndjson", ".json5", ".webmanifest":
		return "a JSON file"
	case ".csv":
		return "a CSV table"
	case ".tsv":
		return "a table (TSV)"
	case ".yaml", ".yml":
		return "a YAML file"
	case ".toml", ".ini", ".cfg", ".conf", ".properties", ".env":
		return "a file of settings"
	case ".ics":
		return "a calendar"
	case ".vcf":
		return "an address book"
	case ".svg":
		return "an SVG image"
	case ".url", ".webloc", ".desktop":
		return "a shortcut to an address, which lede add takes by itself"
	case ".bib":
		return "a list of references (BibTeX)"
	case ".srt", ".vtt":
		return "" // words that somebody said
	}
	switch {
	case strings.HasPrefix(text, "<svg"):
		return "an SVG image"
	case strings.HasPrefix(text, "BEGIN:VCALENDAR"):
		return "a calendar"
	case strings.HasPrefix(text, "BEGIN:VCARD"):
		return "an address book"
	case isJSON(text):
		return "a JSON file"
	case isTable(text):
		return "a CSV table"
	case isYAML(text):
		return "a YAML file"
	case isManual(name, text):
		return "a manual page"
	}
	return ""
}

// isJSON reports whether a text is an object or a list, or one on each line.
func isJSON(text string) bool {
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	if json.Valid([]byte(text)) {
		return true
	}
	n := 0
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if line[0] != '{' || !json.Valid([]byte(line)) {
			return false
		}
		n++
	}
	return n > 1
}

// sample is how many lines of a text are looked at.
const sample = 50

// isTable reports whether every line of a text has as many cells as the first,
// parted as machines do it: no blank follows a comma, and no line is a sentence.
func isTable(text string) bool {
	lines := strings.SplitN(text, "\n", sample+1)
	lines = lines[:min(len(lines), sample)]
	if len(lines) < 2 || strings.Contains(lines[0], ", ") || strings.Contains(lines[0], "; ") {
		return false
	}
	r := csv.NewReader(strings.NewReader(strings.Join(lines, "\n")))
	r.LazyQuotes = true
	if strings.Count(lines[0], ";") > strings.Count(lines[0], ",") {
		r.Comma = ';'
	}
	rows, err := r.ReadAll() // all have as many cells, or it is an error
	if err != nil || len(rows) < 2 || len(rows[0]) < 2 {
		return false
	}
	for _, row := range rows[:len(rows)-1] {
		for i, cell := range row {
			if i > 0 && strings.HasPrefix(cell, " ") || strings.Count(cell, " ") > 40 {
				return false
			}
		}
	}
	for _, cell := range rows[0] {
		if len(cell) > 60 || strings.ContainsAny(cell, ".!?") {
			return false
		}
	}
	return true
}

var yamlLine = &lazy.Regexp{Source: `^(\s*- .*|\s*-|\s*[\w.$/-]+:( .*)?|\s+[\w.$"'/-]+:( .*)?|---|\.\.\.|\s*#.*)$`}

// isYAML reports whether every line of a text is one of settings: words of
// machines before colons, in small letters.
func isYAML(text string) bool {
	lines := strings.Split(text[:min(len(text), 8<<10)], "\n")
	keys := 0
	for i, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		if line == "" || i > 0 && i == len(lines)-1 && len(text) > 8<<10 {
			continue
		}
		if !yamlLine.Get().MatchString(line) {
			return false
		}
		if key, _, ok := strings.Cut(line, ":"); ok && line[0] >= 'a' && line[0] <= 'z' && !strings.Contains(key, " ") {
			keys++
		} else if line[0] >= 'A' && line[0] <= 'Z' {
			return false // "From: a friend"
		}
	}
	var doc map[string]any
	return keys > 1 && len(text) < 1<<20 && yaml.Unmarshal([]byte(text), &doc) == nil && len(doc) > 1
}

// isManual reports whether a text is the source of a manual page.
func isManual(name, text string) bool {
	ext := end(name)
	numbered := len(ext) == 2 && ext[1] >= '1' && ext[1] <= '9'
	if numbered || ext == "" {
		for _, start := range [...]string{".TH ", ".Dd ", `.\" `, `'\" `, ".\\\"\n"} {
			if strings.HasPrefix(text, start) {
				return true
			}
		}
	}
	return false
}
