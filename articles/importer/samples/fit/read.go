package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"lede/articles/importer/clipping"
)

// label finds a label by its name.
func label(name string) clipping.Label {
	i := slices.Index(clipping.LabelNames, name)
	if i < 0 {
		panic("no label is named " + name)
	}
	return clipping.Label(i)
}

// read reads the labelled texts of a folder.
func read(folder string) ([]text, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", folder, err)
	}
	var out []text
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read a text: %w", err)
		}
		bare := strings.TrimSuffix(file, ".txt")
		t := text{name: filepath.Base(bare), from: map[string]string{"folder": filepath.Base(folder)}, lines: clipping.Describe(string(source)), weight: 1}
		if spec, err := os.ReadFile(bare + ".json"); err == nil {
			var a anatomy
			if err := json.Unmarshal(spec, &a); err != nil {
				return nil, fmt.Errorf("%s.json: %w", bare, err)
			}
			t.labels, t.weight = a.labels(t.lines), 2
		} else if page, err := os.ReadFile(bare + ".html"); err == nil {
			if t.labels = align(t.lines, string(page)); t.labels == nil {
				continue
			}
		} else {
			continue
		}
		t.from["text"], _, _ = strings.Cut(t.name, ".") // a page and its article are alike
		out = append(out, t)
	}
	return out, nil
}

// anatomy is what an editor says of a text.
type anatomy struct {
	Title, Dek, Author, Site string
	AuthorBio                string `json:"author_bio"`
	Notices, Tags, Related   []string
	Epigraphs, Quotes        []struct{ Text, By string }
	Headings                 []struct{ Text string }
	Lists                    []struct{ Items []string }
	Boilerplate              []string
	MustContain              []string `json:"must_contain"`
	Body                     string   // Markdown
}

// key is how a line is compared: its letters and digits.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// unnumbered is the key of a line without the mark of an item.
func unnumbered(s string) string { return key(strings.TrimLeft(s, "0123456789.) \t•-–*")) }

// labels aligns the anatomy with the lines.
func (a *anatomy) labels(lines []clipping.Described) []clipping.Label {
	known := map[string]string{}
	put := func(name string, texts ...string) {
		for _, s := range texts {
			if k := key(s); k != "" {
				known[k] = name
			}
		}
	}
	put("furniture", a.Boilerplate...)
	for _, t := range a.Tags {
		put("tags", t)
	}
	put("related", a.Related...)
	for _, q := range a.Epigraphs {
		put("epigraph", q.Text)
		put("quoteby", q.By)
	}
	for _, q := range a.Quotes {
		put("quote", q.Text)
		put("quoteby", q.By)
	}
	for _, l := range a.Lists {
		put("item", l.Items...)
	}
	for _, h := range a.Headings {
		put("heading", h.Text)
	}
	put("notice", a.Notices...)
	put("bio", a.AuthorBio)
	put("dek", a.Dek)
	put("site", a.Site)
	put("title", a.Title)
	at, _ := place(lines, bodyBlocks(a.Body))
	first, last := span(lines, at)
	out := make([]clipping.Label, len(lines))
	for i, l := range lines {
		name, ok := at[i], at[i] != ""
		if field := known[key(l.Text)]; field != "" && (!ok || field == "epigraph" || field == "quoteby") {
			name, ok = field, true
		}
		if !ok {
			name, ok = known[unnumbered(l.Text)]
		}
		if !ok && i < len(lines) && len(key(l.Text)) > 12 {
			name, ok = a.part(l.Text)
		}
		if !ok || at[i] == "" && slices.Contains([]string{"heading", "item", "quote"}, name) {
			name = unknown(l, i, first, last)
		}
		out[i] = label(name)
	}
	settle(lines, out, first, last)
	a.refine(lines, out, first, last)
	return out
}

// bodyBlocks reads the blocks of Markdown as package clipping writes it.
func bodyBlocks(body string) []block {
	var out []block
	code := false
	for line := range strings.Lines(body) {
		name, bare := "prose", strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(bare, "```"):
			code = !code
			continue
		case code:
			name = "code"
		case strings.HasPrefix(bare, "#"):
			name = "heading"
		case strings.HasPrefix(bare, "> — "):
			name = "quoteby"
		case strings.HasPrefix(bare, ">"):
			name = "quote"
		case strings.HasPrefix(bare, "|"):
			name = "table"
		case strings.HasPrefix(bare, "- "):
			name = "item"
		default:
			if number, _, ok := strings.Cut(bare, ". "); ok && strings.Trim(number, "0123456789") == "" {
				name, bare = "item", bare[len(number)+1:]
			}
		}
		if k := key(bare); k != "" {
			out = append(out, block{k, name})
		}
	}
	return out
}

// part finds a line that is a piece of a quote, an item, a bio or a dek.
func (a *anatomy) part(s string) (string, bool) {
	k := key(s)
	for _, q := range a.Epigraphs {
		if strings.Contains(key(q.Text), k) {
			return "epigraph", true
		}
	}
	for _, q := range a.Quotes {
		if strings.Contains(key(q.Text), k) {
			return "quote", true
		}
		if strings.Contains(k, key(q.Text)) && q.By != "" && strings.Contains(k, key(q.By)) {
			return "quote", true
		}
	}
	for _, l := range a.Lists {
		for _, item := range l.Items {
			if strings.Contains(k, key(item)) && len(key(item))*10 > len(k)*8 || strings.Contains(key(item), k) && len(k) > 20 {
				return "item", true
			}
		}
	}
	if strings.Contains(key(a.AuthorBio), k) {
		return "bio", true
	}
	if strings.Contains(key(a.Dek), k) {
		return "dek", true
	}
	tags := 0
	for _, t := range a.Tags {
		if strings.Contains(k, key(t)) {
			tags += len(key(t))
		}
	}
	if tags*10 > len(k)*5 {
		return "tags", true
	}
	return "", false
}

// unknown labels a line of which the anatomy says nothing.
func unknown(l clipping.Described, i, first, last int) string {
	has := func(name string) bool { return slices.Contains(l.Features, name) }
	if has("rule") && i > first && i < last {
		return "prose"
	}
	return "furniture"
}

// settle takes back labels from lines that only have the words of others: an
// entry of a menu is no heading, the title stands once.
func settle(lines []clipping.Described, out []clipping.Label, first, last int) {
	titles := []int{}
	sites := 0
	for i := range lines {
		switch clipping.LabelNames[out[i]] {
		case "title":
			titles = append(titles, i)
		case "site":
			if sites++; sites > 1 || i > first {
				out[i] = label("furniture")
			}
		case "heading", "item", "quote", "quoteby":
			if (i < first-6 || i > last+12) && last >= 0 {
				out[i] = label("furniture")
			}
		case "dek":
			if i > first+1 && last >= 0 {
				out[i] = label("prose")
			}
		}
	}
	best, near := -1, 0
	for _, t := range titles { // the one that facts stand under
		n := 1
		for j := t + 1; j < min(t+5, len(lines)); j++ {
			if f := lines[j].Features; slices.Contains(f, "date=whole") || slices.Contains(f, "by") || slices.Contains(f, "word=read-time") || slices.Contains(f, "date=in") {
				n = 2
			}
		}
		if n > near {
			best, near = t, n
		}
	}
	for _, t := range titles {
		if t != best {
			out[t] = label("furniture")
		}
	}
}

// refine says of furniture what kind it is: by-line, date, number, credit.
func (a *anatomy) refine(lines []clipping.Described, out []clipping.Label, first, last int) {
	title := slices.Index(out, label("title"))
	for i, l := range lines {
		if clipping.LabelNames[out[i]] != "furniture" {
			continue
		}
		has := func(name string) bool { return slices.Contains(l.Features, name) }
		named := a.Author != "" && strings.Contains(key(l.Text), key(a.Author)) && len(key(l.Text)) < 90
		near := i < first+2 && (title < 0 || i > title-5)
		switch {
		case named && near:
			out[i] = label("byline")
		case named && has("by") && i > last:
			out[i] = label("byline")
		case has("date=whole") && near:
			out[i] = label("date")
		case (has("word=read-time") || has("word=views")) && near:
			out[i] = label("fact")
		case has("word=credit") && i > first && i < last:
			out[i] = label("credit")
		}
	}
	comments := false
	for i, l := range lines {
		if i <= last {
			continue
		}
		has := func(name string) bool { return slices.Contains(l.Features, name) }
		if has("word=comments") && !has("word=button") {
			comments = true
			continue
		}
		if has("word=related") || has("word=footer") || has("word=aside") || has("©") {
			comments = false
		}
		if name := clipping.LabelNames[out[i]]; comments && (name == "furniture" || name == "byline") {
			out[i] = label("comment")
		}
	}
}
