package clipping

import (
	"fmt"
	"strings"

	"lede/articles/importer/names"
)

// echoes says what of line i stands elsewhere in the text: all of it, as what a
// list of contents leads to or the title of a handbook's article, with which its
// text begins, or a sentence, as that which a page repeats large between two
// paragraphs.
func (d *describer) echoes(i int, zone string) []string {
	const far, least, opening, longestPull = 8, 14, 100, 400
	l := &d.lines[i]
	if l.weight >= longestPull {
		return nil
	}
	var f []string
	if d.seen[l.text] > 1 {
		f = append(f, "again")
	}
	if n := d.leads[lead(l.text)]; n > 1 && !d.prose[i] {
		f = append(f, bucket("leads=", n, 2, 4, 8))
	}
	if d.namesAbove(i) {
		f = append(f, "names-above")
	}
	if name := names.Leading(l.text); name != "" && d.authors[name] && len(l.text) > len(name) {
		f = append(f, "opens-author", "opens-author&"+zone)
	} else if d.authors[l.text] {
		f = append(f, "author-again")
	}
	if i < d.first && d.first < len(d.lines) && words(l.text) <= 6 && strings.Contains(fold(d.lines[d.first].text[:min(len(d.lines[d.first].text), opening)]), fold(l.text)) {
		f = append(f, "opens")
	}
	for s := range sentences(l.text) {
		if weigh(s) < least {
			continue
		}
		for j := max(0, i-far); j < min(len(d.lines), i+far+1); j++ {
			if m := &d.lines[j]; d.prose[j] && m.weight > l.weight && m.weight < sureProse*20 && strings.Contains(m.text, s) {
				return append(f, "pulled", "pulled&"+d.gaps(i))
			}
		}
	}
	return f
}

// sentences goes through the sentences of s, without the marks around them.
func sentences(s string) func(func(string) bool) {
	return strings.FieldsFuncSeq(strings.Trim(s, closers+"„"), func(r rune) bool { return strings.ContainsRune(".!?。！？", r) })
}

// lead is the first two words of a line of more words; empty for another line.
func lead(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	second, more, found := strings.Cut(rest, " ")
	if !found || more == "" {
		return ""
	}
	return first + " " + second
}

// namesAbove reports whether line i has among its words all of a short line just
// over it, as "Learn more about lamps" under "Lamps".
func (d *describer) namesAbove(i int) bool {
	const far, least = 3, 4
	l := &d.lines[i]
	for j := max(0, i-far); j < i; j++ {
		if m := &d.lines[j]; m.small() && m.weight >= least && m.weight < l.weight && strings.Contains(fold(l.text), fold(m.text)) {
			return true
		}
	}
	return false
}

// row says in how long a row of lines without a gap line i stands that are set
// alike: the steps of a recipe, which a browser copies without their marks. It
// tells more where paragraphs stand apart.
func (d *describer) row(i int) string {
	const far, heavy = 9, 220
	alike := func(j, k int) bool {
		a, b := &d.lines[j], &d.lines[k]
		return max(a.weight, b.weight) < heavy && b.gap == 0 && ending(a.text) == ending(b.text) && beginning(a.text) == beginning(b.text)
	}
	n := 1
	for j := i; j > 0 && j > i-far && alike(j-1, j); j-- {
		n++
	}
	for j := i + 1; j < len(d.lines) && j < i+far && alike(j-1, j); j++ {
		n++
	}
	return fmt.Sprint(bucket("row=", n, 1, 2, 4, 8), ending(d.lines[i].text), d.spaced)
}

// over says which label stands next below line i, and how far.
func (d *describer) over(i int) string {
	const far = 12
	for j := i + 1; j < min(i+far, len(d.lines)); j++ {
		for _, k := range sections {
			if d.lines[j].words.Has(k) && d.lines[j].weight <= 60 {
				return "over=" + strings.ReplaceAll(k.String(), " ", "-") + bucket("/", j-i, 1, 3, 10)
			}
		}
	}
	return "over=none"
}

// survey counts what echoes and rows ask for: how often each short line stands in
// the text, and whether most of its paragraphs stand apart.
func (d *describer) survey() {
	d.seen, d.leads = map[string]int{}, map[string]int{}
	prose, apart := 0, 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.weight < longest {
			d.seen[l.text]++
		}
		if words := lead(l.text); words != "" && l.weight < leastProse {
			d.leads[words]++
		}
		if d.prose[i] {
			prose++
			apart += int(min(l.gap, 1))
		}
	}
	d.spaced = apart*3 > prose*2
}
