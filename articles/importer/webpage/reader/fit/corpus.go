package main

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/samples"
	"lede/articles/importer/webpage/facts"
	"lede/articles/importer/webpage/reader"
)

type testCase struct {
	ID, Kind, Input, Source, Gold, URL string
	Format                             string   `json:"gold_format"`
	Key                                string   `json:"gold_key"`
	Tags                               []string `json:"tags"`

	page
	labels []bool
	gold   []string
}

// page is one as its reader sees it.
type page struct {
	*reader.Page
	table forest.Table
	notes []string // words of its footnotes, which are read whatever is chosen
}

// read reads the cases of a folder.
func read(dir string) []*testCase {
	if dir == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(dir, "cases.jsonl")) //nolint:gosec // the folder is the caller\'s own
	check(err)
	var cases []*testCase
	for line := range bytes.Lines(data) {
		c := &testCase{}
		if json.Unmarshal(line, c) == nil && c.Kind == "extract" && c.Gold != "" {
			load(dir, c)
			cases = append(cases, c)
		}
	}
	return cases
}

// load reads the page and the expected text of a case.
func load(dir string, c *testCase) {
	data, err := os.ReadFile(filepath.Join(dir, c.Input)) //nolint:gosec // the folder is the caller\'s own
	check(err)
	c.gold = tokens(goldText(dir, c))
	base, err := url.Parse(c.URL)
	check(err)
	c.page = described(strings.ToValidUTF8(string(data), "\ufffd"), base)
	c.labels = in(c.Blocks, c.gold)
}

func described(text string, base *url.URL) page {
	root, err := htmldoc.Tree(text)
	check(err)
	f := facts.Read(root, base)
	var p page
	for _, n := range tidy.Tree(root, base) {
		p.notes = append(p.notes, tokens(dom.Text(n))...)
	}
	body := dom.First(root, "body")
	f.Seen(body)
	p.Page = reader.NewPage(body, f)
	p.table = p.Features()
	return p
}

func tokens(s string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			flush()
		}
	}
	flush()
	return out
}

var link = regexp.MustCompile(`\]\([^)]*\)|<[^>]*>|https?://\S+`)

func goldText(dir string, c *testCase) string {
	data, err := os.ReadFile(filepath.Join(dir, c.Gold)) //nolint:gosec // the folder is the caller\'s own
	if err != nil {
		panic(err)
	}
	text := string(data)
	if c.Format == "json" {
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			panic(err)
		}
		for k := range strings.SplitSeq(c.Key, ".") {
			v = v.(map[string]any)[k]
		}
		return v.(string)
	}
	if c.Format == "html" {
		root, err := htmldoc.Tree(text)
		if err != nil {
			panic(err)
		}
		return dom.Text(root)
	}
	if c.Format == "md" {
		if strings.HasPrefix(text, "---\n") {
			if at := strings.Index(text[4:], "\n---"); at >= 0 {
				text = text[at+8:]
			}
		}
		if strings.HasPrefix(text, "```json") {
			if at := strings.Index(text[4:], "```"); at >= 0 {
				text = text[at+8:]
			}
		}
		text = link.ReplaceAllString(text, " ")
	}
	return text
}

// made are pages of which every block's label is known.
func made(n int) []*testCase {
	text := []samples.Label{samples.Title, samples.Dek, samples.Heading, samples.Prose, samples.Item, samples.Quote, samples.QuoteBy, samples.Caption, samples.Code, samples.Table, samples.Epigraph, samples.Notice}
	var out []*testCase
	var pages []string
	for _, p := range samples.Pages(n, 7) {
		pages = append(pages, p.HTML)
	}
	for i := range 2 * n {
		pages = append(pages, madeOfKind(kindNames[i%len(kindNames)], uint64(i)))
	}
	for _, source := range pages {
		c := &testCase{page: described(source, nil)}
		for _, b := range c.Blocks {
			c.labels = append(c.labels, slices.Contains(text, samples.Label(labelOf(b))))
		}
		out = append(out, c)
	}
	return out
}

// labelOf is what a made page says of a block.
func labelOf(b *reader.Block) string {
	for _, n := range b.Nodes {
		if l := dom.Attr(n, samples.LabelAttribute); l != "" {
			return l
		}
		if e := dom.Find(n, func(c *html.Node) bool { return dom.Has(c, samples.LabelAttribute) }); e != nil {
			return dom.Attr(e, samples.LabelAttribute)
		}
	}
	for n := b.Nodes[0].Parent; n != nil; n = n.Parent {
		if l := dom.Attr(n, samples.LabelAttribute); l != "" {
			return l
		}
	}
	return ""
}
