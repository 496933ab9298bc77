package main

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
	"lede/articles/importer/webpage/reader"
)

// testCase is a page with the text that is to be read from it.
type testCase struct {
	ID, Kind, Input, Source, Gold, URL string
	Format                             string   `json:"gold_format"`
	Key                                string   `json:"gold_key"`
	Tags                               []string `json:"tags"`

	html   string
	want   []string // words
	sample forest.Sample
}

// read reads the cases of a folder; there are none without a folder.
func read(dir string) []*testCase {
	if dir == "" {
		return nil
	}
	var cases []*testCase
	for line := range bytes.Lines(file(dir, "cases.jsonl")) {
		c := &testCase{}
		if json.Unmarshal(line, c) != nil || c.Kind != "extract" || c.Gold == "" {
			continue
		}
		c.html = strings.ToValidUTF8(string(file(dir, c.Input)), "\ufffd")
		c.want = tokens(textOf(c, string(file(dir, c.Gold))))
		cases = append(cases, c)
	}
	return cases
}

func file(dir, name string) []byte {
	data, err := os.ReadFile(filepath.Join(dir, name)) //nolint:gosec // the folder is the caller's own
	check(err)
	return data
}

// page is a case as its reader sees it, with the words of its footnotes, which are
// read whatever is chosen.
func (c *testCase) page() (*reader.Page, []string) {
	base, err := url.Parse(c.URL)
	check(err)
	root, err := htmldoc.Tree(c.html)
	check(err)
	f := facts.Read(root, base)
	var notes []string
	for _, n := range tidy.Tree(root, base) {
		notes = append(notes, tokens(dom.Text(n))...)
	}
	body := dom.First(root, "body")
	f.Seen(body)
	return reader.NewPage(body, f), notes
}

// tokens are the words of a text, and the signs of scripts without blanks.
func tokens(s string) []string {
	apart := func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) }
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case apart(r):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

var (
	noText = regexp.MustCompile(`\]\([^)]*\)|<[^>]*>|https?://\S+`)
	front  = regexp.MustCompile("(?s)^(---\n.*?\n---|```json.*?```)")
)

// textOf is the expected text of a case in its file.
func textOf(c *testCase, text string) string {
	switch c.Format {
	case "json":
		var v any
		check(json.Unmarshal([]byte(text), &v))
		for k := range strings.SplitSeq(c.Key, ".") {
			v = v.(map[string]any)[k]
		}
		return v.(string)
	case "html":
		root, err := htmldoc.Tree(text)
		check(err)
		return dom.Text(root)
	case "md":
		return noText.ReplaceAllString(front.ReplaceAllString(text, ""), " ")
	}
	return text
}
