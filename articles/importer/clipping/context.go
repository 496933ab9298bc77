package clipping

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// rankHead ranks the lines above the prose that no list of words knows: the title
// is seldom a short one among them.
func (d *describer) rankHead() {
	d.head = map[int]int{}
	var could []int
	for i := max(0, d.first-sample); i < d.first && d.first < len(d.lines); i++ {
		if l, v := &d.lines[i], &d.views[i]; v.kinds&^(1<<lexicon.Common|1<<lexicon.Particle|1<<lexicon.Months|1<<lexicon.And) == 0 && l.weight <= longest && !slices.Contains(v.names, "date=whole") && !slices.Contains(v.names, "by") {
			could = append(could, i)
		}
	}
	slices.SortStableFunc(could, func(a, b int) int { return int(d.lines[b].weight - d.lines[a].weight) })
	for rank, i := range could {
		d.head[i] = rank + 1
	}
}

// told says how near the lines stand that tell who wrote the article and when.
func (d *describer) told(i int) []string {
	if i > d.first || d.first == len(d.lines) {
		return nil
	}
	var out []string
	rank := "rank=no"
	if r, ok := d.head[i]; ok {
		rank = bucket("rank=", r, 1, 2, 3, 5)
		out = append(out, rank)
	}
	for j := i + 1; j < min(i+6, d.first); j++ {
		if names := d.views[j].names; slices.Contains(names, "date=whole") || slices.Contains(names, "by") {
			told := bucket("told=", j-i, 1, 2, 3, 5)
			out = append(out, told, told+rank)
			break
		}
	}
	for j := i - 1; j > max(-1, i-5); j-- {
		if names := d.views[j].names; slices.Contains(names, "date=whole") || slices.Contains(names, "by") {
			return append(out, bucket("told=-", i-j, 1, 3, 5))
		}
	}
	return out
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

// stands says how a line that could be a heading stands in the text: many of a
// text are set alike, with paragraphs between them.
func (d *describer) stands(i int) string {
	l, v := &d.lines[i], &d.views[i]
	if l.weight > mostHeading || i == 0 || i+1 >= len(d.lines) || stops(l.text) || v.prose {
		return ""
	}
	return d.gaps(i) + strconv.FormatBool(d.views[i-1].prose) + strconv.FormatBool(d.views[i+1].prose) + strconv.FormatBool(startsLower(l.text)) + strconv.FormatBool(v.kinds.HasAny(lexicon.Credit, lexicon.Image))
}

// recurs reports whether a word of a short line stands in the lines after it.
func (d *describer) recurs(i int) bool {
	const long, far = 5, 4
	for w := range strings.FieldsSeq(d.views[i].key) {
		w = strings.TrimFunc(w, func(r rune) bool { return !letterOrDigit(r) })
		if len(w) < long {
			continue
		}
		for j := i + 1; j < min(i+far, len(d.lines)); j++ {
			if s := d.lines[j].text; d.views[j].prose && strings.Contains(strings.ToLower(s[:min(len(s), 2000)]), w) {
				return true
			}
		}
	}
	return false
}

// codeRun says how much of the lines that stand without a gap around line i has
// the looks of code.
func (d *describer) codeRun(i int) string {
	const far = 12
	n, all := 0, 0
	see := func(j int) {
		all++
		if slices.Contains(d.views[j].names, "code") || slices.Contains(d.views[j].names, "ident") {
			n++
		}
	}
	see(i)
	for j := i; j > max(0, i-far) && d.lines[j].gap == 0 && !d.views[j-1].prose; j-- {
		see(j - 1)
	}
	for j := i + 1; j < min(len(d.lines), i+far) && d.lines[j].gap == 0 && !d.views[j].prose; j++ {
		see(j)
	}
	return bucket("coderun=", 100*n/all, 0, 20, 40, 70) + bucket("/", all, 1, 3)
}

// heads are what tells headings from other short lines.
func (d *describer) heads(i int) []string {
	s := d.stands(i)
	if s == "" {
		return []string{"alike=no"}
	}
	v := &d.views[i]
	n := bucket("alike=", d.alike[s]-1, 0, 1, 3, 8)
	between := "between=" + strconv.FormatBool(d.views[i-1].prose) + "/" + strconv.FormatBool(d.views[i+1].prose)
	f := []string{n, between, between + n, between + v.names[0], between + d.gaps(i)}
	if d.recurs(i) {
		f = append(f, "recurs", "recurs"+between)
	}
	return f
}

var sections = []lexicon.Kind{
	lexicon.Comments, lexicon.Related, lexicon.AuthorLabel, lexicon.TagsLabel, lexicon.Contents, lexicon.Aside, lexicon.Pages,
	lexicon.References, lexicon.Letter, lexicon.Footer,
}

// section says which label line i stands under, and how far.
func (d *describer) section(i int) string {
	paragraphs := 0
	for j := i - 1; j >= max(0, i-40); j-- {
		for _, k := range sections {
			if d.views[j].kinds.Has(k) && d.lines[j].weight <= 60 {
				return "under=" + strings.ReplaceAll(k.String(), " ", "-") + bucket("/", i-j, 1, 3, 10)
			}
		}
		if d.views[j].prose {
			if paragraphs++; paragraphs > 2 {
				break
			}
		}
	}
	return "under=none"
}

// echoes say where else the words of line i stand.
func (d *describer) echoes(i int) []string {
	key := d.views[i].key
	if key == "" {
		return nil
	}
	var out []string
	if d.seen[key] > 1 {
		out = append(out, "again")
		if i > 0 && d.views[i-1].key == key {
			out = append(out, "again=before")
		}
		if i+1 < len(d.lines) && d.views[i+1].key == key {
			out = append(out, "again=after")
		}
	}
	if utf8.RuneCountInString(key) < 3 || words(key) > 6 {
		return out
	}
	if v := &d.views[i]; strings.Contains(d.footer, key) && !v.kinds.HasAny(lexicon.Footer, lexicon.Source) {
		out = append(out, "names-site")
	}
	if v := &d.views[i]; strings.Contains(d.authors, key) && !v.kinds.Has(lexicon.By) {
		out = append(out, "names-author")
	}
	if d.first < len(d.lines) && i < d.first {
		if opening := d.lines[d.first].text; strings.Contains(fold(opening[:min(len(opening), 120)]), key) {
			out = append(out, "opens-prose")
		}
	}
	return out
}
