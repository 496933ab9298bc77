package clipping

import (
	"fmt"
	"strings"

	"lede/articles/importer/lexicon"
)

// place says where in the text line i stands: before, amid or after its prose
// and how far, in how long a column of small lines, under which label, and
// whether it names the site.
func (d *describer) place(i int) []string {
	zone, far := "mid", ""
	switch {
	case d.last < 0:
		zone, far = "bare", bucket("", i, 0, 1, 3, 8)
	case i < d.first:
		zone, far = "top", bucket("", d.first-i, 1, 2, 3, 5, 9, 20)
	case i > d.last:
		zone, far = "tail", bucket("", i-d.last, 1, 2, 4, 8, 20)
	case i == d.first:
		zone = "first"
	case i == d.last:
		zone = "last"
	}
	f := []string{zone, zone + far, d.gaps(i), d.run(i), d.section(i)}
	if l := &d.lines[i]; l.weight < longest && words(l.text) <= 6 && weigh(l.text) > 2 && !l.words.HasAny(lexicon.Footer, lexicon.Source) && strings.Contains(d.footer, fold(l.text)) {
		f = append(f, "names-site")
	}
	return f
}

// gaps says whether blank lines stand before and after line i.
func (d *describer) gaps(i int) string {
	before, after := d.lines[i].gap, int32(2)
	if i+1 < len(d.lines) {
		after = d.lines[i+1].gap
	}
	if i == 0 {
		before = 2
	}
	return bucket("gap=", int(before), 0, 1) + bucket("/", int(after), 0, 1)
}

// run says in how long a run of small lines without a gap line i stands.
func (d *describer) run(i int) string {
	const far = 9
	small := func(j int) bool { return d.lines[j].small() }
	if !small(i) {
		return "run=no"
	}
	up, down := 0, 0
	for j := i; up < far && j > 0 && d.lines[j].gap == 0 && small(j-1); j-- {
		up++
	}
	for j := i + 1; down < far && j < len(d.lines) && d.lines[j].gap == 0 && small(j); j++ {
		down++
	}
	return bucket("run=", up, 0, 2, 8) + bucket("+", down, 0, 2, 8)
}

// sections are the kinds of words that head what is no text of the article.
var sections = []lexicon.Kind{
	lexicon.Comments, lexicon.Related, lexicon.AuthorLabel, lexicon.TagsLabel, lexicon.Contents, lexicon.Aside, lexicon.Pages,
	lexicon.References, lexicon.Letter, lexicon.Footer,
}

// section says which label line i stands under, and how far.
func (d *describer) section(i int) string {
	const far, paragraphs = 40, 2
	for j, n := i-1, 0; j >= max(0, i-far) && n <= paragraphs; j-- {
		for _, k := range sections {
			if d.lines[j].words.Has(k) && d.lines[j].weight <= 60 {
				return "under=" + strings.ReplaceAll(k.String(), " ", "-") + bucket("/", i-j, 1, 3, 10)
			}
		}
		if d.prose[j] {
			n++
		}
	}
	return "under=none"
}

// between says which sides of line i have running text.
func (d *describer) between(i int) string {
	return fmt.Sprintf("between=%t/%t", i > 0 && d.prose[i-1], i+1 < len(d.lines) && d.prose[i+1])
}

// stands says how a line that could be a heading stands in the text: many of a
// text stand alike. It is empty for another line.
func (d *describer) stands(i int) string {
	l := &d.lines[i]
	if l.weight > mostHeading || i == 0 || i+1 >= len(d.lines) || stops(l.text) || d.prose[i] {
		return ""
	}
	return fmt.Sprint(d.gaps(i), d.between(i), startsLower(l.text), l.words.HasAny(lexicon.Credit, lexicon.Image))
}

// heads are what tells headings from other short lines.
func (d *describer) heads(i int) []string {
	s := d.stands(i)
	if s == "" {
		return []string{"alike=no"}
	}
	alike, between := bucket("alike=", d.alike[s]-1, 0, 1, 3, 8), d.between(i)
	cased := fmt.Sprint("cased=", d.alike[s+casing(d.lines[i].text)]*5/(d.alike[s]+1)) // how many of these are capitalized alike
	return []string{alike, between, between + alike, between + d.gaps(i), cased}
}
