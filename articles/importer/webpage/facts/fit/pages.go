package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/samples"
	"lede/articles/importer/webpage/facts"
)

// gold are the facts of a page. A fact that nobody told is not in it, an empty
// one is known to be none.
type gold map[string]string

// choices are what a page leaves to choose.
func choices(source, page, text, address string, told gold, weight float64) []choice {
	root, err := htmldoc.Tree(text)
	if err != nil {
		return nil
	}
	var base *url.URL
	if address != "" {
		base, _ = url.Parse(address)
	}
	f := facts.Read(root, base)
	tidy.Tree(root, base)
	f.Seen(dom.First(root, "body"))
	var out []choice
	for _, fact := range all {
		want, ok := told[fact]
		if !ok {
			continue
		}
		c := choice{source: source, page: page, fact: fact, right: -1, known: want == "", weight: weight}
		for i, o := range f.Candidates(fact) {
			features := []string{fact + " any"}
			for _, feature := range o.Features {
				features = append(features, fact+" "+feature)
			}
			value := o.Value
			if fact == facts.Date {
				value = o.Day.Format(time.DateOnly)
			}
			c.candidates, c.values = append(c.candidates, features), append(c.values, value)
			if want != "" && c.right < 0 && same(value, want) {
				c.right, c.known = i, true
			}
		}
		out = append(out, c)
	}
	return out
}

// made are the choices on pages that are made.
func made() []choice {
	const n = 150
	var out []choice
	for _, p := range samples.Pages(n, 7) {
		text := p.HTML
		told := gold{facts.Title: p.Title, facts.Author: p.Author, facts.Date: "", facts.Site: p.Site}
		if !p.Published.IsZero() {
			told[facts.Date] = p.Published.Format(time.DateOnly)
		}
		for fact, value := range told { // what the page shows nowhere its head may state
			if value == "" && (fact == facts.Site || strings.Contains(text, "ld+json")) {
				delete(told, fact)
			}
		}
		out = append(out, choices("made:"+p.Layout, "made:"+p.Layout, text, "", told, 0.05)...)
	}
	return out
}

// page is one of a file of pages. Each begins with a line "== name address",
// and then has lines "fact: value" before its HTML.
type page struct {
	name, address, html string
	told                gold
}

// readPages reads a file of pages. [prose] stands for the text of an article.
func readPages(text string) []page {
	const prose = "<p>The kiln stood at the end of the yard, and nobody had lit it for nine years, so that the swallows came to think of it as theirs.</p>"
	var out []page
	for _, block := range strings.Split("\n"+text, "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		p := page{told: gold{}}
		p.name, p.address, _ = strings.Cut(head, " ")
		for !strings.HasPrefix(rest, "<") {
			var line string
			line, rest, _ = strings.Cut(rest, "\n")
			fact, value, _ := strings.Cut(line, ":")
			p.told[fact] = strings.TrimSpace(value)
		}
		p.html = strings.ReplaceAll(rest, "[prose]", strings.Repeat(prose, 4))
		out = append(out, p)
	}
	return out
}

// written are the choices on the pages of files.
func written(files []string) []choice {
	const groups = 8
	var out []choice
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		for i, p := range readPages(string(text)) {
			out = append(out, choices(fmt.Sprint("written:", i%groups), p.name, p.html, p.address, p.told, 1)...)
		}
	}
	return out
}

// same reports whether two values of a fact mean the same; of names it does not
// matter how they are joined.
func same(a, b string) bool { return key(a) == key(b) }

func key(s string) string {
	var words []string
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if !lexicon.Whole(w).Has(lexicon.And) {
			words = append(words, strings.ToLower(w))
		}
	}
	return strings.Join(words, "")
}

// real are the choices on the pages of a folder.
func real(dir string) []choice {
	if dir == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(dir, "cases.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	var out []choice
	for line := range bytes.Lines(data) {
		var c struct {
			ID, Kind, Source, Input, URL string
			Meta                         map[string]*string
		}
		if json.Unmarshal(line, &c) != nil || c.Kind != "extract" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, c.Input))
		if err != nil {
			log.Fatal(err)
		}
		told := gold{}
		for fact, key := range map[string]string{facts.Title: "title", facts.Author: "byline", facts.Date: "published", facts.Site: "site"} {
			if v, ok := c.Meta[key]; ok && v != nil {
				told[fact] = *v
				if t, ok := dates.Parse(*v, dates.Unsure); fact == facts.Date && ok {
					told[fact] = t.Format(time.DateOnly)
				}
			} else if ok && c.Source == "wcxb" {
				told[fact] = ""
			}
		}
		out = append(out, choices(c.Source, c.ID, strings.ToValidUTF8(string(text), "\ufffd"), c.URL, told, 1)...)
	}
	return out
}
