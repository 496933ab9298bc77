package welcome_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"lede/articles"
	"lede/articles/welcome"
)

// front is the front matter that every embedded article has.
type front struct {
	Title     string
	Dek       string
	Author    string
	AuthorBio string `yaml:"author_bio"`
	Site      string
	Date      string
	Tags      []string
	Notices   []string
	Epigraphs []articles.Quote
	Related   []string
}

// piece is an embedded article in its two parts.
type piece struct {
	slug  string
	front front
	body  string
}

func pieces(t *testing.T) []piece {
	t.Helper()
	var all []piece
	for _, f := range welcome.Files() {
		rest, opened := strings.CutPrefix(string(f.Content), "---\n")
		head, body, closed := strings.Cut(rest, "\n---\n")
		if !opened || !closed {
			t.Fatalf("%s: no front matter between lines of ---", f.Name)
		}
		p := piece{slug: strings.TrimSuffix(f.Name, ".md"), body: body}
		dec := yaml.NewDecoder(strings.NewReader(head))
		dec.KnownFields(true)
		if err := dec.Decode(&p.front); err != nil {
			t.Fatalf("%s: front matter: %v", f.Name, err)
		}
		all = append(all, p)
	}
	return all
}

func TestThereAreTwelve(t *testing.T) {
	t.Parallel()
	if got := len(welcome.Files()); got != 12 {
		t.Errorf("%d articles, want 12", got)
	}
}

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	all := pieces(t)
	bios := map[string]string{}
	uses := map[string]int{}
	var notices, epigraphs int
	for _, p := range all {
		f := p.front
		for field, v := range map[string]string{
			"title": f.Title, "dek": f.Dek, "author": f.Author, "author_bio": f.AuthorBio, "site": f.Site,
		} {
			if v == "" || v != articles.CleanLine(v) {
				t.Errorf("%s: %s is %q, want one clean line", p.slug, field, v)
			}
		}
		if bio, ok := bios[f.Author]; ok && bio != f.AuthorBio {
			t.Errorf("%s: %s has two biographies", p.slug, f.Author)
		}
		bios[f.Author] = f.AuthorBio
		if n := len(f.Tags); n < 2 || n > 4 {
			t.Errorf("%s: %d tags, want 2 to 4", p.slug, n)
		}
		for _, tag := range f.Tags {
			uses[tag]++
		}
		for _, q := range f.Epigraphs {
			if q.Text == "" || q.By == "" {
				t.Errorf("%s: epigraph %+v lacks words or by-line", p.slug, q)
			}
		}
		notices += len(f.Notices)
		epigraphs += len(f.Epigraphs)
	}
	for tag, n := range uses {
		if n < 2 {
			t.Errorf("tag %q is on one article only and relates nothing", tag)
		}
	}
	if notices == 0 || epigraphs == 0 {
		t.Errorf("%d notices and %d epigraphs, want some of each", notices, epigraphs)
	}
}

func TestStartHereIsNewest(t *testing.T) {
	t.Parallel()
	dates := map[string]time.Time{}
	for _, p := range pieces(t) {
		d, err := time.Parse(time.DateOnly, p.front.Date)
		if err != nil || d.Year() != 2026 {
			t.Errorf("%s: date %q, want a day of 2026 (%v)", p.slug, p.front.Date, err)
		}
		dates[p.slug] = d
	}
	for slug, d := range dates {
		if slug != "start-here" && !d.Before(dates["start-here"]) {
			t.Errorf("%s is dated %s, not before start-here", slug, d.Format(time.DateOnly))
		}
	}
}

func TestLengths(t *testing.T) {
	t.Parallel()
	for _, p := range pieces(t) {
		if n := articles.MeasureText(p.body).Total(); n < 400 || n > 1800 {
			t.Errorf("%s: %d words, want 400 to 1,800", p.slug, n)
		}
	}
}

func TestTextIsCleanAndNormal(t *testing.T) {
	t.Parallel()
	for _, f := range welcome.Files() {
		s := string(f.Content)
		if !utf8.ValidString(s) || s != articles.Clean(s) {
			t.Errorf("%s: holds characters that an import would remove", f.Name)
		}
		if !bytes.HasSuffix(f.Content, []byte("\n")) {
			t.Errorf("%s: does not end with a newline", f.Name)
		}
		if articles.Slug(strings.TrimSuffix(f.Name, ".md"))+".md" != f.Name {
			t.Errorf("%s: the name is not a slug", f.Name)
		}
	}
}

func TestBodyStartsWithText(t *testing.T) {
	t.Parallel()
	for _, p := range pieces(t) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.body, "\n"))
		if !unicode.IsLetter(r) {
			t.Errorf("%s: the body starts with %q, want a word", p.slug, r)
		}
	}
}
