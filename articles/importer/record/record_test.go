package record_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/foldertest"
	"lede/articles/importer/links"
	"lede/articles/importer/record"
	"lede/articles/markdown"
)

// hostile are pieces of texts that some format takes for more than text.
var hostile = []string{
	"---", "+++", "# ", "\n", "\n---\n", "\t", "  ", ": ", " #", "- ", "'", `"`, `\`, "&amp;", "&lt", "&", "null", "~", "yes", "1e3",
	"2026-02-08", "[[x]]", "[a](b)", "{", "}", "*", "!", "|", ">", "%", "@", "`", "```", "é", "漢字", "😀", "\u00a0", "\u200b", "a", "word", "e\u0301",
	"{{< x >}}", "<b>", "lede:\n    id: aaaaaaaaaa", "\n    sum: \"", "...", "\n...\n", ",", "#tag", "//", "..", "CON", "İ", "ß", "\u2029", "\x1b[2J", "\u202e",
}

func anyText(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(hostile[r.IntN(len(hostile))])
	}
	return articles.Clean(b.String())
}

func anyLine(r *rand.Rand, most int) string { return articles.CleanLine(anyText(r, most)) }

func anyTime(r *rand.Rand) time.Time {
	at := time.UnixMilli(r.Int64N(4e12) - 1e12).In(time.FixedZone("", (r.IntN(53)-26)*1800))
	switch r.IntN(4) {
	case 0:
		return time.Time{}
	case 1:
		return at.UTC().Truncate(24 * time.Hour)
	case 2:
		return at.Truncate(time.Second).UTC()
	}
	return at
}

func anyList[T any](r *rand.Rand, one func() T) []T {
	var out []T
	for range r.IntN(4) {
		out = append(out, one())
	}
	return out
}

// anyRecord is a record with anything in every field.
func anyRecord(r *rand.Rand) record.Record {
	line := func() string { return anyLine(r, 6) }
	full := func() string { return line() + "x" }
	text := func() string { return anyText(r, 9) }
	origin := "file:/notes/" + full() + ".md"
	a := &articles.Article{
		ID: articles.NewID(origin), Slug: articles.Slug(full()), Origin: origin, Former: anyList(r, text), Aliases: anyList(r, func() string { return articles.Slug(full()) }),
		Title: full(), Dek: line(), Author: line(), AuthorBio: text(), Site: line(), URL: text(),
		Published: anyTime(r), Updated: anyTime(r),
		Series: line(), Part: r.IntN(3), Parts: r.IntN(3), Bookmark: r.IntN(2) == 0,
		Notices: anyList(r, text), Tags: anyList(r, full), Own: articles.TagEdit{Add: anyList(r, full), Take: anyList(r, full)},
		Epigraphs:   anyList(r, func() articles.Quote { return articles.Quote{Text: text(), By: line()} }),
		Related:     anyList(r, func() articles.Link { return articles.Link{Title: line(), Target: text()} }),
		SourceViews: r.Int64N(1e12), Markdown: anyText(r, 60), Added: anyTime(r), FileTime: anyTime(r),
	}
	if a.Dek == "" {
		a.Opening = markdown.Lede(a.Markdown)
	}
	found := markdown.Survey(a.Markdown)
	a.Length, a.Links = found.Length, links.From{Origin: a.Origin}.All(found.Links)
	state := articles.State{
		Views: r.IntN(5), Read: r.IntN(2) == 0, Starred: r.IntN(2) == 0, Archived: r.IntN(2) == 0, Opened: anyTime(r),
		Place: articles.Place{Progress: r.Float64(), Anchor: articles.Anchor{Chunk: r.IntN(9) - 2, Letters: r.IntN(3), Words: text()}},
	}
	return record.Record{Article: a, State: state}
}

func readBack(t *testing.T, file string, data []byte) *articles.Article {
	t.Helper()
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := importer.File(t.Context(), file)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return g.Finish()
}

// sameTime makes times alike that mean the same moment in the same zone.
func sameTime(all ...*time.Time) {
	for _, at := range all {
		if !at.IsZero() {
			_, zone := at.Zone()
			*at = at.In(time.FixedZone("", zone))
		}
	}
}

func TestRecordsReadBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 2))
	file := filepath.Join(t.TempDir(), "2020-01-01-x.md")
	filled := map[string]bool{}
	for range 1000 {
		want := anyRecord(r)
		data, err := want.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if id := record.ID(data); id != want.ID || !record.IsIntact(data, id) {
			t.Fatalf("the record of %q is of %q, intact %v\n%s", want.ID, id, record.IsIntact(data, id), data)
		}
		got := readBack(t, file, data)
		if got.Original != nil {
			t.Fatal("a record is no original")
		}
		if got.Prior == nil {
			got.Prior = &articles.State{}
		}
		prior := *got.Prior
		got.Prior = nil
		for _, one := range []*articles.Article{got, want.Article} {
			sameTime(&one.Published, &one.Updated, &one.Added, &one.FileTime)
		}
		sameTime(&prior.Opened, &want.State.Opened)
		if !reflect.DeepEqual(got, want.Article) {
			t.Fatalf("got  %+v\nwant %+v\n%s", got, want.Article, data)
		}
		if !reflect.DeepEqual(prior, want.State) {
			t.Fatalf("got  %+v\nwant %+v\n%s", prior, want.State, data)
		}
		for i, v := 0, reflect.ValueOf(*got); i < v.NumField(); i++ {
			if !v.Field(i).IsZero() {
				filled[v.Type().Field(i).Name] = true
			}
		}
	}
	// What a record forgets, this test must not: a new field is to be written.
	for field := range reflect.TypeFor[articles.Article]().Fields() {
		if name := field.Name; !filled[name] && !slices.Contains([]string{"Excerpt", "Original", "Prior", "Images", "Rule", "Ruled"}, name) {
			t.Errorf("the test leaves %s empty", name)
		}
	}
}

func TestChangedRecordsAreKnown(t *testing.T) {
	t.Parallel()
	r := anyRecord(rand.New(rand.NewPCG(1, 1)))
	data, err := r.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		if record.IsIntact(changed, r.ID) {
			t.Fatalf("byte %d is changed: %q", i, changed)
		}
	}
	for i := range data {
		if record.IsIntact(data[:i], r.ID) {
			t.Fatalf("cut at %d", i)
		}
	}
	if record.IsIntact(append(data, '\n'), r.ID) || record.IsIntact(data, "aaaaaaaaaa") || record.IsIntact(nil, "") {
		t.Error("something else is taken for the record")
	}
}

// TestEditedRecord: a person may edit a record like any other file.
func TestEditedRecord(t *testing.T) {
	t.Parallel()
	a := &articles.Article{ID: "abcdefghjk", Origin: "welcome:x", Title: "The title", Markdown: "Text.\n", Tags: []string{"x"}}
	data, err := record.Record{Article: a, State: articles.State{Starred: true}}.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "x.md")
	edited := strings.NewReplacer("The title", "Another", "Text.", "More text.", "\n", "\r\n").Replace(string(data))
	got := readBack(t, file, []byte(edited))
	if got.ID != a.ID || got.Title != "Another" || got.Markdown != "More text.\n" || !got.Prior.Starred || got.Original == nil {
		t.Errorf("got %+v", got)
	}
	if err := os.WriteFile(file, bytes.Replace(data, []byte("tags: [x]"), []byte("tags: {x: y}"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := importer.File(t.Context(), file); err == nil || !strings.Contains(err.Error(), "x.md:3: front matter: ") || strings.Contains(err.Error(), "\n") {
		t.Errorf("a mistake is told as %v", err)
	}
	// Without its ID it is a new article.
	plain := readBack(t, file, bytes.Replace(data, []byte("    id: abcdefghjk\n"), nil, 1))
	if plain.ID != articles.NewID(plain.Origin) || !strings.HasSuffix(plain.Origin, "/x.md") || plain.Prior != nil {
		t.Errorf("got %+v", plain)
	}
}

// TestRecordOfTheWebIsNone: a page that says that it is an article of the
// library takes no article's place, and brings no state along.
func TestRecordOfTheWebIsNone(t *testing.T) {
	t.Parallel()
	a := &articles.Article{ID: "abcdefghjk", Origin: "file:/notes/mine.md", Title: "Mine", Markdown: "Text.\n"}
	data, err := record.Record{Article: a, State: articles.State{Starred: true}}.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	const at = "https://example.org/evil.md"
	got, err := importer.Read(at, string(data))
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != articles.NewID(at) || got.Origin != at || got.Prior != nil || got.Original == nil {
		t.Errorf("got %+v", got)
	}
}

// TestOriginalBesideRecord: what a record says stands beside it is read from
// its folder alone.
func TestOriginalBesideRecord(t *testing.T) {
	t.Parallel()
	root := foldertest.New(t, map[string]string{"export/originals/page.html": "<p>page", "export/originals/.lede": "", "secret.txt": "secret"})
	dir := filepath.Join(root, "export")
	if err := os.Symlink(filepath.Join(root, "secret.txt"), filepath.Join(dir, "originals", "link")); err != nil {
		t.Skip(err)
	}
	for name, want := range map[string]bool{
		"originals/page.html": true, "originals/../originals/page.html": true,
		"../secret.txt": false, "originals/link": false, "originals": false, "originals/none": false, "/etc/hosts": false,
		filepath.ToSlash(root) + "/secret.txt": false,
	} {
		a := &articles.Article{
			ID: "abcdefghjk", Origin: "https://example.org/x", Title: "T", Markdown: "x\n",
			Original: &articles.Original{Name: "page.html", URL: "https://example.org/x", Charset: "latin1", WholePage: true},
		}
		data, err := record.Record{Article: a, Original: name}.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		got := readBack(t, filepath.Join(dir, "x.md"), data)
		wanted := articles.Original{Name: "page.html", URL: "https://example.org/x", Charset: "latin1", WholePage: true, Data: "<p>page"}
		if is := got.Original != nil; is != want || is && *got.Original != wanted {
			t.Errorf("%s: %+v", name, got.Original)
		}
	}
	var paths []string
	for item := range importer.Walk(t.Context(), []string{dir}) {
		paths = append(paths, item.Path)
	}
	if len(paths) != 1 {
		t.Errorf("the folder holds one article, and %q are read", paths)
	}
}
