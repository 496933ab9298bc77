package clipping

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// longest is how heavy a line may be of which the lexicon is asked for more than
// its first words.
const longest = 220

// look returns the features of a line by itself: its shape and its words.
func look(l *line) []string {
	s := l.text
	f := []string{
		bucket("len=", int(l.weight), 3, 8, 16, 30, 50, 70, 100, 160, 300, 600),
		bucket("words=", words(s), 0, 1, 2, 3, 5, 8, 14, 25),
		"end=" + ending(s), "start=" + beginning(s), "cap=" + casing(s),
		bucket("indent=", int(l.indent), 0, 2, 4, 8),
	}
	all := lexicon.Kinds(0)
	if l.weight < longest {
		all = lexicon.Whole(s)
	}
	for k := range lexicon.Months {
		name := strings.ReplaceAll(k.String(), " ", "-")
		if l.words.Has(k) {
			f = append(f, "word="+name)
		}
		if all.Has(k) {
			f = append(f, "whole="+name)
		}
	}
	if l.words == 0 && l.weight < longest {
		f = append(f, "word=none")
	}
	kind, _, _ := marker(s)
	for _, is := range []struct {
		name string
		so   bool
	}{
		{"prose", l.prose()},
		{"bullet", kind == bulletMark},
		{"dash", kind == dashMark},
		{"counted", kind > dashMark},
		{"code", looksLikeCode(l.raw)},
		{"dashed", dashed(s) != ""},
		{"quoted", quotedText(s)},
		{"rule", drawnLine(s)},
	} {
		if is.so {
			f = append(f, is.name)
		}
	}
	if l.weight < longest {
		f = append(f, signs(s)...)
	}
	return f
}

// signs are what a short line holds beside words.
func signs(s string) []string {
	var out []string
	add := func(is bool, name string) {
		if is {
			out = append(out, name)
		}
	}
	digits, letters := strings.ContainsFunc(s, unicode.IsDigit), strings.ContainsFunc(s, unicode.IsLetter)
	add(!letters && digits, "number")
	add(!letters && !digits, "signs")
	add(letters && digits, "digits")
	add(digits && dates.IsLine(s), "date")
	_, by := names.ByLine(s)
	add(by, "by")
	add(names.IsFullName(s), "name")
	add(len(cells(s)) > 1, "row="+strconv.Itoa(min(len(cells(s)), 4)))
	for _, sign := range []string{"://", "@", "#", "©", "?"} {
		add(strings.Contains(s, sign), sign)
	}
	add(trail(s), "trail")
	add(isHost(s), "host")
	add(halts(s), "halts")
	add(option(s), "option")
	add(identifier(s), "identifier")
	add(credited(s), "credited")
	return out
}

// describer holds what is known of a whole text while its lines are described.
type describer struct {
	lines       []line
	own         [][]string     // features of each line by itself
	prose       []bool         // which lines are running text
	first, last int            // of these; first is len(lines) without any
	footer      string         // what names the site, folded
	alike       map[string]int // how many lines stand alike, by how they do
	seen        map[string]int // how often each short line stands in the text
	leads       map[string]int // how many short lines open with the same words
	spaced      bool           // most paragraphs stand apart
	authors     map[string]bool
}

// describe returns the features of each line: those of its own, those of its
// neighbours, its place. Each earns its place here: the labels of layouts that
// the fitting has not seen are worse without it.
func describe(lines []line) [][]string {
	d := &describer{lines: lines, authors: map[string]bool{}, own: make([][]string, len(lines)), prose: make([]bool, len(lines)), first: len(lines), last: -1, alike: map[string]int{}}
	var footer strings.Builder
	for i := range lines {
		l := &lines[i]
		d.own[i] = look(l)
		if d.prose[i] = l.prose(); d.prose[i] {
			d.first, d.last = min(d.first, i), i
		}
		if name, ok := names.ByLine(l.text); ok && l.weight < longest {
			d.authors[name] = true
		} else if l.weight < longest && l.words == 0 && names.IsFullName(l.text) {
			d.authors[l.text] = true
		}
		if l.weight < longest && (l.words.HasAny(lexicon.Footer, lexicon.Source, lexicon.Credit, lexicon.Letter) || strings.Contains(l.text, "©")) {
			footer.WriteString(fold(l.text) + "\n")
		}
	}
	d.footer = footer.String()
	d.survey()
	for i := range lines {
		s := d.stands(i)
		d.alike[s]++
		d.alike[s+casing(lines[i].text)]++
	}
	out := make([][]string, len(lines))
	for i := range lines {
		own, place := d.own[i], d.place(i)
		zone, gaps, size, end := place[0], place[2], own[0], own[2]
		out[i] = slices.Concat([]string{"any"}, own, d.neighbour(i-1, "-1:"), d.neighbour(i+1, "+1:"), place, d.heads(i), d.echoes(i, zone),
			[]string{d.row(i), d.over(i), zone + "&" + size, zone + "&" + gaps, zone + "&" + end, gaps + "&" + size})
	}
	return out
}

// neighbour are the features of line i as another line sees them.
func (d *describer) neighbour(i int, lead string) []string {
	if i < 0 || i >= len(d.lines) {
		return []string{lead + "edge"}
	}
	out := make([]string, len(d.own[i]))
	for j, name := range d.own[i] {
		out[j] = lead + name
	}
	return out
}

// isHost reports whether s is the name of a site in the net, as the reader's view
// of a browser sets it over the title.
func isHost(s string) bool {
	u, err := url.Parse("//" + s)
	at := strings.LastIndexByte(s, '.')
	return err == nil && u.Host == s && u.Hostname() == s && at > 0 && !strings.ContainsFunc(s[at+1:], func(r rune) bool { return !unicode.IsLower(r) }) && len(s)-at > 2
}
