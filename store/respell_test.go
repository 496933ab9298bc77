package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lede/articles"
	"lede/store/schema"
)

// addressBefore is the rule by which libraries spelled the addresses of pages
// before schema step 12.
func addressBefore(s string) string {
	page, _, _ := strings.Cut(strings.TrimSpace(s), "#")
	u, err := url.Parse(page)
	if err != nil {
		return page
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	out := "//" + host + strings.TrimRight(u.EscapedPath(), "/")
	var query []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part != "" && !strings.HasPrefix(name, "utm_") && !strings.Contains(" fbclid gclid dclid msclkid igshid mc_cid mc_eid ref ref_src ", " "+name+" ") {
			query = append(query, part)
		}
	}
	if query != nil {
		out += "?" + strings.Join(query, "&")
	}
	return out
}

// before12 is how many steps a library has been through that spells them so.
const before12 = 11

// outdate spells the addresses of articles in a library as the version before did.
func outdate(t *testing.T, path string, all ...*articles.Article) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	exec := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`DELETE FROM trait WHERE kind IN (1, 2) AND value LIKE '//%'`)
	for _, a := range all {
		for k, names := range map[kind][]string{kindAddress: {a.Origin, a.URL}, kindLink: a.Links} {
			for _, name := range names {
				if articles.IsWeb(name) {
					exec(`INSERT OR IGNORE INTO trait SELECT ?, ?, key FROM article WHERE id = ?`, k, addressBefore(name), a.ID)
				}
			}
		}
	}
}

// TestPagesOfAnOldLibrary opens a library of the version before: what it has is
// found under every spelling, and of two articles that are one page now both
// stay, with all that the reader did.
func TestPagesOfAnOldLibrary(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	of := func(at string, links ...string) *articles.Article {
		return &articles.Article{ID: articles.NewID(at), Origin: at, URL: at, Title: at, Markdown: "Words of " + at + ".\n", Links: links}
	}
	first, second := of("https://a.example/x?spm=1"), of("https://a.example/x")
	city, plain := of("https://bücher.example/stra%c3%9fe?b=1&a=2"), of("https://a.example/plain", "https://a.example/x?_ga=3")
	all := []*articles.Article{first, second, city, plain}
	for _, a := range all {
		put(t, s, a)
	}
	if err := errors.Join(s.SetStarred(ctx, first.ID, true), s.SetRead(ctx, second.ID, true), s.Close()); err != nil {
		t.Fatal(err)
	}
	path = outdated(t, path, before12)
	outdate(t, path, all...)
	s = open(t, path)
	sound(t, s)
	for ref, want := range map[string]*articles.Article{
		"https://www.a.example/x?spm=1":                      second, // a new spelling: the one that came last
		"https://a.example/x?spm=1":                          first,
		"http://a.example/x/#part":                           second,
		"https://a.example/x":                                second,
		"https://xn--bcher-kva.example/stra%C3%9Fe?a=2&b=1":  city,
		"http://www.bücher.example/straße/?gclsrc=1&b=1&a=2": city,
		"https://a.example/plain?mtm_x=1":                    plain,
	} {
		if id, err := s.Linked(ctx, []string{ref, ""}); err != nil || id != want.ID {
			t.Errorf("%s leads to %q, %v; want %q", ref, id, err, want.ID)
		}
	}
	if _, state, err := s.Article(ctx, first.ID); err != nil || !state.Starred || state.Read {
		t.Errorf("the first has state %+v, %v", state, err)
	}
	if _, state, err := s.Article(ctx, second.ID); err != nil || state.Starred || !state.Read {
		t.Errorf("the second has state %+v, %v", state, err)
	}
	if id, err := s.Resolve(ctx, "https://a.example/x?spm=1"); err != nil || id != first.ID {
		t.Errorf("the very address of the first names %q, %v", id, err)
	}
	if _, err := s.Resolve(ctx, "https://www.a.example/x"); err == nil || !strings.Contains(err.Error(), "fits several articles") {
		t.Errorf("an address of both: %v", err)
	}
	if c, err := s.Remove(ctx, first.ID, second.ID, city.ID, plain.ID); c.Articles != 4 || err != nil {
		t.Fatalf("removed %v, %v", c, err)
	}
	var left int
	if err := s.read.QueryRowContext(ctx, `SELECT count(*) FROM trait`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d traits of removed articles are left, %v", left, err)
	}
}

// TestEntriesOfAnOldLibrary: what a feed lists is known again by its link.
func TestEntriesOfAnOldLibrary(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	feeds := []articles.Feed{{URL: "https://a.example/feed"}}
	if _, err := s.AddFeeds(ctx, feeds); err != nil {
		t.Fatal(err)
	}
	list := func() []articles.Entry {
		e := articles.Entry{Link: "https://a.example/stra%c3%9fe?b=1&a=2", Article: &articles.Article{Title: "One", Markdown: "Words.\n"}}
		e.Seal()
		return feeds[0].Identify([]articles.Entry{e})
	}
	if news, err := s.Refreshed(ctx, feeds[0], list()); err != nil || news.Added != 1 {
		t.Fatalf("%+v, %v", news, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path = outdated(t, path, before12)
	run(t, path, `UPDATE entry SET link = '//a.example/stra%c3%9fe?b=1&a=2'; DELETE FROM article`)
	s = open(t, path)
	if news, err := s.Refreshed(ctx, feeds[0], list()); err != nil || news.Added != 0 {
		t.Errorf("what the reader took out came back: %+v, %v", news, err)
	}
}

// TestKeysOfKeys: from the spelling of before follows the one of today.
func TestKeysOfKeys(t *testing.T) {
	t.Parallel()
	part := rapid.SampledFrom([]string{"a", "A", "ü", "%C3%BC", "%c3%bc", "%2F", "(x)", "%28x%29", ".", "a+b"})
	parameter := rapid.SampledFrom([]string{"a=1", "b", "", "utm_source=x", "%75tm_x=1", "ref=y", "spm=z", "q=1+2", "q=%", "ü=1"})
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.SampledFrom([]string{"https://", "HTTP://", "http://u:p@", "https://www."}).Draw(t, "scheme") +
			rapid.SampledFrom([]string{"a.example", "BÜCHER.example", "a_b.example."}).Draw(t, "host") +
			rapid.SampledFrom([]string{"", ":80", ":8080"}).Draw(t, "port") + "/" +
			strings.Join(rapid.SliceOfN(part, 0, 3).Draw(t, "folders"), "/") +
			"?" + strings.Join(rapid.SliceOfN(parameter, 0, 4).Draw(t, "parameters"), "&") + "#x"
		if got, want := articles.PageKey(addressBefore(at)), articles.PageKey(at); got != want {
			t.Errorf("%q becomes %q, not %q", at, got, want)
		}
	})
}

// BenchmarkRespell opens a library of 100,000 articles that the version before
// has left.
func BenchmarkRespell(b *testing.B) {
	s := library(b, 100_000)
	for b.Loop() {
		err := s.change(b.Context(), func(tx *sql.Tx) error { return schema.Respell(context.Background(), tx) })
		if err != nil {
			b.Fatal(err)
		}
	}
}
