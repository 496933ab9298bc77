package clipping

import (
	"bytes"
	_ "embed"
	"slices"
	"sync"

	"lede/articles/importer/chain"
)

// Label says what a line of a text is.
type Label uint8

// The labels. The words that head something ("Tags", "3 comments") are
// furniture; what stands under them has its label.
const (
	prose Label = iota
	title
	kicker // a word or two over the title
	dek
	byline
	date
	fact // a number about the article: read time, views
	notice
	heading
	item
	quote
	quoteBy // who said the quotation beside it
	caption
	credit
	code
	table
	tags
	bio
	epigraph
	related
	comment
	furniture
	site
)

// LabelNames are the labels as samples write them, in the order of their numbers.
var LabelNames = []string{
	"prose", "title", "kicker", "dek", "byline", "date", "fact", "notice", "heading", "item", "quote", "quoteby",
	"caption", "credit", "code", "table", "tags", "bio", "epigraph", "related", "comment", "furniture", "site",
}

// body reports whether a line of label l belongs to the text of the article.
func (l Label) body() bool {
	return slices.Contains([]Label{prose, heading, item, quote, quoteBy, code, table, epigraph}, l)
}

// What tells pages is fitted from the labels of lines, so it comes second.
//
//go:generate go run ../samples/fit -o weights.txt testdata ../samples/written
//go:generate go run ../samples/fit -pages 2 -kind pages.txt testdata ../samples/written ../samples/plain

//go:embed weights.txt
var weights []byte

// model labels lines. It is read at its first use.
var model = sync.OnceValue(func() *chain.Model {
	m, err := chain.Read(bytes.NewReader(weights))
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return m
})

// edgeLines is how many lines at each end of a text are labelled; the middle of
// a longer one is a book's, and prose.
const edgeLines = 2000

// labelLines finds the labels of all lines together.
func (p *page) labelLines() {
	head, tail := p.lines, p.lines[:0]
	if len(p.lines) > 2*edgeLines {
		head, tail = p.lines[:edgeLines], p.lines[len(p.lines)-edgeLines:]
	}
	features := describe(head)
	for i, l := range model().Decode(features) {
		head[i].label = Label(l)
	}
	p.chances = model().Chances(features)
	for i, l := range model().Decode(describe(tail)) {
		tail[i].label = Label(l)
	}
}

// Described is a line as the model sees it.
type Described struct {
	Text     string
	Line     int // of the text, from 0
	Features []string
}

// Describe returns the lines of a text with what the model knows of each: it is
// what the weights are fitted from.
func Describe(text string) []Described {
	p := open(text)
	features := describe(p.lines)
	out := make([]Described, len(p.lines))
	for i := range p.lines {
		out[i] = Described{Text: p.lines[i].text, Line: int(p.lines[i].at), Features: features[i]}
	}
	return out
}
