// Command fit fits the weights by which the reader of pages tells an article
// from its page.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/chain"
	"lede/articles/importer/samples"
	"lede/articles/importer/webpage"
	"lede/articles/importer/webpage/dom"
	"lede/articles/importer/webpage/facts"
	"lede/articles/importer/webpage/reader"
	"lede/articles/importer/webpage/tidy"
)

type testCase struct {
	ID, Kind, Input, Source, Gold, URL string
	Format                             string   `json:"gold_format"`
	Key                                string   `json:"gold_key"`
	Tags                               []string `json:"tags"`

	blocks   []*reader.Block
	features [][]string
	labels   []chain.Label
	gold     []string
	root     *html.Node
	size     int
	old      []string
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
	data, err := os.ReadFile(filepath.Join(dir, c.Gold))
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
		root, err := webpage.Tree(text)
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

// in says which blocks stand in the gold text: the longest common subsequence
// of the words of both, a block is in when most of its words are found close
// together.
func in(blocks []*reader.Block, gold []string) []chain.Label {
	var words []string
	var starts []int
	for _, b := range blocks {
		starts = append(starts, len(words))
		words = append(words, tokens(b.Text)...)
	}
	starts = append(starts, len(words))
	n, m := len(words), len(gold)
	at := make([]int32, n) // place in gold, or -1
	for i := range at {
		at[i] = -1
	}
	ids := map[string]int32{}
	id := func(ws []string) []int32 {
		out := make([]int32, len(ws))
		for i, w := range ws {
			if _, ok := ids[w]; !ok {
				ids[w] = int32(len(ids))
			}
			out[i] = ids[w]
		}
		return out
	}
	a, g := id(words), id(gold)
	dir := make([]uint8, (n+1)*(m+1))
	prev, cur := make([]int32, m+1), make([]int32, m+1)
	// Runs count more than single words: a match after a match scores 3.
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best, d := prev[j], uint8(1)
			if cur[j-1] > best {
				best, d = cur[j-1], 2
			}
			if a[i-1] == g[j-1] {
				s := prev[j-1] + 1
				if dir[(i-1)*(m+1)+j-1] == 3 {
					s += 2
				}
				if s >= best {
					best, d = s, 3
				}
			}
			cur[j], dir[i*(m+1)+j] = best, d
		}
		prev, cur = cur, prev
	}
	for i, j := n, m; i > 0 && j > 0; {
		switch dir[i*(m+1)+j] {
		case 3:
			at[i-1] = int32(j - 1)
			i, j = i-1, j-1
		case 1:
			i--
		default:
			j--
		}
	}
	out := make([]chain.Label, len(blocks))
	for k := range blocks {
		hit, lo, hi := 0, int32(-1), int32(-1)
		for i := starts[k]; i < starts[k+1]; i++ {
			if at[i] >= 0 {
				hit++
				if lo < 0 {
					lo = at[i]
				}
				hi = at[i]
			}
		}
		size := starts[k+1] - starts[k]
		if size > 0 && hit*3 >= size*2 && int(hi-lo) <= 2*size+2 {
			out[k] = 1
		}
	}
	// What has no words is labelled as what stands around it.
	for k, b := range blocks {
		if len(tokens(b.Text)) > 0 {
			continue
		}
		if k > 0 && out[k-1] == 1 && k+1 < len(out) && out[k+1] == 1 {
			out[k] = 1
		}
	}
	return out
}

func bag(ws []string) map[string]int {
	m := map[string]int{}
	for _, w := range ws {
		m[w]++
	}
	return m
}

func f1(got, want []string) float64 {
	g, w := bag(got), bag(want)
	both := 0
	for k, n := range g {
		both += min(n, w[k])
	}
	if both == 0 {
		return 0
	}
	p, r := float64(both)/float64(len(got)), float64(both)/float64(len(want))
	return 2 * p * r / (p + r)
}

func load(dir string, c *testCase) {
	data, err := os.ReadFile(filepath.Join(dir, c.Input))
	if err != nil {
		panic(err)
	}
	c.gold = tokens(goldText(dir, c))
	base, _ := url.Parse(c.URL)
	read := func() (*html.Node, *html.Node, *facts.Facts) {
		root, err := webpage.Tree(strings.ToValidUTF8(string(data), "\ufffd"))
		if err != nil {
			panic(err)
		}
		f := facts.Read(root, base)
		tidy.Tree(root, base)
		body := dom.First(root, "body")
		f.Seen(body)
		return root, body, f
	}
	root, body, f := read()
	if a := reader.Article(root, f); a != nil {
		c.old = tokens(dom.Text(a))
	}
	_, body, f = read()
	c.root = body
	c.blocks, c.features = reader.Features(body, f)
	for _, b := range c.blocks {
		c.size += len(b.Text)
	}
	c.labels = in(c.blocks, c.gold)
}

// made are pages of which every block's label is known.
func made(n int) []chain.Sample {
	var out []chain.Sample
	in := map[samples.Label]bool{}
	for _, l := range []samples.Label{samples.Title, samples.Dek, samples.Heading, samples.Prose, samples.Item, samples.Quote, samples.QuoteBy, samples.Caption, samples.Code, samples.Table, samples.Epigraph, samples.Notice} {
		in[l] = true
	}
	for _, p := range samples.Pages(n, 7) {
		root, err := webpage.Tree(p.HTML)
		if err != nil {
			panic(err)
		}
		f := facts.Read(root, nil)
		tidy.Tree(root, nil)
		body := dom.First(root, "body")
		blocks, features := reader.Features(body, f)
		s := chain.Sample{Features: features, Weight: *madeWeight}
		for _, b := range blocks {
			var label chain.Label
			if in[samples.Label(labelOf(b))] {
				label = 1
			}
			s.Labels = append(s.Labels, label)
		}
		out = append(out, s)
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

var (
	madePages  = flag.Int("made", 300, "")
	madeWeight = flag.Float64("madeweight", 0.3, "")
)

func kept(c *testCase, keep []bool) []string {
	var out []string
	for i, b := range c.blocks {
		if keep[i] {
			out = append(out, tokens(b.Text)...)
		}
	}
	return out
}

func summary(name string, xs []float64) {
	s := append([]float64{}, xs...)
	sort.Float64s(s)
	sum := 0.0
	for _, x := range s {
		sum += x
	}
	fmt.Printf("%-28s n %3d  mean %.3f  p10 %.3f  min %.3f\n", name, len(s), sum/float64(len(s)), s[len(s)/10], s[0])
}

func main() {
	dir := flag.String("corpus", "", "folder of labelled pages")
	show := flag.String("show", "", "print the blocks of a case")
	fold := flag.String("fold", "source", "leave out each source or a tenth")
	worst := flag.Int("worst", 12, "")
	rounds := flag.Int("rounds", 15, "")
	pull := flag.Float64("pull", 0.03, "")
	rarest := flag.Int("rarest", 3, "")
	write := flag.String("o", "", "write the model")
	flag.Parse()
	file, err := os.Open(filepath.Join(*dir, "cases.jsonl"))
	if err != nil {
		panic(err)
	}
	var cases []*testCase
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		c := &testCase{}
		if err := json.Unmarshal(lines.Bytes(), c); err == nil && c.Kind == "extract" && c.Gold != "" {
			cases = append(cases, c)
		}
	}
	var wg sync.WaitGroup
	gate := make(chan bool, 2)
	for _, c := range cases {
		wg.Add(1)
		go func() {
			gate <- true
			load(*dir, c)
			<-gate
			wg.Done()
		}()
	}
	wg.Wait()
	group := func(i int, c *testCase) string {
		if *fold == "source" {
			return c.Source
		}
		return fmt.Sprint(i % 10)
	}
	extra := made(*madePages)
	how := chain.Fitting{Rounds: *rounds, Pull: *pull, Rarest: *rarest}
	labels := []string{"out", "in"}
	groups := map[string]bool{}
	for i, c := range cases {
		groups[group(i, c)] = true
	}
	chances := make([][]float64, len(cases))
	for g := range groups {
		wg.Add(1)
		go func() {
			gate <- true
			samples := slices.Clone(extra)
			for i, c := range cases {
				if group(i, c) != g && f1(kept(c, asBool(c.labels)), c.gold) > 0.8 {
					samples = append(samples, chain.Sample{Features: c.features, Labels: c.labels})
				}
			}
			m := chain.Fit(labels, samples, how)
			for i, c := range cases {
				if group(i, c) == g {
					for _, row := range m.Chances(c.features) {
						chances[i] = append(chances[i], reader.Tempered(row[1]))
					}
				}
			}
			<-gate
			wg.Done()
		}()
	}
	wg.Wait()
	by := map[string][][]float64{}
	type row struct {
		id       string
		f, o, or float64
	}
	var rows []row
	for i, c := range cases {
		keep := reader.Choose(c.root, c.blocks, chances[i])
		plain := make([]bool, len(keep))
		for j, p := range chances[i] {
			plain[j] = p > 0.5
		}
		now, old, oracle, alone := f1(kept(c, keep), c.gold), f1(c.old, c.gold), f1(kept(c, asBool(c.labels)), c.gold), f1(kept(c, plain), c.gold)
		rows = append(rows, row{c.ID, now, old, oracle})
		names := append([]string{"all", c.Source}, c.Tags...)
		for _, n := range names {
			by[n] = append(by[n], []float64{now, old, oracle, alone})
		}
		if c.ID == *show {
			for j, b := range c.blocks {
				mark := " "
				if keep[j] != (c.labels[j] == 1) {
					mark = "X"
				}
				fmt.Printf("%s gold %d keep %5v %.2f %s %.90q %s\n", mark, c.labels[j], keep[j], chances[i][j], reader.Path(b), b.Text, strings.Join(c.features[j], " "))
			}
		}
	}
	var names []string
	for n := range by {
		if len(by[n]) > 3 {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	for _, n := range names {
		for k, what := range []string{"now", "old", "oracle", "chain alone"} {
			var xs []float64
			for _, r := range by[n] {
				xs = append(xs, r[k])
			}
			summary(n+" "+what, xs)
		}
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].f < rows[j].f })
	for _, r := range rows[:*worst] {
		fmt.Printf("%.3f old %.3f oracle %.3f %s\n", r.f, r.o, r.or, r.id)
	}
	if *write != "" {
		samples := slices.Clone(extra)
		for _, c := range cases {
			if f1(kept(c, asBool(c.labels)), c.gold) > 0.8 {
				samples = append(samples, chain.Sample{Features: c.features, Labels: c.labels})
			}
		}
		out, err := os.Create(*write)
		if err != nil {
			panic(err)
		}
		if err := chain.Fit(labels, samples, how).Write(out); err != nil {
			panic(err)
		}
		out.Close()
	}
}

func asBool(labels []chain.Label) []bool {
	out := make([]bool, len(labels))
	for i, l := range labels {
		out[i] = l == 1
	}
	return out
}
