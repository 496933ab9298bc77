package importer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// errNoFields is returned for a fenced text that is well-formed and yet no
// front matter: prose between two rules.
var errNoFields = errors.New("not a list of fields")

// fieldError is a mistake in front matter and the line of the file, from 1,
// where it is.
type fieldError struct {
	line int
	what string
}

func (e *fieldError) Error() string {
	return fmt.Sprintf("%d: front matter: %s", e.line, e.what)
}

// yamlEnds are the lines that end front matter in YAML.
var yamlEnds = []string{"---", "..."}

// mostFront is how long front matter may be, in bytes: what its parsers make of
// it takes a hundred times the memory.
const mostFront = 2 << 20

func errFrontSize() error {
	return &fieldError{1, fmt.Sprintf("it is over the limit of %d MB", mostFront>>20)}
}

// splitFront parts the front matter of a Markdown text from its body: YAML
// between lines of ---, TOML between lines of +++, or a JSON object. A text
// without front matter is all body. The error is a *fieldError.
func splitFront(text string) (fields, string, error) {
	text = strings.TrimLeft(text, "\n")
	first, _, _ := strings.Cut(text, "\n")
	switch strings.TrimRight(first, " \t") {
	case "---":
		return splitFenced(text, parseYAML, yamlEnds...)
	case "+++":
		return splitFenced(text, parseTOML, "+++")
	}
	if rest, ok := strings.CutPrefix(text, "{"); ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\n"), `"`) {
		f, n, err := parseJSON(text[:min(len(text), mostFront)])
		if errors.Is(err, io.ErrUnexpectedEOF) && len(text) > mostFront {
			return nil, "", errFrontSize()
		}
		if err != nil {
			return nil, "", jsonError(text, err)
		}
		return f, text[n:], nil
	}
	return nil, text, nil
}

func splitFenced(text string, parse func(string) (fields, error), ends ...string) (fields, string, error) {
	_, inside, _ := strings.Cut(text, "\n")
	front, body, closed := cutLine(inside, ends)
	if !closed {
		if looksLikeFields(front) {
			return nil, "", &fieldError{1, "opened with " + ends[0] + " and never closed"}
		}
		return nil, text, nil
	}
	if len(front) > mostFront {
		if looksLikeFields(front) {
			return nil, "", errFrontSize()
		}
		return nil, text, nil
	}
	f, err := parse(front)
	switch {
	case err == nil:
		return f, body, nil
	case errors.Is(err, errNoFields), !looksLikeFields(front):
		return nil, text, nil // prose between two rules
	}
	return nil, "", placeError(err)
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
		return at > 0 && !strings.ContainsAny(strings.TrimSpace(line[:at]), " \t*[](){}<>|!?.,;")
	}
	return false
}

// placeError finds the line in an error of the YAML or TOML parser. The fence
// is line 1 of the file, so that line n of the fields is line n+1.
func placeError(err error) *fieldError {
	if e, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, _ := e.Position()
		return &fieldError{line + 1, strings.TrimPrefix(e.Error(), "toml: ")}
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
	return &fieldError{line + 1, what}
}

func jsonError(text string, err error) *fieldError {
	at := len(text)
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = min(int(e.Offset), len(text))
	}
	return &fieldError{1 + strings.Count(text[:at], "\n"), err.Error()}
}
