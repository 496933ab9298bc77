package main

import (
	"embed"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"text/template"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// The pages of kinds that no article is: shops, lists of posts, threads, offers.
// What is of their text has the label that a made page gives it.
//
//go:embed kinds/*.html
var kindFiles embed.FS

// labelOf says, in a made page, of a part whether it is of the text.
const labelOf = "data-label"

// made are pages of the kinds, in which each block says whether it is of the text.
func made() []*testCase {
	const pages = 300
	var out []*testCase
	for i := range pages {
		c := &testCase{html: madeOfKind(kindNames[i%len(kindNames)], uint64(i))}
		p, _ := c.page()
		isText := make([]bool, len(p.Blocks))
		for k, b := range p.Blocks {
			has := func(n *html.Node) bool { return dom.Has(n, labelOf) }
			n := b.Nodes[0]
			if in := dom.Find(n, has); !has(n) && in != nil {
				n = in
			}
			for n.Parent != nil && !has(n) {
				n = n.Parent
			}
			isText[k] = has(n) && dom.Attr(n, labelOf) != "furniture"
		}
		c.describe(p, isText)
		out = append(out, c)
	}
	return out
}

var kindNames = []string{"shop", "listing", "product", "thread", "service", "short", "portal", "answers", "home"}

// kindPage is what one page is made with.
type kindPage struct {
	Title, Site        string
	Deks, Extra, Facts bool // what the cards and posts have

	random *rand.Rand
	picked map[string]string // what the page calls its parts
	hashed bool              // its classes tell nothing
	han    bool              // it is written without blanks
}

// madeOfKind is a page of a kind as HTML; the same seed makes the same page.
func madeOfKind(kind string, seed uint64) string {
	k := &kindPage{random: rand.New(rand.NewPCG(seed, 3)), picked: map[string]string{}} //nolint:gosec // pages are the same each time
	k.Title, k.Site, k.Deks, k.Extra, k.Facts, k.hashed = k.words(4), k.words(1), k.chance(50), k.chance(50), k.chance(50), k.chance(30)
	if k.chance(20) {
		k.han, k.Title = true, k.signs(12)
	}
	funcs := template.FuncMap{
		"words": k.words, "sentences": k.sentences, "chance": k.chance, "c": k.class, "t": k.pick, "t2": k.pick, "times": k.times,
		"name":   func() string { return k.words(1) + " " + k.words(1) },
		"number": func() int { return k.random.IntN(300) },
		"price":  func() string { return fmt.Sprintf("$%d.%02d", k.random.IntN(200), k.random.IntN(100)) },
		"date":   func() string { return fmt.Sprintf("March %d, 20%d", 1+k.random.IntN(28), 10+k.random.IntN(15)) },
	}
	var b strings.Builder
	check(template.Must(template.New("").Funcs(funcs).ParseFS(kindFiles, "kinds/*.html")).ExecuteTemplate(&b, kind+".html", k))
	return b.String()
}

func (k *kindPage) chance(percent int) bool { return k.random.IntN(100) < percent }

// pick is one of some names, the same for all the page.
func (k *kindPage) pick(names ...string) string {
	key := strings.Join(names, " ")
	if k.picked[key] == "" {
		k.picked[key] = names[k.random.IntN(len(names))]
	}
	return k.picked[key]
}

func (k *kindPage) class(names ...string) string {
	name := k.pick(names...)
	if !k.hashed {
		return name
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // it never fails
	return fmt.Sprintf("css-%x", h.Sum32())
}

func (k *kindPage) times(least, most int) []int {
	return make([]int, least+k.random.IntN(most-least+1))
}

// words are about n words that mean nothing, with a capital.
func (k *kindPage) words(n int) string {
	if k.han {
		return k.signs(2 * n)
	}
	const syllables = "la ri mo ten sa ver du kel ni pra osto fen gar tu lim bor ca del hu is"
	parts := strings.Fields(syllables)
	out := make([]string, max(1, n-1+k.random.IntN(3)))
	for i := range out {
		for range 1 + k.random.IntN(3) {
			out[i] += parts[k.random.IntN(len(parts))]
		}
	}
	text := strings.Join(out, " ")
	return strings.ToUpper(text[:1]) + text[1:]
}

// signs are as many of a script without blanks.
func (k *kindPage) signs(n int) string {
	out := make([]rune, n)
	for i := range out {
		out[i] = rune(0x4e00 + k.random.IntN(2000))
	}
	return string(out)
}

func (k *kindPage) sentences(n int) string {
	if k.han {
		return strings.Repeat(k.signs(9+k.random.IntN(9))+"、"+k.signs(12)+"。", n)
	}
	out := make([]string, n)
	for i := range out {
		out[i] = k.words(8 + k.random.IntN(14))
		if k.chance(50) {
			out[i] += ", " + strings.ToLower(k.words(6))
		}
		out[i] += "."
	}
	return strings.Join(out, " ")
}
