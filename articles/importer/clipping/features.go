package clipping

import (
	"strconv"
	"strings"
	"unicode"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// longest is how heavy a line may be that still is looked up in the lexicon.
const longest = 220

// view is what a line shows by itself.
type view struct {
	names []string // of its features
	short []string // of those that its neighbours see
	key   string   // folded, of a short line
	kinds lexicon.Kinds
	prose bool
	small bool // as short as an entry of a menu
}

// describe returns the features of each line: its shape, its words, its place
// and its neighbours.
func describe(lines []line) [][]string {
	d := &describer{lines: lines, views: make([]view, len(lines)), seen: map[string]int{}}
	for i := range lines {
		d.views[i] = look(&lines[i])
		if d.views[i].key != "" {
			d.seen[d.views[i].key]++
		}
	}
	d.survey()
	out := make([][]string, len(lines))
	for i := range lines {
		out[i] = d.features(i)
	}
	return out
}

// describer holds what is known of a whole text while its lines are described.
type describer struct {
	lines       []line
	views       []view
	seen        map[string]int // how often a short line stands in the text
	first, last int            // prose; first is len(lines) without any
	spaced      bool           // paragraphs stand apart
	footer      string         // what names the site, folded
	authors     string         // what names the author, folded
	alike       map[string]int // how many lines look alike, by what they look like
	head        map[int]int    // the lines above the prose that could be the title, by their length
}

// look describes a line by itself.
func look(l *line) view {
	v := view{prose: l.prose(), kinds: l.words}
	s := l.text
	n := words(s)
	add := func(shared bool, name string) {
		v.names = append(v.names, name)
		if shared {
			v.short = append(v.short, name)
		}
	}
	size := bucket("len=", int(l.weight), 3, 8, 16, 30, 50, 70, 100, 160, 300, 600)
	add(true, size)
	add(false, bucket("words=", n, 0, 1, 2, 3, 5, 8, 14, 25))
	add(true, "end="+ending(s))
	add(false, "start="+beginning(s))
	add(false, "cap="+casing(s))
	add(false, bucket("indent=", int(l.indent), 0, 2, 4, 8))
	if l.weight < longest {
		v.key = fold(s)
		v.small = l.weight <= 40 && n <= 5 && !ends(s)
		for k := range lexicon.Months {
			if v.kinds.Has(k) {
				add(true, "word="+strings.ReplaceAll(k.String(), " ", "-"))
			}
		}
		if v.kinds == 0 {
			add(false, "word=none")
		}
		for _, name := range signs(l) {
			add(true, name)
		}
	} else {
		v.kinds, _ = lexicon.Opening(s)
		for _, k := range []lexicon.Kind{lexicon.Notice, lexicon.Cookie, lexicon.Footer, lexicon.Letter, lexicon.Note} {
			if v.kinds.Has(k) {
				add(true, "opens="+strings.ReplaceAll(k.String(), " ", "-"))
			}
		}
	}
	if v.prose {
		add(true, "prose")
	}
	if kind, _, _ := marker(s); kind != noMark {
		add(true, "mark="+[]string{"", "bullet", "dash", "number", "number"}[kind])
	}
	if looksLikeCode(l.raw) {
		add(true, "code")
	}
	if l.weight < longest {
		add(true, bucket("signs=", codeShare(s), 0, 6, 12, 25, 50))
	}
	if identifier(s) {
		add(true, "ident")
	}
	if dashed(s) != "" {
		add(true, "dashed")
	}
	if quotedText(s) {
		add(true, "quoted")
	}
	return v
}

// signs are what a short line holds beside words.
func signs(l *line) []string {
	s := l.text
	var out []string
	add := func(is bool, name string) {
		if is {
			out = append(out, name)
		}
	}
	digits, letters := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	add(letters == 0 && digits > 0, "number")
	add(letters == 0 && digits == 0, "signs")
	add(digits > 0 && letters > 0, "digits")
	if digits > 0 {
		whole := l.dated()
		add(whole, "date=whole")
		if _, ok := dates.Find(s, dates.Unsure); ok && !whole {
			add(true, "date=in")
		}
	}
	_, by := names.ByLine(s)
	add(by, "by")
	add(names.IsFullName(s), "name")
	add(names.AreNames(s), "names")
	add(len(cells(s)) > 1, "row="+strconv.Itoa(min(len(cells(s)), 4)))
	add(strings.Contains(s, "\t"), "tab")
	add(strings.Contains(s, "://") || strings.HasPrefix(s, "www."), "url")
	add(strings.Contains(s, "@"), "at")
	add(strings.Contains(s, "#"), "hash")
	add(strings.Contains(s, "©"), "©")
	add(strings.HasPrefix(s, ">"), "marked")
	add(trail(s), "trail")
	add(strings.Contains(s, "?"), "asks")
	add(drawnLine(s), "rule")
	return out
}

// survey looks at the text as a whole.
func (d *describer) survey() {
	d.first, d.last = len(d.lines), -1
	var footer, authors strings.Builder
	n, apart := 0, 0
	for i := range d.lines {
		l, v := &d.lines[i], &d.views[i]
		if v.prose {
			d.first, d.last = min(d.first, i), i
			if n++; l.gap > 0 {
				apart++
			}
		}
		if v.kinds.HasAny(lexicon.Footer, lexicon.Source, lexicon.Credit, lexicon.Letter) || strings.Contains(l.text, "©") {
			footer.WriteString(v.key + "\n")
		}
		if v.kinds.HasAny(lexicon.By, lexicon.AuthorLabel) {
			authors.WriteString(v.key + "\n")
		}
	}
	d.spaced = apart*3 > n*2
	d.footer, d.authors = footer.String(), authors.String()
	d.rankHead()
	d.alike = map[string]int{}
	for i := range d.lines {
		if s := d.stands(i); s != "" {
			d.alike[s]++
		}
	}
}

// features are all of a line's.
func (d *describer) features(i int) []string {
	v := &d.views[i]
	f := append([]string{"any"}, v.names...)
	gaps := d.gaps(i)
	f = append(f, gaps)
	if d.spaced {
		f = append(f, "spaced:"+gaps)
	}
	f = append(f, d.neighbours(i, -1, "-1:")...)
	f = append(f, d.neighbours(i, 1, "+1:")...)
	f = append(f, d.neighbours(i, 2, "+2:")...)
	f = append(f, d.neighbours(i, -2, "-2:")...)
	place := d.place(i)
	f = append(f, place...)
	f = append(f, d.run(i), d.section(i))
	f = append(f, d.echoes(i)...)
	f = append(f, d.heads(i)...)
	f = append(f, d.codeRun(i))
	f = append(f, d.told(i)...)
	zone := place[0]
	f = append(f, zone+"&"+v.names[0], zone+"&"+gaps, zone+"&"+v.names[2], gaps+"&"+v.names[0])
	return f
}

// neighbours are what the line off from i shows.
func (d *describer) neighbours(i, off int, lead string) []string {
	if i+off < 0 || i+off >= len(d.lines) {
		return []string{lead + "edge"}
	}
	v := &d.views[i+off]
	if off == 2 || off == -2 { // of who stands farther away the size will do
		return []string{lead + v.names[0], lead + strconv.FormatBool(v.prose)}
	}
	out := make([]string, 0, len(v.short))
	for _, name := range v.short {
		out = append(out, lead+name)
	}
	return out
}

// place says where in the text line i stands: before, amid or after its prose,
// and how far.
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
	return []string{zone, zone + far, d.density(i)}
}

// density says how much prose stands right before and after line i.
func (d *describer) density(i int) string {
	count := func(from, to int) int {
		n := 0
		for j := max(from, 0); j < min(to, len(d.lines)); j++ {
			if d.views[j].prose {
				n++
			}
		}
		return n
	}
	return bucket("prose=", count(i-6, i), 0, 2) + bucket("/", count(i+1, i+7), 0, 2)
}

// run says in how long a run of small lines without a gap line i stands.
func (d *describer) run(i int) string {
	if !d.views[i].small {
		return "run=no"
	}
	up, down := 0, 0
	for j := i; up < 9 && j > 0 && d.lines[j].gap == 0 && d.views[j-1].small; j-- {
		up++
	}
	for j := i + 1; down < 9 && j < len(d.lines) && d.lines[j].gap == 0 && d.views[j].small; j++ {
		down++
	}
	return bucket("run=", up, 0, 2, 8) + bucket("+", down, 0, 2, 8)
}

// headings are the kinds of words that head what follows them.
