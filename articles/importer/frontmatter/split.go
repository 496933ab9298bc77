// Package frontmatter reads what stands above the text of an article in YAML, TOML
// or JSON, whichever program it was written for, and gives an article what it says.
package frontmatter

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"
)

// errNoFields is returned for a fenced text that is well-formed and yet no
// front matter: prose between two rules.
var errNoFields = errors.New("not a list of fields")

// FieldError is a mistake in front matter and the line of the file, from 1,
// where it is.
type FieldError struct {
	Line int
	what string
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("%d: front matter: %s", e.Line, e.what)
}

// yamlEnds are the lines that end front matter in YAML.
var yamlEnds = []string{"---", "..."}

// mostFront is how long front matter may be, in bytes: what its parsers make of
// it takes a hundred times the memory.
const mostFront = 2 << 20

func errFrontSize() error {
	return &FieldError{1, fmt.Sprintf("it is over the limit of %d MB", mostFront>>20)}
}

// A Flaw is a mistake in front matter that is read all the same, and the lines
// that nothing could be made of.
type Flaw struct {
	FieldError
	Unread []string
}

// Split parts the front matter of a Markdown text from its body: YAML
// between lines of ---, TOML between lines of +++, JSON between lines of ;;; or
// as an object that the text begins with; a word behind --- says another syntax.
// A text without front matter is all body. What is ill-formed is read as far as
// that goes, and the flaw is told. The error is a *FieldError.
func Split(text string) (Fields, string, *Flaw, error) {
	text = strings.TrimLeft(text, "\n")
	first, _, _ := strings.Cut(text, "\n")
	fence, name, _ := strings.Cut(strings.TrimRight(first, " \t"), " ")
	if lead, rest, ok := strings.Cut(fence, "---"); ok && lead == "" && rest != "" {
		fence, name = "---", rest
	}
	switch {
	case fence == "---" && name == "", fence == "---" && (name == "yaml" || name == "yml"):
		return splitFenced(text, parseYAML, ":", yamlEnds...)
	case fence == "---" && name == "toml":
		return splitFenced(text, parseTOML, "=", "---")
	case fence == "---" && name == "json":
		return splitFenced(text, parseWholeJSON, ":", "---")
	case fence == ";;;" && name == "":
		return splitFenced(text, parseWholeJSON, ":", ";;;")
	case fence == "+++" && name == "":
		return splitFenced(text, parseTOML, "=", "+++")
	}
	if rest, ok := strings.CutPrefix(text, "{"); ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\n"), `"`) {
		return splitObject(text)
	}
	return nil, text, nil, nil
}

// Exact reads the YAML between lines of --- that a text begins with into a struct,
// and nothing that another writer might have meant, and returns the body. The error
// is a *FieldError.
func Exact(text string, into any) (body string, err error) {
	_, inside, _ := strings.Cut(text, "\n")
	head, body, _ := cutLine(inside, yamlEnds)
	if err := yaml.Unmarshal([]byte(head), into); err != nil {
		return "", placeError(err)
	}
	return body, nil
}

// splitObject parts the object that a text begins with from its body.
func splitObject(text string) (Fields, string, *Flaw, error) {
	f, n, err := parseJSON(text[:min(len(text), mostFront)])
	switch {
	case err == nil:
		return f, text[n:], nil, nil
	case errors.Is(err, io.ErrUnexpectedEOF) && len(text) > mostFront:
		return nil, "", nil, errFrontSize()
	}
	front, body, closed := cutLine(text, []string{"}", "},", "};"})
	if !closed {
		return nil, text, nil, nil // a text that begins so
	}
	at := jsonError(text, err)
	f, unread := repaired(strings.TrimPrefix(front, "{"), parseYAML, ":")
	return f, body, &Flaw{*at, unread}, nil
}

func splitFenced(text string, parse func(string) (Fields, error), sign string, ends ...string) (Fields, string, *Flaw, error) {
	_, inside, _ := strings.Cut(text, "\n")
	front, body, closed := cutLine(inside, ends)
	opened := &FieldError{1, "opened with " + ends[0] + " and never closed"}
	if !closed {
		if front, body = cutFields(inside, sign); front == "" {
			return nil, text, nil, nil
		}
	}
	if !looksLikeFields(front) && !strings.HasPrefix(strings.TrimSpace(front), "{") {
		f, err := parse(front[:min(len(front), mostFront)])
		if closed && err == nil {
			return f, body, nil, nil
		}
		return nil, text, nil, nil // prose between two rules
	}
	if len(front) > mostFront {
		return nil, "", nil, errFrontSize()
	}
	f, err := parse(front)
	switch {
	case err == nil && closed:
		return f, body, nil, nil
	case err == nil:
		return f, body, &Flaw{*opened, nil}, nil
	case errors.Is(err, errNoFields):
		return nil, text, nil, nil
	}
	f, unread := repaired(front, parse, sign)
	if !closed {
		return f, body, &Flaw{*opened, unread}, nil
	}
	return f, body, &Flaw{*placeError(err), unread}, nil
}

// cutFields cuts front matter without an end behind the last of its fields: at
// the first line that is none, or at a blank one.
func cutFields(text, sign string) (front, body string) {
	at := 0
	for at < len(text) {
		line, _, _ := strings.Cut(text[at:], "\n")
		trimmed := strings.TrimSpace(line)
		key, _, ok := strings.Cut(trimmed, sign)
		isField := ok && isKey(strings.TrimSpace(key))
		if !isField && (at == 0 || !strings.HasPrefix(trimmed, "- ") && line == strings.TrimLeft(line, " \t")) || trimmed == "" {
			break
		}
		at = min(len(text), at+len(line)+1)
	}
	return text[:at], text[at:]
}

// isKey reports whether a word may be the name of a field.
func isKey(s string) bool {
	s = strings.Trim(s, `"'`)
	return s != "" && !strings.ContainsAny(s, " \t*[](){}<>|!?.,;/")
}

// cutLine cuts text around the first line that is one of ends.
func cutLine(text string, ends []string) (before, after string, found bool) {
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		trimmed := strings.TrimRight(line, " \t")
		for _, end := range ends {
			if trimmed == end {
				return text[:at], text[min(len(text), at+len(line)+1):], true
			}
		}
		at += len(line) + 1
	}
	return text, "", false
}

// looksLikeFields reports whether the first line that says something is
// "key: value" or "key = value" with a key of one word. It tells a mistake in
// front matter, which is to be shown, from prose after a rule.
func looksLikeFields(front string) bool {
	for line := range strings.Lines(front) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		at := strings.IndexAny(line, ":=")
		return at > 0 && isKey(strings.TrimSpace(line[:at]))
	}
	return false
}

// placeError finds the line in an error of the YAML or TOML parser. The fence
// is line 1 of the file, so that line n of the fields is line n+1.
func placeError(err error) *FieldError {
	if e, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, _ := e.Position()
		return &FieldError{line + 1, strings.TrimPrefix(e.Error(), "toml: ")}
	}
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1 // the parser leaves it out
	if m := regexp.MustCompile(`line (\d+): `).FindStringSubmatchIndex(what); m != nil {
		line, _ = strconv.Atoi(what[m[2]:m[3]])
		what = what[m[1]:]
	}
	if strings.HasPrefix(what, "mapping values are not allowed") {
		what += ": put a value with a colon in it into quotes"
	}
	return &FieldError{line + 1, what}
}

func jsonError(text string, err error) *FieldError {
	at := len(text)
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = min(int(e.Offset), len(text))
	}
	return &FieldError{1 + strings.Count(text[:at], "\n"), err.Error()}
}
