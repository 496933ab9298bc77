package record_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/record"
	"lede/articles/steady"
)

func FuzzRecord(f *testing.F) {
	small := &articles.Article{ID: "aaaaaaaaaa", Origin: "x:y", Title: "T", AuthorBio: "a\n b", Markdown: "x\n"}
	data, err := record.Record{Article: small, State: articles.State{Starred: true}}.Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data)) // the long ones of the test above take the fuzzer seconds each
	f.Add("---\nlede: {id: aaaaaaaaaa, origin: [}\n---\n")
	f.Add("---\ntitle: \"\\e\"\nlede:\n    id: \"aaaaaaaaaa\\e\"\n---\nx")
	f.Add("---\ntitle: &a [*a]\nlede:\n    id: aaaaaaaaaa\n---\nx")
	f.Fuzz(checkRecord)
}

func TestEachWordOfARecord(t *testing.T) {
	t.Parallel()
	r := anyRecord(rand.New(rand.NewPCG(1, 1)))
	r.Article.Markdown = "x\n"
	data, err := r.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for text := range steady.Spoilt(string(data)) {
		checkRecord(t, text)
	}
}

func checkRecord(t *testing.T, text string) {
	t.Helper()
	a, err := importer.Read("x.md", text)
	if err != nil {
		if strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q: error %q", text, err)
		}
		return
	}
	for _, s := range []string{a.Title, a.Origin, a.URL, a.Slug, a.AuthorBio, a.Markdown, string(a.ID), fmt.Sprint(a.Epigraphs, a.Related, a.Notices, a.Tags)} {
		if articles.Clean(s) != s {
			t.Errorf("%q: unclean %q", text, s)
		}
	}
	// What was read once is read again as the same.
	data, err := record.Record{Article: a}.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := importer.Read("x.md", string(data))
	if err != nil {
		t.Fatalf("%v\n%q", err, data)
	}
	if again.ID != a.ID || again.Title != a.Title || again.Markdown != a.Markdown || again.Origin != a.Origin {
		t.Errorf("%q: got %+v\nwant %+v", text, again, a)
	}
}
